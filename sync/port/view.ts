// The screens' questions to the store, answered by read-only SQL, and the shapes that travel to the browser.
import type { Day } from '../model/day.ts';
import type { Action, LineState } from '../model/decision.ts';
import type { AccountRole, LineKind } from '../model/ledger.ts';
import type { Format } from '../model/statement.ts';

/** One row of the list "À rapprocher". */
export type QueueRow = {
  lineId: string;
  day: Day;
  account: string;
  amountMinor: number;
  currency: string;
  /** Who paid, in the bank's words. */
  payer: string | null;
  label: string;
  state: LineState;
  flagged: boolean;
  until: Day | null;
  /** Already in the ledger on 512. */
  booked: boolean;
  /** strong: auto-worthy. medium: proposed. none: nothing proposed. */
  certainty: 'strong' | 'medium' | 'none';
  /** received − allocated of the best candidate; 0 when it ties. */
  differenceMinor: number;
  partyId: string | null;
  partyName: string | null;
  decisionId: string | null;
  /** Set when the night settled it. */
  settledBy: 'person' | 'night' | 'ledger' | null;
  settledAt: string | null;
};

export type QueueFilter = 'to-do' | 'approve' | 'difference' | 'none' | 'later' | 'auto' | 'settled' | 'set-aside';

export type Counter = { filter: QueueFilter; count: number; amountMinor: number };

export type QueuePage = { rows: QueueRow[]; counters: Counter[]; total: number };

/** An open item as screens show it. */
export type ItemRow = {
  itemId: string;
  partyId: string | null;
  partyName: string | null;
  account: string;
  role: AccountRole;
  kind: LineKind;
  document: string | null;
  label: string;
  journal: string;
  day: Day;
  dueDay: Day | null;
  dueComputed: boolean;
  amountMinor: number;
  residualMinor: number;
  currency: string;
  letter: string | null;
};

/** Accounts of one customer with something to letter. */
export type AccountRow = {
  partyId: string | null;
  partyName: string | null;
  account: string;
  debitMinor: number;
  creditMinor: number;
  debits: number;
  credits: number;
  /** Debits and credits of some lines tie exactly: there is a proposal. */
  proposable: boolean;
};

export type AgedItem = ItemRow & { daysLate: number | null };

export type ImportRow = {
  fileId: string;
  name: string;
  kind: 'fec' | Format;
  importedAt: string;
  statements: {
    account: string;
    number: string | null;
    currency: string;
    openingMinor: number | null;
    openingCarried: boolean;
    closingMinor: number | null;
    openingDay: Day | null;
    closingDay: Day | null;
    lineCount: number;
    duplicateCount: number;
    linesMinor: number;
    balanced: boolean | null;
  }[];
  ledger: { lines: number; parties: number; from: Day; to: Day } | null;
};

export type HistoryRow = {
  decisionId: string;
  action: Action;
  at: string;
  by: string;
  lineId: string | null;
  payer: string | null;
  amountMinor: number | null;
  currency: string;
  documents: string[];
  undone: boolean;
  undoes: string | null;
  comment: string | null;
};

export type View = {
  queue(filter: QueueFilter, today: Day, page: { offset: number; limit: number }): Promise<QueuePage>;
  /** Full text over number, customer and label; an amount ('3000', '3 000,00') or near one ('3000~5', percent). */
  searchItems(query: string, limit: number): Promise<ItemRow[]>;
  accountsToLetter(): Promise<AccountRow[]>;
  accountItems(partyId: string | null, account: string): Promise<ItemRow[]>;
  /** Customer-account lines open at the end of `asOf`, by accounting days. */
  itemsAt(asOf: Day): Promise<ItemRow[]>;
  /** Balance of each customer account in the ledger, from the ledger's own totals. */
  ledgerBalances(): Promise<{ account: string; balanceMinor: number }[]>;
  imports(limit: number): Promise<ImportRow[]>;
  history(limit: number): Promise<HistoryRow[]>;
  names(partyIds: readonly string[]): Promise<Record<string, string>>;
};
