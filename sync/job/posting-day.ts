// The day on which a decision about a bank line is posted.
import { addDays, type Day } from '../model/day.ts';
import type { Tx } from '../port/store.ts';

/**
 * The line's own day. `beside`: the ledger holds its movement already; what is posted beside one of a locked day stands on the
 * first day that is open, to VAT as well: a discount may come with it.
 */
export async function postingDay(tx: Tx, day: Day, beside: boolean): Promise<Day> {
  if (!beside) return day;
  const until = await lockOver(tx, day);
  return until === null ? day : addDays(until, 1);
}

/** Until when the ERP has locked this day, for entries or for VAT, whichever is later; null where it is open. */
export async function lockOver(tx: Tx, day: Day): Promise<Day | null> {
  const { books } = await tx.link.get();
  const locks = [books?.lockedUntil ?? null, books?.taxLockedUntil ?? null];
  const over = locks.filter((lock) => lock !== null && day <= lock).sort();
  return over.at(-1) ?? null;
}
