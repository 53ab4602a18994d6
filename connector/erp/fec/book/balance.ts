// The balance of every account after the newest book: the control of what is kept, and all that is known of the rest.
import type { Chain } from './chain.ts';
import type { Book } from './exercise.ts';

/**
 * Debit positive. A book with openings states the whole balance sheet anew; one without (a part of an exercise, a draft) adds
 * to what was there. What an opening states on a collective account for customers with accounts of their own is theirs.
 */
export function balancesOf(books: readonly Book[], moved: Chain['moved']): Map<string, number> {
  let balances = new Map<string, number>();
  const add = ({ account, amountMinor }: { account: string; amountMinor: number }) =>
    balances.set(account, (balances.get(account) ?? 0) + amountMinor);
  books.forEach(({ file, openings }, index) => {
    if (openings.size > 0) balances = new Map();
    for (const row of file.rows) add(row);
    for (const each of moved) if (each.book === index) add(each);
  });
  return balances;
}
