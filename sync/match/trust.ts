// How trust is earned and lost per company: outcomes become tallies, and some sure matches are shown all the same.
import { type Day, daysBetween } from '../model/day.ts';
import type { Tally } from '../model/memory.ts';
import type { Policy } from './policy.ts';

/** What became of one proposal. right: confirmed or not undone. */
export type Outcome = { signature: string; payer: string; day: Day; right: boolean };

/** Days after which an outcome counts half, and no more than once more. */
const HALF_LIFE_DAYS = 365;
const OLDEST_DAYS = 2 * HALF_LIFE_DAYS;

/**
 * Tallies by signature: right outcomes of one payer count up to the policy's cap, because they are not independent;
 * after a year each second one counts, after two none. Errors always count, whatever their age or payer.
 */
export function tally(outcomes: readonly Outcome[], today: Day, policy: Policy): Record<string, Tally> {
  const tallies: Record<string, Tally> = {};
  const perPayer = new Map<string, number>();
  const old = new Map<string, number>();
  const order = [...outcomes].sort((a, b) =>
    a.day === b.day ? keyOf(a).localeCompare(keyOf(b)) : a.day < b.day ? 1 : -1,
  );
  for (const outcome of order) {
    const own = tallies[outcome.signature] ?? { seen: 0, right: 0 };
    tallies[outcome.signature] = own;
    if (!outcome.right) {
      own.seen += 1;
      continue;
    }
    const age = daysBetween(outcome.day, today);
    const payer = keyOf(outcome);
    const count = perPayer.get(payer) ?? 0;
    const nth = old.get(outcome.signature) ?? 0;
    if (age > HALF_LIFE_DAYS) old.set(outcome.signature, nth + 1);
    if (age > OLDEST_DAYS || count >= policy.seenPerPayerMax || (age > HALF_LIFE_DAYS && nth % 2 === 1)) continue;
    perPayer.set(payer, count + 1);
    own.seen += 1;
    own.right += 1;
  }
  return tallies;
}

/** True for the lines that are shown although they could be settled: chosen by their id, so that a replay chooses the same. */
export function isAudited(lineId: string, policy: Policy): boolean {
  if (policy.auditOneIn <= 0) return false;
  let value = 0x811c9dc5;
  for (let i = 0; i < lineId.length; i += 1) value = Math.imul(value ^ lineId.charCodeAt(i), 0x01000193);
  return (value >>> 0) % policy.auditOneIn === 0;
}

function keyOf(outcome: Outcome): string {
  return `${outcome.signature} ${outcome.payer}`;
}
