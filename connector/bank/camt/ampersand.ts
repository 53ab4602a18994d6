// Finds the raw ampersand that misleads an XML parser: it reads on to the next semicolon and complains there, or at the end.

/** Lines count from 1; `column` is that of the last character read, 0 at the start of a line. */
export type Position = { line: number; column: number };

/** Starts no reference, neither to a character nor by a name, and is not just cut off by the end of the text. */
const RAW = /&(?!#\d+;|#x[\da-f]+;|[a-z][\w.-]*;|#?[\w.-]*$)/i;

/** The first raw ampersand of the text behind a position; `start` is the position of the parser before the text. */
export function rawAmpersandAfter(after: Position, text: string, start: Position): Position | null {
  const from = offsetOf(after, text, start);
  const at = text.slice(from).search(RAW);
  if (at < 0) return null;
  const between = text.slice(from, from + at).split('\n');
  const last = between.at(-1) ?? '';
  const column = last.length + 1 + (between.length === 1 ? after.column : 0);
  return { line: after.line + between.length - 1, column };
}

function offsetOf(position: Position, text: string, start: Position): number {
  let offset = 0;
  for (let line = start.line; line < position.line; line++) {
    const end = text.indexOf('\n', offset);
    if (end < 0) return offset;
    offset = end + 1;
  }
  return offset + position.column - (position.line === start.line ? start.column : 0);
}
