// What agreements to set off give to the engine, what they allow, and whether what was decided by them holds.
import { type Agreement, holdsAt } from '../model/agreement.ts';
import type { OpenItem } from '../model/ledger.ts';
import type { Proposal } from '../model/match.ts';
import type { StoredLine, Tx } from '../port/store.ts';

export async function inForce(tx: Tx): Promise<Agreement[]> {
  return (await tx.agreements.list()).filter((it) => it.ended === null);
}

/** What the company owes the customers who agreed, as theirs, so that the engine can net it; a supplier's own items stay where they are. */
export function owedTo(agreements: readonly Agreement[], beside: readonly OpenItem[]): OpenItem[] {
  const customerOf = new Map(agreements.map((it) => [it.supplierId, it.customerId]));
  return beside.flatMap((item) => {
    const customerId = item.role === 'payable' && item.partyId !== null ? customerOf.get(item.partyId) : undefined;
    return customerId === undefined ? [] : [{ ...item, partyId: customerId }];
  });
}

/** What we owe is only ever netted in a receipt: money that goes out to a supplier is proposed beside, as what it is. */
export function onlyNetted(
  proposal: Proposal,
  line: Pick<StoredLine, 'amountMinor'> | undefined,
  owed: ReadonlySet<string>,
): Proposal {
  const isNetted = (itemIds: readonly string[]) => (line?.amountMinor ?? 0) > 0 || !itemIds.some((id) => owed.has(id));
  const candidates = proposal.candidates.filter((it) => isNetted(it.allocations.map((one) => one.itemId)));
  if (candidates.length === proposal.candidates.length) return proposal;
  const [first] = candidates;
  return { ...proposal, verdict: first ? 'suggest' : 'none', signature: first?.signature ?? null, candidates };
}

/** Decisions in which something was set off by an agreement that was not on file when they were taken. */
export async function wrongSetOffs(tx: Tx, decisionsMax: number): Promise<string[]> {
  const agreements = await tx.agreements.list();
  const wrong: string[] = [];
  for (const { id, action, at, lineId, candidate } of await tx.decisions.list({ limit: decisionsMax })) {
    if (action !== 'accept' || lineId === null || !candidate?.reasons.some(({ key }) => key === SET_OFF)) continue;
    const line = await tx.bank.line(lineId);
    const holds = agreements.some(
      (it) => it.customerId === candidate.partyId && line !== null && holdsAt(it, at, line.valueDay),
    );
    if (!holds) wrong.push(id);
  }
  return wrong;
}

/** The engine's reason for a guess that nets by agreement. */
const SET_OFF = 'offset-agreement';
