// From a statement as its file has it to the company's bank lines: minor units, days, what is booked and what is kept apart.
import { type Fault, fault } from '../fault/index.ts';
import type { Day } from '../model/day.ts';
import { type Currency, parseMinor, sum } from '../model/money.ts';
import type { BankLine, LineOrigin, StatementHead, Transaction } from '../model/statement.ts';
import { withBatches } from './entry.ts';

/** A bank line before it has an identity; `batch.id` is a name within its statement until then. */
export type Draft = Omit<BankLine, 'id'>;

export type ReadStatement = {
  head: StatementHead;
  transactions: Transaction[];
};

export type Proof = {
  openingMinor: number | null;
  openingDay: Day | null;
  closingMinor: number | null;
  closingDay: Day | null;
  linesMinor: number;
};

export type Prepared = { drafts: Draft[]; apart: Transaction[]; proof: Proof };

/** Versions that announce or detail what a statement will book: their entries are shown, never matched. */
const NOTICES = /^(camt\.05[24]|MT ?942)/i;

/** References that name no entry. */
const NO_REFERENCE = /^(0+|NONREF|NOTPROVIDED|NOT PROVIDED|N\/?A|-)$/i;

/**
 * The lines of one statement in the currency of its account. Faults: an amount with more decimals than the currency, another
 * currency, a day that is nowhere. One fault refuses the statement whole.
 */
export function prepare(
  { head, transactions }: ReadStatement,
  account: { account: string; currency: Currency },
  version: string | null,
  file: string,
): Prepared | Fault {
  const isNotice = NOTICES.test(version ?? '');
  const booked = isNotice ? [] : transactions.filter(isBooked);
  const apart = isNotice ? transactions : transactions.filter((transaction) => !isBooked(transaction));
  const drafts: Draft[] = [];
  for (const transaction of booked) {
    const draft = draftOf(transaction, account, head, file);
    if ('code' in draft) return draft;
    drafts.push(draft);
  }
  // The balances of a notice are those of a day that goes on; none of its entries is booked against them.
  const proof = balancesOf(isNotice ? { ...head, opening: null, closing: null } : head, account.currency, file);
  if ('code' in proof) return proof;
  const proved = { ...proof, linesMinor: sum(drafts.map((draft) => draft.amountMinor)) };
  return { drafts: withBatches(drafts, booked, head.id), apart, proof: proved };
}

/** A status that the file does not give is booked; one that we do not know is not. */
function isBooked({ status, statusText }: Transaction): boolean {
  return status === 'BOOK' || (status === null && statusText === null);
}

function draftOf(
  transaction: Transaction,
  account: { account: string; currency: Currency },
  head: StatementHead,
  file: string,
): Draft | Fault {
  const place = { file, path: transaction.place };
  const { currency } = transaction;
  if (currency !== account.currency)
    return fault('statement-currency', place, { found: currency, expected: account.currency });
  const amountMinor = parseMinor(transaction.amount, currency);
  if (amountMinor === null) return fault('amount-decimals', place, { text: transaction.amount, currency });
  const bookingDay =
    transaction.bookingDate ?? transaction.valueDate ?? head.closing?.date ?? head.opening?.date ?? null;
  if (bookingDay === null) return fault('date-missing', place);
  return {
    account: account.account,
    entryRef: referenceOf(transaction.bankReference),
    bookingDay,
    valueDay: transaction.valueDate ?? bookingDay,
    amountMinor,
    currency,
    counterparty: transaction.counterparty,
    counterpartyAccount: transaction.counterpartyAccount,
    ultimateParty: transaction.ultimateParty,
    endToEndId: referenceOf(transaction.endToEndId),
    mandateId: transaction.mandateId,
    label: labelOf(transaction),
    references: transaction.references,
    bankCode: transaction.bankCode,
    instructed: instructedOf(transaction),
    returnReason: transaction.returnReason,
  };
}

function referenceOf(text: string | null): string | null {
  return text === null || NO_REFERENCE.test(text.trim()) ? null : text.trim();
}

/** Remittance and note in the file's words; banks like to say the same twice. */
function labelOf({ remittance, note }: Transaction): string {
  const said: string[] = [];
  for (const text of [...remittance, ...note]) {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words !== '' && !said.some((earlier) => earlier.includes(words))) said.push(words);
  }
  return said.join(' ');
}

function instructedOf({ instructed }: Transaction): Draft['instructed'] {
  if (!instructed) return null;
  const amountMinor = parseMinor(instructed.amount, instructed.currency);
  return amountMinor === null ? null : { amountMinor, currency: instructed.currency };
}

function balancesOf(head: StatementHead, currency: Currency, file: string): Omit<Proof, 'linesMinor'> | Fault {
  const opening = head.opening ? parseMinor(head.opening.amount, currency) : null;
  const closing = head.closing ? parseMinor(head.closing.amount, currency) : null;
  for (const [balance, minor] of [[head.opening, opening] as const, [head.closing, closing] as const]) {
    if (balance && minor === null) return fault('amount-decimals', { file }, { text: balance.amount, currency });
  }
  return {
    openingMinor: opening,
    openingDay: head.opening?.date ?? null,
    closingMinor: closing,
    closingDay: head.closing?.date ?? null,
  };
}

/** opening + booked lines = closing; null when a balance is not there. */
export function isBalanced(proof: Proof): boolean | null {
  if (proof.openingMinor === null || proof.closingMinor === null) return null;
  return sum([proof.openingMinor, proof.linesMinor]) === proof.closingMinor;
}

/** The first and last booking day; null without a line. */
export function period(drafts: readonly Draft[]): { from: Day; to: Day } | null {
  const days = drafts.map((draft) => draft.bookingDay).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** What is known of a statement that was imported before. */
export type Earlier = {
  format: LineOrigin;
  number: string | null;
  openingMinor: number | null;
  openingDay: Day | null;
  closingMinor: number | null;
  closingDay: Day | null;
  balanced: boolean | null;
  lineCount: number;
};
