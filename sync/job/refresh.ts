// Proposals that a decision made stale: other lines that hoped for the same items are looked at again.
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { DecisionId } from '../model/decision.ts';
import { attempt, type Desk } from './desk.ts';
import { proposeFor } from './propose.ts';

/** Proposes anew for the waiting lines whose candidates name an item of this decision; returns how many. */
export function refreshStale(desk: Desk, company: CompanyId, decisionId: DecisionId): Promise<number | Fault> {
  return attempt(desk, company, async (tx) => {
    const decision = await tx.decisions.get(decisionId);
    const items = decision?.candidate?.allocations.map((it) => it.itemId) ?? [];
    if (!decision || items.length === 0 || decision.action === 'reject' || decision.action === 'confirm') return 0;
    const stale = await tx.proposals.touching(items);
    if (stale.length > 0) await proposeFor(tx, desk, stale);
    return stale.length;
  });
}
