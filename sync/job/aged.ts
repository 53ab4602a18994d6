// The aged balance of a moment, from the ledger's items and, independently of them, from its totals.
import { age, columnAt, columnsOf, control, daysLate, differing } from '../aging/index.ts';
import {
  type AgedItem,
  type AgingView,
  type Basis,
  type Cuts,
  type Grouping,
  type Member,
  type Moment,
  USUAL_CUTS,
} from '../model/aging.ts';
import type { Day } from '../model/day.ts';
import { sum } from '../model/money.ts';
import type { Tx } from '../port/store.ts';
import { pendingCells, pendingItems } from './pending.ts';

export type Asking = {
  asOf: Day;
  knownOn?: Moment['knownOn'] | undefined;
  basis?: Basis | undefined;
  cuts?: Cuts | undefined;
  by?: Grouping | undefined;
  only?: Member | null | undefined;
};

/** Who owes what since when at the end of `asOf`; what is not said is: known now, by due day, the usual columns, by customer, all. */
export async function agedBalance(tx: Tx, asking: Asking): Promise<AgingView> {
  const { asOf, knownOn = null, basis = 'due', cuts = USUAL_CUTS, by = 'party', only = null } = asking;
  const { columns, bounds } = columnsOf(basis, cuts);
  const at = { asOf, knownOn };
  const { cells, accounts } = await tx.view.cells({ ...at, basis, bounds, by, only });
  const pending = await pendingCells(tx, { ...at, basis, bounds, by, only });
  const ledger = await tx.view.ledgerBalances(at);
  const proof = control(accounts, ledger);
  const apart = differing(proof);
  const { currency } = await tx.company.get();
  return {
    ...{ ...at, basis, cuts, by, only, currency, columns },
    ...age([...cells, ...pending], columns, by),
    control: { ...proof, suspects: apart.length === 0 ? [] : await tx.view.suspects(at, apart) },
    outside: {
      ...(await tx.view.outside(at)),
      suspenseMinor: sum(ledger.filter((row) => row.role === 'suspense').map((row) => row.balanceMinor)),
    },
  };
}

/** The open items behind a row of the report, first due first, each with its column. */
export async function agedItems(tx: Tx, asking: Asking): Promise<AgedItem[]> {
  const { asOf, knownOn = null, basis = 'due', cuts = USUAL_CUTS, only = null } = asking;
  const { bounds } = columnsOf(basis, cuts);
  const items = await tx.view.itemsAt({ asOf, knownOn }, only);
  const pending = await pendingItems(tx, { asOf, knownOn }, only);
  return [...items, ...pending]
    .map((item) => ({
      ...item,
      daysLate: daysLate(item, asOf, basis),
      column: columnAt(item, asOf, basis, bounds),
    }))
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0));
}

function firstDay({ dueDay, day }: AgedItem): Day {
  return dueDay ?? day;
}
