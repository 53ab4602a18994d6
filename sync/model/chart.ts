// What an ERP's chart of accounts makes of a company's map: numbers of the French chart mean other things in other ones.
import { type Company, type DifferenceKind, PLAN_DIFFERENCES } from './company.ts';
import type { LedgerAccount } from './ledger.ts';

/** Roles of which an ERP names the general account. */
type General = 'receivable' | 'advance' | 'transfer';

/**
 * `isMapped`: the company's map is of this chart. `uses`: numbers of the accounts that the ERP posts to by itself, of differences
 * and of roles, where it names one.
 */
export type ChartFacts = { isMapped: boolean; uses: Partial<Record<DifferenceKind | General, string>> };

type Accounts = Pick<Company, 'accounts' | 'differenceAccounts' | 'chosenAccounts'>;

const GENERAL: readonly General[] = ['receivable', 'advance', 'transfer'];
const CHOSEN_ROLES = ['advance', 'retention', 'transfer'] as const;

/** For charts that lack an account of PLAN_DIFFERENCES, the first that they have: Odoo's, and numbers used before 2017. */
const OTHER_DIFFERENCES: Partial<Record<DifferenceKind, string>> = {
  bank_fee: '627800',
  exchange: '666000',
  exchange_gain: '766000',
};

/**
 * The map and the accounts of differences in a chart of these rows. General accounts are those that the ERP uses itself, and those
 * that a person chose. What a chart of another kind has no account for is '': a number of the French chart might stand there for
 * something else.
 */
export function onChart(
  company: Accounts,
  rows: readonly LedgerAccount[],
  { isMapped, uses }: ChartFacts,
): Pick<Company, 'accounts' | 'differenceAccounts'> {
  const chart = new Set(rows.flatMap((row) => (row.closed ? [] : [row.number])));
  const general = GENERAL.flatMap((role) => (uses[role] === undefined ? [] : [[uses[role], role] as const]));
  // The account that the ERP named for a role before gives way to the one that it names now.
  const kept = Object.entries(company.accounts).filter(
    ([number, role]) => !(chart.has(number) && general.some(([, it]) => it === role)),
  );
  const accountOf = (kind: DifferenceKind): string => {
    const named = company.differenceAccounts[kind];
    if (!isMapped) return uses[kind] ?? '';
    const other = named === PLAN_DIFFERENCES[kind] ? OTHER_DIFFERENCES[kind] : undefined;
    return [named, other, uses[kind]].find((number) => number !== undefined && chart.has(number)) ?? named;
  };
  const kinds = Object.keys(company.differenceAccounts) as DifferenceKind[];
  return {
    accounts: { ...Object.fromEntries([...(isMapped ? kept : []), ...general]), ...chosenRoles(company) },
    differenceAccounts: Object.fromEntries(
      kinds.map((kind) => [kind, accountOf(kind)]),
    ) as Company['differenceAccounts'],
  };
}

/** Of the accounts that a person chose those that have a role by it, as the company's map says it. */
export function chosenRoles({ chosenAccounts = {} }: Pick<Company, 'chosenAccounts'>): Company['accounts'] {
  return Object.fromEntries(
    CHOSEN_ROLES.flatMap((role) => (chosenAccounts[role] ? [[chosenAccounts[role], role]] : [])),
  );
}
