// A bank statement as a file states it (ISO 20022 words), before anything is decided about it.
import type { Day } from './day.ts';
import type { Currency } from './money.ts';

export type Format = 'camt' | 'ofx' | 'mt940' | 'cfonb120' | 'csv' | 'xlsx';

/** What brought a statement's lines: a file of a format, or the ERP in which they stand. */
export type LineOrigin = Format | 'erp';

/** Signed decimal text as the file has it, without leading zeros or sign tricks: '-1234.50'. Never a float. */
export type Decimal = string;

export type Balance = { amount: Decimal; date: Day | null };

/** BOOK booked, PDNG pending, INFO for information only, FUTR future. Only BOOK may ever be matched. */
export type EntryStatus = 'BOOK' | 'PDNG' | 'INFO' | 'FUTR';

export type Amount = { amount: Decimal; currency: Currency };

/** One TxDtls where the entry has them, else the entry. Absent facts are null, or an empty list. */
export type Transaction = {
  amount: Decimal;
  currency: Currency;
  bookingDate: Day | null;
  valueDate: Day | null;
  status: EntryStatus | null;
  statusText: string | null;
  reversal: boolean;
  counterparty: string | null;
  counterpartyAccount: string | null;
  ultimateParty: string | null;
  endToEndId: string | null;
  mandateId: string | null;
  remittance: string[];
  note: string[];
  references: string[];
  documents: { number: string; amount?: Decimal }[];
  bankCode: string | null;
  charges: Amount[];
  instructed: Amount | null;
  returnReason: string | null;
  bankReference: string | null;
  /** The bank's reference of the whole entry, where `bankReference` is a detail's own: a later message names the entry by it. */
  entryReference?: string;
  /** A collective booking. `reference` names the batch as its sender did (PmtInfId, else MsgId). */
  batch: { count: number; reference?: string } | null;
  /** True only on a transaction that states an entry's amount less the sum of its details. */
  difference?: true;
  /**
   * Set on an entry that corrects one which the bank delivered before, under this reference of the same account (OFX).
   * A deletion is no movement; a replacement takes the place of the corrected entry.
   */
  corrects?: { bankReference: string; action: 'replace' | 'delete' };
  /** Where in the file, for a person: 'Stmt[1]/Ntry[3]/TxDtls[2], line 118'. */
  place: string;
};

export type StatementHead = {
  id: string | null;
  account: string | null;
  /** The account's IBAN, where the file names bank, branch and number apart and `account` is only the number (CFONB, French OFX). */
  iban?: string;
  currency: Currency | null;
  opening: Balance | null;
  closing: Balance | null;
};

/** `balanced`: opening + booked transactions = closing; null when a balance is missing. */
export type Statement = StatementHead & { balanced: boolean | null; transactions: Transaction[] };

/** What the account-owning company works with: one bank line, in minor units, after import. */
export type BankLine = {
  /** Stable within the company: the same entry imported again has the same id. */
  id: string;
  /** The company's own account, IBAN or the account number that the file gives. */
  account: string;
  /** The bank's own reference of the entry (AcctSvcrRef, FITID); the same entry delivered twice repeats it. */
  entryRef: string | null;
  bookingDay: Day;
  valueDay: Day;
  /** Positive is money in. */
  amountMinor: number;
  currency: Currency;
  counterparty: string | null;
  counterpartyAccount: string | null;
  ultimateParty: string | null;
  endToEndId: string | null;
  mandateId: string | null;
  /** Remittance and note, in the file's words, joined by a blank. */
  label: string;
  /** Structured creditor references as the file has them. */
  references: string[];
  bankCode: string | null;
  instructed: { amountMinor: number; currency: Currency } | null;
  returnReason: string | null;
  /**
   * The statement's entry of which this line is one detail of several (a batch of collections, a slip): its id, which all its
   * lines share, and how many there are. Absent or null: the line is an entry of its own.
   */
  batch?: { id: string; count: number } | null;
};
