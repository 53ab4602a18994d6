// Lettering: debits and credits of one customer's account that cancel each other, with or without a bank line.
import { settlementsOf } from '../entry/index.ts';
import type { Fault } from '../fault/index.ts';
import { isFault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { Decision, DecisionId } from '../model/decision.ts';
import type { EntryLine } from '../model/entry.ts';
import { inCurrency } from '../model/foreign.ts';
import type { Candidate } from '../model/match.ts';
import type { LetterBody } from '../port/ledger-view.ts';
import type { Tx } from '../port/store.ts';
import { asDecided } from './as-decided.ts';
import { linesBehind, restate } from './booked.ts';
import { decisionOf, record } from './decision.ts';
import { type Desk, refuse } from './desk.ts';
import { entryOfLetter, type Lettering, letteringOf, uneven } from './lettering.ts';
import { once, type Request } from './once.ts';

/**
 * Joins these items by what is open of them: one account, one customer, debits equal to credits to the cent once differences
 * are written off. An ERP gets the same join, and the entry of what was written off.
 */
export function letterItems(
  desk: Desk,
  company: CompanyId,
  body: LetterBody,
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const { zone } = await tx.company.get();
    const id = desk.newId();
    const lettering = await letteringOf(tx, id, body, desk.clock.today(zone));
    if (isFault(lettering)) refuse(lettering);
    if (lettering.decided.allocations.length < 2) refuse('request-invalid', { what: 'itemIds' });
    const wrong = uneven(lettering);
    if (wrong) refuse(wrong);
    const { items, decided } = lettering;
    const entry = entryOfLetter(lettering);
    const candidate = joined(lettering);
    const decision = { ...decisionOf(desk, request.by, { action: 'letter', lineId: null, candidate }), id };
    await record(tx, decision, { items: items.map(({ id: item, residualMinor }) => ({ id: item, residualMinor })) });
    await tx.ledger.addSettlements(settlementsOf(decided, id), { from: 'decision', decisionId: id });
    if (entry.length > 0 || decided.company.erp !== 'fec')
      await plan(tx, desk, decision, lettering, entry, body.accepted ?? []);
    await restate(tx, await linesBehind(tx, body.itemIds));
    return id;
  });
}

/** What this letter would post and on which day, what is open between its sides, and what forbids it yet. Changes nothing. */
export async function letterPreview(
  tx: Tx,
  desk: Desk,
  body: LetterBody,
): Promise<{ entry: EntryLine[]; day: Day | null; differenceMinor: number; fault: Fault | null }> {
  const { zone } = await tx.company.get();
  const lettering = await letteringOf(tx, 'preview', body, desk.clock.today(zone));
  if (isFault(lettering)) return { entry: [], day: null, differenceMinor: 0, fault: lettering };
  const { decided, openMinor } = lettering;
  const entry = openMinor === 0 ? entryOfLetter(lettering) : [];
  return { entry, day: decided.line.bookingDay, differenceMinor: openMinor, fault: uneven(lettering) };
}

/** An ERP learns of every letter; a ledger of files only takes the entry, its letters leave with the export. */
async function plan(
  tx: Tx,
  desk: Desk,
  { id }: Decision,
  { items, decided }: Lettering,
  entry: EntryLine[],
  accepted: readonly string[],
): Promise<void> {
  const kept = await tx.ledger.items(items.map((item) => item.id));
  const after = decided.foreign ? inCurrency(kept, decided.foreign.worth.currency) : kept;
  await tx.outbox.add({
    id: desk.newId(),
    decisionId: id,
    kind: 'post',
    state: 'planned',
    entry,
    before: Object.fromEntries(items.map((item) => [item.id, item.residualMinor])),
    after: Object.fromEntries(after.map((item) => [item.id, item.residualMinor])),
    answer: asDecided(items, accepted),
  });
}

function joined({ decided }: Lettering): Candidate {
  const { partyId, allocations, adjustments } = decided;
  return {
    partyId,
    allocations: [...allocations],
    adjustments: [...adjustments],
    restMinor: 0,
    reverses: null,
    signature: 'hand',
    score: 0,
    reasons: [],
    doubts: [],
  };
}
