// What is remembered about a company's ERP: how far it was read, what is on its way there, and the nights.
import type { DecisionId } from '../model/decision.ts';
import type { EntryLine } from '../model/entry.ts';
import type { LedgerLineId } from '../model/ledger.ts';
import type { Books } from './erp.ts';
import type { NightSummary } from './night.ts';

/** What is known of the company's ERP beside its books, and how far the last pull came. */
export type Link = {
  cursor: string | null;
  /** The instant at which the last whole pull ended. */
  pulledAt: string | null;
  /** Of a pull under way, or one that was cut. */
  progress: { done: number; total: number } | null;
  books: Books | null;
  /** Why nothing is written to the ERP until a person has looked; null when nothing stands in the way. */
  halted: { code: string; at: string } | null;
  attachedAfter: string | null;
};

export type LinkRows = {
  get(): Promise<Link>;
  put(facts: Partial<Link>): Promise<void>;
  /** Where a pull stands. Nobody waits for the disk: when the power fails the mark before may stand, with what stood then. */
  mark(facts: Pick<Link, 'cursor' | 'progress'>): Promise<void>;
};

export type NightRows = {
  begin(id: string, at: string): Promise<void>;
  /** Keeps what is known so far; `endedAt` null while it runs. */
  note(id: string, summary: NightSummary): Promise<void>;
  last(limit: number): Promise<NightSummary[]>;
};

export type OutboxState = 'planned' | 'sent' | 'verified' | 'refused' | 'unknown';

export type OutboxRow = {
  id: string;
  decisionId: DecisionId;
  kind: 'post' | 'undo';
  state: OutboxState;
  entry: EntryLine[];
  /** Residual of each touched item before, and as expected after. */
  before: Record<LedgerLineId, number>;
  after: Record<LedgerLineId, number>;
  answer: Record<string, unknown> | null;
};

export type OutboxRows = {
  add(row: OutboxRow): Promise<void>;
  mark(id: string, state: OutboxState, answer: Record<string, unknown> | null): Promise<void>;
  byDecision(id: DecisionId): Promise<OutboxRow[]>;
  waiting(): Promise<OutboxRow[]>;
};

/**
 * What the ERP keeps of a bank line in suspense: in the company's currency, and in the line's own where that is another one (else
 * null). Unknown while nobody has read it there.
 */
export type Waiting = { waitingMinor: number; waitingOwnMinor: number | null };

/** What one bank account comes to, by its statements and by the ERP. */
export type BankTotals = {
  account: string;
  ledgerAccount: string;
  currency: string;
  statedMinor: number;
  waitingMinor: number;
  foreignMinor: number | null;
};
