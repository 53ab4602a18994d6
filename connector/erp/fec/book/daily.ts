// Balances at the end of any day, summed from the files' rows: what the aged balance is controlled by.
import type { Day } from '../../../../sync/model/day.ts';
import { type AccountBalance, WATCHED_ROLES } from '../../../../sync/model/ledger.ts';
import type { Ledger } from '../ledger.ts';

type Movement = { account: string; amountMinor: number };

/**
 * Keeps sums by account and day and none of the rows. A book with openings states the whole anew on its opening day; what it
 * carries forward stands in the book before it until then.
 */
export function balancesByDay({ books, accounts, moved }: Ledger): (asOf: Day) => AccountBalance[] {
  const watched = new Set(accounts.flatMap(({ number, role }) => (WATCHED_ROLES.has(role) ? [number] : [])));
  const sums = books.map(({ file, openings, openingDay }, index) => {
    const days = new Map<Day, Map<string, number>>();
    const add = (day: Day, { account, amountMinor }: Movement) => {
      if (!watched.has(account)) return;
      const on = days.get(day) ?? new Map<string, number>();
      days.set(day, on.set(account, (on.get(account) ?? 0) + amountMinor));
    };
    for (const row of file.rows) add(index > 0 && openings.has(row) ? openingDay : row.day, row);
    for (const each of moved) if (each.book === index) add(openingDay, each);
    return { days, restates: openings.size > 0 ? openingDay : null };
  });
  return (asOf) => {
    let balances = new Map<string, number>();
    for (const { days, restates } of sums) {
      if (restates !== null && restates <= asOf) balances = new Map();
      for (const [day, on] of days) {
        if (day > asOf) continue;
        for (const [account, minor] of on) balances.set(account, (balances.get(account) ?? 0) + minor);
      }
    }
    return [...balances].map(([account, balanceMinor]) => ({ account, balanceMinor }));
  };
}
