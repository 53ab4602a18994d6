// Outcomes become tallies: old ones fade, one payer counts only so often, and an error is never rounded away.
import { type Day, daysBetween } from '../model/day.ts';
import type { Tally } from '../model/memory.ts';
import type { Outcome } from '../model/trust.ts';
import { TRUST } from './policy.ts';

/** Weights are counted in thousandths, so that every machine gets the same whole numbers. */
const WHOLE = 1000;

/**
 * Tallies by class on a day. A right outcome weighs half after each half-life, counts of one payer are capped at the newest
 * ones, and the sum is rounded down; errors fade alike, but have no cap and are rounded up: while one counts at all, it is one.
 */
export function tallyOf(outcomes: readonly Outcome[], today: Day): Record<string, Tally> {
  const sums = new Map<string, { right: number; wrong: number }>();
  const perPayer = new Map<string, number>();
  for (const outcome of [...outcomes].sort((a, b) => b.seq - a.seq)) {
    const sum = sums.get(outcome.signature) ?? { right: 0, wrong: 0 };
    sums.set(outcome.signature, sum);
    const weight = weightOf(daysBetween(outcome.day, today));
    if (!outcome.right) {
      sum.wrong += weight;
      continue;
    }
    const payer = JSON.stringify([outcome.signature, outcome.payer]);
    const count = perPayer.get(payer) ?? 0;
    if (count >= TRUST.confirmedPerPayerMax) continue;
    perPayer.set(payer, count + 1);
    sum.right += weight;
  }
  return Object.fromEntries(
    [...sums].map(([signature, sum]): [string, Tally] => {
      const right = Math.floor(sum.right / WHOLE);
      return [signature, { seen: right + Math.ceil(sum.wrong / WHOLE), right }];
    }),
  );
}

/** Thousandths: halves with each half-life, on a straight line in between; nothing after the last. A future day is today. */
export function weightOf(ageDays: number): number {
  const age = Math.max(0, ageDays);
  const halvings = Math.floor(age / TRUST.halfLifeDays);
  if (halvings >= TRUST.halfLivesMax) return 0;
  const into = age % TRUST.halfLifeDays;
  return Math.floor((WHOLE * (2 * TRUST.halfLifeDays - into)) / (2 * TRUST.halfLifeDays) / 2 ** halvings);
}
