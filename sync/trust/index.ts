// Trust earned in one company: lessons become outcomes, outcomes become tallies, and a class that was wrong stands down.
import type { Day } from '../model/day.ts';
import type { Tally } from '../model/memory.ts';
import type { ClassSwitch, Learned, StandDown } from '../model/trust.ts';
import { outcomesOf } from './outcome.ts';
import { standDowns } from './stand-down.ts';
import { tallyOf } from './tally.ts';

export type Earned = { own: Record<string, Tally>; standDowns: StandDown[] };

/** What the company's own record says on a day. Pure: the same lessons, switches and day give the same numbers. */
export function earned(lessons: readonly Learned[], switches: readonly ClassSwitch[], today: Day): Earned {
  const outcomes = outcomesOf(lessons);
  return { own: tallyOf(outcomes, today), standDowns: standDowns(outcomes, switches) };
}
