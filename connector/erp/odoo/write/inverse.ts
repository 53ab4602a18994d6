// The inverse of a posting on an open day, where its own day is locked: computed once, shown before it is posted, posted as shown.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import { addDays, type Day } from '../../../../sync/model/day.ts';
import type { EntryLine } from '../../../../sync/model/entry.ts';
import { sum } from '../../../../sync/model/money.ts';
import type { Inverse, Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host, Row } from '../host.ts';
import { linked, minor, text } from '../map/value.ts';
import type { Part } from './plan.ts';
import { readRows } from './read.ts';
import { idsOf } from './receipt.ts';
import { partialsOf } from './standing.ts';

/** `parts`: one entry's lines. `against`: the customer's line on the locked entry that takes the first of them; null where none does. */
export type InversePlan = { day: Day; parts: Part[]; against: number | null; matches: Row[] };

const FIELDS = [
  ...['account_id', 'partner_id', 'balance', 'amount_currency', 'currency_id', 'name'],
  ...['tax_ids', 'tax_tag_ids', 'tax_repartition_line_id'],
];

/**
 * A locked bank line stays: the matches of its items come off (no lock forbids that), so that its money is the customer's credit
 * again and can be matched anew; what it posted besides, differences and their VAT, goes back by an entry against that credit. A
 * locked entry of its own gets its mirror. Fault undo-no-inverse: what cannot be taken back so.
 */
export async function inversePlan(
  host: Host,
  chart: Chart,
  { kind, move, items }: Receipt['facts'],
  day: Day,
): Promise<InversePlan | Fault> {
  const rows = await readRows(host, 'account.move.line', [['move_id', '=', Number(move)]], FIELDS);
  if (isFault(rows)) return rows;
  if (kind === 'entry') return { day, parts: rows.map((row) => mirrored(row, chart)), against: null, matches: [] };
  const matches = await matchesOf(host, rows, items === undefined ? null : idsOf(items));
  if (isFault(matches)) return matches;
  const banks = [...chart.bankJournals.values()].map(({ account }) => account);
  const on = (row: Row) => linked(row['account_id']) ?? 0;
  const customers = rows.filter((row) => [...chart.customerAccounts, ...chart.besideAccounts].includes(on(row)));
  const others = rows.filter((row) => !banks.includes(on(row)) && !customers.includes(row));
  const known = [...chart.outstandingAccounts, ...chart.supplierAccounts];
  if (customers.length === 0 || others.some((row) => known.includes(on(row)))) return none('accounts');
  if (others.some(isOnPayment)) return none('vat-on-payment');
  if (others.length === 0) return { day, parts: [], against: null, matches };
  const back = others.map((row) => mirrored(row, chart));
  const total = -sum(back.map((part) => part.balanceMinor));
  if (total === 0) return { day, parts: back, against: null, matches };
  const taker = takerOf(customers, total, chart);
  if (taker === null) return none('customers');
  const own: Part = { ...mirrored(taker, chart), balanceMinor: total, foreign: null };
  return { day, parts: [own, ...back], against: taker.id, matches };
}

/** The plan as a person reads it, and the first day on which it may stand. */
export async function inverseView(host: Host, { day, parts }: InversePlan, until: Day): Promise<Inverse | Fault> {
  const ids = [...new Set(parts.map((part) => part.account))];
  const rows = await readRows(host, 'account.account', [['id', 'in', ids]], ['code']);
  if (isFault(rows)) return rows;
  const numbers = new Map(rows.map((row) => [row.id, text(row['code']) ?? `#${row.id}`]));
  const entry = parts.map(
    (part): EntryLine => ({
      part: 'other',
      account: numbers.get(part.account) ?? `#${part.account}`,
      partyId: part.partner === null ? null : String(part.partner),
      label: part.name,
      amountMinor: part.balanceMinor,
      settles: null,
    }),
  );
  return { day, firstDay: addDays(until, 1), entry };
}

/**
 * Which of the entry's matches are the posting's own: those with the items that it settled. Where its answer was lost (null)
 * nobody knows them, and all come off, as they do when a line is undone whole.
 */
async function matchesOf(host: Host, rows: readonly Row[], items: readonly number[] | null): Promise<Row[] | Fault> {
  const own = new Set(rows.map((row) => row.id));
  const partials = await partialsOf(host, items ?? [...own]);
  if (isFault(partials)) return partials;
  return partials.filter((row) => [row['debit_move_id'], row['credit_move_id']].some((it) => own.has(linked(it) ?? 0)));
}

/** The greatest line of one customer that has so much to take; in another currency the share of each would be a guess. */
function takerOf(customers: readonly Row[], total: number, chart: Chart): Row | null {
  const partners = new Set(customers.map((row) => linked(row['partner_id'])));
  const amount = (row: Row) => minor(row['balance'], chart.currency);
  const [first] = customers
    .filter((row) => Math.sign(amount(row)) === -Math.sign(total) && Math.abs(amount(row)) >= Math.abs(total))
    .sort((a, b) => Math.abs(amount(b)) - Math.abs(amount(a)));
  return first && partners.size === 1 && mirrored(first, chart).foreign === null ? first : null;
}

/** Odoo moves VAT on payments by entries of its own when matches come off; a mirror with these taxes would move it twice. */
function isOnPayment(row: Row): boolean {
  const has = (field: string) => Array.isArray(row[field]) && row[field].length > 0;
  return (has('tax_ids') || linked(row['tax_repartition_line_id']) !== null) && !has('tax_tag_ids');
}

/** The same tags and taxes with the other sign: Odoo's tax report moves back by just as much. */
function mirrored(row: Row, chart: Chart): Part {
  const currency = chart.currencies.get(linked(row['currency_id']) ?? -1) ?? chart.currency;
  const [taxes, tags] = [row['tax_ids'], row['tax_tag_ids']];
  const repartition = linked(row['tax_repartition_line_id']);
  return {
    account: linked(row['account_id']) ?? 0,
    partner: linked(row['partner_id']),
    name: text(row['name']) ?? '',
    balanceMinor: -minor(row['balance'], chart.currency),
    foreign: currency === chart.currency ? null : { minor: -minor(row['amount_currency'], currency), currency },
    settles: null,
    tax: {
      ...(Array.isArray(taxes) && taxes.length > 0 ? { tax_ids: [[6, 0, taxes]] } : {}),
      ...(repartition === null ? {} : { tax_repartition_line_id: repartition }),
      ...(Array.isArray(tags) && tags.length > 0 ? { tax_tag_ids: [[6, 0, tags]] } : {}),
    },
  };
}

function none(why: string): Fault {
  return fault('undo-no-inverse', {}, { erp: 'Odoo', why });
}
