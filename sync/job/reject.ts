// Refusing a proposal: the pair of line and invoices never returns, and the next proposal stands in its place at once.
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { DecisionId, RejectReason } from '../model/decision.ts';
import { decisionOf, record } from './decision.ts';
import { type Desk, refuse } from './desk.ts';
import { openLine } from './line.ts';
import { once, type Request } from './once.ts';
import { proposeFor } from './propose.ts';
import { standDownNow, teach } from './teach.ts';

/** Rejects the best proposal of a line, with the reason. Refused when there is none. */
export function rejectLine(
  desk: Desk,
  company: CompanyId,
  lineId: string,
  { reason, comment }: { reason: RejectReason; comment: string | null },
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const line = await openLine(tx, lineId);
    const stored = await tx.proposals.get(lineId);
    const candidate = stored?.proposal.candidates[0];
    if (!stored || !candidate) refuse('nothing-proposed');
    const { proposal, engine } = stored;
    const facts = { action: 'reject', lineId, candidate, proposal, engine, rejectReason: reason, comment } as const;
    const decision = decisionOf(desk, request.by, facts);
    await record(tx, decision, { reason, comment, candidate });
    await teach(tx, decision, line);
    await proposeFor(tx, desk, [line.id]);
    await standDownNow(tx, desk, decision);
    return decision.id;
  });
}
