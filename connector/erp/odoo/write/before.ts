// The state that a write relies on, read just before it: the bank line, its two entry lines, the items, the locks.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { LedgerLineId } from '../../../../sync/model/ledger.ts';
import type { Chart } from '../chart.ts';
import type { Host, Row } from '../host.ts';
import { day, linked, minor, text } from '../map/value.ts';

export type BankSide = { statementLine: number; liquidity: number; suspense: number; date: Day; amountMinor: number };

export type ItemSide = { id: number; account: number; partner: number | null; residualMinor: number; name: string };

const STATEMENT_LINE_FIELDS = ['move_id', 'journal_id', 'date', 'amount', 'is_reconciled'];
const ENTRY_FIELDS = ['account_id', 'balance'];
const ITEM_FIELDS = [
  'account_id',
  'partner_id',
  'amount_residual',
  'reconciled',
  'parent_state',
  'move_name',
  'currency_id',
  'company_id',
];
const LOCK_FIELDS = ['fiscalyear_lock_date', 'hard_lock_date'];

/** The bank line while its counterpart still stands in suspense. Faults: line-unknown, line-decided when somebody matched it. */
export async function bankSide(host: Host, chart: Chart, id: number): Promise<BankSide | Fault> {
  const line = await one(host, 'account.bank.statement.line', id, STATEMENT_LINE_FIELDS);
  if (isFault(line)) return line;
  const journal = await one(host, 'account.journal', linked(line['journal_id']) ?? 0, [
    'default_account_id',
    'suspense_account_id',
  ]);
  if (isFault(journal)) return journal;
  const entry = await rows(host, 'account.move.line', [['move_id', '=', linked(line['move_id'])]], ENTRY_FIELDS);
  if ('code' in entry) return entry;
  const on = (field: string) => entry.filter((row) => linked(row['account_id']) === linked(journal[field]));
  const [liquidity] = on('default_account_id');
  const [suspense, ...more] = on('suspense_account_id');
  const date = day(line['date']);
  if (!liquidity || !suspense || more.length > 0 || date === null) return fault('line-decided', {}, { what: 'Odoo' });
  return {
    statementLine: id,
    liquidity: liquidity.id,
    suspense: suspense.id,
    date,
    amountMinor: minor(line['amount'], chart.currency),
  };
}

/**
 * The items as they stand now. Odoo itself would match a draft, and would quietly match less when somebody was faster:
 * so an item must be posted and open.
 */
export async function itemSides(
  host: Host,
  chart: Chart,
  ids: readonly LedgerLineId[],
): Promise<Map<string, ItemSide> | Fault> {
  const found = await rows(host, 'account.move.line', [['id', 'in', ids.map(Number)]], ITEM_FIELDS);
  if ('code' in found) return found;
  const items = new Map<string, ItemSide>();
  for (const row of found) {
    const name = text(row['move_name']) ?? `#${row.id}`;
    if (row['parent_state'] !== 'posted') return fault('item-settled', {}, { document: name });
    const foreign = chart.currencies.get(linked(row['currency_id']) ?? -1);
    if (foreign !== undefined && foreign !== chart.currency)
      return fault('erp-refused', {}, { erp: 'Odoo', what: `${name}: ${foreign}` });
    items.set(String(row.id), {
      id: row.id,
      account: linked(row['account_id']) ?? 0,
      partner: linked(row['partner_id']),
      residualMinor: minor(row['amount_residual'], chart.currency),
      name,
    });
  }
  const missing = ids.find((id) => !items.has(id));
  return missing === undefined ? items : fault('item-settled', {}, { document: missing });
}

/** The lock that this day falls under, if any. */
export async function lockedUntil(host: Host, chart: Chart, date: Day): Promise<Day | null | Fault> {
  const company = await one(host, 'res.company', chart.company, LOCK_FIELDS);
  if (isFault(company)) return company;
  const locks = LOCK_FIELDS.map((field) => day(company[field])).filter((it) => it !== null);
  const last = locks.sort().at(-1);
  return last !== undefined && date <= last ? last : null;
}

async function one(host: Host, model: string, id: number, fields: readonly string[]): Promise<Row | Fault> {
  const found = await rows(host, model, [['id', '=', id]], fields);
  if ('code' in found) return found;
  return found[0] ?? fault('line-unknown', { record: `${model} ${id}` });
}

async function rows(
  host: Host,
  model: string,
  domain: Parameters<Host['pages']>[1],
  fields: readonly string[],
): Promise<Row[] | Fault> {
  const all: Row[] = [];
  for await (const page of host.pages(model, domain, fields)) {
    if ('code' in page) return page;
    all.push(...page);
  }
  return all;
}
