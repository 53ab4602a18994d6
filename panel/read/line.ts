// A file as read, in one line of JSON: the shape that `read` prints.
import type { ReadFile } from '../../connector/bank/index.ts';
import { placeText, says } from '../../sync/fault/index.ts';

export function lineOf(file: string, read: ReadFile): string {
  return JSON.stringify({
    file,
    format: read.format,
    version: read.version,
    statements: read.statements,
    faults: read.faults.map((it) => ({ code: it.code, place: placeText(it.place), says: says(it, 'en') })),
  });
}
