// Which files are in force and in which order: one after another in time, the later of two that cover the same exercise.
import { type Fault, fault } from '../../../../sync/fault/index.ts';
import { type Day, daysBetween } from '../../../../sync/model/day.ts';
import type { FecFile } from '../text/file.ts';
import type { Row } from '../text/row.ts';
import { isComplement, isDraft, withoutValidated } from './draft.ts';
import { openingDayOf, openingsOf } from './opening.ts';

export type Book = {
  file: FecFile;
  /** Its place among the files as they came. */
  place: number;
  openings: ReadonlySet<Row>;
  /** The day of the opening balances; its first day when it has none. */
  openingDay: Day;
  /** First and last day of its movements (of its openings when it holds nothing else). */
  from: Day;
  to: Day;
};

/** Two files that share more than half of the shorter one's days are of one exercise. */
const SAME_DAYS_SHARE = 0.5;

export function bookOf(file: FecFile, place: number): Book {
  const openings = openingsOf(file);
  const moves = file.rows.filter((row) => !openings.has(row));
  let [from, to] = [null, null] as [Day | null, Day | null];
  for (const { day } of moves.length > 0 ? moves : file.rows) {
    if (from === null || day < from) from = day;
    if (to === null || day > to) to = day;
  }
  if (from === null || to === null) throw new Error('exercise: a file without rows was read');
  return { file, place, openings, openingDay: openingDayOf(openings, from), from, to };
}

/**
 * The books in force, oldest first. Files come in the order of their import: the later takes the place of the earlier, but a
 * draft of unvalidated entries never takes that of validated ones. It stands beside them with what they lack, or, where most of
 * it is validated by now, it is out of force itself.
 */
export function booksInForce(books: readonly Book[]): { books: Book[]; warnings: Fault[] } {
  const warnings: Fault[] = [];
  const inForce: Book[] = [];
  for (const book of books) {
    const same = inForce.filter((each) => sameExercise(each, book) && !isComplement(each, book));
    const validated = isDraft(book) ? same.find((each) => !isDraft(each)) : undefined;
    if (validated) {
      warnings.push(fault('fec-draft-behind', { file: book.file.name }, { file: validated.file.name }));
      continue;
    }
    for (const older of same) {
      inForce.splice(inForce.indexOf(older), 1);
      if (older.to > book.to) {
        warnings.push(fault('fec-older', { file: book.file.name }, { file: book.file.name, until: older.to }));
      }
    }
    inForce.push(book);
  }
  // A stable sort: two parts of one exercise that begin on one day keep the order of their import.
  inForce.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return { books: inForce.map((book) => withoutValidated(book, inForce)), warnings };
}

function sameExercise(a: Book, b: Book): boolean {
  const start = a.from > b.from ? a.from : b.from;
  const end = a.to < b.to ? a.to : b.to;
  const shared = daysBetween(start, end) + 1;
  const shorter = Math.min(daysBetween(a.from, a.to), daysBetween(b.from, b.to)) + 1;
  return shared > shorter * SAME_DAYS_SHARE;
}
