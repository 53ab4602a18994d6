// Closing a claim on a customer: they were right, or we let it go; the item itself is settled by other means.
import type { Fault } from '../fault/index.ts';
import type { ClaimOutcome } from '../model/claim.ts';
import type { CompanyId } from '../model/company.ts';
import type { DecisionId } from '../model/decision.ts';
import { decisionOf, record } from './decision.ts';
import { type Desk, refuse } from './desk.ts';
import { once, type Request } from './once.ts';

const ALL = 100_000;

/** Closes an open claim, with the reason; an undo opens it again. */
export function closeClaim(
  desk: Desk,
  company: CompanyId,
  claimId: string,
  { outcome, comment }: { outcome: ClaimOutcome; comment: string | null },
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const claim = await tx.claims.get(claimId);
    if (!claim) refuse('not-found');
    const now = (await tx.view.claims(ALL, claim.partyId)).find((row) => row.claimId === claimId);
    if (now?.state !== 'open') refuse('claim-closed');
    const said = [outcome, comment].filter((it) => it !== null && it !== '').join(' : ');
    const decision = decisionOf(desk, request.by, { action: 'close-claim', lineId: null, comment: said });
    await record(tx, decision, { claim: claimId, outcome, comment });
    await tx.claims.close(claimId, decision.id);
    return decision.id;
  });
}
