// What the whole file says about the order of its dates and its decimal mark; null where it could be either.
import { daysBetween } from '../../../sync/model/day.ts';
import { DATE_ORDERS, type DateOrder, type DecimalMark } from '../../../sync/model/table.ts';
import { bareAmount, dayIn } from './cell.ts';

/** A bank values a movement within so many days of booking it; the other reading of a date lies months off. */
const DAYS_APART_MAX = 20;

/** One export seldom covers more than a year. */
const SPAN_DAYS_MAX = 400;

/** Days as rows: the booking day, and the value day where the table has one. */
export type DateCells = readonly { date: string; value: string | null }[];

/**
 * The order in which every date is a day of the calendar. Where two orders are possible: the one in which the rows run in
 * time, then the one in which booking and value lie together. Equal evidence decides nothing.
 */
export function dateOrderOf(rows: DateCells): DateOrder | null {
  const possible = DATE_ORDERS.filter((order) =>
    rows.every(
      ({ date, value }) => dayIn(date, order) !== null && (value === null || value === '' || dayIn(value, order)),
    ),
  );
  const different = withoutYears(rows, possible).filter(
    (order, i, all) => !all.slice(0, i).some((other) => rows.every((row) => isSameDay(row, order, other))),
  );
  if (different.length < 2) return different[0] ?? null;
  // Day, month and year apart by points is only ever written in this order.
  if (different.includes('dmy') && rows.every(({ date }) => /^\d{1,2}\.\d{1,2}\.\d{2,4}/.test(date))) return 'dmy';
  return onlyOne(different, (order) => runsInTime(rows, order)) ?? onlyOne(different, (order) => isNear(rows, order));
}

/** '28/09/24' and '30/09/24' lie two days apart or two years: a year of two digits comes first only where no other order is as near. */
function withoutYears(rows: DateCells, orders: readonly DateOrder[]): readonly DateOrder[] {
  const span = (order: DateOrder) => {
    const days = rows.flatMap(({ date }) => dayIn(date, order) ?? []).sort();
    return days.length < 2 ? 0 : daysBetween(days[0]!, days.at(-1)!);
  };
  const others = orders.filter((order) => order !== 'ymd');
  const isSpread = span('ymd') > SPAN_DAYS_MAX && others.some((order) => span(order) <= SPAN_DAYS_MAX);
  return isSpread ? others : orders;
}

function isSameDay({ date, value }: DateCells[number], a: DateOrder, b: DateOrder): boolean {
  return dayIn(date, a) === dayIn(date, b) && (value === null || dayIn(value, a) === dayIn(value, b));
}

function onlyOne(orders: readonly DateOrder[], holds: (order: DateOrder) => boolean): DateOrder | null {
  const found = orders.filter(holds);
  return found.length === 1 ? found[0]! : null;
}

/** Oldest first or newest first, all along. */
function runsInTime(rows: DateCells, order: DateOrder): boolean {
  const days = rows.map(({ date }) => dayIn(date, order) ?? '');
  const pairs = days.slice(1).map((day, i) => [days[i]!, day] as const);
  return pairs.every(([a, b]) => a <= b) || pairs.every(([a, b]) => a >= b);
}

function isNear(rows: DateCells, order: DateOrder): boolean {
  return rows.every(({ date, value }) => {
    const [booked, valued] = [dayIn(date, order), value === null ? null : dayIn(value, order)];
    return booked === null || valued === null || Math.abs(daysBetween(booked, valued)) <= DAYS_APART_MAX;
  });
}

/**
 * The decimal mark of these amounts: of two marks the last, of a repeated one the other, and one that is not followed by three
 * digits. Amounts without any mark may be read with either. Null: only '1.234', or the cells contradict each other.
 */
export function decimalMarkOf(amounts: readonly string[]): DecimalMark | null {
  const found = new Set<DecimalMark>();
  let isOpen = false;
  for (const amount of amounts) {
    const digits = bareAmount(amount)?.digits ?? '';
    const mark = markIn(digits);
    if (mark === 'either') isOpen = true;
    else if (mark !== null) found.add(mark);
  }
  const [only] = found;
  if (found.size === 1) return only!;
  return found.size === 0 && !isOpen ? ',' : null;
}

function markIn(digits: string): DecimalMark | 'either' | null {
  const marks = digits.replace(/\d/g, '');
  if (marks === '') return null;
  const last = marks.at(-1) === ',' ? ',' : '.';
  if (new Set(marks).size > 1) return last;
  if (marks.length > 1) return last === ',' ? '.' : ',';
  const [whole = '', decimals = ''] = digits.split(last);
  const couldGroup = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldGroup ? 'either' : last;
}
