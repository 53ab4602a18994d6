// Bank files: which reader a file belongs to, decided by its content, and how its statements are read from bytes.
import { type Fault, fault } from '../../sync/fault/index.ts';
import type { TableChoice } from '../../sync/model/table.ts';
import type { CollectionEvent, CollectionKind, CollectionReader } from '../../sync/port/collection.ts';
import type { ReadEvent, ReadLimits, Source, StatementReader } from '../../sync/port/reader.ts';
import { UnreadableMember } from './archive.ts';
import { camtReader } from './camt/index.ts';
import { cfonb120Reader } from './cfonb120/index.ts';
import { csvReader } from './csv/index.ts';
import { READ_LIMITS } from './limits.ts';
import { mt940Reader } from './mt940/index.ts';
import { ofxReader } from './ofx/index.ts';
import { painReader } from './pain/index.ts';
import { slipReader } from './slip/index.ts';
import { xlsxReader } from './xlsx/index.ts';

export { membersOf, unpack } from './archive.ts';
export { collect, gather, type ReadFile } from './collect.ts';
export { TABLE_LIMITS } from './table/table.ts';

/** Every format; the first whose sniff says yes reads the file: a table is what no other format claims. */
export const READERS: readonly StatementReader[] = [
  camtReader,
  ofxReader,
  mt940Reader,
  cfonb120Reader,
  xlsxReader,
  csvReader,
];

/** Formats of what we asked the bank to collect, of what it rejected, and of the cheques that we brought it. */
export const COLLECTION_READERS: readonly CollectionReader[] = [painReader, slipReader];

/** The port promises a reader this much of a file to decide on. */
export const HEAD_BYTES = 65_536;

/** The reader for a file that starts with these bytes; null when no bank file does. */
export function sniff(bytes: Uint8Array): StatementReader | null {
  const head = bytes.subarray(0, HEAD_BYTES);
  // A table too, but of what we handed in: it states nothing of an account.
  if (slipReader.sniff(head)) return null;
  return READERS.find((reader) => reader.sniff(head)) ?? null;
}

/** Which kind of collection a file that starts with these bytes is; null for any other file. */
export function collectionKind(head: Uint8Array): CollectionKind | null {
  return COLLECTION_READERS.find((reader) => reader.sniff(head))?.name ?? null;
}

/** The events of a collection file that is in memory; `file-unknown` when it is none. */
export async function* openCollectionFile(
  file: string,
  bytes: Uint8Array,
  limits: ReadLimits = READ_LIMITS,
): AsyncIterable<CollectionEvent> {
  const reader = COLLECTION_READERS.find((each) => each.sniff(bytes.subarray(0, HEAD_BYTES)));
  if (reader) yield* reader.read({ file, chunks: slices(bytes) }, limits);
  else yield { kind: 'refused', faults: [fault('file-unknown', { file })] };
}

/** Reads a file that is in memory, as uploads are. An archive is unpacked first (`unpack`) and its members are read one by one. */
export function openBankFile(
  file: string,
  bytes: Uint8Array,
  limits: ReadLimits = READ_LIMITS,
  choice: TableChoice | null = null,
): AsyncIterable<ReadEvent> {
  return readBankFile({ file, chunks: slices(bytes) }, limits, choice);
}

/**
 * Reads one file from its chunks without holding it whole: `format` first, then the reader's events, `end` or `refused` last.
 * `file-empty` or `file-unknown` when there is nothing to choose a reader by.
 */
export async function* readBankFile(
  source: Source,
  limits: ReadLimits = READ_LIMITS,
  choice: TableChoice | null = null,
): AsyncIterable<ReadEvent> {
  const chunks = source.chunks[Symbol.asyncIterator]();
  try {
    const head = await headOf(chunks);
    const reader = sniff(head);
    if (reader === null) {
      yield refused(fault(head.length === 0 ? 'file-empty' : 'file-unknown', { file: source.file }));
      return;
    }
    yield { kind: 'format', format: reader.name };
    yield* reader.read({ file: source.file, chunks: continued(head, chunks) }, limits, choice);
  } catch (error) {
    if (!(error instanceof UnreadableMember)) throw error;
    yield refused(error.fault);
  } finally {
    await chunks.return?.();
  }
}

function refused(it: Fault): ReadEvent {
  return { kind: 'refused', faults: [it] };
}

/** At least `HEAD_BYTES` of the file, or all of it. */
async function headOf(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value);
    length += next.value.length;
  }
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  const head = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  return head;
}

async function* continued(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield* slices(head);
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Pieces small enough that a reader's own buffers stay small, whatever the caller holds. */
async function* slices(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += HEAD_BYTES) yield bytes.subarray(at, at + HEAD_BYTES);
}
