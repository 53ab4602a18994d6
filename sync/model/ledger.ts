// The ledger's lines. An open item is a ledger line of either sign that no settlement closes; an invoice is only its origin.
import type { Day } from './day.ts';
import type { Currency, Money } from './money.ts';
import type { PartyId } from './party.ts';

/**
 * What an account is for; numbers are data of the company's account map.
 * receivable 411 · retention 4117 · bills 413 · doubtful 416 · advance 419 · accrual 418, 4198 (to be issued) · bank 512 · collection 511 · transfer 58 · suspense 47 · payable 401
 */
export type AccountRole =
  | 'receivable'
  | 'retention'
  | 'bills'
  | 'doubtful'
  | 'advance'
  | 'accrual'
  | 'bank'
  | 'collection'
  | 'transfer'
  | 'suspense'
  | 'payable'
  | 'other';

/** The roles whose lines can be open items of a customer. */
export const CUSTOMER_ROLES = ['receivable', 'retention', 'bills', 'doubtful', 'advance'] as const;

/**
 * The roles of lines that a bank line may take though they are no customer's: payments that the ERP registered and that wait for
 * the bank, and items of suppliers.
 */
export const BESIDE_ROLES = ['collection', 'payable'] as const;

/** The roles by which the aged balance is controlled: customers, what is to be issued, suspense. */
export const WATCHED_ROLES: ReadonlySet<AccountRole> = new Set([...CUSTOMER_ROLES, 'accrual', 'suspense'] as const);

/** `closed`: its lines are read, and nothing new is posted to it. */
export type LedgerAccount = { number: string; name: string; role: AccountRole; closed?: boolean };

/** Debit positive, in the company's currency. */
export type AccountBalance = { account: string; balanceMinor: number };

/** 'earlier' is no line of the ledger but the sum of a customer's open lines before the company's start day. */
export type LineKind = 'invoice' | 'credit-note' | 'payment' | 'opening' | 'earlier' | 'other';

export type LedgerLineId = string;

/** The id of a line of a bank statement. */
export type BankLineId = string;

export type LedgerLine = {
  /** Stable within the company, also when the ERP renumbers a draft entry. */
  id: LedgerLineId;
  account: string;
  role: AccountRole;
  partyId: PartyId | null;
  journal: string;
  /**
   * The entry's number (EcritureNum, move name). With journal and day it names one entry: where the ledger's own numbers are
   * empty or repeat, the connector adds an ordinal ('0#12').
   */
  entry: string;
  /** What is printed on the document (PieceRef, invoice number). */
  document: string | null;
  label: string;
  /** Accounting day. */
  day: Day;
  documentDay: Day | null;
  dueDay: Day | null;
  /** The due day follows from payment terms; the ledger does not state it. */
  dueComputed: boolean;
  /** Debit positive, credit negative, in the company's currency. */
  amountMinor: number;
  currency: Currency;
  foreign: Money | null;
  kind: LineKind;
  /** The letter that the ledger carries; null when none. */
  letter: string | null;
  /** Structured reference printed on the invoice, and the customer's own order number, where the ERP knows them. */
  paymentReference: string | null;
  clientReference: string | null;
  discount: Discount | null;
  /** VAT contained in `amountMinor` (same sign), where the entry tells it: a discount lowers it in proportion. */
  vatMinor?: number | null;
  /**
   * The part of `vatMinor` (same sign) that becomes due when the invoice is paid: it stands on an account where VAT waits for that.
   * 0: due at the invoice. Null or absent: the ledger does not tell.
   */
  vatWaitingMinor?: number | null;
};

/** Early-payment terms: `discountedMinor` is what is due if paid on or before `until`; `discountedForeignMinor` the same in `foreign`, where the ledger tells. */
export type Discount = { percentBp: number; until: Day; discountedMinor: number; discountedForeignMinor?: number };

/** Whether an open line is of before the company's start day: by its day, or because it opens that very day's balances. */
export function isBefore(start: Day, { day, opening }: { day: Day; opening: boolean }): boolean {
  return day < start || (opening && day === start);
}

/** A ledger line with what is still open of it (same sign as its amount). */
export type OpenItem = LedgerLine & {
  residualMinor: number;
  /** What is open of `foreign`, receipts that are not booked yet taken off; absent or null where there is none or nobody can tell. */
  foreignResidualMinor?: number | null;
};

/**
 * A fact: `amountMinor` (positive) of a debit line and of a credit line cancel each other.
 * `day` is the later accounting day of the two; the instant we learned it is the store's.
 * One side may be the id of a bank line that was accepted but is not yet in the ledger ("received, not yet booked");
 * once it is booked, that fact is revoked and one between ledger lines takes its place. Likewise the id of the decision itself
 * stands for what its own entry settles, until the ledger holds that entry.
 */
export type Settlement = {
  id: string;
  debitId: LedgerLineId | BankLineId;
  creditId: LedgerLineId | BankLineId;
  amountMinor: number;
  /**
   * What it closes of each line's own foreign amount: not negative, in that line's currency. Null or absent where the line has none
   * or nobody says. An exchange difference closes nothing of it; some facts close nothing else (`amountMinor` 0).
   */
  debitForeignMinor?: number | null;
  creditForeignMinor?: number | null;
  day: Day;
};
