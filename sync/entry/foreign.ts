// The entry of a line in another currency: built in that, then said in the company's, with the exchange difference between the two.
import type { Company } from '../model/company.ts';
import type { EntryLine, Granted } from '../model/entry.ts';
import { valuesAtRate, type Worth, worthAtOrigin, worthOfShare } from '../model/foreign.ts';
import type { LedgerLineId, OpenItem, Settlement } from '../model/ledger.ts';
import type { Allocation } from '../model/match.ts';
import { sum } from '../model/money.ts';
import { differenceAccount } from './account.ts';
import type { Occasion } from './index.ts';
import { entryLabel } from './label.ts';

/** `worth`: what the line's money is worth. `items`: those that it settles, as the ledger keeps them, in the company's currency. */
export type Foreign = { worth: Worth; items: ReadonlyMap<LedgerLineId, OpenItem> };

/**
 * Lines that sum to zero in the line's currency, in the company's: what settles an item takes what that item is worth in the
 * ledger, a discount what it takes off the sale, all others the bank's own rate; gains and losses of exchange close the sum. Each line
 * keeps its amount as `foreign`.
 */
export function valued(
  lines: readonly EntryLine[],
  { worth, items }: Foreign,
  { company, line: occasion }: { company: Company; line: Occasion },
): EntryLine[] {
  const { currency } = worth;
  const rated = lines.map((line) => atOrigin(line, items));
  const atRate = valuesAtRate(rated, worth);
  const exchange: number[] = [];
  const own = rated.map((line, i): EntryLine => {
    const item = line.settles === null ? undefined : items.get(line.settles);
    const amountMinor = item ? -worthOfShare(item, -line.amountMinor) : (atRate[i] ?? 0);
    exchange.push((atRate[i] ?? 0) - amountMinor);
    return { ...line, amountMinor, foreign: { minor: line.amountMinor, currency } };
  });
  const sides = [exchange.filter((it) => it > 0), exchange.filter((it) => it < 0)].map((it) => sum(it));
  return [...own, ...sides.flatMap((minor) => (minor === 0 ? [] : [exchangeLine(minor, company, occasion)]))];
}

/** A discount takes off each invoice what it was worth when it was sold. */
function atOrigin(line: EntryLine, items: Foreign['items']): EntryLine {
  if (!line.granted) return line;
  const granted = line.granted.map(({ itemId, amountMinor }): Granted => {
    const item = items.get(itemId);
    if (!item) throw new Error(`entry: a discount on ${itemId}, which is not settled`);
    return { itemId, amountMinor: worthAtOrigin(item, amountMinor), foreignMinor: amountMinor };
  });
  return { ...line, granted };
}

/** What these allocations settle, each item against the bank line itself, in both currencies. */
export function foreignFacts(
  line: { id: string; bookingDay: Settlement['day'] },
  allocations: readonly Allocation[],
  { items }: Foreign,
  decisionId: string,
): Settlement[] {
  return allocations.map(({ itemId, amountMinor }) => {
    const item = items.get(itemId);
    if (!item) throw new Error(`entry: item ${itemId} is not among the items of line ${line.id}`);
    const value = Math.abs(worthOfShare(item, amountMinor));
    const [debitId, creditId] = amountMinor > 0 ? [itemId, line.id] : [line.id, itemId];
    const foreign = Math.abs(amountMinor);
    return {
      id: `${decisionId}/${debitId}/${creditId}`,
      debitId,
      creditId,
      amountMinor: value,
      ...(amountMinor > 0 ? { debitForeignMinor: foreign } : { creditForeignMinor: foreign }),
      day: item.day > line.bookingDay ? item.day : line.bookingDay,
    };
  });
}

/** `minor` positive: a loss, as a debit. */
function exchangeLine(minor: number, company: Company, line: Occasion): EntryLine {
  const account = differenceAccount(company, { kind: 'fx', amountMinor: -minor }, '');
  const label = entryLabel('exchange', line, null);
  return { part: 'exchange', account, partyId: null, label, amountMinor: minor, settles: null };
}
