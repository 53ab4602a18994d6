// Items beside those of customers, as the engine that finds what a line pays sees them.
import type { OpenItem } from '../model/ledger.ts';

/** A payment that the ERP registered and that waits for the bank; the other items beside are suppliers'. */
export function isWaiting({ role }: Pick<OpenItem, 'role'>): boolean {
  return role === 'collection';
}

/**
 * The engine knows accounts of customers: beside them an item is one like any other. A payment that waits is found by the
 * number that its memo names, and by its own, which is what a bank order of ours carries.
 */
export function asItem(item: OpenItem): OpenItem {
  const own = isWaiting(item) ? { paymentReference: item.entry, documentDay: null, dueDay: null } : {};
  return { ...item, role: 'receivable', discount: null, ...own };
}
