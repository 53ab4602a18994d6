// What a bookkeeper should know of a ledger that can be used all the same.
import { type Fault, fault } from '../../../../sync/fault/index.ts';
import { CUSTOMER_ROLES } from '../../../../sync/model/ledger.ts';
import type { Money } from '../../../../sync/model/money.ts';
import type { FecConfig } from '../config.ts';
import { type AccountMap, placeOf } from './account.ts';
import type { Chain } from './chain.ts';
import type { Book } from './exercise.ts';
import type { Item } from './item.ts';
import { isDetailed } from './opening.ts';
import { startedOn } from './start.ts';

export function warningsOf(
  books: readonly Book[],
  chain: Chain,
  { accounts: map, start = null }: Pick<FecConfig, 'accounts' | 'start'>,
): Fault[] {
  const customers = chain.items.filter((item) => isCustomer(item.row.account, map));
  const newest = books.at(-1)!;
  return [
    // With a start day the question is answered.
    ...(start === null && customers.length > 0 && customers.every((item) => item.letter === '')
      ? [fault('ledger-unlettered', { file: newest.file.name })]
      : []),
    ...undetailed(startedOn(customers, start, map).kept, books, map).map(({ account, amountMinor, item }) =>
      fault(
        'opening-undetailed',
        { file: books[item.book]!.file.name, line: item.row.line },
        { account, amount: euros(amountMinor) },
      ),
    ),
    ...chain.mismatches
      .filter(({ account }) => placeOf(account, map).role !== 'other')
      .map(({ book, account, beforeMinor, afterMinor }) =>
        fault(
          'opening-mismatch',
          { file: books[book]!.file.name },
          { account, before: euros(beforeMinor), after: euros(afterMinor) },
        ),
      ),
  ];
}

type Undetailed = { account: string; amountMinor: number; item: Item };

/** Where each customer has an account, one warning for all says more than one for each. */
const ACCOUNTS_MAX = 3;

/** Openings without a document of their own: one sum for a customer, or for all. By account, or by prefix where there are many. */
function undetailed(customers: readonly Item[], books: readonly Book[], map: AccountMap): Undetailed[] {
  const sums = customers.filter((item) => {
    const { row } = item;
    if (!item.opening || item.state !== 'open' || row.amountMinor === 0) return false;
    return !isDetailed(row, books[item.book]!.openingDay);
  });
  const byAccount = summed(sums, (item) => item.row.account);
  return byAccount.length <= ACCOUNTS_MAX ? byAccount : summed(sums, (item) => placeOf(item.row.account, map).prefix);
}

function summed(items: readonly Item[], nameOf: (item: Item) => string): Undetailed[] {
  const found = new Map<string, Undetailed>();
  for (const item of items) {
    const account = nameOf(item);
    const known = found.get(account);
    if (known) known.amountMinor += item.row.amountMinor;
    else found.set(account, { account, amountMinor: item.row.amountMinor, item });
  }
  return [...found.values()];
}

function isCustomer(account: string, map: AccountMap): boolean {
  const { role } = placeOf(account, map);
  return CUSTOMER_ROLES.some((each) => each === role);
}

function euros(minor: number): Money {
  return { minor, currency: 'EUR' };
}
