// Trust in a class of evidence: the bound of all that was seen, here and on made-up ledgers, unless it stands down.
import type { Counts, Tally } from '../model/memory.ts';
import { lowerBound, together } from './bound.ts';
import type { Policy } from './policy.ts';
import { DEFINITION_HASH } from './signature.ts';

/** `seen` and `undone` are the plain counts that a person is told; `bound` weighs the company's own errors more. */
export type Trust = { proven: boolean; bound: number; seen: number; undone: number };

/** A class is proven when its bound reaches the target and it does not stand down. Counts of another definition say nothing. */
export function trustIn(signature: string, counts: Counts, policy: Policy): Trust {
  if (counts.definition !== DEFINITION_HASH) return { proven: false, bound: 0, seen: 0, undone: 0 };
  const [seeded, own] = [counts.seeded[signature], counts.company[signature]];
  const bound = boundOf(seeded, own, policy);
  const all = together(seeded, own);
  const stands = !counts.stoodDown?.includes(signature);
  return { proven: bound >= policy.target && stands, bound, seen: all.seen, undone: all.seen - all.right };
}

/** The lower bound of both tallies together, each of the company's own errors counted as several. */
export function boundOf(seeded: Tally | undefined, own: Tally | undefined, policy: Policy): number {
  const wrong = own ? own.seen - own.right : 0;
  const weighed = own && { seen: own.right + wrong * policy.ownErrorWeight, right: own.right };
  return lowerBound(together(seeded, weighed));
}
