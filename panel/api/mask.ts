// Wages: whoever may not see them is told that there is one, and neither whose it is nor what its label says.
import type { Context } from 'hono';
import type { HistoryRow, LineView, QueueRow } from '../../sync/port/view.ts';
import { type Env, ROLES, type Role } from './context.ts';

/** Who sees whose a wage is. */
const SEES_WAGES: Role = 'manager';

export function seesWages(c: Context<Env>): boolean {
  return ROLES.indexOf(c.var.user.role) >= ROLES.indexOf(SEES_WAGES);
}

export function maskedRows<Row extends QueueRow>(c: Context<Env>, rows: readonly Row[]): Row[] {
  if (seesWages(c)) return [...rows];
  return rows.map((row) => (row.wage ? { ...row, payer: null, label: '' } : row));
}

export function maskedHistory(c: Context<Env>, rows: readonly HistoryRow[]): HistoryRow[] {
  if (seesWages(c)) return [...rows];
  return rows.map((row) => (row.wage ? { ...row, payer: null } : row));
}

/** A line's own words, names and references. */
export function maskedLine(c: Context<Env>, line: LineView, row: QueueRow): LineView {
  if (seesWages(c) || !row.wage) return line;
  const nobody = {
    counterparty: null,
    counterpartyAccount: null,
    ultimateParty: null,
    endToEndId: null,
    mandateId: null,
  };
  return { ...line, ...nobody, label: '', references: [] };
}
