// The day on which a decision about a bank line is posted.
import { addDays, type Day } from '../model/day.ts';
import type { Tx } from '../port/store.ts';

/**
 * The line's own day. `beside`: the ledger holds its movement already; what is posted beside one of a locked day stands on the
 * first open day.
 */
export async function postingDay(tx: Tx, day: Day, beside: boolean): Promise<Day> {
  if (!beside) return day;
  const until = (await tx.link.get()).books?.lockedUntil ?? null;
  return until !== null && day <= until ? addDays(until, 1) : day;
}
