// The night of this morning that did not happen because nothing ran: known by the nights that are kept, and caught up before noon.
import type { CompanyId } from '../model/company.ts';
import { clockIn } from '../model/day.ts';
import type { Desk } from './desk.ts';

/** When nights run, on the clock of the company: before people come, after banks have delivered. */
export const NIGHT_AT = '04:30';
/** A night that has not begun by then was missed: the schedule itself is not later than a minute, its queue at most so much. */
const LATE_AFTER = '04:40';
/** Afterwards people are at work on what they have: nothing is read, settled or sent unasked. */
const CAUGHT_UP_UNTIL = '12:00';
/** Nights that are looked at; more are not run in a morning. */
const LOOKED_AT = 20;

/** `today`: when it was due. `catchUp`: it may still be done unasked. */
export type MissedNight = { due: string; catchUp: boolean };

/**
 * This morning's night, when none that came to its end has begun since it was due; null otherwise, and for a company that had no
 * night yet: its first is asked for. One that failed has happened, and said so; one that was cut has not.
 */
export async function missedNight(desk: Desk, companyId: CompanyId): Promise<MissedNight | null> {
  const found = await desk.store.within(companyId, async (tx) => ({
    company: await tx.company.get(),
    nights: (await tx.nights.last(LOOKED_AT)).filter((it) => it.endedAt !== null),
  }));
  const [last] = found.nights;
  if (!last || found.company.erp === 'fec') return null;
  const { zone } = found.company;
  const { day, time } = clockIn(desk.clock.now(), zone);
  if (time < LATE_AFTER) return null;
  const begun = clockIn(last.startedAt, zone);
  const isSince = begun.day > day || (begun.day === day && begun.time >= NIGHT_AT);
  return isSince ? null : { due: `${day} ${NIGHT_AT}`, catchUp: time < CAUGHT_UP_UNTIL };
}
