// The physical lines of a file, counted from 1, whatever ends them: LF, CR LF, CR CR LF, or CR alone.

export type Span = { line: number; start: number; end: number };

/** No line of a ledger comes near this many bytes; a longer one is no ledger. */
export const LINE_BYTES_MAX = 64 * 1024;

const LF = 0x0a;
const CR = 0x0d;

/** Each line's place without what ends it; empty lines count and are given. A line beyond LINE_BYTES_MAX is given as it is. */
export function* spansOf(bytes: Uint8Array): Generator<Span> {
  const end = bytes.includes(LF) ? LF : CR;
  let start = startOf(bytes);
  for (let line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(end, start);
    const stop = found < 0 ? bytes.length : found;
    let last = stop;
    while (last > start && bytes[last - 1] === CR) last--;
    yield { line, start, end: last };
    start = stop + 1;
  }
}

/** No header comes near this many bytes. */
const HEADER_BYTES_MAX = 4096;

/** The first line's text; without a decoder as far as it is ASCII, which is enough to know a header. */
export function firstLineOf(bytes: Uint8Array, decode?: (part: Uint8Array) => string): string {
  for (const { start, end } of spansOf(bytes)) {
    const line = bytes.subarray(start, Math.min(end, start + HEADER_BYTES_MAX));
    return decode ? decode(line) : String.fromCharCode(...line);
  }
  return '';
}

/** Behind a UTF-8 byte order mark. */
function startOf(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
