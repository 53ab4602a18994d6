// Which account of the company a statement is of; an unknown one is taken only when the ledger itself identifies it.
import { type Fault, fault } from '../fault/index.ts';
import type { BankAccount, Company, CompanyId } from '../model/company.ts';
import type { Tx } from '../port/store.ts';
import { accountOf, type Binding, bindingOf, normal } from '../statement/account.ts';
import { prepare, type ReadStatement } from '../statement/index.ts';
import type { Desk } from './desk.ts';
import { once, type Request } from './once.ts';
import { tick } from './tick.ts';

/** `remember` stores an account met for the first time; it is called only when its statement is kept. */
export type Linked = { account: BankAccount; warnings: Fault[]; remember(): Promise<void> };

/**
 * The account of a statement. An unknown one is linked to the ledger's bank account whose movements it repeats, or to the only
 * one while none is linked; before any ledger it is read without a link, since nothing can be posted yet; else it is refused.
 */
export async function accountFor(
  tx: Tx,
  statement: ReadStatement,
  version: string | null,
  file: string,
): Promise<Linked | Fault> {
  const text = statement.head.iban ?? statement.head.account;
  if (text === null || normal(text) === '') return fault('statement-account-missing', { file });
  const accounts = await tx.bank.accounts();
  const known = accountOf(accounts, text);
  if (known) return { account: known, warnings: [], remember: async () => {} };
  const company = await tx.company.get();
  const sole = company.erp === 'fec' ? undefined : soleWithoutNumber(accounts);
  if (sole) return numbered(tx, sole, text, file);
  const account = newAccount(text, statement, company);
  const prepared = prepare(statement, account, version, file);
  if ('code' in prepared) return prepared;
  const ledger = await tx.ledger.untickedBankLines();
  const binding = bindingOf(
    prepared.drafts,
    ledger,
    accounts.filter((each) => each.ledgerAccount !== null),
  );
  if (binding) return remembered(tx, linked(account, binding), [linkedWarning(account, binding, file)]);
  const hasLedger = (await tx.files.currentLedgers()).length > 0 || ledger.length > 0;
  if (hasLedger) return fault('statement-account-unknown', { file }, { account: account.account });
  return remembered(tx, account, [fault('statement-account-unlinked', { file }, { account: account.account })]);
}

/** Links accounts that were read before any ledger came; says which. */
export async function linkAccounts(tx: Tx): Promise<Fault[]> {
  const warnings: Fault[] = [];
  for (const account of await tx.bank.accounts()) {
    if (account.ledgerAccount !== null) continue;
    const bound = (await tx.bank.accounts()).filter((each) => each.ledgerAccount !== null);
    const lines = (await tx.bank.tickedLines(false)).filter((line) => line.account === account.account);
    const binding = bindingOf(lines, await tx.ledger.untickedBankLines(), bound);
    if (!binding) continue;
    await tx.bank.putAccounts([linked(account, binding)]);
    warnings.push(linkedWarning(account, binding));
  }
  return warnings;
}

/** The one bank journal of an ERP, as long as nobody gave it a number. */
function soleWithoutNumber(accounts: readonly BankAccount[]): BankAccount | undefined {
  const [only, ...more] = accounts;
  return more.length === 0 && only?.ledgerAccount && !only.iban ? only : undefined;
}

function numbered(tx: Tx, account: BankAccount, text: string, file: string): Linked {
  const { ledgerAccount, journal } = account;
  const warning = fault(
    'statement-account-linked',
    { file },
    { account: text, ledger: ledgerAccount ?? '', by: 'sole' },
  );
  const remember = () => tx.bank.putAccounts([{ ...account, iban: normal(text), journal }]);
  return { account, warnings: [warning], remember };
}

function newAccount(text: string, { head, transactions }: ReadStatement, company: Company): BankAccount {
  const account = normal(text);
  const currency = head.currency ?? transactions[0]?.currency ?? company.currency;
  return { account, name: account, ledgerAccount: null, journal: null, currency };
}

function linked(account: BankAccount, { ledgerAccount, journal }: NonNullable<Binding>): BankAccount {
  return { ...account, ledgerAccount, journal };
}

function linkedWarning({ account }: BankAccount, { ledgerAccount, by }: NonNullable<Binding>, file?: string): Fault {
  const place = file === undefined ? {} : { file };
  return fault('statement-account-linked', place, { account, ledger: ledgerAccount, by });
}

function remembered(tx: Tx, account: BankAccount, warnings: Fault[]): Linked {
  return { account, warnings, remember: () => tx.bank.putAccounts([account]) };
}

/** A person says which account of the ledger a bank account is; an account that the company did not know becomes its own. */
export function linkBankAccount(
  desk: Desk,
  company: CompanyId,
  { account, ledgerAccount, journal }: { account: string; ledgerAccount: string; journal: string },
  request: Request,
): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const { currency, erp } = await tx.company.get();
    const accounts = await tx.bank.accounts();
    // In an ERP an account is its journal: the number that a file gives becomes one of its names.
    const ofErp =
      erp === 'fec'
        ? undefined
        : accounts.find((it) => it.journal === journal && normal(it.account) !== normal(account));
    const known = accountOf(accounts, account) ?? (ofErp && { ...ofErp, iban: normal(account) });
    const iban = known?.iban === undefined ? {} : { iban: known.iban };
    const linked = {
      ...{ account: known?.account ?? normal(account), name: known?.name ?? account },
      ...{ ledgerAccount, journal, ...iban },
    };
    await tx.bank.putAccounts([{ ...linked, currency: known?.currency ?? currency }]);
    const facts = { ledgerAccount, journal };
    await tx.audit.append({ at: desk.clock.now(), by: request.by, what: 'setting', subject: linked.account, facts });
    await tick(tx, desk);
    return linked.account;
  });
}
