// ZIP archives of bank files: the members' names from the central directory, their bytes inflated piece by piece and checked.
import { Inflate } from 'fflate';
import { type Fault, fault } from '../../sync/fault/index.ts';
import type { ReadLimits, Source } from '../../sync/port/reader.ts';
import { ARCHIVE_LIMITS, READ_LIMITS, sizeText } from './limits.ts';

/** Thrown by a member's chunks when the archive does not keep what it promises; whoever reads them turns it into a refusal. */
export class UnreadableMember extends Error {
  readonly fault: Fault;

  constructor(it: Fault) {
    super(it.code);
    this.fault = it;
  }
}

type Member = { name: string; method: number; crc: number; compressed: number; size: number; offset: number };

/** Deflate grows at most 1,032 times, so one slice never becomes more than about four megabytes at once. */
const SLICE_BYTES = 4_096;

/**
 * The files in an archive, named 'archive.zip/member.xml', in its order; the file itself when it is no archive.
 * `archive-unreadable` when it is damaged, encrypted or too full. Members are inflated only while they are read.
 */
export function membersOf(file: string, bytes: Uint8Array, limits: ReadLimits = READ_LIMITS): Source[] | Fault {
  if (!isArchive(bytes)) return [{ file, chunks: once(bytes) }];
  const members = directoryOf(bytes);
  if (typeof members === 'string') return fault('archive-unreadable', { file }, { what: members });
  // Office documents are archives too, but no archives of bank files.
  if (members.some((it) => it.name === '[Content_Types].xml')) return [{ file, chunks: once(bytes) }];
  const files = members.filter((it) => !it.name.endsWith('/') && !it.name.startsWith('__MACOSX/'));
  if (files.length === 0) return fault('archive-unreadable', { file }, { what: 'no file in it' });
  return files.map((it) => ({ file: `${file}/${it.name}`, chunks: inflated(`${file}/${it.name}`, bytes, it, limits) }));
}

/** The parts of an office document, which is an archive, by their names in it; inflated only while they are read. */
export function partsOf(file: string, bytes: Uint8Array, limits: ReadLimits): Map<string, Source> | Fault {
  const members = directoryOf(bytes);
  if (typeof members === 'string') return fault('archive-unreadable', { file }, { what: members });
  // The size that the archive states is kept to while inflating, so that a bomb is known before it starts.
  if (members.some((it) => it.size > limits.bytesMax))
    return fault('file-too-large', { file }, { limit: sizeText(limits.bytesMax) });
  return new Map(members.map((it) => [it.name, { file, chunks: inflated(file, bytes, it, limits) }]));
}

/** The same with every member's bytes, for callers that keep them; together they may not exceed `bytesMax`. */
export async function unpack(
  file: string,
  bytes: Uint8Array,
  limits: ReadLimits = READ_LIMITS,
): Promise<{ file: string; bytes: Uint8Array }[] | Fault> {
  const members = membersOf(file, bytes, limits);
  if (!Array.isArray(members)) return members;
  const unpacked: { file: string; bytes: Uint8Array }[] = [];
  let left = limits.bytesMax;
  for (const member of members) {
    const parts: Uint8Array[] = [];
    try {
      for await (const part of member.chunks) {
        left -= part.length;
        if (left < 0) return fault('file-too-large', { file }, { limit: sizeText(limits.bytesMax) });
        parts.push(part);
      }
    } catch (error) {
      if (error instanceof UnreadableMember) return error.fault;
      throw error;
    }
    unpacked.push({ file: member.file, bytes: concat(parts) });
  }
  return unpacked;
}

export function isArchive(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

/** The members as the central directory lists them; a sentence when it cannot be used. */
function directoryOf(bytes: Uint8Array): Member[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return 'its directory is missing (cut off?)';
  const count = view.getUint16(end + 10, true);
  if (count > ARCHIVE_LIMITS.membersMax) return `more than ${ARCHIVE_LIMITS.membersMax} files`;
  const members: Member[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return 'its directory is damaged';
    const nameLength = view.getUint16(at + 28, true);
    const member = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if ((view.getUint16(at + 8, true) & 1) !== 0) return 'it is protected by a password';
    if (member.method !== 0 && member.method !== 8) return `${member.name} uses an unknown compression`;
    members.push(member);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return members;
}

/** Offset of the end-of-directory record, which only a comment of up to 65,535 bytes may follow. */
function endOfDirectory(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}

async function* inflated(
  file: string,
  bytes: Uint8Array,
  member: Member,
  limits: ReadLimits,
): AsyncIterable<Uint8Array> {
  const unreadable = (what: string) => new UnreadableMember(fault('archive-unreadable', { file }, { what }));
  const data = dataOf(bytes, member);
  if (data === null) throw unreadable('a file lies outside the archive');
  let crc = 0xffffffff;
  let size = 0;
  for (const part of member.method === 0 ? [data] : slicesOf(data, unreadable)) {
    size += part.length;
    // The limit is the reader's to refuse by; a bomb only must not go on for ever.
    if (size > member.size) throw unreadable('a file is longer than the archive says');
    crc = updatedCrc(crc, part);
    yield part;
    if (size > limits.bytesMax) return;
  }
  if (size !== member.size || (crc ^ 0xffffffff) >>> 0 !== member.crc) throw unreadable('a file is damaged');
}

function dataOf(bytes: Uint8Array, member: Member): Uint8Array | null {
  const { offset, compressed } = member;
  if (offset + 30 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 30);
  if (view.getUint32(0, true) !== 0x04034b50) return null;
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return start + compressed > bytes.length ? null : bytes.subarray(start, start + compressed);
}

function* slicesOf(data: Uint8Array, unreadable: (what: string) => Error): Iterable<Uint8Array> {
  let parts: Uint8Array[] = [];
  const inflate = new Inflate((part) => parts.push(part));
  for (let at = 0; at < data.length; at += SLICE_BYTES) {
    try {
      inflate.push(data.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= data.length);
    } catch {
      throw unreadable('a file is damaged');
    }
    yield* parts;
    parts = [];
  }
}

/** The table of CRC-32 as in ISO 3309, polynomial 0xEDB88320 reflected. */
const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function updatedCrc(crc: number, bytes: Uint8Array): number {
  let c = crc;
  for (const byte of bytes) c = (CRC[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return c >>> 0;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
