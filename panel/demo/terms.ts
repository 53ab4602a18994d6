// Payment terms: from a document's day to its due day, and back.
import type { Terms } from '../../sync/model/company.ts';
import { addDays, addMonths, type Day, endOfMonth } from '../../sync/model/day.ts';

/** So many days from the document's day, then the end of that month. */
export function endOfMonthAfter(days: number): Terms {
  return terms(days, true);
}

/** So many days from the document's day. */
export function daysAfter(days: number): Terms {
  return terms(days, false);
}

/** The due day of a document under these terms. */
export function dueDay(day: Day, { days, endOfMonth: atEnd, extraDays: further }: Terms): Day {
  const due = addDays(day, days);
  return addDays(atEnd ? endOfMonth(due) : due, further);
}

/** A document day whose due day is not after `due`, by at most a month: terms run backwards. */
export function documentDayFor(due: Day, { days, endOfMonth: atEnd }: Terms): Day {
  return addDays(atEnd ? addDays(addMonths(due, -1), -3) : due, -days);
}

function terms(days: number, atEnd: boolean): Terms {
  return { days, endOfMonth: atEnd, extraDays: 0 };
}
