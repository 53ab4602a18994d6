// What a company has taught the engine: facts that a person confirmed or refused, forgotten on request.
import type { Day } from './day.ts';
import type { Actor } from './decision.ts';
import type { LedgerLineId } from './ledger.ts';
import type { PartyId } from './party.ts';

/** A payer's name or account that a person tied to a customer. `undone` counts later undos of such matches. */
export type Alias = {
  kind: 'account' | 'name';
  /** The account without blanks, or the name as the bank writes it. */
  text: string;
  partyId: PartyId;
  confirmed: number;
  undone: number;
};

/** The same as the store counts it: the decision that tied it first, and the day of the last one. */
export type SeenAlias = Alias & { firstSeq: number; lastDay: Day };

/**
 * What a person said about something remembered. forget: what decisions up to `afterSeq` taught of it counts no more. learn: a
 * further bank account of a customer is his, which is never taken for granted. `text` is the account, the name, the decision
 * that refused, or the habit.
 */
export type MemoryMark = {
  kind: 'account' | 'name' | 'refusal' | 'habit';
  text: string;
  partyId: PartyId | null;
  verdict: 'forget' | 'learn';
  by: Actor;
  /** The instant, ISO 8601 UTC. */
  at: string;
  afterSeq: number;
};

/** What a customer does again and again, by how many of his receipts. */
export type HabitKind = 'several-at-once' | 'late-discount' | 'by-another';
export type Habit = { partyId: PartyId; kind: HabitKind; times: number; receipts: number };

/**
 * A refused proposal: these items are never proposed again for a line of this fingerprint, by anyone; nor, where it was refused
 * because the payer is not this customer, anything else of theirs.
 */
export type Refusal = { fingerprint: string; itemIds: readonly LedgerLineId[]; wrongPartyId?: PartyId | null };

/**
 * A rule of the company, as data. Every given condition must hold. `label` is words of the label, payer included, as they
 * follow each other; a star stands for any letters within a word, or for any words by itself ('PRLV * EDF*').
 */
export type CompanyRule = {
  id: string;
  when: {
    account?: string | undefined;
    counterpartyAccount?: string | undefined;
    label?: string | undefined;
    amountMinorFrom?: number | undefined;
    amountMinorTo?: number | undefined;
  };
  /** party: who pays. account: not a customer's money, it goes there. never: nothing is proposed. */
  outcome: { kind: 'party'; partyId: PartyId } | { kind: 'account'; account: string } | { kind: 'never' };
};

export type Memory = {
  aliases: readonly Alias[];
  refusals: readonly Refusal[];
  /** Accounts that pay for many unrelated customers: they identify nobody. */
  multiDebtorAccounts: readonly string[];
  /** The company's own bank accounts: a movement between two of them pays nobody. */
  ownAccounts: readonly string[];
  /** Customers under insolvency, with the day of the opening judgment. */
  insolvent: Readonly<Record<PartyId, Day>>;
  /** Customers with a written agreement to set off what we owe them (40) against what they owe (41), each from a day on. */
  offsetAgreements: readonly { partyId: PartyId; since: Day }[];
  /** What customers do again and again: it orders proposals and proves nothing. */
  habits: readonly Habit[];
  rules: readonly CompanyRule[];
};

export const NO_MEMORY: Memory = {
  aliases: [],
  refusals: [],
  multiDebtorAccounts: [],
  ownAccounts: [],
  insolvent: {},
  offsetAgreements: [],
  habits: [],
  rules: [],
};

/** How often a class of evidence was right: `right` of `seen`, `seen - right` were refused or undone. */
export type Tally = { seen: number; right: number };

/**
 * Trust by evidence class. `seeded` is shipped (made-up data), `company` is earned here.
 * `definition` is the hash of the classes' definition: tallies of another definition count for nothing.
 */
export type Counts = {
  definition: string;
  /** The hash of the shipped counts themselves: which edition of them a decision rested on. */
  edition?: string;
  seeded: Readonly<Record<string, Tally>>;
  company: Readonly<Record<string, Tally>>;
  /** Classes that act no more because a match of theirs turned out wrong here. */
  stoodDown?: readonly string[];
};
