// Drafts beside what is validated: a file that holds only unvalidated entries adds to the validated one, and doubles none of it.
import type { Row } from '../text/row.ts';
import { entriesOf } from './entry.ts';
import type { Book } from './exercise.ts';

/** A draft of which half is validated by now is an older state of the books, not what they lack. */
const COMPLEMENT_SHARE_MAX = 0.5;

/** Nothing in the file is validated. */
export function isDraft(book: Book): boolean {
  return book.file.rows.every((row) => !row.validated);
}

/** What was validated and what was not, in two files: most of the draft is not in the other one. */
export function isComplement(a: Book, b: Book): boolean {
  if (isDraft(a) === isDraft(b)) return false;
  const [draft, other] = isDraft(a) ? [a, b] : [b, a];
  const own = movesOf(draft).filter((row) => row.detail !== null);
  const known = countsOf(movesOf(other));
  return own.length > 0 && own.filter((row) => take(known, row)).length < own.length * COMPLEMENT_SHARE_MAX;
}

/**
 * The draft less what a validated book in force has too: entries that were validated since, and an opening of the same day.
 * Any other book as it is.
 */
export function withoutValidated(book: Book, inForce: readonly Book[]): Book {
  if (!isDraft(book)) return book;
  const validated = inForce.filter((each) => !isDraft(each));
  const isOpened = validated.some((each) => each.openings.size > 0 && each.openingDay === book.openingDay);
  const known = countsOf(validated.flatMap(movesOf));
  const entries = entriesOf(movesOf(book)).balanced;
  const gone = new Set(entries.filter((entry) => holds(known, entry)).flat());
  if (isOpened) for (const row of book.openings) gone.add(row);
  if (gone.size === 0) return book;
  const rows = book.file.rows.filter((row) => !gone.has(row));
  return { ...book, openings: isOpened ? new Set() : book.openings, file: { ...book.file, rows } };
}

function movesOf(book: Book): Row[] {
  return book.file.rows.filter((row) => !book.openings.has(row));
}

/** By day, account, auxiliary and amount: numbers change at validation. */
function keyOf(row: Row): string {
  return `${row.day}\t${row.account}\t${row.detail?.aux ?? ''}\t${row.amountMinor}`;
}

function countsOf(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}

/** Whether one such row is left; takes it. */
function take(counts: Map<string, number>, row: Row): boolean {
  const left = counts.get(keyOf(row)) ?? 0;
  if (left > 0) counts.set(keyOf(row), left - 1);
  return left > 0;
}

/** Whether the whole entry is left; takes it, or nothing. */
function holds(counts: Map<string, number>, entry: readonly Row[]): boolean {
  const taken: Row[] = [];
  for (const row of entry) {
    if (!take(counts, row)) break;
    taken.push(row);
  }
  if (taken.length === entry.length) return true;
  for (const row of taken) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return false;
}
