// Refusing a proposal: the pair of line and invoices never returns, and the next proposal stands in its place at once.
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { DecisionId, RejectReason } from '../model/decision.ts';
import type { Shown } from '../port/view.ts';
import { decisionOf, record } from './decision.ts';
import { type Desk, refuse } from './desk.ts';
import { openLine } from './line.ts';
import { once, type Request } from './once.ts';
import { proposeFor } from './propose.ts';
import { refuseUnseen } from './shown.ts';
import { standDownNow, teach } from './teach.ts';

/** Rejects the best proposal of a line, with the reason. Refused when there is none, or another than was shown. */
export function rejectLine(
  desk: Desk,
  company: CompanyId,
  lineId: string,
  { reason, comment, shown = null }: { reason: RejectReason; comment: string | null; shown?: Shown | null },
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const line = await openLine(tx, lineId);
    const stored = await tx.proposals.get(lineId);
    const candidate = stored?.proposal.candidates[0];
    if (!stored || !candidate) refuse('nothing-proposed');
    refuseUnseen(candidate, shown);
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
