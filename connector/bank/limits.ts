// What one bank file may cost, far above what banks send and far below what hurts.
import type { ReadLimits } from '../../sync/port/reader.ts';

export const READ_LIMITS = {
  bytesMax: 256 * 1024 * 1024,
  // The deepest path of camt.05x is 20 elements; envelopes add a few.
  depthMax: 64,
  transactionsMax: 5_000_000,
  // ISO 20022 stops at 500 characters, OFX and MT940 below; banks' attachments and signatures are longer.
  textMax: 1_048_576,
} satisfies ReadLimits;

/** Bounds of an archive besides the bytes that its members unpack to, which share `bytesMax`. */
export const ARCHIVE_LIMITS = {
  membersMax: 1_000,
};

/** A limit in words: '64 MB'. */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} B` : `${Math.floor(bytes / (1024 * 1024))} MB`;
}
