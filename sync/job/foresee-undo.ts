// What undoing a decision would leave in the ERP, free besides or not be able to do: read there before, so that a person knows.
import { type Fault, type FaultCode, isFault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { DecisionId } from '../model/decision.ts';
import type { Erp, Inverse, Receipt } from '../port/erp.ts';
import { type Desk, seen } from './desk.ts';
import { receiptOf } from './send.ts';

/** What a person is told; anything else (an ERP that does not answer) the undo itself will say. */
const TOLD: readonly FaultCode[] = ['undo-leaves', 'undo-releases', 'period-locked'];

/**
 * Warnings before an undo, the ones that forbid it among them; empty for a ledger of files and for what the ERP does not hold.
 * Fault: nothing-to-undo when there is no such decision.
 */
export async function foreseeUndo(desk: Desk, companyId: CompanyId, decisionId: DecisionId): Promise<Fault[] | Fault> {
  const written = await writtenOf(desk, companyId, decisionId);
  if (isFault(written) || written === null) return written ?? [];
  return (await written.erp.foreseeUndo(written.receipt)).filter((it) => TOLD.includes(it.code));
}

/**
 * What undoing it on an open day would post; null where nothing of it is locked. Faults: undo-no-inverse, period-locked where
 * that day is locked too, and those of an ERP that does not answer.
 */
export async function inverseOfDecision(
  desk: Desk,
  companyId: CompanyId,
  decisionId: DecisionId,
  on: Day | null,
): Promise<Inverse | null | Fault> {
  const written = await writtenOf(desk, companyId, decisionId);
  if (isFault(written) || written === null) return written;
  return written.erp.inverse(written.receipt, on ?? undefined);
}

/** What of a decision the ERP holds, or may hold. */
async function writtenOf(
  desk: Desk,
  companyId: CompanyId,
  decisionId: DecisionId,
): Promise<{ erp: Erp; receipt: Receipt } | null | Fault> {
  const found = await seen(desk, companyId, async (tx) => {
    const company = await tx.company.get();
    const decision = await tx.decisions.get(decisionId);
    const posts = (await tx.outbox.byDecision(decisionId)).filter((row) => row.kind === 'post');
    const post = posts.findLast((row) => row.state !== 'planned' && row.state !== 'refused');
    if (!decision || !post || company.erp === 'fec') return null;
    const line = decision.lineId === null ? null : await tx.bank.line(decision.lineId);
    return { company, receipt: receiptOf(post, line?.erpId ?? null) };
  });
  if (isFault(found) || found === null) return found;
  const erp = desk.erps.open(found.company);
  return erp ? { erp, receipt: found.receipt } : null;
}
