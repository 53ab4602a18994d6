// The made-up server's aged balance: the real columns and control over the made-up items.
import { age, ageByCurrency, columnAt, columnsOf, control, daysLate } from '../../../../sync/aging/index.ts';
import { behaviourOf, paidInvoices, paymentsOf } from '../../../../sync/customer/index.ts';
import type {
  AgedItem,
  AgingView,
  Amounts,
  Basis,
  DatedItem,
  DocumentCell,
  Grouping,
  Member,
} from '../../../../sync/model/aging.ts';
import type { CustomerView } from '../../../../sync/model/customer.ts';
import { addDays, parseDay } from '../../../../sync/model/day.ts';
import type { SettledPart } from '../../../../sync/model/report.ts';
import { type Sheet, sayIn } from '../../../../sync/model/sheet.ts';
import { agingSheet } from '../../../../sync/report/aging.ts';
import { accountsOf, cellsOf } from '../../../sync/aging/naive.ts';
import { openItems, type World } from './model.ts';

type Query = (name: string) => string | undefined;

function asked(world: World, query: Query) {
  const days = (name: string, usual: number[]) => {
    const text = query(name);
    return text === undefined ? usual : text.split(',').filter(Boolean).map(Number);
  };
  const basis: Basis = query('basis') === 'issue' ? 'issue' : 'due';
  const by: Grouping = query('by') === 'account' ? 'account' : 'party';
  return {
    asOf: parseDay(query('asOf') ?? '') ?? world.today,
    knownOn: parseDay(query('knownOn') ?? ''),
    basis,
    by,
    cuts: { ahead: days('ahead', []), late: days('late', [30, 60, 90]) },
    only: onlyOf(query),
    amounts: (query('amounts') === 'document' ? 'document' : 'company') as Amounts,
  };
}

function onlyOf(query: Query): Member | null {
  const by = query('onlyBy');
  if (by === undefined) return null;
  return { by: by === 'currency' ? by : 'party', key: query('onlyKey') || null };
}

function itemsOf(world: World, asOf: string): DatedItem[] {
  return openItems(world)
    .filter((item) => item.day <= asOf)
    .map((item) => ({ ...item, openMinor: item.residualMinor + item.receivedMinor }))
    .map((item, i) => ({ ...item, openForeign: world.dollars && i % 3 === 0 ? dollarsOf(item.openMinor, i) : null }));
}

/** At 1.1 dollars; of every other one only a share is known. */
function dollarsOf(minor: number, i: number): DatedItem['openForeign'] {
  return { minor: Math.round(minor * 1.1), currency: 'USD', exact: i % 2 === 0 };
}

/** What `documentCells` of the database says of the made-up items. */
function documentCellsOf(world: World, items: readonly DatedItem[], it: ReturnType<typeof asked>): DocumentCell[] {
  const own = items.map((item) => ({
    item,
    money: item.openForeign ?? { minor: item.openMinor, currency: world.currency, exact: true },
  }));
  return own.flatMap(({ item, money }): DocumentCell[] => {
    const [cell] = cellsOf([item], it.asOf, it.basis, it.cuts, it.by);
    const isShown = it.only?.by !== 'currency' || it.only.key === money.currency;
    return cell && isShown
      ? [{ ...cell, openMinor: money.minor, currency: money.currency, shares: money.exact ? 0 : 1 }]
      : [];
  });
}

export function agingOf(world: World, query: Query): AgingView {
  const it = asked(world, query);
  const items = itemsOf(world, it.asOf);
  const { columns } = columnsOf(it.basis, it.cuts);
  const sum = items.reduce((total, item) => total + item.openMinor, 0) + world.ledgerOffMinor;
  const ledger = [
    { account: '411000', role: 'receivable' as const, balanceMinor: sum },
    { account: '418100', role: 'accrual' as const, balanceMinor: 1_250_000 },
  ];
  const proof = control(accountsOf(items), ledger);
  const [first] = items;
  const suspect = first && { ...first, entry: '000412', why: 'amount' as const };
  return {
    ...it,
    currency: world.currency,
    columns,
    ...age(cellsOf(items, it.asOf, it.basis, it.cuts, it.by), columns, it.by),
    currencies:
      it.amounts === 'document' ? ageByCurrency(documentCellsOf(world, items, it), columns, it.by, world.currency) : [],
    control: {
      ...proof,
      source: { live: true, at: `${world.today}T09:41:00Z`, why: null },
      suspects: proof.differenceMinor === 0 || !suspect ? [] : [suspect],
    },
    outside: {
      receivedNotBookedMinor: 10_767_364,
      receivedNotBookedLines: 83,
      waitingMinor: 1_234_500,
      waitingLines: 12,
      suspenseMinor: 0,
    },
  };
}

export function agedItemsOf(world: World, query: Query): AgedItem[] {
  const it = asked(world, query);
  const { bounds } = columnsOf(it.basis, it.cuts);
  return itemsOf(world, it.asOf)
    .filter((item) => (it.by === 'party' ? (item.partyId ?? '') : item.account) === (query('onlyKey') ?? ''))
    .map((item) => ({
      ...item,
      daysLate: daysLate(item, it.asOf, it.basis),
      column: columnAt(item, it.asOf, it.basis, bounds),
    }));
}

/** Any report: the aged balance as a table, which has every kind of row and cell. */
export function sheetsOf(world: World, query: Query): Sheet[] {
  const say = sayIn(query('language') === 'en' ? 'en' : 'fr');
  return [agingSheet(agingOf(world, query), { company: 'Verdanne Distribution SAS', zone: 'Europe/Paris', say })];
}

/** A customer who pays their made-up invoices ten days late, and one of them early. */
export function customerOf(world: World, id: string): CustomerView {
  const query: Query = (name) => (name === 'onlyKey' ? id : undefined);
  const items = agedItemsOf(world, query);
  const parts = items.slice(0, 3).map((it, i): SettledPart => {
    const dueDay = addDays(it.day, -60);
    return {
      ...{
        itemId: `past ${i}`,
        partyId: id,
        partyName: it.partyName,
        account: it.account,
        vatMinor: null,
        vatWaitingMinor: null,
        dueDay,
      },
      ...{ role: 'receivable', kind: 'invoice' },
      ...{
        document: `FAC/2026/0010${i}`,
        issueDay: addDays(dueDay, -30),
        invoiceMinor: 100_000,
        day: addDays(dueDay, 10),
      },
      ...{ paymentDay: addDays(dueDay, i === 2 ? -3 : 10), paymentKind: 'payment', paymentJournal: 'BQ1' },
      ...{ paymentEntry: String(400 + i), amountMinor: 100_000 },
    };
  });
  const sum = (fits: (it: AgedItem) => boolean) => items.filter(fits).reduce((total, it) => total + it.openMinor, 0);
  const name = world.parties.find((it) => it.id === id)?.name ?? id;
  return {
    ...{ asOf: world.today, currency: world.currency, items, openMinor: sum(() => true) },
    party: {
      ...{ id, name, city: 'Brizance', country: 'FR', group: null, salesperson: 'C. Royer' },
      dealing: {
        ...{ terms: '30 jours fin de mois', creditLimitMinor: 1_500_000 },
        contact: { name: 'Comptabilité', email: 'compta@client.example', phone: '01 99 00 12 34', language: 'fr_FR' },
      },
    },
    claims: items.slice(0, 1).map((it) => ({
      ...{ id: 'claim', kind: 'contested' as const, itemId: it.itemId, document: it.document, amountMinor: 120_000 },
      ...{ openedOn: addDays(world.today, -20), note: 'carton abîmé' },
    })),
    overdueMinor: sum((it) => (it.daysLate ?? 0) > 0),
    creditMinor: sum((it) => it.openMinor < 0),
    receivedMinor: 0,
    ...{ paid: paidInvoices(parts), payments: paymentsOf(parts), behaviour: behaviourOf(parts) },
  };
}
