// Calendar days in the browser: the little arithmetic that screens need on 'YYYY-MM-DD' texts.
import type { Day } from '../../sync/model/day.ts';

const MS_PER_DAY = 86_400_000;

/** The day n days later (earlier when n is negative). */
export function addDays(day: Day, n: number): Day {
  return asDay(new Date(utc(day) + n * MS_PER_DAY));
}

/** Days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / MS_PER_DAY);
}

/** The Monday after this day; from a Monday, the next one. */
export function nextMonday(day: Day): Day {
  const weekday = new Date(utc(day)).getUTCDay();
  return addDays(day, (8 - weekday) % 7 || 7);
}

/** The last day of the month before this day's month. */
export function endOfLastMonth(day: Day): Day {
  const date = new Date(utc(day));
  return asDay(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 0)));
}

/** Reads what a date field gives; null when it is empty or no day of the calendar. */
export function readDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : (text as Day);
}

/** The day as an instant at midnight UTC, for Intl with timeZone 'UTC'. */
export function utc(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

function asDay(date: Date): Day {
  return date.toISOString().slice(0, 10) as Day;
}
