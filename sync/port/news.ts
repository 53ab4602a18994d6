// What a browser is told of others' work while it is open.
import type { Day } from '../model/day.ts';
import type { Action } from '../model/decision.ts';
import type { AccountChoices, ClaimRow, WaitingAccount } from './ledger-view.ts';
import type { StatementQuestions } from './statement-view.ts';
import type { Counter, QueueRow } from './view.ts';

/**
 * Decisions after one that is known: each line as it stands now, who decided it, and the counters. `at` is the number of the
 * newest; `files` changes with every import.
 */
export type News = {
  at: number;
  files: string;
  decided: { lineId: string; by: string; userId: string | null }[];
  /** Decisions without a line, letters and their undos, oldest first. */
  letters: { action: Action; by: string; userId: string | null; comment: string | null }[];
  rows: QueueRow[];
  counters: Counter[];
};

/** What the desk asks besides its lists: one statement, others' work, accounts that money can go to, and claims. */
export type DeskQuestions = StatementQuestions & {
  /** Decisions after the one of this number, and where the lines stand; null: only where things are now. */
  news(after: number | null, today: Day): Promise<News>;
  /** Accounts of the ledger by number or words, the most used for this line's payer first; customers and banks are left out. */
  accountChoices(query: string, lineId: string | null, limit: number): Promise<AccountChoices>;
  /** The balances of accounts of suspense, collection and transfer that are not nil, decisions not yet booked included. */
  waitingAccounts(): Promise<WaitingAccount[]>;
  /** Claims, those that are open first, newest first; of one customer when it is named. */
  claims(limit: number, partyId: string | null): Promise<ClaimRow[]>;
};
