// A whole file as text, within limits: for the formats whose files are small enough to be read at once.
import { type Fault, fault } from '../../sync/fault/index.ts';
import type { ReadLimits, Source } from '../../sync/port/reader.ts';
import { decodeText } from './decode.ts';
import { sizeText } from './limits.ts';

/** OFX, MT940 and CFONB files of a year stay below a tenth of this; the text of more would not fit a small memory. */
const WHOLE_BYTES_MAX = 64 * 1024 * 1024;

/** Bytes in which a file's own header says its encoding. */
const HEADER_BYTES = 4096;

/**
 * Reads and decodes a file whole. `declared` finds the name of the encoding in the file's first characters; bytes that
 * are no text of that encoding are read as what they are most likely. Faults: file-empty, file-too-large, file-encoding.
 */
export async function wholeText(
  source: Source,
  limits: ReadLimits,
  declared: (header: string) => string | null = () => null,
): Promise<string | Fault> {
  const bytesMax = Math.min(limits.bytesMax, WHOLE_BYTES_MAX);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > bytesMax) return fault('file-too-large', { file: source.file }, { limit: sizeText(bytesMax) });
  }
  if (length === 0) return fault('file-empty', { file: source.file });
  const bytes = joined(parts, length);
  const decoded = decodeText(bytes, { file: source.file, declared: declared(asciiHead(bytes)), trust: 'bytes' });
  return 'text' in decoded ? decoded.text : decoded;
}

/** The first bytes as ASCII, whatever their encoding: enough to find marks and declarations in, UTF-16 included. */
export function asciiHead(bytes: Uint8Array, length = HEADER_BYTES): string {
  let text = '';
  for (const byte of bytes.subarray(0, length)) {
    if (byte !== 0) text += byte < 0x80 ? String.fromCharCode(byte) : '\uFFFD';
  }
  return text;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
