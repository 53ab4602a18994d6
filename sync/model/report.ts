// What the reports for an auditor and for the month's end are made of: lines, facts and balances of a moment or a period.
import type { AgingControl, Moment } from './aging.ts';
import type { Day } from './day.ts';
import type { AccountRole, LineKind } from './ledger.ts';

/** Days from `from` to `asOf`, both included. */
export type Period = Moment & { from: Day };

/** A line of a customer account with what was open of it at the end of the period. */
export type BookLine = {
  itemId: string;
  partyId: string | null;
  partyName: string | null;
  account: string;
  role: AccountRole;
  kind: LineKind;
  journal: string;
  entry: string;
  document: string | null;
  label: string;
  day: Day;
  dueDay: Day | null;
  amountMinor: number;
  openMinor: number;
  letter: string | null;
  vatMinor: number | null;
  vatWaitingMinor: number | null;
};

/** What one customer's account held before the period. */
export type BookOpening = {
  partyId: string | null;
  partyName: string | null;
  account: string;
  balanceMinor: number;
};

/** How many invoices, and what they come to. */
export type Issued = { documents: number; amountMinor: number };

/**
 * A part of a claim that was settled, net of what was taken back. `kind` and `role` are those of the claim, `paymentDay` and
 * `paymentKind` those of the other line; `vatMinor` and `vatWaitingMinor`, of the whole claim, are null where the ledger kept here
 * does not say them.
 */
export type SettledPart = {
  itemId: string;
  partyId: string | null;
  partyName: string | null;
  account: string;
  role: AccountRole;
  kind: LineKind;
  document: string | null;
  issueDay: Day;
  dueDay: Day | null;
  invoiceMinor: number;
  vatMinor: number | null;
  vatWaitingMinor: number | null;
  day: Day;
  paymentDay: Day;
  paymentKind: LineKind;
  paymentJournal: string;
  paymentEntry: string;
  amountMinor: number;
};

export type ReportControl = { control: AgingControl; currency: string };

/** One movement that stands on one side only, the ledger's or the bank's. */
export type LoneMovement = { day: Day; label: string; reference: string; amountMinor: number };

/**
 * One bank account at a day. Lines that the ledger has and the bank does not, and the other way round. What lies before the first
 * statement is `before`: the ledger's balance less the statement's opening, less what later lines of the bank explain.
 */
export type BankReconciliation = {
  account: string;
  name: string;
  ledgerAccount: string;
  currency: string;
  ledgerMinor: number;
  bankMinor: number | null;
  /** The statement that the bank's balance comes from, and the day that it reaches. */
  statementNumber: string | null;
  bankDay: Day | null;
  firstDay: Day | null;
  beforeMinor: number;
  inLedgerOnly: LoneMovement[];
  atBankOnly: LoneMovement[];
};

export type AuditRow = {
  seq: number;
  at: string;
  by: string;
  what: string;
  subject: string;
  facts: string;
  hash: string;
};
