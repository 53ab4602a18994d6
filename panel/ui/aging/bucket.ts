// In which column an open line stands. Due on the day itself is not late; day 1 opens the first bucket. Pure.
import type { AgedItem, AgingBucket } from '../../../sync/port/view.ts';

/** Credits stand in their own column and are never netted in silence. Counted from issue, nothing is "not yet due". */
export function bucketOf({ residualMinor, daysLate }: AgedItem, basis: 'due' | 'issue'): AgingBucket {
  if (residualMinor < 0) return 'unallocated';
  if (daysLate === null) return 'no-due-day';
  if (basis === 'due' && daysLate <= 0) return 'not-due';
  if (daysLate <= 30) return '1-30';
  if (daysLate <= 60) return '31-60';
  return daysLate <= 90 ? '61-90' : 'over-90';
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
