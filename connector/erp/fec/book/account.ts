// What an account is for, by the company's map, and which accounts are kept line by line.
import type { AccountRole } from '../../../../sync/model/ledger.ts';

export type AccountMap = Readonly<Record<string, AccountRole>>;

/** Customers, suspense, banks and instruments in collection, internal transfers; all else is kept as totals. */
const KEPT_CLASSES = ['41', '47', '51', '58'] as const;

export type AccountPlace = { role: AccountRole; prefix: string };

/** A ledger asks for few accounts, millions of times. */
const PLACES = new WeakMap<AccountMap, Map<string, AccountPlace>>();

/** The role and the prefix that stands for it: the longest one of the map wins. */
export function placeOf(account: string, map: AccountMap): AccountPlace {
  const known = PLACES.get(map) ?? new Map<string, AccountPlace>();
  PLACES.set(map, known);
  const place = known.get(account) ?? searched(account, map);
  known.set(account, place);
  return place;
}

function searched(account: string, map: AccountMap): AccountPlace {
  for (let length = account.length; length > 0; length--) {
    const prefix = account.slice(0, length);
    const role = map[prefix];
    if (role !== undefined) return { role, prefix };
  }
  return { role: 'other', prefix: '' };
}

export function isKept(account: string, map: AccountMap): boolean {
  if (KEPT_CLASSES.some((prefix) => account.startsWith(prefix))) return true;
  const { role } = placeOf(account, map);
  return role !== 'other' && role !== 'payable';
}

/** Accounts of suppliers: read line by line, and of their lines only those are kept that are proved to be open. */
export function isOwed(account: string, map: AccountMap): boolean {
  return placeOf(account, map).role === 'payable' && !isKept(account, map);
}
