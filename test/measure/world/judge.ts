// Compares proposals with the truth of a world.
import type { Proposal } from '../../../sync/model/match.ts';
import type { Truth, World } from './world.ts';

export type Outcome = {
  truth: Truth;
  proposal: Proposal;
  /** exact; incomplete: true items, none beyond its true amount; wrong: anything else. */
  verdict: 'exact' | 'incomplete' | 'wrong';
  /** An exact one may still be luck: the data did not settle it. */
  unsafe: boolean;
};

/** The verdict on the first candidate of each line; lines of a group share their truths in the matcher's favour. */
export function judgeWorld(world: World, proposals: readonly Proposal[]): Outcome[] {
  const byLine = new Map(proposals.map((proposal) => [proposal.lineId, proposal]));
  const truths = new Map(world.truths.map((truth) => [truth.lineId, truth]));
  const groups = new Map<string, Truth[]>();
  for (const truth of world.truths)
    if (truth.group !== null) groups.set(truth.group, [...(groups.get(truth.group) ?? []), truth]);
  for (const group of groups.values()) {
    const pays = group.find((truth) => truth.kind === 'allocate');
    const autos = group.filter((truth) => byLine.get(truth.lineId)?.verdict === 'auto');
    const other = autos[0];
    if (!pays || autos.length !== 1 || !other || other === pays) continue;
    truths.set(other.lineId, { ...pays, lineId: other.lineId });
    truths.set(pays.lineId, { ...other, lineId: pays.lineId });
  }
  return [...truths.values()].map((truth) => {
    const proposal = byLine.get(truth.lineId);
    if (!proposal) throw new Error(`no proposal for line ${truth.lineId}`);
    const verdict = verdictOf(proposal, truth);
    return { truth, proposal, verdict, unsafe: truth.expected === 'abstain' };
  });
}

function verdictOf(proposal: Proposal, truth: Truth): Outcome['verdict'] {
  const got = new Map((proposal.candidates[0]?.allocations ?? []).map((one) => [one.itemId, one.amountMinor]));
  const want = truth.allocations;
  if (
    [...got].some(
      ([id, amount]) =>
        !want.has(id) || Math.sign(amount) !== Math.sign(want.get(id)!) || Math.abs(amount) > Math.abs(want.get(id)!),
    )
  )
    return 'wrong';
  if (got.size === want.size && [...got].every(([id, amount]) => want.get(id) === amount)) return 'exact';
  return got.size > 0 ? 'incomplete' : 'wrong';
}
