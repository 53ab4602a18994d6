// The balance of every account after the newest book, or at the end of a day: the control of what is kept, and all that is known of the rest.
import type { Day } from '../../../../sync/model/day.ts';
import type { Row } from '../text/row.ts';
import type { Chain } from './chain.ts';
import type { Book } from './exercise.ts';

/**
 * Debit positive. A book with openings states the whole balance sheet anew; one without (a part of an exercise, a draft) adds
 * to what was there. What an opening states on a collective account for customers with accounts of their own is theirs.
 * `until`: of rows up to that day alone.
 */
export function balancesOf(
  books: readonly Book[],
  moved: Chain['moved'],
  until: Day | null = null,
): Map<string, number> {
  const counts = (day: Day) => until === null || day <= until;
  let balances = new Map<string, number>();
  const add = ({ account, amountMinor }: { account: string; amountMinor: number }) =>
    balances.set(account, (balances.get(account) ?? 0) + amountMinor);
  books.forEach(({ file, openings, openingDay }, index) => {
    if (openings.size > 0 && counts(openingDay)) balances = new Map();
    // What a later book carries forward stands in the earlier one until then.
    const isCarried = (row: Row) => index > 0 && openings.has(row);
    for (const row of file.rows) if (counts(isCarried(row) ? openingDay : row.day)) add(row);
    if (counts(openingDay)) for (const each of moved) if (each.book === index) add(each);
  });
  return balances;
}
