// Up to which days Odoo's books are closed, for the user that writes.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import { addDays, type Day, endOfMonth, laterOf } from '../../../../sync/model/day.ts';
import type { Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { day, text } from '../map/value.ts';
import { readOne, readRows } from './read.ts';

/**
 * `entries`: no entry may change up to this day. `taxes`: none with taxes; Odoo moves VAT of payments past it without a word.
 * `names`: which of Odoo's locks these are, as the words of period-locked call them.
 */
export type Locks = { entries: Day | null; taxes: Day | null; names: { entries: string; taxes: string } };

/** Fields of Odoo, by what people call them. */
const NAMES: Readonly<Record<string, string>> = {
  user_fiscalyear_lock_date: 'global',
  fiscalyear_lock_date: 'global',
  period_lock_date: 'period',
  user_hard_lock_date: 'hard',
  hard_lock_date: 'hard',
};

/** The `user_` fields know exceptions that an administrator granted; where they are missing the company's own count. */
const ENTRIES = [
  ['user_fiscalyear_lock_date', 'user_hard_lock_date'],
  ['fiscalyear_lock_date', 'period_lock_date', 'hard_lock_date'],
];
const TAXES = [['user_tax_lock_date'], ['tax_lock_date']];
/** How the `user_` fields say that there is no lock. */
const NEVER = '0001-01-01';

export async function locksOf(host: Host, chart: Chart): Promise<Locks | Fault> {
  const known = await host.fields('res.company', [...ENTRIES, ...TAXES].flat());
  if (isFault(known)) return known;
  const company = await readOne(host, 'res.company', chart.company, known);
  if (isFault(company)) return company;
  const latest = (choices: string[][]) => {
    const fields = choices.find((names) => names.some((name) => known.includes(name))) ?? [];
    return fields
      .map((name) => ({ name, day: company[name] === NEVER ? null : day(company[name]) }))
      .reduce((a, b) => (later(a.day, b.day) === a.day ? a : b));
  };
  const entries = latest(ENTRIES);
  const tax = latest(TAXES).day;
  const taxes = later(tax, entries.day);
  const name = NAMES[entries.name] ?? 'global';
  return { entries: entries.day, taxes, names: { entries: name, taxes: taxes === entries.day ? name : 'tax' } };
}

/** What locks an entry of this day, null when it is open. */
export type Lock = { until: Day; firstDay: Day; fault: Fault };

/**
 * What forbids to take a posting back on its own day: a lock, or that Odoo has sealed the bank line's entry ("inalterable"), which
 * must then stay as it is. An entry of ours is not changed but mirrored, sealed or not.
 */
export async function lockOver(
  host: Host,
  { kind, move: at }: Receipt['facts'],
  locks: Locks,
): Promise<Lock | null | Fault> {
  const move = Number(at);
  const entry = await readOne(host, 'account.move', move, ['date', 'inalterable_hash']);
  if (isFault(entry)) return entry;
  const date = day(entry['date']);
  const lock = await lockOn(host, move, date, locks);
  const isSealed = kind === 'line' && text(entry['inalterable_hash']) !== null;
  if (!isSealed || date === null || (lock !== null && 'code' in lock)) return lock;
  const until = lock === null ? date : laterOf(date, lock.until);
  return { until, firstDay: addDays(until, 1), fault: fault('period-locked', {}, { until: date, lock: 'sealed' }) };
}

/** An entry with taxes lies under the tax lock as well. */
export async function lockOn(host: Host, move: number, date: Day | null, locks: Locks): Promise<Lock | null | Fault> {
  const taxed = await readRows(
    host,
    'account.move.line',
    [
      ['move_id', '=', move],
      '|',
      '|',
      ['tax_ids', '!=', false],
      ['tax_line_id', '!=', false],
      ['tax_tag_ids', '!=', false],
    ],
    ['move_id'],
  );
  if (isFault(taxed)) return taxed;
  const which = taxed.length > 0 ? 'taxes' : 'entries';
  const until = locks[which];
  if (until === null || date === null || date > until) return null;
  return { until, firstDay: addDays(until, 1), fault: fault('period-locked', {}, { until, lock: locks.names[which] }) };
}

/** The day that Odoo gives to an entry with taxes of a locked day: the last of the first month that is open. */
export function openTaxDay(date: Day, lock: Day | null): Day {
  return lock !== null && date <= lock ? endOfMonth(addDays(lock, 1)) : date;
}

function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
