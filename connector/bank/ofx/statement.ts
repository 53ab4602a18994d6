// The head of an OFX statement: whose account, in which currency, with which balance at its end.
import { type Fault, fault } from '../../../sync/fault/index.ts';
import type { Currency } from '../../../sync/model/money.ts';
import type { Balance, StatementHead } from '../../../sync/model/statement.ts';
import { ibanOfRib } from '../rib.ts';
import { child, type Element, has, leaf } from './element.ts';
import { amountOf, localDay } from './value.ts';

/** The statement elements, and the account element of each. */
export const STATEMENTS: Readonly<Record<string, string>> = {
  STMTRS: 'BANKACCTFROM',
  CCSTMTRS: 'CCACCTFROM',
  INVSTMTRS: 'INVACCTFROM',
};

export type Spot = { file: string; line: number; path: string };

/** The head, or why the file cannot be trusted: no account element or number, or a balance that is no number. */
export function headOf(name: string, element: Element, spot: Spot): StatementHead | Fault {
  const currency = leaf(element, 'CURDEF')?.toUpperCase() ?? null;
  const accountTag = STATEMENTS[name]!;
  const account = child(element, accountTag);
  // An empty number is the bank's fault and visible; an absent element means that a piece of the file is lost.
  if (!account || !has(account, 'ACCTID')) return fault('entry-incomplete', spot, { what: `${accountTag}/ACCTID` });
  const closing = balanceOf(child(element, 'LEDGERBAL'), currency, spot);
  if (closing && 'code' in closing) return closing;
  const iban = ibanOf(account);
  const head = { id: null, account: leaf(account, 'ACCTID'), currency, opening: null, closing };
  return iban === null ? head : { ...head, iban };
}

/** LEDGERBAL; null where the bank left it empty. */
function balanceOf(element: Element | null, currency: Currency | null, spot: Spot): Balance | Fault | null {
  const written = element && leaf(element, 'BALAMT');
  if (!element || written === null) return null;
  const amount = amountOf(written, currency);
  if (amount === null) return fault('amount-unreadable', spot, { text: written.slice(0, 40) });
  const day = leaf(element, 'DTASOF');
  return { amount, date: day === null ? null : localDay(day) };
}

/** French files name bank, branch and account apart, with the key of the RIB in ACCTKEY. */
function ibanOf(account: Element): string | null {
  const [bank, branch, number] = [leaf(account, 'BANKID'), leaf(account, 'BRANCHID'), leaf(account, 'ACCTID')];
  if (bank === null || branch === null || number === null) return null;
  return ibanOfRib(bank, branch, number, leaf(account, 'ACCTKEY'));
}
