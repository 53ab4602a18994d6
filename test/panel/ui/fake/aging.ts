// The made-up server's aged balance: the real columns and control over the made-up items.
import { age, columnAt, columnsOf, control, daysLate } from '../../../../sync/aging/index.ts';
import type { AgedItem, AgingView, Basis, DatedItem, Grouping } from '../../../../sync/model/aging.ts';
import { parseDay } from '../../../../sync/model/day.ts';
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
    only: query('onlyBy') === undefined ? null : { by: 'party' as const, key: query('onlyKey') || null },
  };
}

function itemsOf(world: World, asOf: string): DatedItem[] {
  return openItems(world)
    .filter((item) => item.day <= asOf)
    .map((item) => ({ ...item, openMinor: item.residualMinor + item.receivedMinor, openForeign: null }));
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
    control: { ...proof, suspects: proof.differenceMinor === 0 || !suspect ? [] : [suspect] },
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
