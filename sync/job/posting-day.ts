// The day on which a decision about a bank line is posted.
import { addDays, type Day } from '../model/day.ts';
import type { Tx } from '../port/store.ts';

/**
 * The line's own day. `beside`: the ledger holds its movement already; what is posted beside one of a locked day stands on the
 * first day that is open, to VAT as well: a discount may come with it.
 */
export async function postingDay(tx: Tx, day: Day, beside: boolean): Promise<Day> {
  if (!beside) return day;
  const { books } = await tx.link.get();
  const locks = [books?.lockedUntil ?? null, books?.taxLockedUntil ?? null];
  const over = locks.filter((lock) => lock !== null && day <= lock).sort();
  const until = over.at(-1) ?? null;
  return until === null ? day : addDays(until, 1);
}
