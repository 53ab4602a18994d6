// A discount on documents in another currency, received in the company's: what is missing is discount and exchange, and a person types one sum.
import { paidOf } from '../entry/discount.ts';
import { type Fault, fault } from '../fault/index.ts';
import { worthAtOrigin } from '../model/foreign.ts';
import type { LedgerLineId, OpenItem } from '../model/ledger.ts';
import type { Adjustment, Allocation } from '../model/match.ts';
import { allocate, sum } from '../model/money.ts';
import type { StoredLine } from '../port/store.ts';

type Paid = ReturnType<typeof paidOf>[number];

/**
 * The differences with such a discount at the rate of its sales, the rest of it as exchange: by what the bank says was paid in the
 * documents' currency, else by their terms. As they are where no such document is paid, or the exchange is typed beside.
 * Fault discount-untold: neither says how much of it is discount.
 */
export function withExchange(
  line: Pick<StoredLine, 'instructed'>,
  adjustments: readonly Adjustment[],
  allocations: readonly Allocation[],
  items: ReadonlyMap<LedgerLineId, OpenItem>,
): readonly Adjustment[] | Fault {
  const typed = adjustments.find((it) => it.kind === 'discount');
  const paid = paidOf(allocations, items);
  const abroad = paid.filter(({ item }) => item.foreign !== null);
  if (!typed || abroad.length === 0 || adjustments.some((it) => it.kind === 'fx')) return adjustments;
  const isWhole = paid.every(({ item, amountMinor }) => item.residualMinor === amountMinor);
  const granted = isWhole && abroad.length === paid.length ? (byBank(line, abroad) ?? byTerms(abroad)) : null;
  if (granted === null) return fault('discount-untold', {}, { currency: abroad[0]?.item.foreign?.currency ?? '' });
  const exchange: Adjustment = { kind: 'fx', amountMinor: typed.amountMinor + granted };
  const discount: Adjustment = { ...typed, amountMinor: -granted };
  return adjustments.flatMap((it) =>
    it === typed ? [discount, ...(exchange.amountMinor === 0 ? [] : [exchange])] : [it],
  );
}

/** What is due in the documents' currency less what was paid of it. */
function byBank({ instructed }: Pick<StoredLine, 'instructed'>, paid: readonly Paid[]): number | null {
  const dues = paid.map(({ item }) =>
    item.foreign?.currency === instructed?.currency ? (item.foreignResidualMinor ?? 0) : 0,
  );
  if (!instructed || dues.some((due) => due <= 0)) return null;
  const off = sum(dues) - Math.abs(instructed.amountMinor);
  if (off <= 0) return null;
  return sum(allocate(off, dues).map((share, i) => worthAtOrigin(paid[i]!.item, share)));
}

function byTerms(paid: readonly Paid[]): number | null {
  const offs = paid.map(({ item }) =>
    item.discount && item.residualMinor === item.amountMinor ? item.amountMinor - item.discount.discountedMinor : 0,
  );
  return offs.some((off) => off <= 0) ? null : sum(offs);
}
