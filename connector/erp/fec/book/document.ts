// Which pieces are document numbers: some programs put a month's label or the word of the opening there.
import type { Book } from './exercise.ts';
import type { Item } from './item.ts';
import { isDetailed } from './opening.ts';

/** A document is one customer's; a label that more of them share on sales lines is none. */
const CUSTOMERS_MAX = 2;

/** The PieceRef of an item where it names a document; null where many customers share it, and on openings without detail. */
export function documents(
  items: readonly Item[],
  books: readonly Book[],
  partyOf: (item: Item) => string | null,
): (item: Item) => string | null {
  const customers = new Map<string, Set<string>>();
  for (const item of items) {
    const piece = item.row.detail?.piece ?? '';
    const party = partyOf(item);
    const counts = item.opening || item.facts?.kind === 'invoice' || item.facts?.kind === 'credit-note';
    if (piece === '' || party === null || !counts) continue;
    const found = customers.get(piece);
    if (found) found.add(party);
    else customers.set(piece, new Set([party]));
  }
  return (item) => {
    const piece = item.row.detail?.piece ?? '';
    const sum = item.opening && !isDetailed(item.row, books[item.book]!.openingDay);
    return piece === '' || sum || (customers.get(piece)?.size ?? 0) > CUSTOMERS_MAX ? null : piece;
  };
}
