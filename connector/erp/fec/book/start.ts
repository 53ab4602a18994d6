// A ledger that matching begins with on a day: what was open on customer accounts before it, as one balance for each customer.
import { addDays, type Day } from '../../../../sync/model/day.ts';
import { isBefore, type LedgerLine } from '../../../../sync/model/ledger.ts';
import { sum } from '../../../../sync/model/money.ts';
import { type AccountMap, placeOf } from './account.ts';
import { squashed } from './identity.ts';
import type { Item } from './item.ts';
import { isCustomer } from './kind.ts';

/** What the start day leaves as it is, and what it takes together. Both are of the ledger: nothing is lost. */
export type Started = { kept: Item[]; earlier: Item[] };

/**
 * The open customer items of before the day, and the opening balances that carry such items to it. What a letter has settled
 * stays as it is: it is known to be paid, and may be settled with a line of after the day.
 */
export function startedOn(items: readonly Item[], start: Day | null, map: AccountMap): Started {
  const isEarlier = ({ state, row, opening }: Item) =>
    start !== null && state === 'open' && isCustomer(row, map) && isBefore(start, { day: row.day, opening });
  return { kept: items.filter((item) => !isEarlier(item)), earlier: items.filter(isEarlier) };
}

/**
 * One line for each account and customer, dated the day before the start, so that every balance from then on is the ledger's.
 * Its id does not change with the day, so that what was decided about it stays. None where the items cancel out.
 */
export function earlierLines(
  items: readonly Item[],
  start: Day,
  map: AccountMap,
  partyOf: (item: Item) => string | null,
): LedgerLine[] {
  const groups = new Map<string, { account: string; partyId: string | null; items: Item[] }>();
  for (const item of items) {
    const { account } = item.row;
    const partyId = partyOf(item);
    const group = groups.get(`${account}\t${partyId}`) ?? { account, partyId, items: [] };
    groups.set(`${account}\t${partyId}`, group);
    group.items.push(item);
  }
  const ids = new Map<string, number>();
  return [...groups.values()].flatMap(({ account, partyId, items: own }) => {
    const base = ['earlier', account, partyId ?? ''].map(squashed).join('.');
    const ordinal = (ids.get(base) ?? 0) + 1;
    ids.set(base, ordinal);
    const id = ordinal === 1 ? base : `${base}.${ordinal}`;
    const amountMinor = sum(own.map(({ row }) => row.amountMinor));
    return amountMinor === 0 ? [] : [lineOf(id, account, partyId, amountMinor, start, map)];
  });
}

function lineOf(
  id: string,
  account: string,
  partyId: string | null,
  amountMinor: number,
  start: Day,
  map: AccountMap,
): LedgerLine {
  const day = addDays(start, -1);
  return {
    id,
    account,
    role: placeOf(account, map).role,
    partyId,
    journal: 'AN',
    entry: id,
    document: null,
    label: `Solde antérieur au ${start.split('-').reverse().join('/')}`,
    day,
    documentDay: null,
    dueDay: null,
    dueComputed: false,
    amountMinor,
    currency: 'EUR',
    foreign: null,
    kind: 'earlier',
    letter: null,
    paymentReference: null,
    clientReference: null,
    discount: null,
    vatMinor: null,
    vatWaitingMinor: null,
  };
}
