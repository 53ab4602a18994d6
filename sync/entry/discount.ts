// The VAT that an early-payment discount takes back: in proportion to the VAT of the documents it was granted on.
import type { LedgerLineId, OpenItem } from '../model/ledger.ts';
import type { Allocation } from '../model/match.ts';
import { allocate, mulDiv } from '../model/money.ts';

/** What of a discount one invoice is granted, VAT included, and the VAT inside that. */
export type DiscountShare = { itemId: LedgerLineId; grossMinor: number; vatMinor: number };

/**
 * A discount of `discountMinor` (positive, incl. VAT) shared over the invoices that grant one, else over all that are paid; empty
 * where none is. An invoice whose VAT the ledger does not tell gives none: the whole discount is then a cost.
 */
export function discountShares(
  discountMinor: number,
  allocations: readonly Allocation[],
  items: ReadonlyMap<LedgerLineId, OpenItem>,
): DiscountShare[] {
  const paid = paidOf(allocations, items);
  const granted = paid.filter(({ item }) => item.discount !== null);
  const bearers = granted.length > 0 ? granted : paid;
  if (bearers.length === 0 || discountMinor <= 0) return [];
  const shares = allocate(
    discountMinor,
    bearers.map(({ amountMinor }) => amountMinor),
  );
  return bearers.map(({ item }, i) => {
    const grossMinor = shares[i]!;
    const vatMinor = item.vatMinor ? mulDiv(grossMinor, item.vatMinor, item.amountMinor, 'half-up') : 0;
    return { itemId: item.id, grossMinor, vatMinor };
  });
}

/** What is paid, by how much: a credit note that is taken bears no discount. */
export function paidOf(
  allocations: readonly Allocation[],
  items: ReadonlyMap<LedgerLineId, OpenItem>,
): { item: OpenItem; amountMinor: number }[] {
  return allocations.flatMap(({ itemId, amountMinor }) => {
    const item = items.get(itemId);
    return item && amountMinor > 0 ? [{ item, amountMinor }] : [];
  });
}
