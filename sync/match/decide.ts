// Turns the guesses of a line into a verdict: alone only on proof, else proposed, else nothing.
import type { Candidate, Finding, Proposal, Verdict } from '../model/match.ts';
import type { Counts } from '../model/memory.ts';
import { findingsOf } from './finding.ts';
import { habitOf } from './habit.ts';
import { forbids } from './hard-rule.ts';
import type { Hypothesis } from './hypotheses/hypothesis.ts';
import { LIMITS } from './policy.ts';
import { ranked, scoreOf } from './rank.ts';
import { type Judged, judge } from './signature.ts';
import { because, type Situation } from './situation.ts';
import { type Trust, trustIn } from './trust.ts';

/** Of so many cases seen, at most one undone: else what was seen is no reason to accept. */
const UNDONE_SHARE = 10;

/** A verdict before lines compete for items; `bound` orders them. Nothing else is kept of a line: what is judged would be held until all are. */
export type Decided = { readonly proposal: Proposal; readonly bound: number };

export function decide(at: Situation, counts: Counts): Decided {
  const order = ranked(
    at.guesses.filter((guess) => !isRefused(guess, at)).map((guess) => judge(guess, at)),
    at.memory.habits,
  );
  const best = order[0] ?? null;
  const findings = findingsOf(at.reading);
  if (!best) return { proposal: proposal(at, 'none', null, [], findings), bound: 0 };
  const trust = trustIn(best.signature, counts, at.policy);
  const forbidden = forbids(best, at.policy);
  const alone = forbidden === null && trust.proven;
  const candidates = order
    .slice(0, LIMITS.candidatesMax)
    .map((judged, place) => candidateOf(judged, place === 0 ? trust : null, at));
  return {
    proposal: proposal(at, alone ? 'auto' : 'suggest', best.signature, candidates, findings),
    bound: trust.bound,
  };
}

function candidateOf(judged: Judged, trust: Trust | null, at: Situation): Candidate {
  const { guess } = judged;
  const habit = habitOf(judged, at.memory.habits);
  const seen = trust && trust.seen > 0 ? [because('seen', { count: trust.seen, undone: trust.undone })] : [];
  // A record speaks for a proposal only where most of it was right.
  const speaksAgainst = trust !== null && trust.undone * UNDONE_SHARE > trust.seen;
  return {
    partyId: guess.partyId,
    allocations: guess.shares.map((share) => ({
      itemId: share.slot.item.id,
      amountMinor: share.amountMinor,
      ...(share.lineMinor === null ? {} : { lineMinor: share.lineMinor }),
    })),
    adjustments: [...guess.adjustments],
    restMinor: guess.restMinor,
    reverses: guess.reverses,
    signature: judged.signature,
    score: scoreOf(judged),
    reasons: [
      ...judged.reasons,
      ...(habit ? [because(`habit-${habit.kind}`, { times: habit.times, count: habit.receipts })] : []),
      ...(speaksAgainst ? [] : seen),
    ],
    doubts: [...judged.doubts, ...(speaksAgainst ? seen : [])],
  };
}

function isRefused(guess: Hypothesis, at: Situation): boolean {
  const own = fingerprint(at.reading.line);
  const refusals = at.memory.refusals.filter((refusal) => refusal.fingerprint === own);
  if (refusals.length === 0) return false;
  if (guess.partyId !== null && refusals.some(({ wrongPartyId }) => wrongPartyId === guess.partyId)) return true;
  if (guess.shares.length === 0) return false;
  const ids = guess.shares.map((share) => share.slot.item.id).sort();
  return refusals.some(({ itemIds }) => [...itemIds].sort().join(' ') === ids.join(' '));
}

/** By what a refused proposal is known again: the line's own id, which an entry imported again keeps. */
export function fingerprint(line: { id: string }): string {
  return line.id;
}

function proposal(
  at: Situation,
  verdict: Verdict,
  signature: string | null,
  candidates: Candidate[],
  findings: Finding[],
): Proposal {
  return { lineId: at.reading.line.id, verdict, signature, candidates, findings };
}
