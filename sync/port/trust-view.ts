// The shapes in which trust, memory and rules travel to the browser.
import type { Mode } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { HabitKind, Tally } from '../model/memory.ts';
import type { RuleTrial, StoredRule } from '../model/rule.ts';
import type { SwitchState, Tolerance } from '../model/trust.ts';
import type { RefusedPair } from './trust.ts';

/** A class of evidence with its record. Shares are in millionths. */
export type ClassView = {
  signature: string;
  /** In words: what speaks for a match of this class, and what against. */
  says: string;
  doubts: string;
  seeded: Tally;
  own: Tally;
  bound: number;
  /** The bound reaches the target. */
  proven: boolean;
  switched: SwitchState;
  /** Acts alone now: proven, allowed, and not standing down. */
  acts: boolean;
  standDown: StandDownView | null;
  /** Lines that wait with a proposal of this class; `ready` of them would be settled alone where the class may act. */
  waiting: number;
  ready: number;
};

export type StandDownView = {
  lineId: string;
  day: Day;
  payer: string | null;
  amountMinor: number;
  currency: string;
  confirmed: number;
  needed: number;
};

export type TrustView = {
  mode: Mode;
  /** In millionths. */
  target: number;
  classes: ClassView[];
  /** Settled without anybody today, and of these the sample that a person is asked to look at. */
  today: { settled: number; asked: number; looked: number };
  tolerance: {
    now: Tolerance | null;
    /** Minor units a line that the tolerance can be at most; 0 where the currency has no decimals. */
    lineMax: number;
    year: string;
    /** Written off this year, the largest first. */
    used: { partyId: string; partyName: string | null; minor: number }[];
  };
};

export type MemoryView = {
  accounts: RememberedPayer[];
  names: RememberedPayer[];
  /** Accounts that a known customer suddenly paid from; not learned before somebody says so. */
  changed: {
    partyId: string;
    partyName: string | null;
    text: string;
    times: number;
    lastDay: Day;
    known: string[];
  }[];
  refusals: RefusedPair[];
  habits: { partyId: string; partyName: string | null; kind: HabitKind; times: number; receipts: number }[];
};

/** An agreement in force to set off what the company owes a customer. */
export type AgreementView = {
  id: string;
  customerId: string;
  customerName: string | null;
  supplierId: string;
  supplierName: string | null;
  since: Day;
  note: string | null;
  by: string;
};

/** What a person says of a new agreement. */
export type AgreementBody = Pick<AgreementView, 'customerId' | 'supplierId' | 'since' | 'note'>;

export type RememberedPayer = {
  partyId: string;
  partyName: string | null;
  text: string;
  confirmed: number;
  undone: number;
  lastDay: Day;
};

export type RuleView = Omit<StoredRule, 'by'> & { by: string; partyName: string | null };

/** How a line stood, or would have: settled, proposed, nothing, set aside, or put to an account. */
export type TrialOutcome = {
  kind: 'settled' | 'proposed' | 'nothing' | 'aside' | 'account';
  partyName: string | null;
  documents: string[];
  account: string | null;
};

export type TrialLine = {
  lineId: string;
  day: Day;
  payer: string | null;
  label: string;
  amountMinor: number;
  currency: string;
  old: TrialOutcome;
  now: TrialOutcome;
  /** Somebody, or the ledger, had settled it otherwise. */
  against: boolean;
};

/** `lines` are the first of the changed ones; `trial` counts all. */
export type TrialView = { rule: RuleView; trial: RuleTrial; lines: TrialLine[] };
