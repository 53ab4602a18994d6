// What a line of a bank account in another currency than the company's is about: open items in that currency, and what both are worth.
import type { OpenItem } from './ledger.ts';
import { type Currency, mulDiv, sum } from './money.ts';

/** What there is to allocate of such a line, in the company's currency (`valueMinor`) and in its own: Odoo's own figures, signed as the line. */
export type Worth = { currency: Currency; ownMinor: number; valueMinor: number };

/**
 * The items whose documents are in this currency, in it: amount and what is open are the document's. An item of which nobody can
 * tell how much is still open there is left out. Terms and VAT are stated in the company's currency and say nothing here.
 */
export function inCurrency(items: readonly OpenItem[], currency: Currency): OpenItem[] {
  return items.flatMap((item) => {
    const { foreign, foreignResidualMinor: open } = item;
    if (foreign?.currency !== currency || open === null || open === undefined) return [];
    // What is open in one currency alone, or on another side there, is for a person in the ERP.
    if (Math.sign(open) !== Math.sign(item.residualMinor)) return [];
    const own = { amountMinor: foreign.minor, residualMinor: open, currency, foreign: null };
    return [{ ...item, ...own, discount: null, vatMinor: null, vatWaitingMinor: null, foreignResidualMinor: null }];
  });
}

/** How much of an item's value in the company's currency goes with so much of its own: all with all, else in proportion, to the nearest cent. */
export function worthOfShare(item: OpenItem, ownMinor: number): number {
  const open = item.foreignResidualMinor ?? 0;
  return ownMinor === open ? item.residualMinor : mulDiv(item.residualMinor, ownMinor, open, 'half-up');
}

/**
 * What each line is worth at the rate of the bank's own line (`part` 'bank'), to the nearest cent; the rest of rounding stands
 * with the largest, so that they sum to zero.
 */
export function valuesAtRate(
  lines: readonly { part: string; amountMinor: number }[],
  { ownMinor, valueMinor }: Worth,
): number[] {
  const values = lines.map(({ amountMinor }) => mulDiv(amountMinor, valueMinor, ownMinor, 'half-up'));
  const others = lines.flatMap(({ part, amountMinor }, i) =>
    part === 'bank' ? [] : [{ i, size: Math.abs(amountMinor) }],
  );
  const largest = others.reduce<{ i: number; size: number } | null>(
    (best, it) => (best && best.size >= it.size ? best : it),
    null,
  );
  if (largest !== null) values[largest.i] = (values[largest.i] ?? 0) - sum(values);
  return values;
}
