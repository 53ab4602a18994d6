// What a signal may look at, and what it answers: the one shape that every file of evidence shares.
import type { Reason } from '../model/match.ts';
import type { Memory } from '../model/memory.ts';
import type { Batch } from './batch.ts';
import type { Hypothesis } from './hypotheses/hypothesis.ts';
import type { OpenItems } from './open-items.ts';
import type { Parties } from './parties.ts';
import type { Policy } from './policy.ts';
import type { Reading } from './reading/reading.ts';

export type Situation = {
  readonly reading: Reading;
  /** Every guess for this line: a rival is another one of them. */
  readonly guesses: readonly Hypothesis[];
  readonly items: OpenItems;
  readonly parties: Parties;
  readonly memory: Memory;
  readonly batch: Batch;
  readonly policy: Policy;
};

/** `value` goes into the signature; reasons speak for the guess, doubts against it. A doubt's key goes into the signature too. */
export type Evidence = {
  readonly value: string;
  readonly reasons: readonly Reason[];
  readonly doubts: readonly Reason[];
};

export type Signal = (guess: Hypothesis, at: Situation) => Evidence;

export function evidence(
  value: string,
  reasons: readonly Reason[] = NO_REASONS,
  doubts: readonly Reason[] = NO_REASONS,
): Evidence {
  return { value, reasons, doubts };
}

export const NO_REASONS: readonly Reason[] = [];

/** All of them in their order. Most lists are empty, and one that is alone is not copied. */
export function joined(lists: readonly (readonly Reason[])[]): readonly Reason[] {
  let all = NO_REASONS;
  for (const list of lists) if (list.length > 0) all = all.length === 0 ? list : [...all, ...list];
  return all;
}

export function because(key: string, params: Reason['params'] = {}): Reason {
  return { key, params };
}
