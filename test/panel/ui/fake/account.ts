// The made-up server's whole accounts: every line with its running balance, and what closed it.
import type { AccountBook, AccountLine, AccountRow } from '../../../../sync/port/account-view.ts';
import type { ItemRow } from '../../../../sync/port/view.ts';
import { addItem } from './item.ts';
import type { Party, World } from './model.ts';

/** An invoice of the year before and its payment, lettered by the ledger. */
export function addPast(world: World, party: Party): void {
  const invoice = addItem(world, party, 123_400, '2025-03-03');
  const payment = addItem(world, party, -123_400, '2025-04-02', 'payment');
  for (const item of [invoice, payment]) Object.assign(item, { residualMinor: 0, letter: 'AB' });
}

export function bookOf(world: World, ask: (name: string) => string | undefined): AccountBook {
  const own = [...world.items.values()]
    .filter((item) => (item.partyId ?? '') === ask('party') && item.account === ask('account'))
    .sort((a, b) => (a.day === b.day ? (a.itemId < b.itemId ? -1 : 1) : a.day < b.day ? -1 : 1));
  let balanceMinor = 0;
  const all = own.map((item): AccountLine => {
    balanceMinor += item.amountMinor;
    return { ...item, balanceMinor, closedBy: closedBy(world, item) };
  });
  const years = new Map<number, number>();
  for (const { day } of all) years.set(Number(day.slice(0, 4)), (years.get(Number(day.slice(0, 4))) ?? 0) + 1);
  const year = ask('year');
  const lines = year ? all.filter((it) => it.day.startsWith(year)) : all;
  const offset = Number(ask('offset') ?? 0);
  return {
    lines: lines.slice(offset, offset + Number(ask('limit') ?? 100)),
    total: lines.length,
    years: [...years].map(([number, count]) => ({ year: number, lines: count })),
  };
}

function closedBy(world: World, item: ItemRow): AccountLine['closedBy'] {
  if (item.residualMinor === item.amountMinor) return null;
  const name = item.document ?? item.label;
  const past = world.history.find(
    (it) => !it.undone && (it.action === 'letter' || it.action === 'accept') && it.documents.includes(name),
  );
  return past ? { decisionId: past.decisionId, action: past.action, lineId: past.lineId } : null;
}

export function allAccountsOf(world: World): AccountRow[] {
  return world.parties.map((party) => {
    const items = [...world.items.values()].filter((item) => item.partyId === party.id);
    const side = (sign: 1 | -1) => items.filter((item) => item.residualMinor * sign > 0);
    const sum = (list: ItemRow[]) => list.reduce((total, item) => total + Math.abs(item.residualMinor), 0);
    return {
      partyId: party.id,
      partyName: party.name,
      account: '411000',
      debitMinor: sum(side(1)),
      creditMinor: sum(side(-1)),
      debits: side(1).length,
      credits: side(-1).length,
      proposable: false,
    };
  });
}
