// Into which column of the aged balance an open item falls.
import { type Day, daysBetween } from '../model/day.ts';

/** 'due' ages from the due day, 'issue' from the day of the document. */
export type Basis = 'due' | 'issue';

/** In the order of the columns. 'unallocated' holds every credit: shown apart, never netted against invoices. */
export const BUCKETS = ['not-due', '1-30', '31-60', '61-90', 'over-90', 'no-due-day', 'unallocated'] as const;

export type Bucket = (typeof BUCKETS)[number];

/** What aging needs of an open item; `residualMinor` keeps the sign of a debit (positive) or a credit. */
export type Agable = {
  day: Day;
  documentDay: Day | null;
  dueDay: Day | null;
  residualMinor: number;
};

/**
 * The column of an item at the end of `asOf`. By due day: due on `asOf` is not late, the day after starts 1-30 (French aged
 * balances, "non échu; 1-30; 31-60; 61-90; > 90"). By issue: up to 30 days since the document is the first column.
 */
export function bucketOf(item: Agable, asOf: Day, basis: Basis): Bucket {
  if (item.residualMinor < 0) return 'unallocated';
  if (basis === 'due' && item.dueDay === null) return 'no-due-day';
  const late = daysLate(item, asOf, basis) ?? 0;
  if (basis === 'due' && late <= 0) return 'not-due';
  if (late <= 30) return '1-30';
  if (late <= 60) return '31-60';
  return late <= 90 ? '61-90' : 'over-90';
}

/** Days from the due (or document) day to `asOf`; 0 or less is not late. Null for a credit, and without a due day. */
export function daysLate(item: Agable, asOf: Day, basis: Basis): number | null {
  if (item.residualMinor < 0) return null;
  const from = basis === 'due' ? item.dueDay : (item.documentDay ?? item.day);
  return from === null ? null : daysBetween(from, asOf);
}
