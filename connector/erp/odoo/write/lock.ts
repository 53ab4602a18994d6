// Up to which days Odoo's books are closed, for the user that writes.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import { addDays, type Day, endOfMonth } from '../../../../sync/model/day.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { day } from '../map/value.ts';
import { readOne } from './read.ts';

/** `entries`: no entry may change up to this day. `taxes`: none with taxes; Odoo moves VAT of payments past it without a word. */
export type Locks = { entries: Day | null; taxes: Day | null };

/** The `user_` fields know exceptions that an administrator granted; where they are missing the company's own count. */
const ENTRIES = [
  ['user_fiscalyear_lock_date', 'user_hard_lock_date'],
  ['fiscalyear_lock_date', 'period_lock_date', 'hard_lock_date'],
];
const TAXES = [['user_tax_lock_date'], ['tax_lock_date']];

export async function locksOf(host: Host, chart: Chart): Promise<Locks | Fault> {
  const known = await host.fields('res.company', [...ENTRIES, ...TAXES].flat());
  if (isFault(known)) return known;
  const company = await readOne(host, 'res.company', chart.company, known);
  if (isFault(company)) return company;
  const latest = (choices: string[][]) => {
    const fields = choices.find((names) => names.some((name) => known.includes(name))) ?? [];
    return fields.map((name) => day(company[name])).reduce(later, null);
  };
  const entries = latest(ENTRIES);
  return { entries, taxes: later(latest(TAXES), entries) };
}

/** The day that Odoo gives to an entry with taxes of a locked day: the last of the first month that is open. */
export function openTaxDay(date: Day, lock: Day | null): Day {
  return lock !== null && date <= lock ? endOfMonth(addDays(lock, 1)) : date;
}

function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
