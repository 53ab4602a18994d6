// The screens' questions to the store, answered by read-only SQL, and the shapes that travel to the browser.
import type { ClaimKind } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { Action, LineState } from '../model/decision.ts';
import type { ItemRow } from '../model/item.ts';
import type { Adjustment, Finding, RestKind } from '../model/match.ts';
import type { Currency, Money } from '../model/money.ts';
import type { BankLine, Format } from '../model/statement.ts';
import type { TableGuess, TableQuestion } from '../model/table.ts';
import type { AccountQuestions } from './account-view.ts';
import type { AgingQuestions } from './aging-view.ts';
import type { CollectionKind } from './collection.ts';
import type { DeskQuestions } from './news.ts';
import type { ReportQuestions } from './report-view.ts';

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
  /** A wage: whose it is stays with those who may know. */
  wage: boolean;
  /** Already in the ledger on 512. */
  booked: boolean;
  /** strong: auto-worthy. medium: proposed. none: nothing proposed. */
  certainty: 'strong' | 'medium' | 'none';
  /** received − allocated of the best candidate; 0 when it ties. */
  differenceMinor: number;
  partyId: string | null;
  partyName: string | null;
  /** What the best candidate settles. */
  itemIds: string[];
  decisionId: string | null;
  /** Set when the night settled it. */
  settledBy: 'person' | 'night' | 'ledger' | null;
  settledAt: string | null;
  /** Of what the night settled: a person is asked to look at it, or did and found it right. */
  look: 'asked' | 'done' | null;
};

/** The candidate that a person had before them: whose items, and which. What stands in its place by now was never looked at. */
export type Shown = Pick<QueueRow, 'partyId' | 'itemIds'>;

export type QueueFilter = 'to-do' | 'approve' | 'difference' | 'none' | 'later' | 'auto' | 'settled' | 'set-aside';

/** `amountMinor` sums the lines in the company's currency. */
export type Counter = { filter: QueueFilter; count: number; amountMinor: number };

export type QueuePage = { rows: QueueRow[]; counters: Counter[]; total: number };

export type { ItemRow };

export type ImportRow = {
  fileId: string;
  name: string;
  kind: 'fec' | CollectionKind | Format;
  importedAt: string;
  statements: {
    /** Absent of one that brought nothing and was not kept. */
    statementId?: string;
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
    /** Entries kept apart: pending, for information, future. */
    apartCount: number;
    balanced: boolean | null;
  }[];
  ledger: { lines: number; parties: number; from: Day; to: Day } | null;
};

/** How a table would be read: what its columns are taken for, the first rows as they would be imported, and what is still open. */
export type TableView = {
  headers: string[];
  /** The first rows in the file's words. */
  sample: string[][];
  rowCount: number;
  mapping: TableGuess;
  questions: TableQuestion[];
  /** The account that the table names; else the one chosen or remembered. */
  account: string | null;
  isAccountNamed: boolean;
  accounts: { account: string; name: string }[];
  rows: {
    day: Day;
    valueDay: Day | null;
    counterparty: string | null;
    label: string;
    amountMinor: number;
    currency: string;
  }[];
  /** Of all statements in the table together; balances where there is one statement and a column of them, which then proves each row. */
  lineCount: number;
  openingMinor: number | null;
  closingMinor: number | null;
  currency: string;
  /** Why it cannot be read so. */
  fault: FaultView | null;
};

export type HistoryRow = {
  decisionId: string;
  action: Action;
  at: string;
  /** The person's name, or 'night'. */
  by: string;
  lineId: string | null;
  wage: boolean;
  payer: string | null;
  amountMinor: number | null;
  currency: string;
  documents: string[];
  undone: boolean;
  undoes: string | null;
  comment: string | null;
};

/** A fault as HTTP carries it: in the reader's language, with its place as one line. */
/** `account`: the bank account that the fault is about, where the next step is to say whose it is. */
export type FaultView = { code: string; says: string; where: string; request: string; account?: string };

/**
 * One line of the entry that will be posted, in the company's currency: one of the two sides is 0. `foreign`: its size in the
 * currency of a foreign bank line.
 */
export type EntryRow = { account: string; label: string; debitMinor: number; creditMinor: number; foreign?: Money };

/** A candidate in words, with the entry that accepting it posts. `restMinor` is the line less allocations and adjustments. */
export type CandidateView = {
  partyId: string | null;
  partyName: string | null;
  allocations: (ItemRow & { allocatedMinor: number })[];
  adjustments: Adjustment[];
  restMinor: number;
  certainty: QueueRow['certainty'];
  reasons: string[];
  doubts: string[];
  signature: string;
  /** Of a return, what it undoes; of an internal transfer, the line that is its other half. */
  reverses: string | null;
  entry: EntryRow[];
};

/** A stored bank line as it travels. */
export type LineView = BankLine & {
  statementId: string;
  position: number;
  state: LineState;
  until: Day | null;
  flagged: boolean;
  booked: readonly string[];
  decisionId: string | null;
};

/** Everything the detail pane shows: candidates best first; `findings` are the evidence read in the label. */
export type LineDetail = {
  line: LineView;
  /** What there is to allocate: the line's amount, or what the customer lines of its booked entry still hold. */
  toAllocateMinor: number;
  /** The day of what accepting it posts. */
  postingDay: Day;
  row: QueueRow;
  findings: Finding[];
  candidates: CandidateView[];
  history: HistoryRow[];
};

export type { RestKind };

/** `candidate`: which one was accepted unedited; null by hand. `accepted`: codes of the ERP's warnings that were read. */
export type AcceptBody = {
  candidate: number | null;
  partyId: string | null;
  allocations: { itemId: string; amountMinor: number }[];
  adjustments: Adjustment[];
  rest: RestKind;
  /** What is claimed of the customer for items that stay open in part; absent: nothing. */
  claims?: { kind: ClaimKind; itemId: string; amountMinor: number; note?: string | undefined }[] | undefined;
  accepted?: string[] | undefined;
};

export type PreviewView = { entry: EntryRow[]; differenceMinor: number; day?: Day; fault?: FaultView };

/** What undoing a locked decision posts on an open day; `firstDay` is the earliest. */
export type InverseView = { day: Day; firstDay: Day; entry: EntryRow[] };

/** The answer to a decision: what was recorded, the line as it stands now (null when the decision is about ledger lines), the counters. */
export type DecisionView = { decision: HistoryRow; row: QueueRow | null; counters: Counter[] };

/** The answer to a bulk acceptance: each line stands in exactly one list. */
export type BulkView = {
  accepted: { lineId: string; decisionId: string; row: QueueRow }[];
  refused: { lineId: string; fault: FaultView }[];
  counters: Counter[];
};

/** The answer to the undo of several decisions: each stands in exactly one list; `rows` are their lines as they stand now. */
export type UndoneView = {
  undone: { decisionId: string; by: string }[];
  rows: QueueRow[];
  refused: { decisionId: string; fault: FaultView }[];
  counters: Counter[];
};

/** What a start day leaves open, and what it takes together as one balance for each customer. */
export type StartEffect = {
  day: Day;
  items: number;
  earlier: { items: number; parties: number; amountMinor: number };
};

/** Where matching begins: the day in force, whether the ledger carries no letter at all, and what another day would do. */
export type StartView = {
  startDay: Day | null;
  unlettered: boolean;
  /** The first day of the newest exercise. */
  suggested: Day;
  effect: StartEffect;
  currency: string;
};

/** What became of one file of an import. Nothing of a file is kept when `ok` is false. */
export type FileResult = {
  name: string;
  bytes: number;
  kind: ImportRow['kind'] | null;
  version: string | null;
  ok: boolean;
  /** The very same bytes were imported before; nothing was written. */
  known: boolean;
  statements: ImportRow['statements'];
  ledger: (NonNullable<ImportRow['ledger']> & { added: number; changed: number; same: number }) | null;
  warnings: FaultView[];
  faults: FaultView[];
};

/** Of reports: at a moment, or over a period. */
type DatedQuestions = AgingQuestions & ReportQuestions & DeskQuestions & AccountQuestions;

/**
 * `beside`: also what waits beside customers' items, as far as it is open. `currency`: documents in it are compared with amounts in
 * it, all others with amounts in the company's.
 */
export type ItemSearch = { beside?: boolean; currency?: Currency | undefined };

export type View = DatedQuestions & {
  /** `bank`: only lines of this account of the company. */
  queue(
    filter: QueueFilter,
    today: Day,
    page: { offset: number; limit: number; bank: string | null },
  ): Promise<QueuePage>;
  /** The rows of these lines, whatever their state, in the order asked; an unknown line has none. */
  rows(lineIds: readonly string[], today: Day): Promise<QueueRow[]>;
  counters(today: Day): Promise<Counter[]>;
  /** Settled by the night today and still so; of these the sample to look at, and those that a person found right. */
  unattendedToday(today: Day): Promise<{ settled: number; asked: number; looked: number }>;
  /** Ledger lines as items, also settled ones, in the order asked. */
  items(itemIds: readonly string[]): Promise<ItemRow[]>;
  /**
   * Full text over number, customer and label; an amount ('3000', '3 000,00') or near one ('3000~5', percent).
   */
  searchItems(query: string, limit: number, how?: ItemSearch): Promise<ItemRow[]>;
  imports(limit: number): Promise<ImportRow[]>;
  /** Newest first; of one line when it is named. */
  history(limit: number, lineId: string | null): Promise<HistoryRow[]>;
  names(partyIds: readonly string[]): Promise<Record<string, string>>;
};
