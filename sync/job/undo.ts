// Undoing a decision, any time later: by facts that take its facts back, never by removing them.
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { Actor, Decision, DecisionId } from '../model/decision.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { linesBehind, restate } from './booked.ts';
import { decisionOf, record } from './decision.ts';
import { type Desk, refuse } from './desk.ts';
import { once, type Request } from './once.ts';
import { proposeFor } from './propose.ts';
import { standDownNow } from './teach.ts';
import { TRANSFER } from './transfer.ts';

/** How the comment of an undo by an inverse begins; its day follows. */
const INVERSE = 'inverse-on ';

/**
 * Undoes one decision. An undo cannot be undone, nor a decision twice, nor one that a later decision replaced. `on`: the open day
 * of its inverse, where the ERP has locked its own.
 */
export function undoDecision(
  desk: Desk,
  company: CompanyId,
  decisionId: DecisionId,
  request: Request,
  on: Day | null = null,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const decision = await tx.decisions.get(decisionId);
    if (!decision || decision.action === 'undo') refuse('nothing-to-undo');
    if ((await tx.decisions.undoneBy(decisionId)) !== null) refuse('nothing-to-undo');
    const other = await otherHalf(tx, decision);
    if (other) await undoOne(tx, desk, other, request.by, on);
    const undone = await undoOne(tx, desk, decision, request.by, on);
    if (request.by.kind === 'person') await standDownNow(tx, desk, decision);
    return undone;
  });
}

async function undoOne(tx: Tx, desk: Desk, decision: Decision, by: Actor, on: Day | null): Promise<DecisionId> {
  const { id, lineId, action, candidate } = decision;
  if (lineId !== null) await checkStands(tx, decision, lineId);
  await checkUnlocked(tx, decision, on);
  const inverse = on === null ? {} : { comment: `${INVERSE}${on}` };
  const undo = decisionOf(desk, by, { action: 'undo', lineId, undoes: id, candidate, ...inverse });
  await record(tx, undo, { undoes: id, action, ...(on === null ? {} : { on }) });
  await takeBack(tx, desk, decision, on);
  return undo.id;
}

/** The decision on the other line of an internal transfer, while it stands: half a transfer would be a false one. */
async function otherHalf(tx: Tx, { action, lineId, candidate }: Decision): Promise<Decision | null> {
  if (action !== 'accept' || candidate?.signature !== TRANSFER || candidate.reverses === null) return null;
  const other = await tx.bank.line(candidate.reverses);
  const decision = other?.decisionId ? await tx.decisions.get(other.decisionId) : null;
  return decision?.candidate?.reverses === lineId && decision.action === 'accept' ? decision : null;
}

/** What put the line where it stands can be undone; what a later decision replaced cannot. */
async function checkStands(tx: Tx, { id, action }: Decision, lineId: string): Promise<void> {
  const line = await tx.bank.line(lineId);
  if (!line) refuse('line-unknown');
  const puts = action === 'accept' || action === 'later' || action === 'set-aside';
  if (puts && line.decisionId !== id) refuse('nothing-to-undo');
}

/** What an ERP holds in a locked period can only be taken back on an open day: said before anything is done here. */
async function checkUnlocked(tx: Tx, { id, action, lineId }: Decision, on: Day | null): Promise<void> {
  if (action !== 'accept' || lineId === null) return;
  const { books } = await tx.link.get();
  const line = await tx.bank.line(lineId);
  const until = books?.lockedUntil ?? null;
  if (until === null || !line || line.bookingDay > until || line.booked.length === 0) return;
  if (on !== null && on > until) return;
  const isWritten = (await tx.outbox.byDecision(id)).some((row) => row.kind === 'post' && row.state === 'verified');
  if (isWritten) refuse('period-locked', { until });
}

/**
 * Takes a decision back because of what the ERP says: it was settled otherwise there, undone there, refused. `comment` is a
 * code that the panel knows, or words.
 */
export async function takenBack(tx: Tx, desk: Desk, decision: Decision, comment: string): Promise<DecisionId | null> {
  if ((await tx.decisions.undoneBy(decision.id)) !== null) return null;
  const { lineId, candidate } = decision;
  const by = { kind: 'night', signature: 'erp' } as const;
  const undo = decisionOf(desk, by, { action: 'undo', lineId, undoes: decision.id, candidate, comment });
  await record(tx, undo, { undoes: decision.id, action: decision.action, comment });
  await tx.ledger.revokeDecision(decision.id);
  // Marked for a look: nobody at the desk asked for this.
  if (lineId !== null) await tx.bank.setState(lineId, 'open', { decisionId: null, flagged: true });
  await restate(tx, await touched(tx, decision));
  return undo.id;
}

async function takeBack(tx: Tx, desk: Desk, decision: Decision, on: Day | null): Promise<void> {
  const { id, action, lineId } = decision;
  if (action === 'accept' || action === 'letter') await tx.ledger.revokeDecision(id);
  if (action === 'accept' || action === 'letter') await withdraw(tx, desk, id, on);
  if (lineId !== null) {
    const line = await tx.bank.line(lineId);
    if (action === 'flag' && line)
      await tx.bank.setState(lineId, line.state, { flagged: !line.flagged, until: line.until });
    if (action === 'accept' || action === 'later' || action === 'set-aside') {
      await tx.bank.setState(lineId, 'open', { decisionId: null });
    }
  }
  if (action !== 'reject' && action !== 'flag' && action !== 'confirm') await restate(tx, await touched(tx, decision));
  // An accepted line kept its proposal; a rejected one got another in its place.
  if (lineId !== null && action === 'reject') await proposeFor(tx, desk, [lineId]);
}

/** Its own line, which the ledger may hold, and those whose customers' lines are open again. */
async function touched(tx: Tx, { lineId, candidate }: Decision): Promise<StoredLine[]> {
  const own = lineId === null ? null : await tx.bank.line(lineId);
  const items = candidate?.allocations.map((it) => it.itemId) ?? [];
  return [...(own ? [own] : []), ...(await linesBehind(tx, items))];
}

/** An entry that was only planned is not sent; one that was sent gets its inverse. */
async function withdraw(tx: Tx, desk: Desk, decisionId: DecisionId, on: Day | null): Promise<void> {
  for (const row of await tx.outbox.byDecision(decisionId)) {
    if (row.kind !== 'post') continue;
    if (row.state === 'planned') {
      await tx.outbox.mark(row.id, 'refused', { undone: true });
      continue;
    }
    await tx.outbox.add({
      id: desk.newId(),
      decisionId,
      kind: 'undo',
      state: 'planned',
      entry: row.entry.map((line) => ({ ...line, amountMinor: -line.amountMinor })),
      before: row.after,
      after: row.before,
      answer: on === null ? null : { on },
    });
  }
}
