// The days on which a French bank books: no weekend, no public holiday.
import { addDays, type Day, dayOf, partsOf, weekday } from '../../sync/model/day.ts';

const FIXED = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']);
/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const AFTER_EASTER = [1, 39, 50];

const moving = new Map<number, Set<Day>>();

export function isBankDay(day: Day): boolean {
  if (weekday(day) > 4 || FIXED.has(day.slice(5))) return false;
  const { year } = partsOf(day);
  let holidays = moving.get(year);
  if (!holidays) {
    const easter = easterSunday(year);
    holidays = new Set(AFTER_EASTER.map((n) => addDays(easter, n)));
    moving.set(year, holidays);
  }
  return !holidays.has(day);
}

/** The day itself when the bank works, else the next day on which it does. */
export function bankDayFrom(day: Day): Day {
  let d = day;
  while (!isBankDay(d)) d = addDays(d, 1);
  return d;
}

/** The day itself when the bank works, else the last day before on which it did. */
export function bankDayUntil(day: Day): Day {
  let d = day;
  while (!isBankDay(d)) d = addDays(d, -1);
  return d;
}

/** Every bank day from `from` to `to`, both included. */
export function bankDays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isBankDay(day)) days.push(day);
  return days;
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const day = dayOf(year, Math.floor(n / 31), (n % 31) + 1);
  if (!day) throw new Error(`calendar: no Easter in ${year}`);
  return day;
}
