// Lines of files that may be one which the ERP holds already under another day: a person says whether they are the same.
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import { daysBetween } from '../model/day.ts';
import type { DecisionId } from '../model/decision.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { decisionOf, record } from './decision.ts';
import { type Desk, refuse } from './desk.ts';
import { once, type Request } from './once.ts';

/** A person who types a statement may date a line some days beside the bank. */
const DAYS_APART_MAX = 5;

/** The file's line, and the ERP's own line that it may be. */
export type Twin = { line: StoredLine; erp: StoredLine };

/**
 * By the id of the file's line: account and amount agree and the days are near. Lines of the same day never get here: a pull
 * takes them for one. A line that a person kept apart is none.
 */
export async function twinsOf(tx: Tx): Promise<Map<string, Twin>> {
  const found = new Map<string, Twin>();
  if ((await tx.company.get()).erp === 'fec') return found;
  const outside = await tx.bank.outsideErp();
  if (outside.length === 0) return found;
  const apart = new Set(await tx.decisions.keptApart(outside.map((line) => line.id)));
  const taken = new Set<string>();
  for (const line of outside.filter((it) => !apart.has(it.id))) {
    const near = (await tx.bank.bornInErp(line.account, line.amountMinor))
      .filter((it) => !taken.has(it.id) && Math.abs(daysBetween(it.bookingDay, line.bookingDay)) <= DAYS_APART_MAX)
      .sort((a, b) => distance(a, line) - distance(b, line));
    const [erp] = near;
    if (!erp) continue;
    taken.add(erp.id);
    found.set(line.id, { line, erp });
  }
  return found;
}

function distance(a: StoredLine, b: StoredLine): number {
  return Math.abs(daysBetween(a.bookingDay, b.bookingDay));
}

/**
 * A person's word on a twin. The same: the file's line is set aside, the ERP's own stays the one to match. Another: the file's
 * line is made in the ERP by the next night. Fault: line-unknown when it has no twin (any more).
 */
export function settleTwin(
  desk: Desk,
  company: CompanyId,
  lineId: string,
  same: boolean,
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const twin = (await twinsOf(tx)).get(lineId);
    if (!twin) refuse('line-unknown');
    const action = same ? 'set-aside' : 'keep-apart';
    const decision = decisionOf(desk, request.by, { action, lineId, comment: same ? 'twin' : null });
    await record(tx, decision, { erp: twin.erp.erpId });
    if (same) await tx.bank.setState(lineId, 'set-aside', { decisionId: decision.id });
    return decision.id;
  });
}
