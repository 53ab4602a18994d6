// What undoing a decision would leave in the ERP, free besides or not be able to do: read there before, so that a person knows.
import { type Fault, type FaultCode, isFault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { DecisionId } from '../model/decision.ts';
import { type Desk, seen } from './desk.ts';
import { receiptOf } from './send.ts';

/** What a person is told; anything else (an ERP that does not answer) the undo itself will say. */
const TOLD: readonly FaultCode[] = ['undo-leaves', 'undo-releases', 'period-locked'];

/**
 * Warnings before an undo, the ones that forbid it among them; empty for a ledger of files and for what the ERP does not hold.
 * Fault: nothing-to-undo when there is no such decision.
 */
export async function foreseeUndo(desk: Desk, companyId: CompanyId, decisionId: DecisionId): Promise<Fault[] | Fault> {
  const found = await seen(desk, companyId, async (tx) => {
    const company = await tx.company.get();
    const decision = await tx.decisions.get(decisionId);
    const posts = (await tx.outbox.byDecision(decisionId)).filter((row) => row.kind === 'post');
    const post = posts.findLast((row) => row.state !== 'planned' && row.state !== 'refused');
    if (!decision || !post || company.erp === 'fec') return null;
    const line = decision.lineId === null ? null : await tx.bank.line(decision.lineId);
    return { company, receipt: receiptOf(post, line?.erpId ?? null) };
  });
  if (isFault(found)) return found;
  const erp = found === null ? null : desk.erps.open(found.company);
  if (!erp || found === null) return [];
  return (await erp.foreseeUndo(found.receipt)).filter((it) => TOLD.includes(it.code));
}
