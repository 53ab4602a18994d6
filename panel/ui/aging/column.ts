// How the report's columns look: their colour on the ageing ramp, and shares of a total. Pure.
import type { AgingColumn, AgingView } from '../../../sync/model/aging.ts';
import type { LateWords } from '../words/late.ts';

/** The darkest step of the ramp, from grey (not due) over one hue. */
const STEPS = 4;

/** The column's colour; null for what has no age. Late columns are spread over the ramp, the last one darkest. */
export function colourOf(column: AgingColumn, columns: readonly AgingColumn[]): string | null {
  if (column.kind === 'not-due') return 'var(--r0)';
  if (column.kind !== 'late') return null;
  const late = columns.filter((it) => it.kind === 'late');
  const at = late.findIndex((it) => it.key === column.key);
  const step = late.length === 1 ? STEPS : 1 + Math.round((at * (STEPS - 1)) / (late.length - 1));
  return `var(--r${step})`;
}

/** Percent of a total, rounded to the nearest whole; null when there is no total to take it of. */
export function percentOf(part: number, total: number): number | null {
  return total <= 0 ? null : Math.round((part * 100) / total);
}

/** Late of what is due, in whole percent; credits and deposits are left out of both. Nothing is late by issue day. */
export function lateShare(columnsMinor: readonly number[], columns: readonly AgingColumn[]): number | null {
  const sumOf = (...kinds: AgingColumn['kind'][]) =>
    columns.reduce((sum, column, i) => (kinds.includes(column.kind) ? sum + (columnsMinor[i] ?? 0) : sum), 0);
  return percentOf(sumOf('late'), sumOf('late', 'not-due', 'no-due-day'));
}

/** The head of a column in the reader's words. */
export function columnText({ kind, from, to }: AgingColumn, { aging }: LateWords): string {
  const w = aging.column;
  if (kind === 'late') return to === null ? w.lateOver((from ?? 1) - 1) : w.late(from ?? 0, to);
  if (kind !== 'not-due' || from === null) return w[kind];
  return to === null ? w.aheadOver(from - 1) : w.ahead(from, to);
}

/** What is received and not booked has no document: it stands beside the company's currency alone. */
export const hasReceived = (report: AgingView): boolean => report.amounts === 'company';

export const widthOf = (report: AgingView): number => report.columns.length + (hasReceived(report) ? 5 : 4);
