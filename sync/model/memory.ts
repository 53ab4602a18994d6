// What a company has taught the engine: facts that a person confirmed or refused, forgotten on request.
import type { Day } from './day.ts';
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

/** A refused proposal: these items are never proposed again for a line of this fingerprint, by anyone. */
export type Refusal = { fingerprint: string; itemIds: readonly LedgerLineId[] };

/** A rule of the company, as data. Every given condition must hold; `contains` are texts of the label, payer included. */
export type CompanyRule = {
  id: string;
  when: {
    account?: string;
    counterpartyAccount?: string;
    contains?: readonly string[];
    amountMinorFrom?: number;
    amountMinorTo?: number;
  };
  /** party: who pays. account: not a customer's money, it goes there. never: nothing is proposed. */
  then: { kind: 'party'; partyId: PartyId } | { kind: 'account'; account: string } | { kind: 'never' };
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
  /** Customers with a written agreement to set off what we owe them (40) against what they owe (41). */
  offsetAgreements: readonly PartyId[];
  rules: readonly CompanyRule[];
};

export const NO_MEMORY: Memory = {
  aliases: [],
  refusals: [],
  multiDebtorAccounts: [],
  ownAccounts: [],
  insolvent: {},
  offsetAgreements: [],
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
  seeded: Readonly<Record<string, Tally>>;
  company: Readonly<Record<string, Tally>>;
};
