// What a line of a bank account in another currency than the company's is about: open items in that currency, and what both are worth.
import type { Granted } from './entry.ts';
import type { Discount, LedgerLineId, OpenItem } from './ledger.ts';
import { type Currency, mulDiv, sum } from './money.ts';

/** What there is to allocate of such a line, in the company's currency (`valueMinor`) and in its own: Odoo's own figures, signed as the line. */
export type Worth = { currency: Currency; ownMinor: number; valueMinor: number };

/**
 * The items whose documents are in this currency, in it: amount, terms and what is open are the document's. An item of which nobody
 * can tell how much is still open there is left out. Its VAT is the same share of it as in the company's currency.
 */
export function inCurrency(items: readonly OpenItem[], currency: Currency): OpenItem[] {
  return items.flatMap((item) => {
    const { foreign, foreignResidualMinor: open } = item;
    if (foreign?.currency !== currency || open === null || open === undefined) return [];
    // What is open in one currency alone, or on another side there, is for a person in the ERP.
    if (Math.sign(open) !== Math.sign(item.residualMinor)) return [];
    const own = {
      amountMinor: foreign.minor,
      residualMinor: open,
      currency,
      foreign: null,
      foreignResidualMinor: null,
    };
    return [{ ...item, ...own, discount: ownTerms(item.discount), vatMinor: ownVat(item), vatWaitingMinor: null }];
  });
}

/** Terms that the ledger states in its own currency alone are none: of a cent more or less nothing would tie. */
function ownTerms(discount: Discount | null): Discount | null {
  if (discount?.discountedForeignMinor === undefined) return null;
  const { percentBp, until, discountedForeignMinor } = discount;
  return { percentBp, until, discountedMinor: discountedForeignMinor };
}

function ownVat({ vatMinor, amountMinor, foreign }: OpenItem): number | null {
  if (!vatMinor || !foreign || amountMinor === 0) return vatMinor ?? null;
  return mulDiv(vatMinor, foreign.minor, amountMinor, 'half-up');
}

/** What so much of an item was worth when it was made: at the rate of its own entry, to the nearest cent. */
export function worthAtOrigin({ amountMinor, foreign }: OpenItem, ownMinor: number): number {
  return mulDiv(amountMinor, ownMinor, foreign?.minor ?? amountMinor, 'half-up');
}

/** How much of an item's value in the company's currency goes with so much of its own: all with all, else in proportion, to the nearest cent. */
export function worthOfShare(item: OpenItem, ownMinor: number): number {
  const open = item.foreignResidualMinor ?? 0;
  return ownMinor === open ? item.residualMinor : mulDiv(item.residualMinor, ownMinor, open, 'half-up');
}

/** `granted`, of a discount: what it takes off each sale, at the rate of the sale. */
type Rated = { part: string; amountMinor: number; settles: LedgerLineId | null; granted?: readonly Granted[] };

/**
 * What each line is worth at the rate of the bank's own line (`part` 'bank'), to the nearest cent, so that they sum to zero: a
 * discount is worth what it takes off the sale, and what that differs by is borne by the invoice's own line; the rest of rounding
 * stands with the largest.
 */
export function valuesAtRate(lines: readonly Rated[], { ownMinor, valueMinor }: Worth): number[] {
  const atRate = (minor: number) => mulDiv(minor, valueMinor, ownMinor, 'half-up');
  const shares = lines.flatMap(({ granted }) => granted ?? []);
  const borneBy = (id: LedgerLineId | null) =>
    sum(shares.map((it) => (it.itemId === id ? it.amountMinor - atRate(it.foreignMinor ?? 0) : 0)));
  const values = lines.map(({ amountMinor, settles, granted }) =>
    granted ? sum(granted.map((it) => it.amountMinor)) : atRate(amountMinor) - borneBy(settles),
  );
  const others = lines.flatMap(({ part, amountMinor, granted }, i) =>
    part === 'bank' || granted ? [] : [{ i, size: Math.abs(amountMinor) }],
  );
  const largest = others.reduce<{ i: number; size: number } | null>(
    (best, it) => (best && best.size >= it.size ? best : it),
    null,
  );
  if (largest !== null) values[largest.i] = (values[largest.i] ?? 0) - sum(values);
  return values;
}
