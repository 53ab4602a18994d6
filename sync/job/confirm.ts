// A person looked at what was settled without anybody, and found it right.
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { DecisionId } from '../model/decision.ts';
import { decisionOf, record } from './decision.ts';
import { type Desk, refuse } from './desk.ts';
import { once, type Request } from './once.ts';
import { teach } from './teach.ts';

/** Confirms an unattended match that stands; one that was confirmed before, or taken back, is refused. Moves no money. */
export function confirmLine(
  desk: Desk,
  company: CompanyId,
  lineId: string,
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const line = await tx.bank.line(lineId);
    if (!line) refuse('line-unknown');
    const about = line.decisionId === null ? null : await tx.decisions.get(line.decisionId);
    if (about?.action !== 'accept' || about.by.kind !== 'night') refuse('nothing-to-confirm');
    if (await tx.trust.isConfirmed(about.id)) refuse('nothing-to-confirm');
    const { candidate, engine } = about;
    const decision = decisionOf(desk, request.by, { action: 'confirm', lineId, candidate, engine });
    await record(tx, decision, { confirms: about.id });
    await teach(tx, decision, line, about);
    return decision.id;
  });
}
