// Where things lie on a customer's time line, in hundredths of a percent of its length. Pure.
import type { CustomerView } from '../../../sync/model/customer.ts';
import type { Day } from '../../../sync/model/day.ts';
import { utc } from '../day.ts';

const BARS_MAX = 14;
const PAYMENTS_MAX = 12;
const MS_PER_DAY = 86_400_000;

/** `due` and `end` are shares of the whole; what lies after `due` is late. */
export type Bar = { key: string; name: string; start: number; due: number; end: number; open: boolean };
export type Mark = { key: string; at: number; amountMinor: number; day: Day };
export type Tick = { key: string; at: number; day: Day };
export type Life = { bars: Bar[]; payments: Mark[]; months: Tick[]; today: number };

/** Open items oldest first, then what was paid last; the line begins with the first of them and ends a little after the day. */
export function lifeOf(page: CustomerView): Life {
  const open = page.items
    .filter((it) => it.openMinor > 0 && it.role !== 'advance')
    .map((it) => ({
      key: it.itemId,
      name: it.document ?? it.label,
      from: it.documentDay ?? it.day,
      due: it.dueDay,
      to: page.asOf,
      open: true,
    }));
  const paid = page.paid.map((it) => ({
    key: `paid ${it.itemId}`,
    name: it.document ?? '',
    from: it.issueDay,
    due: it.dueDay,
    to: it.paidDay,
    open: false,
  }));
  const rows = [...open.slice(0, BARS_MAX), ...paid.slice(0, Math.max(0, BARS_MAX - open.length))];
  const first = Math.min(...rows.map((it) => utc(it.from)), utc(page.asOf) - 90 * MS_PER_DAY);
  const last = Math.max(...rows.map((it) => utc(it.due ?? it.to)), utc(page.asOf)) + 10 * MS_PER_DAY;
  const at = (day: Day) => Math.round(((utc(day) - first) / (last - first)) * 10_000);
  return {
    bars: rows
      .sort((a, b) => utc(a.from) - utc(b.from))
      .map(({ key, name, from, due, to, open: isOpen }) => {
        const dueAt = due === null ? at(to) : at(due);
        const end = Math.max(at(to), isOpen ? dueAt : at(to));
        return { key, name, start: at(from), due: Math.min(dueAt, end), end, open: isOpen };
      }),
    payments: page.payments
      .filter((it) => utc(it.day) >= first)
      .slice(0, PAYMENTS_MAX)
      .map((it) => ({ key: `${it.day} ${it.reference}`, at: at(it.day), amountMinor: it.amountMinor, day: it.day })),
    months: monthsBetween(first, last).map((day) => ({ key: day, at: at(day), day })),
    today: at(page.asOf),
  };
}

/** Firsts of months, at most eight of them. */
function monthsBetween(first: number, last: number): Day[] {
  const start = new Date(first);
  const days: Day[] = [];
  for (let i = 1; ; i++) {
    const time = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1);
    if (time >= last) break;
    days.push(new Date(time).toISOString().slice(0, 10) as Day);
  }
  const every = Math.max(1, Math.ceil(days.length / 8));
  return days.filter((_, i) => i % every === 0);
}
