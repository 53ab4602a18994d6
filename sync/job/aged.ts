// The aged balance of a moment, from the ledger's items and, independently of them, from its totals.
import { age, ageByCurrency, columnAt, columnsOf, control, daysLate, differing } from '../aging/index.ts';
import {
  type AgedItem,
  type AgingView,
  type Amounts,
  type Basis,
  type Cuts,
  type Grouping,
  type LedgerSum,
  type Member,
  type Moment,
  type Suspect,
  USUAL_CUTS,
} from '../model/aging.ts';
import type { CompanyId } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { AccountBalance } from '../model/ledger.ts';
import { sum } from '../model/money.ts';
import type { Tx } from '../port/store.ts';
import type { Desk } from './desk.ts';
import { pendingCells, pendingItems } from './pending.ts';
import { type Stated, statedBy } from './stated.ts';

export type Asking = {
  asOf: Day;
  knownOn?: Moment['knownOn'] | undefined;
  basis?: Basis | undefined;
  cuts?: Cuts | undefined;
  by?: Grouping | undefined;
  only?: Member | null | undefined;
  amounts?: Amounts | undefined;
  /** What the ledger says itself; unsaid, its totals of the last reading count. */
  stated?: Stated | undefined;
};

/** Who owes what since when at the end of `asOf`; what is not said is: known now, by due day, the usual columns, by customer, all, in the company's currency. */
export async function agedBalance(tx: Tx, asking: Asking): Promise<AgingView> {
  const { asOf, knownOn = null, basis = 'due', cuts = USUAL_CUTS, by = 'party', only = null, stated } = asking;
  const { amounts = 'company' } = asking;
  const { columns, bounds } = columnsOf(basis, cuts);
  const at = { asOf, knownOn };
  const query = { ...at, basis, bounds, by, only };
  const { cells, accounts } = await tx.view.cells(query);
  const pending = await pendingCells(tx, query);
  const documents = amounts === 'document' ? await tx.view.documentCells(query) : [];
  const ledger = restated(await tx.view.ledgerBalances(at), stated?.balances ?? null);
  const proof = control(accounts, ledger);
  const apart = differing(proof);
  const source = stated?.source ?? { live: false, at: (await tx.link.get()).pulledAt, why: null };
  const { currency } = await tx.company.get();
  return {
    ...{ ...at, basis, cuts, by, only, amounts, currency, columns },
    ...age([...cells, ...pending], columns, by),
    currencies: ageByCurrency(documents, columns, by, currency),
    control: { ...proof, source, suspects: apart.length === 0 ? [] : await suspectsOf(tx, at, apart, stated) },
    outside: {
      ...(await tx.view.outside(at)),
      suspenseMinor: sum(ledger.filter((row) => row.role === 'suspense').map((row) => row.balanceMinor)),
    },
  };
}

/** The same, controlled by what the ledger says at this moment. */
export async function agedBalanceNow(desk: Desk, companyId: CompanyId, asking: Asking): Promise<AgingView> {
  const stated = await statedBy(desk, companyId, { asOf: asking.asOf, knownOn: asking.knownOn ?? null });
  return desk.store.within(companyId, (tx) => agedBalance(tx, { ...asking, stated }));
}

/** The accounts as the ledger itself states them; one that was never read here is a customer account. */
function restated(kept: readonly LedgerSum[], stated: readonly AccountBalance[] | null): readonly LedgerSum[] {
  if (stated === null) return kept;
  const roles = new Map(kept.map((row) => [row.account, row.role]));
  const said = new Map(stated.map((row) => [row.account, row.balanceMinor]));
  return [...new Set([...roles.keys(), ...said.keys()])].map((account) => ({
    account,
    role: roles.get(account) ?? 'receivable',
    balanceMinor: said.get(account) ?? 0,
  }));
}

/** What the ledger holds that is not read yet comes first: it explains the difference. */
async function suspectsOf(
  tx: Tx,
  at: Moment,
  apart: readonly { account: string; differenceMinor: number }[],
  stated: Stated | undefined,
): Promise<Suspect[]> {
  const changed = (await stated?.changed(apart.map((it) => it.account))) ?? [];
  const unread = changed
    .filter(({ day }) => day <= at.asOf)
    .map(({ id, account, journal, entry, document, day, amountMinor }): Suspect => {
      return { itemId: id, account, journal, entry, document, day, amountMinor, why: 'unread' };
    });
  const known = await tx.view.suspects(at, apart);
  const ids = new Set(unread.map((it) => it.itemId));
  return [...unread, ...known.filter((it) => !ids.has(it.itemId))];
}

/** The open items behind a row of the report, first due first, each with its column. */
export async function agedItems(tx: Tx, asking: Asking): Promise<AgedItem[]> {
  const { asOf, knownOn = null, basis = 'due', cuts = USUAL_CUTS, only = null } = asking;
  const { bounds } = columnsOf(basis, cuts);
  const items = await tx.view.itemsAt({ asOf, knownOn }, only);
  const pending = await pendingItems(tx, { asOf, knownOn }, only);
  return [...items, ...pending]
    .map((item) => {
      // Of what is open in the document's currency alone, that amount says on which side it stands.
      const aged = { ...item, openMinor: item.openMinor === 0 ? (item.openForeign?.minor ?? 0) : item.openMinor };
      return { ...item, daysLate: daysLate(aged, asOf, basis), column: columnAt(aged, asOf, basis, bounds) };
    })
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0));
}

function firstDay({ dueDay, day }: AgedItem): Day {
  return dueDay ?? day;
}
