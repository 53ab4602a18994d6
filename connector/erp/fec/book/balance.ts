// The balance of every account after the newest book: the control of what is kept, and all that is known of the rest.
import type { Book } from './exercise.ts';

/**
 * Debit positive. A book with openings states the whole balance sheet anew; one without (a part of an exercise, a draft) adds
 * to what was there.
 */
export function balancesOf(books: readonly Book[]): Map<string, number> {
  let balances = new Map<string, number>();
  for (const { file, openings } of books) {
    if (openings.size > 0) balances = new Map();
    for (const { account, amountMinor } of file.rows) {
      balances.set(account, (balances.get(account) ?? 0) + amountMinor);
    }
  }
  return balances;
}
