// The VAT that an early-payment discount takes back: in proportion to the VAT of the documents it was granted on.
import type { LedgerLineId, OpenItem } from '../model/ledger.ts';
import type { Allocation } from '../model/match.ts';
import { allocate, mulDiv } from '../model/money.ts';

/**
 * VAT inside a discount of `discountMinor` (positive, incl. VAT), shared over the invoices that grant one, else over all
 * that are paid. An invoice whose VAT the ledger does not tell gives none: the whole discount is then a cost.
 */
export function discountVat(
  discountMinor: number,
  allocations: readonly Allocation[],
  items: ReadonlyMap<LedgerLineId, OpenItem>,
): number {
  const paid = allocations.flatMap(({ itemId, amountMinor }) => {
    const item = items.get(itemId);
    return item && amountMinor > 0 ? [{ item, amountMinor }] : [];
  });
  const granted = paid.filter(({ item }) => item.discount !== null);
  const bearers = granted.length > 0 ? granted : paid;
  if (bearers.length === 0 || discountMinor <= 0) return 0;
  const shares = allocate(
    discountMinor,
    bearers.map(({ amountMinor }) => amountMinor),
  );
  return bearers.reduce((total, { item }, i) => {
    const vatMinor = item.vatMinor ?? 0;
    return vatMinor === 0 ? total : total + mulDiv(shares[i]!, vatMinor, item.amountMinor, 'half-up');
  }, 0);
}
