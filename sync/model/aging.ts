// The aged balance in the model's words: what it is asked by (which day, known when, aged from what) and what it answers.
import type { Day } from './day.ts';
import type { ItemRow } from './item.ts';
import type { AccountRole } from './ledger.ts';
import type { Money } from './money.ts';

/**
 * The two times of a report. `asOf`: accounting days up to and with this one. `knownOn`: only what had been recorded by then (a day:
 * by its end in the company's zone; an instant, ISO 8601 UTC: by that instant); null: as known now.
 */
export type Moment = { asOf: Day; knownOn: Day | string | null };

/** 'due' ages from the due day, 'issue' from the day of the document. */
export type Basis = 'due' | 'issue';

/**
 * Where the columns are cut, in days, each list rising. `late`: last day of each late column (30, 60, 90: 1-30, 31-60, 61-90, over 90).
 * `ahead`: the same for what is not yet due (none: one column "not due"); by issue day nothing is ahead.
 */
export type Cuts = { ahead: readonly number[]; late: readonly number[] };

export const USUAL_CUTS: Cuts = { ahead: [], late: [30, 60, 90] };

/** 'unallocated' is money, 'credit-note' and 'deposit' (4191) what they say: each shown apart, never netted in silence. */
export type ColumnKind = 'not-due' | 'late' | 'no-due-day' | 'unallocated' | 'credit-note' | 'deposit';

/** `from` and `to` are days late, or days ahead of a column that is not due; null where it has no end. */
export type AgingColumn = { key: string; kind: ColumnKind; from: number | null; to: number | null };

export const GROUPINGS = ['party', 'group', 'salesperson', 'country', 'currency', 'account'] as const;

/** What a row of the report stands for. */
export type Grouping = (typeof GROUPINGS)[number];

/** One value of a grouping; null for lines without one. */
export type Member = { by: Grouping; key: string | null };

/** An open line at a moment, as far as the ledger goes: receipts that it does not hold yet have not closed it. */
export type DatedItem = ItemRow & {
  /** What is open of it in the ledger; `residualMinor` + `receivedMinor`. */
  openMinor: number;
  /**
   * The same in the document's currency where that is another one; `exact` is false where a part was taken in proportion. It may be
   * open while `openMinor` is 0: closed in the company's currency by another rate.
   */
  openForeign: (Money & { exact: boolean }) | null;
};

/** Open in the ledger, in either currency. */
export function isOpen({ openMinor, openForeign }: Pick<DatedItem, 'openMinor' | 'openForeign'>): boolean {
  return openMinor !== 0 || (openForeign !== null && openForeign.minor !== 0);
}

export type AgedItem = DatedItem & { daysLate: number | null; column: number };

/** `bounds` are the first day (late positive, ahead negative) of each dated column after the first, rising. */
export type CellQuery = Moment & { basis: Basis; bounds: readonly number[]; by: Grouping; only: Member | null };

/** Sums of one row and column. */
export type Cell = {
  key: string | null;
  name: string | null;
  column: number;
  openMinor: number;
  receivedMinor: number;
  items: number;
};

/** What the report holds of one account, whatever is asked to be shown. */
export type AccountSum = { account: string; role: AccountRole; openMinor: number };

export type LedgerSum = { account: string; role: AccountRole; balanceMinor: number };

/** `openMinor` is aligned with the report's columns; its sum is `totalMinor`. `receivedMinor`: on the bank, not in the ledger yet. */
export type AgingRow = {
  key: string | null;
  name: string | null;
  columnsMinor: number[];
  totalMinor: number;
  receivedMinor: number;
  items: number;
};

/**
 * Where the ledger's side of the control comes from. `live`: asked of it at `at`; else as it had stated when it was read last (`at`
 * null: never), and `why` it could not be asked, in words.
 */
export type ControlSource = { live: boolean; at: string | null; why: { fr: string; en: string } | null };

/**
 * The report against the ledger's own totals. `inside`: the account is part of the balance; the others of class 41 (invoices and
 * credit notes to issue) are shown, so that the whole class adds up.
 */
export type AgingControl = {
  ledgerMinor: number;
  reportMinor: number;
  differenceMinor: number;
  accounts: { account: string; inside: boolean; ledgerMinor: number; reportMinor: number }[];
  source: ControlSource;
  /** Where the report differs: entries that may explain it, most likely first. */
  suspects: Suspect[];
};

/** 'drift': what is kept of the line is not what its facts say. 'apart': settled with a line of another account. 'amount': of the size
 * of the difference. 'recent': learned last, after the total perhaps. 'unread': new or changed in the ledger since it was read. */
export type Suspect = {
  itemId: string;
  account: string;
  journal: string;
  entry: string;
  document: string | null;
  day: Day;
  amountMinor: number;
  why: 'unread' | 'drift' | 'apart' | 'amount' | 'recent';
};

/** Money that stands outside the balance: received but not in the ledger, waiting for a decision, in suspense. */
export type AgingOutside = {
  receivedNotBookedMinor: number;
  receivedNotBookedLines: number;
  waitingMinor: number;
  waitingLines: number;
  suspenseMinor: number;
};

/** 'company': all in its currency. 'document': each line in its own, summed by currency and never over currencies. */
export const AMOUNTS = ['company', 'document'] as const;

export type Amounts = (typeof AMOUNTS)[number];

/** What a report was asked for, as it is printed on every export of it. */
export type AgingAsked = Moment & { basis: Basis; cuts: Cuts; by: Grouping; only: Member | null; amounts: Amounts };

/** A cell in the currency of its documents; `shares`: items whose amount was taken in proportion. */
export type DocumentCell = Omit<Cell, 'receivedMinor'> & { currency: string; shares: number };

/** The lines of one currency in it. Nothing is `receivedMinor`: what is not in the ledger has no document. */
export type CurrencyTable = { currency: string; rows: AgingRow[]; totals: AgingView['totals']; shares: number };

export type AgingView = AgingAsked & {
  /** The company's: of rows, totals, control and what stands outside. */
  currency: string;
  columns: AgingColumn[];
  rows: AgingRow[];
  totals: { columnsMinor: number[]; totalMinor: number; receivedMinor: number; items: number };
  control: AgingControl;
  outside: AgingOutside;
  /** One table a currency, the company's first; none where amounts are asked for in the company's. */
  currencies: CurrencyTable[];
};
