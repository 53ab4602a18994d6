// Proposals that a decision made stale: other lines that hoped for the same items, or whose payer it made known, are looked at again.
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Decision, DecisionId } from '../model/decision.ts';
import type { Tx } from '../port/store.ts';
import { attempt, type Desk } from './desk.ts';
import { proposeFor } from './propose.ts';

/**
 * Proposes anew, in one go, for the waiting lines whose candidates name an item of these decisions, and for those of the same payer
 * where a person said who that is; returns how many.
 */
export function refreshStale(
  desk: Desk,
  company: CompanyId,
  decisionIds: readonly DecisionId[],
): Promise<number | Fault> {
  return attempt(desk, company, async (tx) => {
    const stale = new Set<string>();
    for (const id of decisionIds) for (const lineId of await staleBy(tx, id)) stale.add(lineId);
    if (stale.size > 0) await proposeFor(tx, desk, [...stale]);
    return stale.size;
  });
}

async function staleBy(tx: Tx, decisionId: DecisionId): Promise<string[]> {
  const decision = await tx.decisions.get(decisionId);
  if (!decision || decision.action === 'reject' || decision.action === 'confirm') return [];
  const items = decision.candidate?.allocations.map((it) => it.itemId) ?? [];
  return [...(await tx.proposals.touching(items)), ...(await taughtBy(tx, decision))];
}

async function taughtBy(tx: Tx, { action, by, lineId, candidate }: Decision): Promise<string[]> {
  const partyId = candidate?.partyId ?? null;
  if (action !== 'accept' || by.kind !== 'person' || lineId === null || partyId === null) return [];
  return tx.proposals.ofPayer(lineId, partyId);
}
