// In which column an open line stands. Due on the day itself is not late; day 1 opens the first bucket. Pure.
import type { Day } from '../../../sync/model/day.ts';
import type { AgedItem, AgingBucket } from '../../../sync/port/view.ts';
import { daysBetween } from '../day.ts';

/** Days late, or days since the document when the balance counts from there; null without a due day. */
export function ageOf(item: AgedItem, basis: 'due' | 'issue', asOf: Day): number | null {
  return basis === 'issue' ? daysBetween(item.documentDay ?? item.day, asOf) : item.daysLate;
}

/** Credits stand in their own column and are never netted in silence. Counted from issue, nothing is "not yet due". */
export function bucketOf(item: AgedItem, basis: 'due' | 'issue', asOf: Day): AgingBucket {
  const age = ageOf(item, basis, asOf);
  if (item.residualMinor < 0) return 'unallocated';
  if (age === null) return 'no-due-day';
  if (basis === 'due' && age <= 0) return 'not-due';
  if (age <= 30) return '1-30';
  if (age <= 60) return '31-60';
  return age <= 90 ? '61-90' : 'over-90';
}

/** The steps of the ageing ramp, from grey to dark. */
export const RAMP: Readonly<Partial<Record<AgingBucket, string>>> = {
  'not-due': 'var(--r0)',
  '1-30': 'var(--r1)',
  '31-60': 'var(--r2)',
  '61-90': 'var(--r3)',
  'over-90': 'var(--r4)',
};

/** Percent of a total, rounded to the nearest whole; null when there is no total to take it of. */
export function percentOf(part: number, total: number): number | null {
  return total <= 0 ? null : Math.round((part * 100) / total);
}
