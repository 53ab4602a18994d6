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

/** A debit and a credit cancel each other by this much (positive). */
export type Fact = { debit: Item; credit: Item; amountMinor: number };

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

/**
 * The facts of a group that sums to zero: debits and credits in order of day, then of place, oldest against oldest.
 * Marks its items as settled.
 */
export function settle(group: readonly Item[]): Fact[] {
  if (balanceOf(group) !== 0) throw new Error('settle: a group does not balance');
  const order = (a: Item, b: Item) => byText(a.row.day, b.row.day) || a.book - b.book || a.row.line - b.row.line;
  const side = (sign: 1 | -1) =>
    group
      .filter((item) => Math.sign(item.row.amountMinor) === sign)
      .sort(order)
      .map((item) => ({ item, left: Math.abs(item.row.amountMinor) }));
  const credits = side(-1);
  const facts: Fact[] = [];
  let next = 0;
  for (const debit of side(1)) {
    while (debit.left > 0) {
      const credit = credits[next]!;
      const amountMinor = Math.min(debit.left, credit.left);
      facts.push({ debit: debit.item, credit: credit.item, amountMinor });
      debit.left -= amountMinor;
      credit.left -= amountMinor;
      if (credit.left === 0) next++;
    }
  }
  for (const item of group) item.state = 'settled';
  return facts;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
