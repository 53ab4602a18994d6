// Where the demo company stands in time: everything follows from one day, today.
import { addDays, addMonths, type Day, dayOf, endOfMonth, partsOf, startOfMonth } from '../../sync/model/day.ts';
import { bankDays, bankDayUntil } from './calendar.ts';

export type Exercise = { from: Day; to: Day };

export type Timeline = {
  today: Day;
  /** First day of the first exercise, 24 to 27 months ago. */
  start: Day;
  /** Exercises of twelve months that have entries, oldest first; the last one is running. */
  exercises: Exercise[];
  /** Entries up to this day are validated: their period is locked. */
  validatedUntil: Day;
  /** The bank is booked in the ledger up to this day. */
  bookedUntil: Day;
  /** The ledger was exported on this day; sales are booked up to it. */
  ledgerEnd: Day;
  /** First and last day of the bank statements. */
  statementStart: Day;
  lastBankDay: Day;
  /** The bank days after `bookedUntil`: the month that waits for the bookkeeper. */
  window: Day[];
};

/**
 * Exercises begin with a calendar quarter, as many firms' do, so that the history is never much longer than two years and
 * the running exercise never older than three months: the opening entries are always in view.
 */
export function timelineOf(today: Day): Timeline {
  const { year, month } = partsOf(addMonths(today, -24));
  const start = dayOf(year, month - ((month - 1) % 3), 1);
  if (!start) throw new Error(`timeline: no quarter for ${today}`);
  const ledgerEnd = bankDayUntil(addDays(today, -3));
  const bookedUntil = bankDayUntil(addDays(today, -37));
  const lastBankDay = bankDayUntil(addDays(today, -1));
  const exercises = [0, 12, 24]
    .map((months) => ({ from: addMonths(start, months), to: addDays(addMonths(start, months + 12), -1) }))
    .filter(({ from }) => from <= ledgerEnd);
  return {
    today,
    start,
    exercises,
    validatedUntil: endOfMonth(addMonths(startOfMonth(bookedUntil), -1)),
    bookedUntil,
    ledgerEnd,
    statementStart: startOfMonth(addDays(today, -100)),
    lastBankDay,
    window: bankDays(addDays(bookedUntil, 1), lastBankDay),
  };
}
