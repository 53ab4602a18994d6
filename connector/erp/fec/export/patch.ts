// Bytes with some fields replaced and every other byte as it was.

/** ASCII text in place of the bytes from start to end. */
export type Patch = { start: number; end: number; text: string };

/** A new array; the patches may come in any order and must not overlap. */
export function patched(bytes: Uint8Array, patches: readonly Patch[]): Uint8Array {
  const ordered = patches.toSorted((a, b) => a.start - b.start);
  const grown = ordered.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const result = new Uint8Array(bytes.length + grown);
  let from = 0;
  let at = 0;
  for (const { start, end, text } of ordered) {
    if (start < from) throw new Error('patch: two patches overlap');
    result.set(bytes.subarray(from, start), at);
    at += start - from;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) throw new Error('patch: only ASCII can be written in any encoding');
      result[at++] = code;
    }
    from = end;
  }
  result.set(bytes.subarray(from), at);
  return result;
}
