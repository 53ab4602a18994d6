// The screen "Relevé": one bank statement with its proof, and its lines with where each stands.
import type { Day } from '../model/day.ts';
import type { LineState } from '../model/decision.ts';
import type { EntryStatus, LineOrigin } from '../model/statement.ts';
import type { QueueRow } from './view.ts';

/** A statement beside this one, of the same account. */
export type StatementNeighbour = { statementId: string; number: string | null; closingMinor: number | null; day: Day };

/** An entry that the bank shows and has not booked; it is in no balance. `amountMinor` null: not readable in its currency. */
export type ApartEntry = {
  day: Day | null;
  counterparty: string | null;
  label: string;
  amountMinor: number | null;
  currency: string;
  status: EntryStatus | null;
};

export type StatementView = {
  statementId: string;
  account: string;
  accountName: string;
  number: string | null;
  currency: string;
  format: LineOrigin;
  fileName: string | null;
  openingMinor: number | null;
  openingDay: Day | null;
  /** The file states no opening: it is the closing of the statement before. */
  openingCarried: boolean;
  closingMinor: number | null;
  closingDay: Day | null;
  /** The lines that stand here, and those that an earlier statement brought already. */
  lines: { count: number; sumMinor: number };
  earlier: { count: number; sumMinor: number };
  /** Opening and all lines; null without an opening. What the bank's closing is compared with. */
  computedMinor: number | null;
  states: Record<LineState, number>;
  before: StatementNeighbour | null;
  after: StatementNeighbour | null;
  /** The first of them. */
  apart: ApartEntry[];
  apartCount: number;
};

/** `at` is the line's place among those asked for, from 0; `balanceMinor` what the account held after it. */
export type StatementLine = QueueRow & { at: number; balanceMinor: number | null };

export type StatementPage = { lines: StatementLine[]; total: number };

/** `waiting`: only lines that nobody decided; `lineId`: the page on which this line stands, whatever the offset. */
export type StatementPlace = { offset: number; limit: number; waiting: boolean; lineId: string | null };

export type StatementQuestions = {
  /** Null when there is no such statement. */
  statement(statementId: string): Promise<StatementView | null>;
  statementLines(statementId: string, today: Day, place: StatementPlace): Promise<StatementPage>;
};
