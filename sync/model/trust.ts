// How far a class of evidence may be trusted in one company: what its proposals taught, what a person allowed, what a match rested on.
import type { Mode } from './company.ts';
import type { Day } from './day.ts';
import type { Actor, DecisionId } from './decision.ts';
import type { Tally } from './memory.ts';

/**
 * What a decision says about the proposal that it answers. accepted: as it was proposed. changed: something else was accepted.
 * refused: rejected, or set aside as no customer's money. unattended: settled without anybody. confirmed: looked at afterwards
 * and found right.
 */
export type LessonKind = 'accepted' | 'changed' | 'refused' | 'unattended' | 'confirmed';

export type Lesson = {
  decisionId: DecisionId;
  lineId: string;
  kind: LessonKind;
  /** The class of the best candidate. */
  signature: string;
  /** Whose errors are not independent: the customer proposed, else the payer's account or name. */
  payer: string;
  day: Day;
  /** The class was proven then: it acted alone, or would have where it was allowed to. */
  proven: boolean;
  /** What was settled (of a refusal: what was proposed), in a form that can be compared. */
  facts: string;
  /** Of a confirmation: the unattended decision that was looked at. */
  about: DecisionId | null;
};

/** A lesson as the store gives it back: its place among the decisions, and that of the undo by a person, if any. */
export type Learned = Lesson & { seq: number; undoneSeq: number | null };

/** What became of one proposal; `seq` is the decision that settled the question. */
export type Outcome = {
  signature: string;
  payer: string;
  day: Day;
  right: boolean;
  proven: boolean;
  lineId: string;
  decisionId: DecisionId;
  seq: number;
};

/** on: acts alone also where the company only has proposals. off: never acts alone. mode: as the company's mode says. */
export type SwitchState = 'on' | 'off' | 'mode';

/** What a manager decided about a class. Appended; the last one of a class counts. */
export type ClassSwitch = {
  signature: string;
  state: SwitchState;
  by: Actor;
  /** The instant, ISO 8601 UTC. */
  at: string;
  /** The newest decision when it was made: what was undone later is not covered by it. */
  afterSeq: number;
  /** The numbers that the warning showed. */
  shown: ClassRecord;
};

/** `bound`: the 95 % lower bound of "was right", in millionths, rounded down. */
export type ClassRecord = { seeded: Tally; own: Tally; bound: number };

/** A class that acts no more because a match of it turned out wrong. */
export type StandDown = {
  signature: string;
  /** The last wrong match that put it down. */
  lineId: string;
  decisionId: DecisionId;
  day: Day;
  /** How many proposals of the class were confirmed since, and how many it takes before a manager may switch it on again. */
  confirmed: number;
  needed: number;
};

/** On what an unattended match rested: enough to compute it again. */
export type Grounds = ClassRecord & {
  signature: string;
  /** The edition of the shipped counts; absent in decisions of before they had one. */
  edition?: string | undefined;
  mode: Mode;
  switched: SwitchState;
  /** In millionths, like the bound. */
  target: number;
  /** The newest decision and the day that the tallies were taken at. */
  afterSeq: number;
  day: Day;
  /** Chosen by its id to be looked at by a person. */
  sampled: boolean;
};

/**
 * Cents that may be written off without asking: off when null. Both in minor units; `lineMax` is at most 0.05 of the currency,
 * `yearMax` caps one customer in one calendar year.
 */
export type Tolerance = { lineMax: number; yearMax: number };
