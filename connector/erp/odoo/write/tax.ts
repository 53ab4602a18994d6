// The taxes of invoices, and what Odoo wants on a line that lowers them.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { Host, Row } from '../host.ts';
import { linked } from '../map/value.ts';
import { readRows } from './read.ts';

/**
 * What a discount lowers: of all the invoices together their lines under one set of taxes, or (`isTax`) those of one tax itself.
 * `weight`: in minor units of the company's currency, positive for what was sold; a tax that is withheld has a negative one.
 * `account`: where the refund of the tax stands, null for a base. `fields`: what says so in Odoo, empty without taxes.
 */
export type TaxedShare = {
  isTax: boolean;
  weight: number;
  account: number | null;
  onPayment: boolean;
  fields: Readonly<Record<string, unknown>>;
};

/**
 * `viaPayment`: the lines that lower it go over the transition account and carry no tags. The refund's repartition: its tax line,
 * account and tags.
 */
type Tax = {
  onPayment: boolean;
  viaPayment: boolean;
  repartition: number | null;
  account: number | null;
  baseTags: number[];
  taxTags: number[];
};

type Taxes = ReadonlyMap<number, Tax>;

const LINE_FIELDS = ['balance', 'tax_ids', 'tax_line_id', 'move_id', 'display_type', 'exclude_from_invoice_tab'];
const TAX_FIELDS = ['tax_exigibility', 'cash_basis_transition_account_id', 'children_tax_ids'];

/** Lines under the same taxes go together: a line of two taxes is one base, and a tax may be the base of another. */
export async function taxedShares(host: Host, moves: readonly number[]): Promise<TaxedShare[] | Fault> {
  const lines = await readRows(host, 'account.move.line', [['move_id', 'in', moves]], LINE_FIELDS);
  if (isFault(lines)) return lines;
  const named = lines.flatMap((line) => [...idsOf(line['tax_ids']), ...one(line['tax_line_id'])]);
  const rows = await taxRows(host, named);
  if (isFault(rows)) return rows;
  const taxes = await taxesOf(host, rows);
  if (isFault(taxes)) return taxes;
  const children = new Map(rows.map((row) => [row.id, idsOf(row['children_tax_ids'])]));
  const single = (id: number) => {
    const parts = children.get(id) ?? [];
    return parts.length > 0 ? parts : [id];
  };
  const shares = new Map<string, TaxedShare>();
  for (const line of lines) {
    const tax = linked(line['tax_line_id']);
    const under = [...new Set(idsOf(line['tax_ids']).flatMap(single))].sort((a, b) => a - b);
    if (tax === null && under.length === 0 && !isPlainBase(line)) continue;
    const key = `${tax} ${under.join()}`;
    const share = shares.get(key) ?? { ...shareOf(tax, under, taxes), weight: 0 };
    // Weights only: doubles of cents are exact enough to be rounded to cents.
    shares.set(key, { ...share, weight: share.weight - Math.round(Number(line['balance'] ?? 0) * 100) });
  }
  return [...shares.values()].filter((share) => share.weight !== 0);
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

/** These taxes; of a group its members too, which are what is due. */
async function taxRows(host: Host, ids: readonly number[]): Promise<Row[] | Fault> {
  const rows = await readRows(host, 'account.tax', [['id', 'in', [...new Set(ids)]]], TAX_FIELDS);
  if (isFault(rows)) return rows;
  const members = rows.flatMap((row) => idsOf(row['children_tax_ids']));
  const unread = members.filter((id) => !rows.some((row) => row.id === id));
  if (unread.length === 0) return rows;
  const more = await readRows(host, 'account.tax', [['id', 'in', unread]], TAX_FIELDS);
  return isFault(more) ? more : [...rows, ...more];
}

async function taxesOf(host: Host, rows: readonly Row[]): Promise<Taxes | Fault> {
  const { tax: owner, only } = host.dialect.write.refund;
  const repartition = await readRows(
    host,
    'account.tax.repartition.line',
    [[owner, 'in', rows.map((row) => row.id)], ...only],
    [...[owner, 'repartition_type', 'account_id', 'tag_ids', 'factor_percent']],
  );
  if (isFault(repartition)) return repartition;
  const withPayment = host.dialect.write.paymentVat === 'with-payment';
  const of = (tax: Row) => repartition.filter((line) => linked(line[owner]) === tax.id);
  return new Map(rows.map((row) => [row.id, taxOf(row, of(row), withPayment)]));
}

function taxOf(tax: Row, repartition: readonly Row[], withPayment: boolean): Tax {
  const base = repartition.find((line) => line['repartition_type'] === 'base');
  const part = repartition.find(
    (line) => line['repartition_type'] === 'tax' && Number(line['factor_percent'] ?? 100) > 0,
  );
  const onPayment = tax['tax_exigibility'] === 'on_payment';
  const viaPayment = withPayment && onPayment;
  return {
    onPayment,
    viaPayment,
    repartition: part?.id ?? null,
    account: viaPayment ? linked(tax['cash_basis_transition_account_id']) : linked(part?.['account_id']),
    baseTags: idsOf(base?.['tag_ids']),
    taxTags: idsOf(part?.['tag_ids']),
  };
}

function shareOf(tax: number | null, under: readonly number[], taxes: Taxes): Omit<TaxedShare, 'weight'> {
  const own = tax === null ? undefined : taxes.get(tax);
  const over = under.flatMap((id) => taxes.get(id) ?? []);
  const tags = [
    ...(own && !own.viaPayment ? own.taxTags : []),
    ...over.flatMap((it) => (it.viaPayment ? [] : it.baseTags)),
  ];
  const isTagged = (own ? [own, ...over] : over).some((it) => !it.viaPayment);
  return {
    isTax: tax !== null,
    account: own?.account ?? null,
    onPayment: (own ? [own, ...over] : over).some((it) => it.onPayment),
    fields: {
      ...(under.length > 0 ? { tax_ids: [[6, 0, [...under]]] } : {}),
      ...(own && own.repartition !== null ? { tax_repartition_line_id: own.repartition } : {}),
      ...(isTagged ? { tax_tag_ids: [[6, 0, [...new Set(tags)]]] } : {}),
    },
  };
}

/** An invoice's own line without tax; its tax lines and due lines are none. */
function isPlainBase(line: Row): boolean {
  return line['display_type'] === 'product' || line['exclude_from_invoice_tab'] === false;
}

function idsOf(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((it) => typeof it === 'number') : [];
}

function one(value: unknown): number[] {
  const id = linked(value);
  return id === null ? [] : [id];
}
