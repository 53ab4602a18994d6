// A decision as it is recorded: made with what it leaves out set to null, appended together with its audit event.
import type { Actor, Decision } from '../model/decision.ts';
import type { Tx } from '../port/store.ts';
import type { Desk } from './desk.ts';

/** A decision of now; what `facts` do not say is null. */
export function decisionOf(
  desk: Desk,
  by: Actor,
  facts: Partial<Decision> & Pick<Decision, 'action' | 'lineId'>,
): Decision {
  return {
    id: desk.newId(),
    by,
    at: desk.clock.now(),
    candidate: null,
    proposal: null,
    engine: '',
    rejectReason: null,
    until: null,
    comment: null,
    undoes: null,
    grounds: null,
    ...facts,
  };
}

/** Appends the decision and its audit event. */
export async function record(tx: Tx, decision: Decision, facts: Record<string, unknown> = {}): Promise<void> {
  await tx.decisions.add(decision);
  await tx.audit.append({
    at: decision.at,
    by: decision.by,
    what: decision.action,
    subject: decision.lineId ?? decision.undoes ?? decision.id,
    facts: { decision: decision.id, ...facts },
  });
}
