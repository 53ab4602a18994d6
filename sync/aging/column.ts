// The columns of the aged balance, and in which of them an open line stands.
import type { AgingColumn, Basis, Cuts } from '../model/aging.ts';
import { type Day, daysBetween } from '../model/day.ts';
import type { AccountRole, LineKind } from '../model/ledger.ts';

/** What aging needs of an open line; `openMinor` keeps the sign of a debit (positive) or a credit. */
export type Agable = {
  role: AccountRole;
  kind: LineKind;
  day: Day;
  documentDay: Day | null;
  dueDay: Day | null;
  openMinor: number;
};

export type Columns = { columns: AgingColumn[]; bounds: number[] };

const APART: readonly AgingColumn[] = (['no-due-day', 'unallocated', 'credit-note', 'deposit'] as const).map(
  (kind) => ({ key: kind, kind, from: null, to: null }),
);

/**
 * The columns of a report, furthest ahead first, and the first day of each dated one after the first (days late; negative: ahead).
 * By due day: due on the day itself is not late, the day after starts 1-30 (French aged balances, "non échu; 1-30; 31-60; 61-90;
 * > 90"). By issue day nothing is ahead: up to 30 days since the document is the first column.
 */
export function columnsOf(basis: Basis, { ahead, late }: Cuts): Columns {
  const columns: AgingColumn[] = [];
  const bounds: number[] = [];
  if (basis === 'due') {
    const ends = [...ahead].reverse();
    ends.forEach((end, i) => {
      columns.push({ key: `ahead-over-${end}`, kind: 'not-due', from: end + 1, to: ends[i - 1] ?? null });
      bounds.push(-end);
    });
    columns.push({ key: 'not-due', kind: 'not-due', from: ends.length > 0 ? 0 : null, to: ends.at(-1) ?? null });
    bounds.push(1);
  }
  late.forEach((end, i) => {
    const from = (late[i - 1] ?? (basis === 'due' ? 0 : -1)) + 1;
    columns.push({ key: `${from}-${end}`, kind: 'late', from, to: end });
    bounds.push(end + 1);
  });
  const last = late.at(-1);
  const from = last === undefined ? (basis === 'due' ? 1 : 0) : last + 1;
  columns.push({ key: `over-${from - 1}`, kind: 'late', from, to: null });
  return { columns: [...columns, ...APART.map((it) => ({ ...it }))], bounds };
}

/** The index of the column in which the line stands at the end of `asOf`. Credits stand apart, whatever their age. */
export function columnAt(line: Agable, asOf: Day, basis: Basis, bounds: readonly number[]): number {
  const dated = bounds.length + 1;
  if (line.role === 'advance') return dated + 3;
  if (line.openMinor < 0) return dated + (line.kind === 'credit-note' ? 2 : 1);
  const days = daysLate(line, asOf, basis);
  if (days === null) return dated;
  const next = bounds.findIndex((bound) => days < bound);
  return next < 0 ? bounds.length : next;
}

/** Days from the due (or document) day to `asOf`; 0 or less is not late. Null for a credit, a deposit, and without a due day. */
export function daysLate(line: Agable, asOf: Day, basis: Basis): number | null {
  if (line.openMinor < 0 || line.role === 'advance') return null;
  const from = basis === 'due' ? line.dueDay : (line.documentDay ?? line.day);
  return from === null ? null : daysBetween(from, asOf);
}
