// The taxes of invoices, and what Odoo wants on a line that lowers them.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { Host, Row } from '../host.ts';
import { linked } from '../map/value.ts';
import { readRows } from './read.ts';

/**
 * `viaPayment`: the lines that lower it go over the transition account and carry no tags.
 * `tax` null: what bears none. Bases and amounts are positive minor units of the company's currency, of all the invoices together.
 */
export type InvoiceTax = {
  tax: number | null;
  onPayment: boolean;
  viaPayment: boolean;
  baseMinor: number;
  taxMinor: number;
  /** The refund's repartition: its tax line, account and tags. `account` is the transition account where `viaPayment`. */
  repartition: number | null;
  account: number | null;
  baseTags: number[];
  taxTags: number[];
};

const LINE_FIELDS = ['balance', 'tax_ids', 'tax_line_id', 'move_id', 'display_type', 'exclude_from_invoice_tab'];

export async function invoiceTaxes(host: Host, moves: readonly number[]): Promise<InvoiceTax[] | Fault> {
  const lines = await readRows(host, 'account.move.line', [['move_id', 'in', moves]], LINE_FIELDS);
  if (isFault(lines)) return lines;
  const ids = [...new Set(lines.flatMap((line) => [...idsOf(line['tax_ids']), ...one(line['tax_line_id'])]))];
  const taxes = await readRows(
    host,
    'account.tax',
    [['id', 'in', ids]],
    ['tax_exigibility', 'cash_basis_transition_account_id'],
  );
  if (isFault(taxes)) return taxes;
  const { tax: owner, only } = host.dialect.write.refund;
  const repartition = await readRows(
    host,
    'account.tax.repartition.line',
    [[owner, 'in', ids], ...only],
    [...[owner, 'repartition_type', 'account_id', 'tag_ids', 'factor_percent']],
  );
  if (isFault(repartition)) return repartition;
  const withPayment = host.dialect.write.paymentVat === 'with-payment';
  const all = [...taxes, null].map((tax) => taxOf(tax, lines, owner, repartition, withPayment));
  return all.filter((it) => it.baseMinor > 0 || it.taxMinor > 0);
}

/** Of these entries, those whose VAT is due when they are paid. */
export async function movesOnPayment(host: Host, moves: readonly number[]): Promise<Set<number> | Fault> {
  const lines = await readRows(
    host,
    'account.move.line',
    [
      ['move_id', 'in', moves],
      ['tax_line_id.tax_exigibility', '=', 'on_payment'],
    ],
    ['move_id'],
  );
  if (isFault(lines)) return lines;
  return new Set(lines.flatMap((line) => one(line['move_id'])));
}

function taxOf(
  tax: Row | null,
  lines: readonly Row[],
  owner: string,
  repartition: readonly Row[],
  withPayment: boolean,
): InvoiceTax {
  const id = tax?.id ?? null;
  const bears = (line: Row) =>
    id === null ? idsOf(line['tax_ids']).length === 0 && isPlainBase(line) : idsOf(line['tax_ids']).includes(id);
  const own = repartition.filter((line) => id !== null && linked(line[owner]) === id);
  const base = own.find((line) => line['repartition_type'] === 'base');
  const part = own.find((line) => line['repartition_type'] === 'tax' && Number(line['factor_percent'] ?? 100) > 0);
  const onPayment = tax?.['tax_exigibility'] === 'on_payment';
  const viaPayment = withPayment && onPayment;
  return {
    tax: id,
    onPayment,
    viaPayment,
    baseMinor: magnitude(lines.filter(bears)),
    taxMinor: magnitude(lines.filter((line) => id !== null && linked(line['tax_line_id']) === id)),
    repartition: part?.id ?? null,
    account: viaPayment ? linked(tax?.['cash_basis_transition_account_id']) : linked(part?.['account_id']),
    baseTags: idsOf(base?.['tag_ids']),
    taxTags: idsOf(part?.['tag_ids']),
  };
}

/** An invoice's own line without tax; its tax lines and due lines are none. */
function isPlainBase(line: Row): boolean {
  if (linked(line['tax_line_id']) !== null) return false;
  return line['display_type'] === 'product' || line['exclude_from_invoice_tab'] === false;
}

/** Weights only: doubles of cents are exact enough to be rounded to cents. */
function magnitude(lines: readonly Row[]): number {
  return Math.abs(Math.round(lines.reduce((total, line) => total + Number(line['balance'] ?? 0) * 100, 0)));
}

function idsOf(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((it) => typeof it === 'number') : [];
}

function one(value: unknown): number[] {
  const id = linked(value);
  return id === null ? [] : [id];
}
