// From a path to what there is to read: the file as a stream, or the members of an archive.
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { isArchive, membersOf } from '../../connector/bank/archive.ts';
import { sizeText } from '../../connector/bank/limits.ts';
import { type Fault, fault } from '../../sync/fault/index.ts';
import type { ReadLimits, Source } from '../../sync/port/reader.ts';

const CHUNK_BYTES = 65_536;

/**
 * What to read at this path; an archive yields each of its files.
 * Faults: `file-missing` with the system's code (ENOENT, EACCES, EISDIR), `file-too-large`, `archive-unreadable`.
 */
export async function sourcesAt(path: string, limits: ReadLimits): Promise<Source[] | Fault> {
  const start = await startOf(path);
  if ('code' in start) return fault('file-missing', { file: path }, { what: start.code });
  if (start.size > limits.bytesMax)
    return fault('file-too-large', { file: path }, { limit: sizeText(limits.bytesMax) });
  if (isArchive(start.bytes)) return membersOf(path, await readFile(path), limits);
  return [{ file: path, chunks: createReadStream(path, { highWaterMark: CHUNK_BYTES }) }];
}

/** The first bytes and the size, or the code of the system's refusal. */
async function startOf(path: string): Promise<{ bytes: Uint8Array; size: number } | { code: string }> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read(new Uint8Array(4), 0, 4, 0);
      return { bytes: buffer.subarray(0, bytesRead), size };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return { code: error.code };
    throw error;
  }
}
