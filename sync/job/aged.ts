// The aged balance of a day, from the ledger's items and, independently of them, from its totals.
import { type Aged, age, type Basis, daysLate } from '../aging/index.ts';
import type { Day } from '../model/day.ts';
import { sum } from '../model/money.ts';
import type { Tx } from '../port/store.ts';
import type { AgedItem } from '../port/view.ts';

export type AgedReport = Aged & {
  asOf: Day;
  basis: Basis;
  currency: string;
  outside: { receivedNotBookedMinor: number; receivedNotBookedLines: number; suspenseMinor: number };
};

/** Who owes what since when at the end of `asOf`, by accounting days; `knownOn` (an instant) leaves out what was learned later. */
export async function agedBalance(tx: Tx, asOf: Day, basis: Basis): Promise<AgedReport> {
  const items = await tx.view.itemsAt(asOf);
  const balances = await tx.view.ledgerBalances(asOf);
  const customers = balances.filter((row) => row.role !== 'suspense');
  const received = await tx.view.receivedNotBooked(asOf);
  const { currency } = await tx.company.get();
  return {
    ...age(items, customers, asOf, basis),
    asOf,
    basis,
    currency,
    outside: {
      receivedNotBookedMinor: received.amountMinor,
      receivedNotBookedLines: received.lines,
      suspenseMinor: sum(balances.filter((row) => row.role === 'suspense').map((row) => row.balanceMinor)),
    },
  };
}

/** The open items of one customer behind a row of the report, latest due first in line. */
export async function agedItems(tx: Tx, partyId: string | null, asOf: Day, basis: Basis): Promise<AgedItem[]> {
  const items = (await tx.view.itemsAt(asOf)).filter((item) => item.partyId === partyId && item.residualMinor !== 0);
  return items
    .map((item) => ({ ...item, daysLate: daysLate(item, asOf, basis) }))
    .sort((a, b) => ((a.dueDay ?? a.day) < (b.dueDay ?? b.day) ? -1 : 1));
}
