// What becomes of a line that is not accepted now: later, flagged for a colleague, or set aside as no customer's money.
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { DecisionId } from '../model/decision.ts';
import { decisionOf, record } from './decision.ts';
import { type Desk, refuse } from './desk.ts';
import { openLine } from './line.ts';
import { once, type Request } from './once.ts';
import { standDownNow, teach } from './teach.ts';

/** The line comes back on this day, which must be after today in the company's zone. */
export function postponeLine(
  desk: Desk,
  company: CompanyId,
  lineId: string,
  { until, comment }: { until: Day; comment: string | null },
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    await openLine(tx, lineId);
    const { zone } = await tx.company.get();
    if (until <= desk.clock.today(zone)) refuse('request-invalid', { what: 'until' });
    const decision = decisionOf(desk, request.by, { action: 'later', lineId, until, comment });
    await record(tx, decision, { until, comment });
    await tx.bank.setState(lineId, 'later', { until, decisionId: decision.id });
    return decision.id;
  });
}

/** Marks a line "to check" for a colleague, or takes the mark away; where the line stands does not change. */
export function flagLine(
  desk: Desk,
  company: CompanyId,
  lineId: string,
  { flagged, comment }: { flagged: boolean; comment: string | null },
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const line = await tx.bank.line(lineId);
    if (!line) refuse('line-unknown');
    const decision = decisionOf(desk, request.by, { action: 'flag', lineId, comment });
    await record(tx, decision, { flagged, comment });
    await tx.bank.setState(lineId, line.state, { flagged, until: line.until });
    return decision.id;
  });
}

/** Takes a line off the list: no customer's receipt, with the reason in the person's words. */
export function setAsideLine(
  desk: Desk,
  company: CompanyId,
  lineId: string,
  { reason }: { reason: string },
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const line = await openLine(tx, lineId);
    const stored = await tx.proposals.get(lineId);
    const said = { proposal: stored?.proposal ?? null, engine: stored?.engine ?? '' };
    const decision = decisionOf(desk, request.by, { action: 'set-aside', lineId, comment: reason, ...said });
    await record(tx, decision, { reason });
    await tx.bank.setState(lineId, 'set-aside', { decisionId: decision.id });
    await teach(tx, decision, line);
    await standDownNow(tx, desk, decision);
    return decision.id;
  });
}
