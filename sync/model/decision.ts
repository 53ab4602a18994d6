// What a person, or the night, decided: appended, never changed. An undo is a decision of its own.
import type { Day } from './day.ts';
import type { Candidate, Proposal } from './match.ts';
import type { Grounds } from './trust.ts';

export type DecisionId = string;

/** Who decides: a person by name, or the night by the evidence class that let it act. */
export type Actor = { kind: 'person'; id: string; name: string } | { kind: 'night'; signature: string };

/** 'confirm': a person looked at what was settled unattended and found it right. 'keep-apart': a line of a file is not
 * the one of the ERP that it looks like. */
export type Action =
  | 'accept'
  | 'reject'
  | 'later'
  | 'flag'
  | 'set-aside'
  | 'letter'
  | 'close-claim'
  | 'undo'
  | 'confirm'
  | 'keep-apart';

/** Why a proposal was wrong; the digits 1 to 6 of the menu. */
export type RejectReason =
  | 'wrong-customer'
  | 'wrong-invoice'
  | 'wrong-amount'
  | 'not-a-receipt'
  | 'duplicate'
  | 'other';

export type Decision = {
  id: DecisionId;
  action: Action;
  /** Null for a match of ledger lines without a bank line. */
  lineId: string | null;
  by: Actor;
  /** The instant, ISO 8601 UTC. */
  at: string;
  /** What was accepted or rejected, as edited; for 'letter' the joined items with their allocations. */
  candidate: Candidate | null;
  /** What the engine had said, and its version: enough to replay the decision. */
  proposal: Proposal | null;
  engine: string;
  rejectReason: RejectReason | null;
  /** The line comes back on this day ('later'). */
  until: Day | null;
  comment: string | null;
  /** The decision that this one undoes. */
  undoes: DecisionId | null;
  /** On what trust an unattended acceptance rested. */
  grounds?: Grounds | null;
};

/** Where a bank line stands. 'booked' is settled by the ledger itself. */
export type LineState = 'open' | 'settled' | 'later' | 'set-aside';
