// An entry line with its narrative as a transaction.
import type { Currency } from '../../../sync/model/money.ts';
import type { Transaction } from '../../../sync/model/statement.ts';
import type { Entry } from './entry.ts';
import { isReturn, kindOf } from './kind-codes.ts';
import { narrativeOf } from './narrative.ts';

/** What the statement around the entry says. `interim`: an MT942, whose entries a later MT940 repeats as booked. */
export type Setting = { account: string; currency: Currency; interim: boolean; place: string };

/** `lines` are those of :86:; empty where the entry has none. */
export function transactionOf(entry: Entry, lines: readonly string[], setting: Setting): Transaction {
  const isCredit = !entry.amount.startsWith('-');
  const { digits, original, note, germanReason, ultimateDebtor, ultimateCreditor, ...facts } = narrativeOf(lines);
  const kind = kindOf(digits, isCredit);
  const returnReason = facts.returnReason ?? (isReturn(kind) ? germanReason : null);
  // What comes in was paid by a debtor, and so was what we collected and comes back.
  const theyAreDebtor = isCredit !== (returnReason !== null || isReturn(kind));
  const isBooked = !entry.expected && !setting.interim;
  return {
    amount: entry.amount,
    currency: setting.currency,
    bookingDate: entry.bookingDate,
    valueDate: entry.valueDate,
    status: isBooked ? 'BOOK' : 'PDNG',
    statusText: isBooked ? null : entry.expected ? 'EXPECTED' : 'MT942',
    reversal: entry.reversal,
    ...facts,
    counterpartyAccount: isOwn(facts.counterpartyAccount, setting.account) ? null : facts.counterpartyAccount,
    note: notesOf(note, entry, [...facts.remittance, ...facts.references, facts.endToEndId ?? '']),
    ultimateParty: theyAreDebtor ? ultimateDebtor : ultimateCreditor,
    returnReason,
    documents: [],
    bankCode: kind?.code ?? ownCode(entry, digits),
    charges: entry.charges,
    instructed: entry.original ?? (original === null ? null : { amount: original, currency: setting.currency }),
    bankReference: entry.bankReference,
    batch: null,
    place: setting.place,
  };
}

/** Some banks repeat the account of the statement, without its bank, in the place of the other side's. */
function isOwn(account: string | null, own: string): boolean {
  return account !== null && (own === account || own.endsWith(`/${account}`));
}

/** What :61: says beyond :86:. */
function notesOf(notes: readonly string[], entry: Entry, texts: readonly string[]): string[] {
  const said = [...notes, ...texts].join(' ');
  const more = [entry.ownerReference, entry.details].filter((it) => it !== null && !said.includes(it));
  return [...notes, ...more.filter((it) => it !== null)];
}

/** The bank's own words for the kind: 'NTRF+835', as German camt files have it. */
function ownCode(entry: Entry, digits: string | null): string | null {
  const words = [entry.type, digits].filter((it) => it !== null);
  return words.length === 0 ? null : words.join('+');
}
