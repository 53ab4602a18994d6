// Lets lines compete for items: the surest first, no item beyond what is open, and no second choice unattended.

import type { Candidate, Proposal } from '../model/match.ts';
import type { BankLine } from '../model/statement.ts';
import type { Decided } from './decide.ts';
import type { OpenItems } from './open-items.ts';
import { LIMITS } from './policy.ts';
import { because } from './situation.ts';

/** Returns the proposals in the order of the lines' ids. Depends on content only, never on the order of the input. */
export function assign(decided: readonly { line: BankLine; decided: Decided }[], items: OpenItems): Proposal[] {
  const left = new Map<string, number>();
  const takenBy = new Map<string, BankLine>();
  const proposals = new Map<string, Proposal>();
  const order = [...decided].sort((a, b) => b.decided.bound - a.decided.bound || inOrder(a.line, b.line));
  const sure = order.filter(({ decided }) => decided.proposal.verdict === 'auto');
  for (const { line, decided } of sure) {
    const first = decided.proposal.candidates[0]!;
    const blocked = first.allocations.find(
      (one) => !fits(one.amountMinor, left.get(one.itemId) ?? items.slot(one.itemId)?.residual ?? 0),
    );
    if (blocked) {
      proposals.set(
        line.id,
        standDown(decided.proposal, line, takenBy.get(blocked.itemId) ?? null, blocked.itemId, items),
      );
      continue;
    }
    for (const one of first.allocations) {
      left.set(one.itemId, (left.get(one.itemId) ?? items.slot(one.itemId)?.residual ?? 0) - one.amountMinor);
      takenBy.set(one.itemId, line);
    }
    proposals.set(line.id, decided.proposal);
  }
  for (const { line, decided } of order) {
    if (proposals.has(line.id)) continue;
    const first = decided.proposal.candidates[0];
    const taken = first?.allocations.find((one) => left.get(one.itemId) === 0);
    proposals.set(
      line.id,
      taken
        ? standDown(decided.proposal, line, takenBy.get(taken.itemId) ?? null, taken.itemId, items)
        : decided.proposal,
    );
  }
  const all = [...proposals.values()].sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
  for (const { line } of decided) assertSums(proposals.get(line.id)!, line);
  return all;
}

/** By day, then the bank's reference, then the id. */
function inOrder(a: BankLine, b: BankLine): number {
  return compare(a.valueDay, b.valueDay) || compare(a.entryRef ?? '', b.entryRef ?? '') || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fits(amount: number, left: number): boolean {
  return Math.sign(amount) === Math.sign(left) && Math.abs(amount) <= Math.abs(left);
}

/** The item went to another line: the same money again is perhaps paid twice and stays on account; else a person looks. */
function standDown(
  proposal: Proposal,
  line: BankLine,
  by: BankLine | null,
  itemId: string,
  items: OpenItems,
): Proposal {
  const number = items.slot(itemId)?.item.document ?? '';
  const twice = by !== null && by.amountMinor === line.amountMinor && by.currency === line.currency;
  const doubt = because(twice ? 'paid-twice' : 'item-taken', { number, line: by?.id ?? '' });
  const onAccount = (candidate: Candidate): Candidate => ({
    ...candidate,
    allocations: [],
    adjustments: [],
    restMinor: line.amountMinor,
    reasons: [],
    doubts: [doubt],
    score: 0,
  });
  const [first, ...rest] = proposal.candidates;
  const kept = first ? [{ ...first, doubts: [doubt, ...first.doubts] }, ...rest] : rest;
  const candidates = twice && first ? [onAccount(first), ...kept] : kept;
  return { ...proposal, verdict: 'suggest', candidates: candidates.slice(0, LIMITS.candidatesMax) };
}

/** allocations + adjustments + rest = the line, for every candidate; anything else is our error. */
export function assertSums(proposal: Proposal, line: BankLine): void {
  for (const candidate of proposal.candidates) {
    let total = candidate.restMinor;
    for (const one of candidate.allocations) total += one.lineMinor ?? one.amountMinor;
    for (const one of candidate.adjustments) total += one.amountMinor;
    if (total !== line.amountMinor)
      throw new Error(`match: a candidate of line ${line.id} sums to ${total}, not ${line.amountMinor}`);
  }
}
