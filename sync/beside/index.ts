// What a line may take beside customers' items: a payment that the ERP registered before, or what a supplier is owed. Never alone.
import type { OpenItem } from '../model/ledger.ts';
import type { Candidate, Proposal, Reason } from '../model/match.ts';
import type { BankLine } from '../model/statement.ts';
import { isWaiting } from './item.ts';
import { BESIDE_POLICY } from './policy.ts';

export { asItem, isWaiting } from './item.ts';
export { mixedOf } from './mixed.ts';
export { type FindSums, slipOf } from './slip.ts';

/** Doubts of the engine that are said of customers' items only: money goes out to suppliers, and payments are registered later. */
const SAID_OF_CUSTOMERS: ReadonlySet<string> = new Set(['money-out', 'issued-after', 'issued-too-late']);

/**
 * What the engine found among items beside, said as what it is. Payments of another bank journal than the line's (`journal`,
 * null where nobody knows it) are left out: they wait for another account.
 */
export function besideCandidates(
  found: Proposal,
  items: ReadonlyMap<string, OpenItem>,
  journal: string | null,
): Candidate[] {
  return found.candidates.flatMap((candidate) => {
    const taken = candidate.allocations.flatMap(({ itemId }) => items.get(itemId) ?? []);
    const [first] = taken;
    if (!first) return [];
    if (journal !== null && taken.some((item) => isWaiting(item) && item.journal !== journal)) return [];
    const reasons = candidate.reasons.filter(({ key }) => key !== 'seen');
    const doubts = candidate.doubts.filter(({ key }) => !SAID_OF_CUSTOMERS.has(key));
    const waits = taken.some(isWaiting);
    const said = waits ? waitingReason(taken.find(isWaiting) ?? first) : { key: 'supplier-item', params: {} };
    return [{ ...candidate, signature: waits ? 'outstanding' : 'supplier', reasons: [said, ...reasons], doubts }];
  });
}

/**
 * One proposal of what the engine says of customers (`own`) and of what stands beside. The money of a payment that is registered
 * already is that payment's, not the invoice's a second time: it goes first, unless the engine proves another customer. What
 * comes first from beside is for a person.
 */
export function withBeside(line: BankLine, own: Proposal, beside: readonly Candidate[]): Proposal {
  const [best] = beside;
  if (!best) return own;
  const [proven] = own.candidates;
  const isOthers = own.verdict === 'auto' && proven?.partyId !== best.partyId;
  const leads = !isOthers && goesFirst(best, proven);
  // What is only left on account is no choice beside an item of exactly the amount.
  const others = ties(best) && leads ? own.candidates.filter((it) => !settlesNothing(it)) : own.candidates;
  const all = leads ? [...beside, ...others] : [...own.candidates, ...beside];
  const candidates = all.slice(0, BESIDE_POLICY.candidatesMax);
  if (!leads) return { ...own, candidates, verdict: own.verdict === 'none' ? 'suggest' : own.verdict };
  return { lineId: line.id, verdict: 'suggest', signature: best.signature, candidates, findings: own.findings };
}

function goesFirst(best: Candidate, own: Candidate | undefined): boolean {
  if (!own) return true;
  if (!ties(best)) return settlesNothing(own);
  if (!ties(own)) return true;
  if (best.signature === 'outstanding') return best.partyId === own.partyId || best.score >= own.score;
  return best.score > own.score;
}

function settlesNothing({ allocations, adjustments }: Candidate): boolean {
  return allocations.length === 0 && adjustments.length === 0;
}

/** To the cent: no difference and no rest. */
export function ties({ allocations, adjustments, restMinor }: Candidate): boolean {
  return allocations.length > 0 && adjustments.length === 0 && restMinor === 0;
}

function waitingReason({ entry, day, account }: OpenItem): Reason {
  return { key: 'outstanding', params: { number: entry, day, account } };
}
