// A rule as the company keeps it: what it says, where it stands, and what trying it showed.
import type { Day } from './day.ts';
import type { Actor } from './decision.ts';
import type { CompanyRule } from './memory.ts';

/** draft: written, never tried. tried: its trial was shown. on: acts. off: was on. gone: deleted, kept for the decisions that name it. */
export type RuleState = 'draft' | 'tried' | 'on' | 'off' | 'gone';

/**
 * What it would have done to the lines from `from` on. lines: it holds for so many. changed: their outcome would have been
 * another. against: of these, a person or the ledger had settled them otherwise.
 */
export type RuleTrial = { at: string; from: Day; lines: number; changed: number; against: number };

/** Never edited: a changed rule is a new one that takes the old one's place, so that a decision's rule ids stay true. */
export type StoredRule = CompanyRule & {
  name: string;
  state: RuleState;
  trial: RuleTrial | null;
  /** The rule that this one takes the place of. */
  replaces: string | null;
  by: Actor;
  at: string;
};
