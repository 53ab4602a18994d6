// What accepted lines leave on customers' accounts while the ledger does not hold them: owed again after a return, or paid too much.
import { columnAt } from '../aging/index.ts';
import type { Cell, CellQuery, DatedItem, Grouping, Member, Moment } from '../model/aging.ts';
import type { EntryLine } from '../model/entry.ts';
import type { Party } from '../model/party.ts';
import type { StoredLine, Tx } from '../port/store.ts';

const PARTS: ReadonlySet<EntryLine['part']> = new Set<EntryLine['part']>(['on-account', 'advance']);

/**
 * Items of their own, by the bank's day: a return shows its invoice's number and due day. Nothing of them is open in the ledger, so
 * columns and control stay the ledger's; what is received and not booked is theirs, negative where money went out again.
 * As known now: what was pending at an earlier instant is not told.
 */
export async function pendingItems(tx: Tx, { asOf, knownOn }: Moment, only: Member | null): Promise<DatedItem[]> {
  if (knownOn !== null) return [];
  const waiting = (await tx.decisions.unbooked()).flatMap(({ line, entry }) =>
    line.bookingDay <= asOf ? entry.filter((it) => PARTS.has(it.part)).map((it) => ({ line, it })) : [],
  );
  if (waiting.length === 0) return [];
  const invoices = new Map(
    (await tx.view.items(waiting.flatMap(({ it }) => it.reopens ?? []))).map((item) => [item.itemId, item]),
  );
  const names = await tx.view.names(waiting.flatMap(({ it }) => it.partyId ?? []));
  const parties = await partiesFor(tx, only?.by ?? 'party');
  return waiting
    .map(({ line, it }, i) => ({
      ...itemOf(line, it, invoices.get(it.reopens ?? '')),
      itemId: `${line.id}#${i}`,
      partyName: it.partyId === null ? null : (names[it.partyId] ?? null),
    }))
    .filter((item) => only === null || keyOf(item, only.by, parties) === only.key);
}

/** The same as sums for the report's rows. */
export async function pendingCells(tx: Tx, { asOf, knownOn, basis, bounds, by, only }: CellQuery): Promise<Cell[]> {
  const items = await pendingItems(tx, { asOf, knownOn }, only);
  const parties = items.length === 0 ? new Map<string, Party>() : await partiesFor(tx, by);
  return items.map((item) => {
    const key = keyOf(item, by, parties);
    const named = by === 'group' ? (parties.get(key ?? '')?.name ?? null) : item.partyName;
    const name = by === 'party' || by === 'group' ? named : key;
    const { receivedMinor } = item;
    return { key, name, column: columnAt(item, asOf, basis, bounds), openMinor: 0, receivedMinor, items: 0 };
  });
}

/** Customers where the grouping asks for more than the item tells. */
async function partiesFor(tx: Tx, by: Grouping): Promise<Map<string, Party>> {
  if (by === 'party' || by === 'account' || by === 'currency') return new Map();
  return new Map((await tx.ledger.parties()).map((party) => [party.id, party]));
}

/** What the item is grouped under, by the rule of the report in SQL (db/view/aging.ts). */
function keyOf(item: DatedItem, by: Grouping, parties: ReadonlyMap<string, Party>): string | null {
  if (by === 'account') return item.account;
  if (by === 'currency') return item.currency;
  if (by === 'party') return item.partyId;
  const party = parties.get(item.partyId ?? '');
  if (by === 'group') return party?.parentId ?? item.partyId;
  return (by === 'country' ? party?.country : party?.salesperson) ?? null;
}

function itemOf(
  line: StoredLine,
  { account, partyId, part, label, amountMinor }: EntryLine,
  invoice: { document: string | null; documentDay: DatedItem['documentDay']; dueDay: DatedItem['dueDay'] } | undefined,
): Omit<DatedItem, 'itemId' | 'partyName'> {
  return {
    partyId,
    account,
    role: part === 'advance' ? 'advance' : 'receivable',
    kind: 'payment',
    document: invoice?.document ?? null,
    label,
    journal: '',
    day: line.bookingDay,
    documentDay: invoice?.documentDay ?? null,
    // Money taken back is owed at once where no invoice says since when.
    dueDay: amountMinor < 0 ? null : (invoice?.dueDay ?? line.bookingDay),
    dueComputed: true,
    amountMinor,
    residualMinor: amountMinor,
    receivedMinor: -amountMinor,
    currency: line.currency,
    letter: null,
    openMinor: 0,
    openForeign: null,
  };
}
