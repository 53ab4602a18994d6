// Accepting a line: what it settles, the entry to post and the trace of the decision, in one transaction or not at all.
import { entryOf, settlementsOf } from '../entry/index.ts';
import type { Fault } from '../fault/index.ts';
import type { Claim } from '../model/claim.ts';
import type { CompanyId } from '../model/company.ts';
import type { Actor, Decision, DecisionId } from '../model/decision.ts';
import type { EntryLine } from '../model/entry.ts';
import { inCurrency, worthOfShare } from '../model/foreign.ts';
import type { Candidate, Proposal } from '../model/match.ts';
import type { Grounds } from '../model/trust.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import type { AcceptBody, Shown } from '../port/view.ts';
import { factsOf } from '../trust/lesson.ts';
import { asDecided } from './as-decided.ts';
import { type Completed, complete, incomplete } from './complete.ts';
import { decisionOf, record } from './decision.ts';
import { type Desk, refuse } from './desk.ts';
import { openLine } from './line.ts';
import { once, type Request } from './once.ts';
import { refuseUnseen } from './shown.ts';
import { standDownNow, teach } from './teach.ts';

/** What an acceptance made by hand is called where a proposal's evidence class would stand. */
const BY_HAND = 'hand';

/**
 * Accepts a line as the body says. Residuals are read under the company's lock: of two people who take the same line or
 * invoice, the second is told what the first did.
 */
export function acceptLine(
  desk: Desk,
  company: CompanyId,
  lineId: string,
  body: AcceptBody,
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, (tx) => accept(tx, desk, lineId, body, request.by));
}

/**
 * Accepts the best proposal of a line as it stands, among others at one stroke: only where it is proven and no money is left
 * over, because nobody looks at each. Refused when another proposal stands there than was `shown`.
 */
export function acceptProven(
  desk: Desk,
  company: CompanyId,
  lineId: string,
  shown: Shown | null,
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    await openLine(tx, lineId);
    const stored = await tx.proposals.get(lineId);
    const best = stored?.proposal.candidates[0];
    const isProven = stored?.proposal.verdict === 'auto' && best?.restMinor === 0 && best.adjustments.length === 0;
    if (!best || !isProven) refuse('not-proven');
    refuseUnseen(best, shown);
    return accept(tx, desk, lineId, bodyOf(best, 0), request.by);
  });
}

/** The same inside a transaction that holds the company's lock. */
export async function accept(
  tx: Tx,
  desk: Desk,
  lineId: string,
  body: AcceptBody,
  by: Actor,
  grounds: Grounds | null = null,
  known: Partial<Pick<Candidate, 'signature' | 'reverses'>> = {},
): Promise<DecisionId> {
  const line = await openLine(tx, lineId);
  const completed = await complete(tx, line, body);
  if ('code' in completed) refuse(completed);
  const wrong = incomplete(completed);
  if (wrong) refuse(wrong);
  const stored = await tx.proposals.get(lineId);
  const proposal = stored?.proposal ?? null;
  const candidate = { ...candidateOf(completed, proposal, body), ...known };
  const engine = stored?.engine ?? '';
  const decision = decisionOf(desk, by, { action: 'accept', lineId, candidate, proposal, engine, grounds });
  await write(tx, desk, line, decision, completed, by.kind === 'person' ? (body.accepted ?? []) : []);
  await teach(tx, decision, line);
  if (by.kind === 'person') await standDownNow(tx, desk, decision);
  await tx.claims.add(claimsOf(desk, decision, body, completed));
  return decision.id;
}

/** The body that accepts a proposal's candidate as it stands. */
export function bodyOf(candidate: Candidate, index: number): AcceptBody {
  return {
    candidate: index,
    partyId: candidate.partyId,
    allocations: candidate.allocations.map(({ itemId, amountMinor }) => ({ itemId, amountMinor })),
    adjustments: candidate.adjustments,
    rest: candidate.restMinor === 0 ? 'none' : 'on-account',
  };
}

async function write(
  tx: Tx,
  desk: Desk,
  line: StoredLine,
  decision: Decision,
  { decided }: Completed,
  accepted: readonly string[],
): Promise<void> {
  const entry = entryOf(decided);
  const settlements = settlementsOf(decided, decision.id);
  const touched = [...decided.items.values(), ...decided.booked];
  const { candidate, engine, grounds } = decision;
  await record(tx, decision, { candidate, engine, entry: summary(entry), ...(grounds ? { grounds } : {}) });
  await tx.ledger.addSettlements(settlements, { from: 'decision', decisionId: decision.id });
  await tx.bank.setState(line.id, 'settled', { decisionId: decision.id, until: null });
  const kept = await tx.ledger.items(touched.map((item) => item.id));
  const after = decided.foreign ? inCurrency(kept, decided.foreign.worth.currency) : kept;
  await tx.outbox.add({
    id: desk.newId(),
    decisionId: decision.id,
    kind: 'post',
    state: 'planned',
    entry,
    before: Object.fromEntries(touched.map((item) => [item.id, item.residualMinor])),
    after: Object.fromEntries(after.map((item) => [item.id, item.residualMinor])),
    answer: asDecided(touched, accepted),
  });
}

function claimsOf(desk: Desk, decision: Decision, body: AcceptBody, { decided }: Completed): Claim[] {
  const openedOn = desk.clock.today(decided.company.zone);
  return (body.claims ?? []).map(({ kind, itemId, amountMinor, note }) => ({
    id: desk.newId(),
    kind,
    itemId,
    partyId: decided.items.get(itemId)?.partyId ?? null,
    amountMinor: claimedMinor(decided, itemId, amountMinor),
    openedOn,
    decisionId: decision.id,
    note: note ?? null,
  }));
}

/** Claims are kept in the company's currency: of a document in another one, what the ledger holds so much of it for. */
function claimedMinor({ foreign }: Completed['decided'], itemId: string, amountMinor: number): number {
  const item = foreign?.items.get(itemId);
  return item ? worthOfShare(item, amountMinor) : amountMinor;
}

/** What was accepted, with the evidence that spoke for it when a proposal was accepted as it stood. */
function candidateOf({ decided }: Completed, proposal: Proposal | null, body: AcceptBody): Candidate {
  const proposed = body.candidate === null ? undefined : proposal?.candidates[body.candidate];
  const { partyId, allocations, adjustments, restMinor } = decided;
  const taken = { partyId, allocations: [...allocations], adjustments: [...adjustments], restMinor };
  if (proposed && factsOf(proposed) === factsOf(taken)) return { ...proposed, ...taken };
  return { ...taken, reverses: null, signature: BY_HAND, score: 0, reasons: [], doubts: [] };
}

function summary(entry: readonly EntryLine[]): string[] {
  return entry.map(({ account, amountMinor }) => `${account} ${amountMinor}`);
}
