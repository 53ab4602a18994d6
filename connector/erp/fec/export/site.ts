// Where the letter columns of a file's lines stand, in bytes, and how wide and how padded they are.
import type { Header } from '../text/header.ts';
import { spansOf } from '../text/line.ts';

/** Start and end of a field in the file's bytes. */
export type Field = { start: number; end: number };

export type Site = { letter: Field; letterDay: Field | null };

export type Sites = {
  /** Physical line to its letter fields; a line that lacks them has none. */
  of: ReadonlyMap<number, Site>;
  /** Bytes of a column that is equally wide on all lines; null for one that is not. */
  letterWidth: number | null;
  letterDayWidth: number | null;
  /** Letters stand at the right end of their column. */
  right: boolean;
};

/** The sites of these lines. One pass over the bytes. */
export function sitesOf(bytes: Uint8Array, header: Header, lines: ReadonlySet<number>): Sites {
  const sites = new Map<number, Site>();
  const letterWidth = widthCounter();
  const letterDayWidth = widthCounter();
  let right = false;
  for (const { line, start, end } of spansOf(bytes)) {
    if (line === 1 || end === start) continue;
    const fields = fieldsOf(bytes, start, end, header.separator.charCodeAt(0));
    const letter = fields[header.at.letter ?? -1];
    const letterDay = fields[header.at.letterDay ?? -1] ?? null;
    letterWidth.add(letter);
    letterDayWidth.add(letterDay ?? undefined);
    if (letter === undefined) continue;
    right ||= letter.end > letter.start && bytes[letter.start] === BLANK && bytes[letter.end - 1] !== BLANK;
    const complete = header.at.letterDay === undefined || letterDay !== null;
    if (lines.has(line) && complete) sites.set(line, { letter, letterDay });
  }
  return { of: sites, letterWidth: letterWidth.width(), letterDayWidth: letterDayWidth.width(), right };
}

const BLANK = 0x20;

function fieldsOf(bytes: Uint8Array, start: number, end: number, separator: number): Field[] {
  const fields: Field[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && bytes[i] !== separator) continue;
    fields.push({ start: from, end: i });
    from = i + 1;
  }
  return fields;
}

function widthCounter(): { add(field: Field | undefined): void; width(): number | null } {
  let width: number | null | undefined;
  return {
    add(field) {
      const length = field === undefined ? null : field.end - field.start;
      width = width === undefined || width === length ? length : null;
    },
    width: () => width || null,
  };
}
