// What an account is for, by the company's map, and which accounts are kept line by line.
import type { AccountRole } from '../../../../sync/model/ledger.ts';

export type AccountMap = Readonly<Record<string, AccountRole>>;

/** Customers, suspense, banks and instruments in collection, internal transfers; all else is kept as totals. */
const KEPT_CLASSES = ['41', '47', '51', '58'] as const;

/** The role and how many characters of the number stand for it: the longest prefix of the map wins. */
export function placeOf(account: string, map: AccountMap): { role: AccountRole; prefix: string } {
  for (let length = account.length; length > 0; length--) {
    const prefix = account.slice(0, length);
    const role = map[prefix];
    if (role !== undefined) return { role, prefix };
  }
  return { role: 'other', prefix: '' };
}

export function isKept(account: string, map: AccountMap): boolean {
  return KEPT_CLASSES.some((prefix) => account.startsWith(prefix)) || placeOf(account, map).role !== 'other';
}
