// Sends what was decided to the ERP: one sender a company, one decision at a time, each read before and after by the connector.
import { type Fault, isFault, says } from '../fault/index.ts';
import type { Company, CompanyId } from '../model/company.ts';
import { type Day, parseDay } from '../model/day.ts';
import type { Decision, DecisionId } from '../model/decision.ts';
import type { Erp, Posting, Receipt } from '../port/erp.ts';
import type { Refused } from '../port/night.ts';
import type { OutboxRow, StoredLine, Tx } from '../port/store.ts';
import { acceptedIn, partiesIn } from './as-decided.ts';
import { actorName, attempt, type Desk } from './desk.ts';
import type { Stay } from './exclusive.ts';
import { entryDay, factsOfLetter, letterCurrency } from './lettering.ts';
import { postingDay } from './posting-day.ts';
import { takenBack } from './undo.ts';

export type Sent = { written: DecisionId[]; undone: number; refused: Refused[] };

const NOTHING: Sent = { written: [], undone: 0, refused: [] };

/**
 * Sends every waiting row of the outbox in order, inside `exclusively`. One whose answer was lost is asked again: the connector
 * begins by reading. A refusal takes the decision back with the ERP's reason. Faults: erp-unreachable, erp-busy, erp-denied: the rest waits.
 */
export async function sendOutbox(desk: Desk, erp: Erp, company: Company, stay: Stay): Promise<Sent | Fault> {
  if (company.mode === 'shadow' || !erp.can.write) return NOTHING;
  const sent: Sent = { written: [], undone: 0, refused: [] };
  const tried = new Set<string>();
  for (;;) {
    const next = await attempt(desk, company.id, (tx) => take(tx, desk, tried));
    if (isFault(next)) return next;
    if (next === null) return sent;
    tried.add(next.row.id);
    const failed = await sendOne(desk, erp, company.id, next, sent);
    if (failed) return failed;
    await stay();
  }
}

type Job = { row: OutboxRow; decision: Decision; posting: Posting; receipt: Receipt | null };

/** The oldest waiting row that was not tried yet, marked as sent before anything leaves: a program that dies leaves a row that says so. */
async function take(tx: Tx, desk: Desk, tried: ReadonlySet<string>): Promise<Job | null> {
  if ((await tx.link.get()).halted !== null) return null;
  for (const row of await tx.outbox.waiting()) {
    if (tried.has(row.id) || row.answer?.['partly'] === true) continue;
    const decision = await tx.decisions.get(row.decisionId);
    if (!decision) throw new Error(`outbox row ${row.id} has no decision`);
    const line = decision.lineId === null ? null : await tx.bank.line(decision.lineId);
    // A line of a file that the ERP does not hold yet waits until it does.
    if (decision.lineId !== null && !line?.erpId) continue;
    const posts = (await tx.outbox.byDecision(decision.id)).filter((it) => it.kind === 'post');
    const receipt = row.kind === 'undo' ? receiptOf(posts.at(-1), line?.erpId ?? null) : null;
    const posting = await postingOf(tx, desk, row, decision, line);
    await tx.outbox.mark(row.id, 'sent', row.answer);
    return { row, decision, posting, receipt };
  }
  return null;
}

async function postingOf(
  tx: Tx,
  desk: Desk,
  { entry, before, answer }: OutboxRow,
  decision: Decision,
  line: StoredLine | null,
): Promise<Posting> {
  const { id, action } = decision;
  const company = await tx.company.get();
  const allocations = decision.candidate?.allocations ?? [];
  const items = await tx.ledger.items(allocations.map((it) => it.itemId));
  const day = line?.bookingDay ?? (await entryDay(tx, company, items, desk.clock.today(company.zone)));
  const isLetter = action === 'letter';
  // A movement that the ledger held already when it was decided needs no entry on its line, only joins.
  const joins = !entry.some((it) => it.part === 'bank');
  return {
    decisionId: id,
    lineId: joins ? null : (line?.erpId ?? null),
    day: await postingDay(tx, day, joins),
    entry,
    settlements: isLetter
      ? factsOfLetter(id, allocations, entry, day, letterCurrency(company, items) !== null)
      : (await tx.ledger.decidedSettlements()).filter((it) => it.decisionId === id),
    by: actorName(decision.by),
    before,
    parties: partiesIn(answer),
    accepted: acceptedIn(answer),
  };
}

/** The open day that a person chose for the inverse of what is locked. */
function dayIn(answer: OutboxRow['answer']): Day | undefined {
  const on = answer?.['on'];
  return typeof on === 'string' ? (parseDay(on) ?? undefined) : undefined;
}

/** What is needed to undo: the answer of the write, or, where that was lost, the line that it was about. */
export function receiptOf(post: OutboxRow | undefined, erpId: string | null): Receipt {
  const facts: Receipt['facts'] = {};
  const known = post?.answer?.['facts'];
  if (typeof known === 'object' && known !== null) {
    for (const [name, value] of Object.entries(known)) {
      if (typeof value === 'string' || typeof value === 'number') facts[name] = value;
    }
  }
  const statementLine = /^stl\/(\d+)$/.exec(erpId ?? '')?.[1];
  if (statementLine !== undefined) facts['statementLine'] ??= Number(statementLine);
  return { decisionId: post?.decisionId ?? '', facts };
}

async function sendOne(desk: Desk, erp: Erp, company: CompanyId, job: Job, sent: Sent): Promise<Fault | null> {
  const { row, decision, posting, receipt } = job;
  const answer = receipt === null ? await erp.post(posting) : await erp.undo(receipt, dayIn(row.answer));
  if (!isFault(answer)) {
    const marked = await attempt(desk, company, async (tx) => {
      await tx.outbox.mark(row.id, 'verified', { facts: answer.facts, at: desk.clock.now() });
      const facts = { decision: decision.id, kind: row.kind, answer: answer.facts };
      const by = { kind: 'program' } as const;
      await tx.audit.append({ at: desk.clock.now(), by, what: 'post', subject: decision.lineId ?? decision.id, facts });
    });
    if (row.kind === 'post') sent.written.push(decision.id);
    else sent.undone += 1;
    return isFault(marked) ? marked : null;
  }
  return failedWith(desk, company, job, answer, sent);
}

async function failedWith(desk: Desk, company: CompanyId, job: Job, it: Fault, sent: Sent): Promise<Fault | null> {
  const { row, decision } = job;
  const waits = it.retry || it.code === 'erp-denied';
  const partly = it.code === 'match-partial';
  const state = waits ? 'planned' : partly || it.code === 'erp-unexpected' ? 'unknown' : 'refused';
  const reason = { fr: says(it, 'fr'), en: says(it, 'en') };
  desk.log.warn('not written to the ERP', { company, decision: decision.id, kind: row.kind, code: it.code, state });
  const marked = await attempt(desk, company, async (tx) => {
    await tx.outbox.mark(row.id, state, { ...row.answer, code: it.code, reason, partly, at: desk.clock.now() });
    // Nothing was written: what was decided does not hold, and the line waits again with the ERP's reason.
    if (state === 'refused' && row.kind === 'post') await takenBack(tx, desk, decision, reason.fr);
  });
  if (isFault(marked)) return marked;
  if (waits) return it;
  sent.refused.push({ lineId: decision.lineId, code: it.code, reason });
  return null;
}
