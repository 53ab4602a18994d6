// A kept line on its way through the exercises: where it began, where it stands now, and what closed it.
import type { Row } from '../text/row.ts';
import type { EntryFacts } from './kind.ts';

export type Item = {
  /** Index of the book in which it began, and its row there: the line's day, document and kind are these. */
  readonly book: number;
  readonly row: Row;
  readonly facts: EntryFacts | null;
  /** It began as an opening entry: nothing earlier is loaded that it would repeat. */
  readonly opening: boolean;
  /** The row that stands for it in the newest book that repeats it: letters are written there. */
  now: { book: number; row: Row };
  /** The letter in force. */
  letter: string;
  state: 'open' | 'settled' | 'gone';
};

/** A debit and a credit cancel each other by this much (positive); `foreignMinor`: of both in their other currency, where it is known. */
export type Fact = { debit: Item; credit: Item; amountMinor: number; foreignMinor: number | null };

export function itemOf(book: number, row: Row, facts: EntryFacts | null, opening: boolean): Item {
  return { book, row, facts, opening, now: { book, row }, letter: row.detail?.letter ?? '', state: 'open' };
}

/** Account and auxiliary: a letter joins lines of one pair only. */
export function pairOf(row: Row): string {
  return `${row.account}\t${row.detail?.aux ?? ''}`;
}

export function balanceOf(items: readonly Item[]): number {
  return items.reduce((total, { row }) => total + row.amountMinor, 0);
}
