// Which account a line of an entry goes to: numbers come from the company's map, never from here.
import type { AccountUse, Company, DifferenceKind } from '../model/company.ts';
import type { AccountRole } from '../model/ledger.ts';
import type { Adjustment, AdjustmentKind } from '../model/match.ts';

const KIND: Readonly<
  Record<Exclude<AdjustmentKind, 'retention' | 'other'>, { short: DifferenceKind; over: DifferenceKind }>
> = {
  discount: { short: 'discount', over: 'discount' },
  bank_fee: { short: 'bank_fee', over: 'bank_fee' },
  psp_fee: { short: 'bank_fee', over: 'bank_fee' },
  factor_fee: { short: 'bank_fee', over: 'bank_fee' },
  rounding: { short: 'small', over: 'small_gain' },
  short_pay: { short: 'small', over: 'small_gain' },
  withholding: { short: 'withholding', over: 'withholding' },
  fx: { short: 'exchange', over: 'exchange_gain' },
};

/**
 * The account of a typed difference, '' where the chart has none that is known; one in the company's favour may have an account
 * of its own. `like` is an account that the ledger uses, for the width of its numbers.
 */
export function differenceAccount(company: Company, adjustment: Adjustment, like: string): string {
  if (adjustment.kind === 'retention') return adjustment.account ?? accountFor(company, 'retention', like);
  if (adjustment.kind === 'other') {
    if (adjustment.account === undefined) throw new Error('entry: a difference of another kind needs its account');
    return adjustment.account;
  }
  return accountFor(company, differenceUse(adjustment), like);
}

/** What the account of a typed difference is named for. */
export function differenceUse({ kind, amountMinor }: Pick<Adjustment, 'kind' | 'amountMinor'>): AccountUse {
  if (kind === 'retention') return 'retention';
  if (kind === 'other') throw new Error('entry: a difference of another kind has an account of its own');
  return amountMinor < 0 ? KIND[kind].short : KIND[kind].over;
}

/** The account of a use: the one that a person named, else that of the chart, '' where it has none. */
export function accountFor(company: Company, use: AccountUse, like: string): string {
  const chosen = company.chosenAccounts?.[use];
  if (chosen !== undefined) return chosen;
  return use === 'advance' || use === 'retention' || use === 'transfer'
    ? roleAccount(company, use, like)
    : company.differenceAccounts[use];
}

/**
 * The general account of a role, from the company's map: its shortest prefix, filled with zeros to the width of `like`,
 * an account that the ledger uses ('411' like '51210000' is '41100000'). '' where the map has none.
 */
export function roleAccount(company: Company, role: AccountRole, like: string): string {
  const prefixes = Object.keys(company.accounts).filter((prefix) => company.accounts[prefix] === role);
  // 419 holds 4191: what names the role more closely is meant.
  const leaves = prefixes.filter((it) => !prefixes.some((other) => other !== it && other.startsWith(it)));
  const shortest = leaves.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
  return shortest === undefined ? '' : shortest.padEnd(like.length, '0');
}
