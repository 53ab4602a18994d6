// What sync needs remembered of trust, of what was taught, and of the company's rules.
import type { Agreement } from '../model/agreement.ts';
import type { Day } from '../model/day.ts';
import type { Decision } from '../model/decision.ts';
import type { Habit, MemoryMark } from '../model/memory.ts';
import type { PartyId } from '../model/party.ts';
import type { RuleState, RuleTrial, StoredRule } from '../model/rule.ts';
import type { ClassSwitch, Learned, Lesson } from '../model/trust.ts';

export type TrustRows = {
  teach(lesson: Lesson): Promise<void>;
  /**
   * Lessons as known at decision `until`, with their undos by people up to it. Left out is what can change no number: unattended
   * matches that stand, confirmations before `since`, and of one payer and class all but the newest `perPayerMax`.
   */
  lessons(at: { since: Day; until: number; perPayerMax: number }): Promise<Learned[]>;
  /** A person looked at this decision and found it right, and did not take that back. */
  isConfirmed(decisionId: string): Promise<boolean>;
  /** The newest decision; 0 when there is none. */
  newest(): Promise<number>;
  /** Has a person decided anything after this decision? */
  decidedByPerson(afterSeq: number): Promise<boolean>;
  /** Every switch ever made, oldest first. */
  switches(): Promise<ClassSwitch[]>;
  addSwitch(made: ClassSwitch): Promise<void>;
  /** Proposals of lines that wait, by class; `proven` would act alone where they may. */
  waiting(): Promise<{ signature: string; proven: boolean; count: number }[]>;
  /** Every unattended acceptance with its grounds, oldest first. */
  unattended(): Promise<Decision[]>;
  /**
   * Minor units that unattended matches wrote off in a calendar year, by booking day and customer, undone ones left out; the
   * largest sum first. Of one customer when it is named.
   */
  writtenOff(year: string, partyId: PartyId | null): Promise<{ partyId: PartyId; minor: number }[]>;
};

export type RuleRows = {
  /** Every rule that is not gone, oldest first. */
  list(): Promise<StoredRule[]>;
  get(id: string): Promise<StoredRule | null>;
  add(rule: StoredRule): Promise<void>;
  setState(id: string, state: RuleState): Promise<void>;
  setTrial(id: string, trial: RuleTrial): Promise<void>;
};

export type AgreementRows = {
  /** Every agreement, those that ended too, oldest first. */
  list(): Promise<Agreement[]>;
  add(agreement: Agreement): Promise<void>;
  end(id: string, ended: NonNullable<Agreement['ended']>): Promise<void>;
};

/** A refusal in force, with the words of its line and documents. */
export type RefusedPair = {
  decisionId: string;
  lineId: string;
  at: string;
  payer: string | null;
  amountMinor: number;
  currency: string;
  documents: string[];
  reason: string | null;
  comment: string | null;
};

export type MemoryRows = {
  mark(mark: MemoryMark): Promise<void>;
  /** Accounts that people said are a customer's, those forgotten since left out. */
  learnedAccounts(): Promise<{ text: string; partyId: PartyId }[]>;
  /** Newest first. */
  refusedPairs(limit: number): Promise<RefusedPair[]>;
  /** What customers did in receipts that people accepted and that stand; forgotten habits count anew. */
  habits(): Promise<Habit[]>;
};
