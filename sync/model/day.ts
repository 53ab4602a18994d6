// A calendar day as text, YYYY-MM-DD: what a bank or a ledger writes, with no hour and no zone.

export type Day = `${number}-${number}-${number}`;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Reads 'YYYY-MM-DD'; null when the text is no day of the calendar (2026-02-30 is none). */
export function parseDay(text: string): Day | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Reads the compact form of ledgers and OFX, 'YYYYMMDD'; null when it is no day. */
export function parseCompactDay(text: string): Day | null {
  return /^\d{8}$/.test(text) ? parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) : null;
}

/** The day of a year, month (1 to 12) and day of month; null when the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return format(year, month, dayOfMonth);
}

/** The day n days later (earlier when n is negative). */
export function addDays(day: Day, n: number): Day {
  return fromSerial(toSerial(day) + n);
}

/** Days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return toSerial(to) - toSerial(from);
}

/** The same day n months later, or the last day of that month when it is shorter (31 January + 1 = 28 or 29 February). */
export function addMonths(day: Day, n: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const months = year * 12 + (month - 1) + n;
  const y = Math.floor(months / 12);
  const m = (months % 12) + 1;
  return format(y, m, Math.min(dayOfMonth, daysInMonth(y, m)));
}

/** The last day of the day's month. */
export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return format(year, month, daysInMonth(year, month));
}

/** The first day of the day's month. */
export function startOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return format(year, month, 1);
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(day: Day): number {
  // Serial 0 is 1 January 1970, a Thursday.
  return (((toSerial(day) + 3) % 7) + 7) % 7;
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8, 10)) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function format(year: number, month: number, dayOfMonth: number): Day {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}` as Day;
}

function padded(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

function toSerial(day: Day): number {
  const { year, month, dayOfMonth } = partsOf(day);
  return Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY;
}

function fromSerial(serial: number): Day {
  return new Date(serial * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

/** An instant on the clock of a zone: '2026-11-26' and '08:12'. */
export function clockIn(instant: string, zone: string): { day: Day; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const [day = '', time = ''] = parts.format(new Date(instant)).split(', ');
  return { day: day as Day, time };
}
