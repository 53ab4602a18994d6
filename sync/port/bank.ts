// What a repository of statements, bank lines and what stands against them in the ledger offers.
import type { BankAccount } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { DecisionId, LineState } from '../model/decision.ts';
import type { LedgerLineId } from '../model/ledger.ts';
import type { BankLine, LineOrigin, Transaction } from '../model/statement.ts';
import type { ConfirmedMapping } from '../model/table.ts';
import type { BankTotals, Waiting } from './link.ts';

export type StatementRow = {
  id: string;
  /** Null for a statement that the ERP keeps. */
  fileId: string | null;
  format: LineOrigin;
  account: string;
  number: string | null;
  currency: string;
  openingMinor: number | null;
  openingDay: Day | null;
  closingMinor: number | null;
  closingDay: Day | null;
  balanced: boolean | null;
  /** The opening is not in the file; it is the closing of the statement before. */
  openingCarried: boolean;
  /** Lines that the statement states, and their sum: also of those that another statement brought before. */
  lineCount: number;
  linesMinor: number;
  duplicateCount: number;
  /** Entries that are not booked (pending, for information, future) and those of notices: shown, never matched. */
  apart: Transaction[];
};

/** A bank line as stored: with its statement, its state, and the ledger lines that it is ticked against. */
export type StoredLine = BankLine & {
  statementId: string;
  position: number;
  state: LineState;
  until: Day | null;
  flagged: boolean;
  /** Ledger lines on 512 that are this very movement; empty when it is received, not yet booked. */
  booked: readonly LedgerLineId[];
  /** The decision in force, if any. */
  decisionId: DecisionId | null;
  /** The ERP's own name of it, once it stands there. */
  erpId: string | null;
} & { [K in keyof Waiting]: Waiting[K] | null };

export type BankRows = {
  accounts(): Promise<BankAccount[]>;
  putAccounts(rows: BankAccount[]): Promise<void>;
  /** How the tables of these headings are read, for each account that a person confirmed it for. */
  mappings(signature: string): Promise<ConfirmedMapping[]>;
  putMapping(row: ConfirmedMapping): Promise<void>;
  addStatement(row: StatementRow): Promise<void>;
  statementsOf(account: string): Promise<StatementRow[]>;
  /** Which of these ids are known already. */
  known(ids: readonly string[]): Promise<Set<string>>;
  addLines(statementId: string, rows: BankLine[]): Promise<void>;
  /** Lines of an account booked in these days, both included, with the format of their statement. */
  linesBetween(account: string, from: Day, to: Day): Promise<(StoredLine & { format: LineOrigin })[]>;
  line(id: string): Promise<StoredLine | null>;
  /** Lines that wait for a decision, with a customer's or any nature, oldest first. */
  openLines(): Promise<StoredLine[]>;
  /** Lines that are (or are not) ticked against a ledger line that still stands, in any state. */
  tickedLines(ticked: boolean): Promise<StoredLine[]>;
  /** Lines that are ticked against one of these ledger lines. */
  tickedAgainst(ids: readonly LedgerLineId[]): Promise<StoredLine[]>;
  setState(
    id: string,
    state: LineState,
    facts: { until?: Day | null; flagged?: boolean; decisionId?: DecisionId | null },
  ): Promise<void>;
  /** Puts many lines into one state ('open' or 'settled'), as the ledger settles them or no longer does; no other fact changes. */
  setStates(ids: readonly string[], state: 'open' | 'settled'): Promise<void>;
  tick(rows: { lineId: string; ledgerLineIds: readonly LedgerLineId[] }[]): Promise<void>;
  /** Adds or changes statements that the ERP keeps. */
  putStatements(rows: StatementRow[]): Promise<void>;
  /** The lines that the ERP calls so, also those that are gone there. */
  byErpIds(erpIds: readonly string[]): Promise<StoredLine[]>;
  /** Says what the ERP calls lines of files; a line that was gone there stands again. */
  nameInErp(rows: { lineId: string; erpId: string }[]): Promise<void>;
  /** Says how much the ERP keeps in suspense of each line that was not born there. */
  setWaiting(rows: ({ lineId: string } & Waiting)[]): Promise<void>;
  /**
   * Adds or changes lines that were born in the ERP; what was decided about them stays. A new one of which nothing waits comes in as
   * settled: `restatable` names it where its entries are not whole. Returns how many were new.
   */
  putErpLines(rows: ({ line: BankLine; statementId: string; erpId: string } & Waiting)[]): Promise<number>;
  /** Lines whose name the ERP no longer knows: gone from every view, their facts stay. Returns them. */
  retireErpLinesExcept(erpIds: readonly string[]): Promise<StoredLine[]>;
  /** Lines of the ERP with a decision that it may not bear out: nothing stands against them there, or what was sent is not verified. */
  doubtfulInErp(): Promise<StoredLine[]>;
  /** Settles what waits undecided and is ticked against entries of which nothing is open: no other look at them is needed. */
  settleWhole(): Promise<void>;
  /** Lines that wait though ticked, and undecided settled ones of these names (null: all) unless whole as above; by id, the next few. */
  restatable(erpIds: readonly string[] | null, after: string, limit: number): Promise<StoredLine[]>;
  /** Lines of files that the ERP does not hold yet. */
  outsideErp(): Promise<StoredLine[]>;
  statement(id: string): Promise<StatementRow | null>;
  /** Lines that the ERP brought itself, of this account and amount. */
  bornInErp(account: string, amountMinor: number): Promise<StoredLine[]>;
  count(): Promise<number>;
  /**
   * Of each account that the ledger knows: what its statements come to in its own currency (the last closing that one states,
   * and the lines of later statements and of none; without any, all lines), what the ERP keeps of its lines in suspense (in the
   * company's currency), and what its ledger lines come to in its own currency where that is another than the company's.
   */
  totals(): Promise<BankTotals[]>;
};
