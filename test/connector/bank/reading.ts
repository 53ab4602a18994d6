// How the tests of bank files read: text or bytes in, the collected file out, in chunks of any size.
import { collect, type ReadFile, readBankFile } from '../../../connector/bank/index.ts';
import { READ_LIMITS } from '../../../connector/bank/limits.ts';
import type { Transaction } from '../../../sync/model/statement.ts';
import type { ReadEvent, ReadLimits } from '../../../sync/port/reader.ts';

export type Reading = { file?: string; chunkBytes?: number; limits?: Partial<ReadLimits> };

export function read(content: string | Uint8Array, options: Reading = {}): Promise<ReadFile> {
  return collect(eventsOf(content, options));
}

export function eventsOf(content: string | Uint8Array, options: Reading = {}): AsyncIterable<ReadEvent> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const chunks = inChunks(bytes, options.chunkBytes ?? 65_536);
  return readBankFile({ file: options.file ?? 'releve.xml', chunks }, { ...READ_LIMITS, ...options.limits });
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The one code and place of a refused file; throws when the file was not refused, or kept a statement. */
export function refusalOf(file: ReadFile): {
  code: string;
  line: number | undefined;
  column: number | undefined;
  path: string | undefined;
} {
  const [it] = file.faults;
  if (it === undefined || file.statements.length > 0) throw new Error(`not refused: ${JSON.stringify(file)}`);
  return { code: it.code, line: it.place.line, column: it.place.column, path: it.place.path };
}

export function transactionsOf(file: ReadFile): Transaction[] {
  if (file.faults.length > 0) throw new Error(`refused: ${JSON.stringify(file.faults)}`);
  return file.statements.flatMap((it) => it.transactions);
}
