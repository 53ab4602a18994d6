// Which account each difference and each general role goes to: the chart's, or the one that a person names for good.
import { accountFor } from '../entry/account.ts';
import { type Fault, fault } from '../fault/index.ts';
import { chosenRoles } from '../model/chart.ts';
import { type AccountUse, type Company, type CompanyId, PLAN_COMPTABLE } from '../model/company.ts';
import type { AccountUseView } from '../port/ledger-view.ts';
import type { Tx } from '../port/store.ts';
import { type OpenAccounts, openAccounts, wrongAccount } from './complete.ts';
import { type Desk, refuse } from './desk.ts';
import { once, type Request } from './once.ts';

/** In the order in which they are shown: what is needed daily first. */
const USES: readonly AccountUse[] = [
  ...(['bank_fee', 'discount', 'discount_vat', 'small', 'small_gain', 'exchange', 'exchange_gain'] as const),
  ...(['withholding', 'transfer', 'advance', 'retention'] as const),
];

/** Each use with its account; `state` says whether something is to be done about it. */
export async function accountUses(tx: Tx): Promise<AccountUseView[]> {
  const company = await tx.company.get();
  const accounts = new Map((await tx.ledger.accounts()).map((account) => [account.number, account]));
  return usesOf(company).map((use) => {
    const chosen = company.chosenAccounts?.[use];
    const account = accountFor(company, use, company.differenceAccounts.small);
    const known = accounts.get(account);
    // A ledger of files names the accounts that it used, an ERP all that there are.
    const isThere = (known !== undefined && !known.closed) || (company.erp === 'fec' && chosen === undefined);
    const state = account === '' ? 'missing' : isThere ? 'open' : 'retired';
    return { use, account, name: known?.name ?? null, chosen: chosen !== undefined, state };
  });
}

/** An Odoo's taxes name the account of their VAT themselves. */
function usesOf({ erp }: Company): readonly AccountUse[] {
  return erp === 'fec' ? USES : USES.filter((use) => use !== 'discount_vat');
}

/**
 * A person names the account of a use, from now on and for the whole company; null: the chart's own again. What was decided stays.
 * Refused: an account that cannot be posted to, and one whose lines would become something else by it.
 */
export function nameAccount(
  desk: Desk,
  company: CompanyId,
  { use, account }: { use: AccountUse; account: string | null },
  request: Request,
): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const before = await tx.company.get();
    const wrong = account === null ? null : wrongFor(use, account, before, await openAccounts(tx));
    if (wrong) refuse(wrong);
    const { [use]: former, ...others } = before.chosenAccounts ?? {};
    const chosenAccounts = account === null ? others : { ...others, [use]: account };
    const roles = chosenRoles(before);
    const kept = Object.entries(before.accounts).filter(
      ([number]) => roles[number] === undefined || roles[number] === PLAN_COMPTABLE[number],
    );
    const accounts = { ...Object.fromEntries(kept), ...chosenRoles({ chosenAccounts }) };
    await tx.company.update({ ...before, chosenAccounts, accounts });
    const facts = { from: former ?? null, to: account };
    await tx.audit.append({ at: desk.clock.now(), by: request.by, what: 'setting', subject: `account ${use}`, facts });
    return account ?? '';
  });
}

/** What is kept on account or withheld is a customer's: it may stand on an account of customers, but not on the general one. */
function wrongFor(use: AccountUse, account: string, company: Company, open: OpenAccounts): Fault | null {
  if (use !== 'advance' && use !== 'retention') {
    return open.has(account) ? wrongAccount(account, company, open) : fault('account-unknown', {}, { account });
  }
  const known = open.get(account);
  if (!known) return fault('account-unknown', {}, { account });
  const isGeneral = company.accounts[account] === 'receivable';
  const isFit = ['other', use, ...(isGeneral ? [] : ['receivable'])].includes(known.role);
  return isFit ? null : fault('account-reserved', {}, { account });
}
