// The ledger lines that a posting settles, as they stand in Odoo at this moment.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { LedgerLineId } from '../../../../sync/model/ledger.ts';
import type { Money } from '../../../../sync/model/money.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { day, linked, minor, text } from '../map/value.ts';
import { readRows } from './read.ts';

export type ItemSide = {
  id: number;
  move: number;
  account: number;
  partner: number | null;
  date: Day;
  /** Company currency, signed. */
  residualMinor: number;
  /** The residual in the line's own currency, where that is another: it alone says how much of it is settled. */
  foreign: Money | null;
  name: string;
};

export type Items = ReadonlyMap<LedgerLineId, ItemSide>;

const FIELDS = [
  ...['account_id', 'partner_id', 'amount_residual', 'amount_residual_currency', 'currency_id'],
  ...['parent_state', 'move_name', 'move_id', 'date', 'company_id'],
];

/**
 * Odoo itself would match a draft, and show its invoice as paid.
 * Faults: item-draft; item-moved when a line is gone, cancelled or another company's.
 */
export async function itemSides(host: Host, chart: Chart, ids: readonly LedgerLineId[]): Promise<Items | Fault> {
  const found = await readRows(host, 'account.move.line', [['id', 'in', ids.map(Number)]], FIELDS);
  if (isFault(found)) return found;
  const items = new Map<LedgerLineId, ItemSide>();
  for (const row of found) {
    const name = text(row['move_name']) ?? `#${row.id}`;
    const date = day(row['date']);
    if (row['parent_state'] === 'cancel') return moved(name, 'cancelled');
    if (row['parent_state'] !== 'posted') return fault('item-draft', {}, { erp: 'Odoo', document: name });
    if (linked(row['company_id']) !== chart.company || date === null) return moved(name, 'company');
    const currency = chart.currencies.get(linked(row['currency_id']) ?? -1) ?? chart.currency;
    items.set(String(row.id), {
      id: row.id,
      move: linked(row['move_id']) ?? 0,
      account: linked(row['account_id']) ?? 0,
      partner: linked(row['partner_id']),
      date,
      residualMinor: minor(row['amount_residual'], chart.currency),
      foreign:
        currency === chart.currency ? null : { minor: minor(row['amount_residual_currency'], currency), currency },
      name,
    });
  }
  const missing = ids.find((id) => !items.has(id));
  return missing === undefined ? items : moved(`#${missing}`, 'deleted');
}

export function moved(document: string, what: string): Fault {
  return fault('item-moved', {}, { erp: 'Odoo', document, what });
}
