// A class that was wrong where it acted alone, or would have, stands down at once, until a manager switches it on again.
import type { ClassSwitch, Outcome, StandDown } from '../model/trust.ts';
import { TRUST } from './policy.ts';

/** Classes that stand down: a wrong outcome of a proven proposal, newer than the last time the class was switched on. */
export function standDowns(outcomes: readonly Outcome[], switches: readonly ClassSwitch[]): StandDown[] {
  const coveredUntil = new Map<string, number>();
  for (const { signature, state, afterSeq } of switches) {
    if (state === 'on') coveredUntil.set(signature, Math.max(afterSeq, coveredUntil.get(signature) ?? 0));
  }
  const last = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    if (outcome.right || !outcome.proven || outcome.seq <= (coveredUntil.get(outcome.signature) ?? 0)) continue;
    const known = last.get(outcome.signature);
    if (!known || known.seq < outcome.seq) last.set(outcome.signature, outcome);
  }
  return [...last.values()]
    .map(({ signature, lineId, decisionId, day, seq }) => ({
      signature,
      lineId,
      decisionId,
      day,
      confirmed: confirmedSince(outcomes, signature, seq),
      needed: TRUST.confirmedAfterError,
    }))
    .sort((a, b) => (a.signature < b.signature ? -1 : 1));
}

/** Right outcomes of the class after its error, of one payer at most so many as count in a tally. */
function confirmedSince(outcomes: readonly Outcome[], signature: string, seq: number): number {
  const perPayer = new Map<string, number>();
  for (const outcome of outcomes) {
    if (!outcome.right || outcome.signature !== signature || outcome.seq <= seq) continue;
    perPayer.set(outcome.payer, (perPayer.get(outcome.payer) ?? 0) + 1);
  }
  return [...perPayer.values()].reduce((sum, count) => sum + Math.min(count, TRUST.confirmedPerPayerMax), 0);
}
