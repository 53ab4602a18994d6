// One STMTTRN or STMTTRNP as a transaction.
import { type Fault, fault } from '../../../sync/fault/index.ts';
import type { Currency } from '../../../sync/model/money.ts';
import type { Transaction } from '../../../sync/model/statement.ts';
import { child, type Element, leaf, leaves } from './element.ts';
import { amountOf, isNoDay, localDay } from './value.ts';

/** Where the transaction stands: its statement's currency, and its place for a fault and in words. */
export type Setting = { currency: Currency | null; pending: boolean; path: string; file: string; line: number };

/** The transaction, or why the file cannot be trusted: no amount, an amount that is no number, no currency. */
export function transactionOf(element: Element, setting: Setting): Transaction | Fault {
  const currency = leaf(child(element, 'CURRENCY'), 'CURSYM')?.toUpperCase() ?? setting.currency;
  const written = leaf(element, 'TRNAMT');
  if (written === null) return refusal('entry-incomplete', setting, { what: 'TRNAMT' });
  const amount = amountOf(written, currency);
  if (amount === null) return refusal('amount-unreadable', setting, { text: written.slice(0, 40) });
  if (currency === null) return refusal('entry-incomplete', setting, { what: 'CURDEF' });
  const type = leaf(element, 'TRNTYPE')?.toUpperCase() ?? null;
  const posted = leaf(element, 'DTPOSTED') ?? (setting.pending ? leaf(element, 'DTTRAN') : null);
  const available = leaf(element, 'DTAVAIL');
  return {
    amount,
    currency,
    bookingDate: posted === null ? null : localDay(posted),
    valueDate: available === null ? null : localDay(available),
    status: setting.pending || type === 'HOLD' ? 'PDNG' : 'BOOK',
    statusText: null,
    reversal: false,
    counterparty: nameOf(element),
    counterpartyAccount: leaf(child(element, 'BANKACCTTO'), 'ACCTID') ?? leaf(child(element, 'CCACCTTO'), 'ACCTID'),
    ultimateParty: null,
    endToEndId: null,
    mandateId: null,
    remittance: leaves(element, 'MEMO'),
    note: notesOf(element, posted),
    references: [],
    documents: [],
    bankCode: type,
    charges: [],
    instructed: null,
    returnReason: null,
    bankReference: leaf(element, 'FITID'),
    batch: null,
    ...correctionOf(element),
    place: `${setting.path}, line ${setting.line}`,
  };
}

/** NAME holds 32 characters; EXTDNAME, where a bank gives it, the whole name. PAYEE is a name with its address. */
function nameOf(element: Element): string | null {
  const name = leaf(element, 'NAME') ?? leaf(child(element, 'PAYEE'), 'NAME') ?? leaf(element, 'PAYEE');
  const long = leaf(element, 'EXTDNAME');
  return long !== null && (name === null || long.startsWith(name)) ? long : name;
}

/** What has no field of its own: numbers of cheques and of the bank, the original currency, a day that is none. */
function notesOf(element: Element, posted: string | null): string[] {
  const name = leaf(element, 'NAME');
  const long = leaf(element, 'EXTDNAME');
  const notes = name !== null && long !== null && !long.startsWith(name) ? [long] : [];
  addNumbers(notes, element);
  const original = child(element, 'ORIGCURRENCY');
  if (original) {
    const words = ['ORIGCURRENCY', leaf(original, 'CURSYM'), leaf(original, 'CURRATE')];
    notes.push(words.filter((word) => word !== null).join(' '));
  }
  if (posted !== null && localDay(posted) === null && !isNoDay(posted)) notes.push(`DTPOSTED ${posted}`);
  return notes;
}

/** The numbers that are not zeros and not said already by FITID, NAME, MEMO or each other. */
function addNumbers(notes: string[], element: Element): void {
  const cheque = leaf(element, 'CHECKNUM');
  const reference = leaf(element, 'REFNUM');
  if (cheque === null && reference === null) return;
  const said = [leaf(element, 'FITID') ?? '', ...leaves(element, 'NAME'), ...leaves(element, 'MEMO')];
  const isNew = (number: string) => /[^0]/.test(number) && !said.some((text) => text.includes(number));
  if (cheque !== null && isNew(cheque)) notes.push(`CHECKNUM ${cheque}`);
  if (reference !== null && reference !== cheque && isNew(reference)) notes.push(`REFNUM ${reference}`);
}

function correctionOf(element: Element): Pick<Transaction, 'corrects'> {
  const bankReference = leaf(element, 'CORRECTFITID');
  if (bankReference === null) return {};
  const action = leaf(element, 'CORRECTACTION')?.toUpperCase() === 'DELETE' ? 'delete' : 'replace';
  return { corrects: { bankReference, action } };
}

function refusal(code: 'entry-incomplete' | 'amount-unreadable', setting: Setting, params: Fault['params']): Fault {
  return fault(code, { file: setting.file, line: setting.line, path: setting.path }, params);
}
