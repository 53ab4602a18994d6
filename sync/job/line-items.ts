// The items that a line takes, in the line's own currency, and what that is worth; or why a line in another currency takes none.
import type { Foreign } from '../entry/foreign.ts';
import { type Fault, fault } from '../fault/index.ts';
import type { Company } from '../model/company.ts';
import { inCurrency } from '../model/foreign.ts';
import type { LedgerLineId, OpenItem } from '../model/ledger.ts';
import type { Adjustment, AdjustmentKind, Allocation } from '../model/match.ts';
import type { Currency } from '../model/money.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import type { ItemRow } from '../port/view.ts';
import { worthOf } from './left.ts';

export type LineItems = { items: Map<LedgerLineId, OpenItem>; foreign?: Foreign };

/** Differences that are an amount of the line's currency; the others are stated in the company's. */
const OWN: ReadonlySet<AdjustmentKind> = new Set<AdjustmentKind>([
  'discount',
  'bank_fee',
  'psp_fee',
  'factor_fee',
  'rounding',
  'short_pay',
  'withholding',
  'other',
]);

/**
 * Faults of a line in another currency than the company's: line-foreign (a ledger of files states no rate), line-unvalued (the
 * ERP does not say what the rest of it is worth), item-foreign (a document in another currency, or partly paid by nobody knows
 * how much).
 */
export async function lineItems(
  tx: Tx,
  line: StoredLine,
  company: Company,
  ids: readonly LedgerLineId[],
): Promise<LineItems | Fault> {
  const { currency } = line;
  const kept = await tx.ledger.items(ids);
  const byId = (items: readonly OpenItem[]) => new Map(items.map((item) => [item.id, item]));
  if (currency === company.currency) return { items: byId(kept) };
  const known = { currency, expected: company.currency };
  if (company.erp === 'fec') return fault('line-foreign', {}, known);
  const worth = worthOf(line, company);
  if (worth === null) return fault('line-unvalued', {}, known);
  const items = byId(inCurrency(kept, currency));
  const other = kept.find((item) => item.residualMinor !== 0 && !items.has(item.id));
  if (other) return fault('item-foreign', { record: other.id }, { document: other.document ?? other.label, currency });
  return {
    items: byId([...kept.filter((item) => item.residualMinor === 0), ...items.values()]),
    foreign: { worth, items: byId(kept) },
  };
}

/**
 * Whether some difference is stated in the company's currency, which a foreign line has no amount of: also a discount that no paid
 * invoice bears, for it is worth what that was.
 */
export function isStatedAtHome(adjustments: readonly Adjustment[], allocations: readonly Allocation[]): boolean {
  const isPaid = allocations.some((it) => it.amountMinor > 0);
  return adjustments.some(({ kind, vat }) => !OWN.has(kind) || vat !== undefined || (kind === 'discount' && !isPaid));
}

/** The rows as a line in this currency takes them; those that it cannot take stay as they are. */
export async function rowsIn(tx: Tx, currency: Currency, rows: readonly ItemRow[]): Promise<ItemRow[]> {
  const company = await tx.company.get();
  if (company.erp === 'fec' || currency === company.currency) return [...rows];
  const items = inCurrency(await tx.ledger.items(rows.map((row) => row.itemId)), currency);
  const byId = new Map(items.map((item) => [item.id, item]));
  return rows.map((row) => {
    const item = byId.get(row.itemId);
    if (!item) return row;
    const { amountMinor, residualMinor } = item;
    return { ...row, amountMinor, residualMinor, receivedMinor: 0, currency };
  });
}
