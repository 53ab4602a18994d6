// One XML part of a spreadsheet, read as a stream within limits.
import { SaxesParser } from 'saxes';
import { type Fault, fault } from '../../../sync/fault/index.ts';
import type { ReadLimits, Source } from '../../../sync/port/reader.ts';
import { openDecoder } from '../decode.ts';
import { sizeText } from '../limits.ts';

/** Local names, without prefixes. `opened` may return a fault, which ends the reading. */
export type PartListener = {
  opened(name: string, attributes: Readonly<Record<string, string>>): Fault | null;
  text(text: string): void;
  closed(name: string): Fault | null;
};

/** A part grows that much at most when inflated; a year of a busy account takes a tenth of it. */
export const PART_BYTES_MAX = 64 * 1024 * 1024;

/** Null when the part was read to its end. Faults: file-malformed, file-encoding, file-hostile (DOCTYPE, depth), file-too-large. */
export async function readPart(
  { file, chunks }: Source,
  name: string,
  limits: ReadLimits,
  listener: PartListener,
): Promise<Fault | null> {
  const parser = new SaxesParser();
  const decoder = openDecoder('utf-8');
  const place = () => ({ file, path: name, line: parser.line, column: parser.column });
  let found: Fault | null = null;
  let depth = 0;
  let bytes = 0;
  parser.on('error', (error) => {
    found ??= fault('file-malformed', place(), { what: error.message.replace(/^\d+:\d+: /, '') });
  });
  parser.on('doctype', () => {
    found ??= fault('file-hostile', place(), { what: 'DOCTYPE' });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.depthMax) found ??= fault('file-hostile', place(), { what: `depth > ${limits.depthMax}` });
    found ??= listener.opened(localName(tag.name), tag.attributes);
  });
  parser.on('text', (text) => {
    if (!found) listener.text(text);
  });
  parser.on('cdata', (text) => {
    if (!found) listener.text(text);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    found ??= listener.closed(localName(tag.name));
  });
  const bytesMax = Math.min(limits.bytesMax, PART_BYTES_MAX);
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > bytesMax) return fault('file-too-large', { file }, { limit: sizeText(bytesMax) });
    const decoded = decoder.push(chunk);
    parser.write(decoded.text);
    if (!decoded.ok) return fault('file-encoding', place(), { encoding: 'utf-8' });
    if (found) return found;
  }
  if (!decoder.end().ok) return fault('file-encoding', place(), { encoding: 'utf-8' });
  parser.close();
  return found;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
