// What the engine proposes for one bank line.
import type { Day } from './day.ts';
import type { LedgerLineId } from './ledger.ts';
import type { PartyId } from './party.ts';

export type AdjustmentKind =
  | 'discount'
  | 'bank_fee'
  | 'psp_fee'
  | 'factor_fee'
  | 'rounding'
  | 'short_pay'
  | 'withholding'
  | 'fx'
  | 'retention'
  | 'other';

/** `amountMinor` is the fall of the item's residual (negative for a credit); `lineMinor` the same in the line's currency, where that differs. */
export type Allocation = { itemId: LedgerLineId; amountMinor: number; lineMinor?: number };

/**
 * Negative where less money came than residuals fell. 'retention': what the customer withholds until `dueDay`, moved to an
 * account of its own. 'other': goes to `account`, of which `vat` is a part.
 */
export type Adjustment = {
  kind: AdjustmentKind;
  amountMinor: number;
  account?: string | undefined;
  vat?: Vat | undefined;
  dueDay?: Day | undefined;
};

/** VAT inside an amount, at a rate in hundredths of a percent (2000 is 20 %), and the account it goes to. */
export type Vat = { rateBp: number; account: string };

/** A piece of evidence in the bank's own words: `at` and `length` count UTF-16 units in BankLine.label. */
export type Finding = {
  type: 'invoice-number' | 'rf' | 'structured' | 'end-to-end' | 'mandate' | 'order' | 'amount' | 'unknown';
  text: string;
  at: number | null;
  itemId: LedgerLineId | null;
};

/**
 * One reading of a line. allocations + adjustments + rest = the line's amount, always.
 * A reason or doubt is a message key with its parameters, turned into words by the panel.
 */
export type Candidate = {
  partyId: PartyId | null;
  allocations: Allocation[];
  adjustments: Adjustment[];
  restMinor: number;
  /** What a returned collection undoes: an end-to-end id or a line id. */
  reverses: string | null;
  /** The discrete evidence class, by which trust is counted. */
  signature: string;
  /** 0 to 1, ranks only. */
  score: number;
  reasons: Reason[];
  doubts: Reason[];
};

export type Reason = { key: string; params: Record<string, string | number> };

export type Verdict = 'auto' | 'suggest' | 'none';

/** auto: proven, may be settled unattended if the company lets this class act. suggest: a person decides. none: nothing to propose. */
export type Proposal = {
  lineId: string;
  verdict: Verdict;
  signature: string | null;
  candidates: Candidate[];
  findings: Finding[];
  /** Ids of the company's rules that hold for the line. */
  rules?: string[];
};

/**
 * What becomes of money that no item takes: an overpayment, money on account and a refund that is owed stay with the customer
 * (411), an advance goes to the account of advances (4191), where VAT may be due on receipt.
 */
export type RestKind = 'none' | 'overpayment' | 'advance' | 'on-account' | 'refund';
