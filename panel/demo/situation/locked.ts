// A receipt that nobody booked before its period was locked: in the year that is closed, or in a validated month.
import { addDays, type Day } from '../../../sync/model/day.ts';
import { bankDayUntil } from '../calendar.ts';
import { full, type Scenario } from '../scene.ts';
import type { Timeline } from '../timeline.ts';
import { cited } from '../wording.ts';

export const locked: readonly Scenario[] = [
  {
    name: 'forgotten receipt of a locked period',
    times: 2,
    expected: 'auto',
    play: (scene, turn) => {
      const day = bankDayUntil(addDays(lockedDay(scene.time), -turn * 3));
      const customer = scene.ordinary(({ country }) => country === 'FR');
      const invoice = scene.invoice(customer, day, { totalMinor: 83_760 + turn * 29_400 });
      scene.receive({ from: customer, day, pays: full(invoice), text: () => [cited(invoice)] });
    },
  },
];

/** The last days of the year before the running one, where statements still show them; else of the last validated month. */
function lockedDay(time: Timeline): Day {
  const running = time.exercises.at(-1);
  const closed = running && addDays(running.from, -1);
  return closed && time.exercises.length > 2 && addDays(closed, -8) >= time.statementStart
    ? closed
    : time.validatedUntil;
}
