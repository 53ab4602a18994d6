// The decisions on bank lines: shown at once, sent in the background, rolled back in sight when they are refused.
import { batch, signal } from '@preact/signals';
import type { Day } from '../../../sync/model/day.ts';
import type { RejectReason } from '../../../sync/model/decision.ts';
import type { QueueRow } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { type Step, stepDone } from '../guide/state.ts';
import { say, tell } from '../lane.ts';
import type { LineAction } from '../line-action.ts';
import { full, type Job, type Outcome, onOutcome, submit } from '../outbox.ts';
import { type Done, follow, forgetJob, remember } from '../undo.ts';
import { words, write } from '../words/index.ts';
import {
  draft,
  dropCandidate,
  dropDraft,
  fore,
  forget,
  isAsked,
  isJustChanged,
  isWorkedOn,
  preview,
  reload,
  shownNow,
} from './detail.ts';
import { bodyOf, type Draft, differenceOf, isTransfer, problemOf } from './draft.ts';
import { isPlain, nextAfter, type Verb } from './order.ts';
import { refreshSearch } from './search.ts';
import * as queue from './state.ts';
import { goTo } from './walk.ts';

/** The two lines of each transfer decided here, by each of them. */
const pairs = new Map<string, string>();
/** Lines whose decision was taken here and is not answered: a refused one comes back to its own place. */
export const attempt = signal<'none' | 'blocked'>('none');

/** After these nothing of what was put together for the line is left to do. */
const ENDS: ReadonlySet<Verb> = new Set(['accept', 'later', 'set-aside', 'undo']);

/** Accepts what the primary button says; false (and said) when it cannot be. */
export function accept(): boolean {
  const row = queue.current.peek();
  const own = draft.peek();
  if (!row || !own || queue.decidedNow(row) || isNews()) return false;
  if (problemOf(own) || full.peek() || preview.peek()?.fault || isAsked(own)) {
    attempt.value = 'blocked';
    say(words.peek().detail.blocked);
    return false;
  }
  if (fore.isNews()) return false;
  if (isTransfer(own)) {
    transfer(own.facts.transferTo ?? null);
    return true;
  }
  const text = acceptedText(row, own);
  decide(row, 'accept', { act: 'accept', body: { ...bodyOf(own), ...fore.accepted() } }, text);
  stepDone(lessonOf(own));
  return true;
}

/** The proposal changed under the hand: said, and the next key is for what stands there now. */
function isNews(): boolean {
  if (!isJustChanged()) return false;
  tell({ tone: 'info', text: words.peek().detail.changed, job: null, lineId: null });
  return true;
}

/** What became of the line: reconciled with documents, posted to an account, or put on a customer's. */
function acceptedText(row: QueueRow, own: Draft): string {
  const w = words.peek().lane;
  const amount = write.peek().money(row.amountMinor, row.currency);
  if (own.takes.length > 0) return w.accepted(nameOf(row), amount, documentsOf(own));
  if (own.choice === 'other' && own.facts.account) return w.posted(nameOf(row), amount, own.facts.account);
  return own.partyName ? w.onAccount(nameOf(row), amount, own.partyName) : w.accepted(nameOf(row), amount, '');
}

/** Which first step this acceptance was. */
function lessonOf(own: Draft): Step {
  const { rest, allocations } = bodyOf(own);
  if (rest === 'advance') return 'deposit';
  if (rest === 'overpayment') return 'overpayment';
  if (allocations.some((it) => it.amountMinor < 0) && own.amountMinor > 0) return 'credit';
  return differenceOf(own) === 0 ? 'accept' : 'difference';
}

/** Rejects the best candidate, which must be the one shown; the line keeps the cursor and shows the next one. */
export function reject(reason: RejectReason, comment: string): void {
  const row = queue.current.peek();
  const own = draft.peek();
  if (!row || queue.decidedNow(row) || own?.base !== 0 || isNews()) return;
  const [best] = shownNow();
  if (!best) return;
  const shown = { partyId: best.partyId, itemIds: best.allocations.map((it) => it.itemId) };
  const text = words.peek().lane.rejected(nameOf(row));
  decide(row, 'reject', { act: 'reject', body: { reason, ...(comment === '' ? {} : { comment }), shown } }, text);
  dropCandidate(row.lineId, reason);
}

export function later(until: Day, comment: string): void {
  const row = queue.current.peek();
  if (!row || queue.decidedNow(row)) return;
  const text = words.peek().lane.later(nameOf(row), write.peek().shortDay(until));
  decide(row, 'later', { act: 'later', body: { until, ...(comment === '' ? {} : { comment }) } }, text);
}

export function setAside(reason: string): void {
  const row = queue.current.peek();
  if (!row || queue.decidedNow(row)) return;
  decide(row, 'set-aside', { act: 'set-aside', body: { reason } }, words.peek().lane.setAside(nameOf(row)));
}

/** Finishes the line as a transfer between own accounts, together with its other half when that is here. */
export function transfer(otherLineId: string | null): void {
  const row = queue.current.peek();
  if (!row || queue.decidedNow(row)) return;
  if (otherLineId !== null) {
    pairs.set(row.lineId, otherLineId).set(otherLineId, row.lineId);
    queue.setOverlay([otherLineId], { phase: 'sending', verb: 'accept' });
  }
  const text = words.peek().lane.transferred(nameOf(row), write.peek().money(row.amountMinor, row.currency));
  decide(row, 'accept', { act: 'transfer', body: { otherLineId } }, text);
}

/** Flags or unflags for a colleague; the line stays to be decided. */
export function flag(): void {
  const row = queue.current.peek();
  if (!row) return;
  const flagged = !queue.rowNow(row).flagged;
  submit({ kind: 'act', lineId: row.lineId, action: { act: 'flag', body: { flagged } } });
  queue.setOverlay([row.lineId], { phase: 'done', verb: 'flag', row: { ...queue.rowNow(row), flagged } });
  say(flagged ? words.peek().lane.flagged : words.peek().lane.unflagged);
}

/** Says that an unattended match was looked at and is right; the cursor goes on. False where there is nothing to look at. */
export function confirmLook(): boolean {
  const row = queue.current.peek();
  if (!row) return false;
  const now = queue.rowNow(row);
  if (now.state !== 'settled' || now.settledBy !== 'night' || now.look === 'done') return false;
  submit({ kind: 'act', lineId: now.lineId, action: { act: 'confirm', body: {} } });
  queue.setOverlay([now.lineId], { phase: 'done', verb: 'confirm', row: { ...now, look: 'done' } });
  say(words.peek().look.said(nameOf(now)));
  const next = queue.walk.peek()[queue.position.peek() + 1];
  if (next) goTo(next.lineId);
  return true;
}

/** Accepts the checked lines that are strong and without difference; the others stay checked. */
export function acceptChecked(): void {
  const chosen = queue.walk
    .peek()
    .map(queue.rowNow)
    .filter((row) => queue.checked.peek().has(row.lineId) && isPlain(row) && !queue.decidedNow(row));
  if (chosen.length === 0 || full.peek()) return;
  const lineIds = chosen.map((row) => row.lineId);
  const shown = Object.fromEntries(chosen.map(({ lineId, partyId, itemIds }) => [lineId, { partyId, itemIds }]));
  const job = submit({ kind: 'bulk', lineIds, shown });
  const text = words.peek().lane.bulk(chosen.length);
  batch(() => {
    queue.setOverlay(lineIds, { phase: 'sending', verb: 'accept' });
    queue.checked.value = new Set([...queue.checked.peek()].filter((id) => !lineIds.includes(id)));
    for (const row of chosen) queue.count(row, -1);
    const at = queue.current.peek();
    if (at && lineIds.includes(at.lineId)) moveOn();
  });
  remember({ job, lineIds, text });
  tell({ tone: 'done', text, job: job.key, lineId: null });
  stepDone('bulk');
}

function decide(row: QueueRow, verb: Verb, action: LineAction, text: string): void {
  const job = submit({ kind: 'act', lineId: row.lineId, action });
  batch(() => {
    attempt.value = 'none';
    queue.setOverlay([row.lineId], { phase: 'sending', verb });
    if (verb !== 'reject') {
      queue.count(row, -1);
      queue.checked.value = new Set([...queue.checked.peek()].filter((id) => id !== row.lineId));
      moveOn();
    }
  });
  remember({ job, lineIds: [row.lineId], text });
  tell({ tone: 'done', text, job: job.key, lineId: row.lineId });
}

/** The cursor goes to the next undecided line in the frozen order, at the end to the first one above. */
function moveOn(): void {
  const list = queue.walk.peek();
  const next = list[nextAfter(list, queue.position.peek(), (row) => !queue.decidedNow(row))];
  if (next) goTo(next.lineId);
}

/** Listens to answers, undos and redos; call once. */
export function watchDecisions(): void {
  onOutcome(settle);
  follow({ undone: takeBack, redone: putBack });
}

function settle(outcome: Outcome): void {
  const { job } = outcome;
  batch(() => {
    if (outcome.counters) queue.counters.value = outcome.counters;
    for (const row of outcome.rows) {
      queue.setOverlay([row.lineId], { phase: 'done', verb: verbOf(job), row });
      if (ENDS.has(verbOf(job))) dropDraft(row.lineId);
    }
    for (const id of halvesIn(outcome)) void refreshRow(id);
    for (const { lineId, fault } of outcome.refused) refuse(job, lineId, fault.says || words.peek().fault.noAnswer);
  });
  const touched = new Set([...lineIdsOf(job), ...outcome.rows.map((row) => row.lineId)]);
  const parties = new Set(outcome.rows.map((row) => row.partyId));
  const payers = new Set(outcome.rows.map((row) => row.payer));
  forget(
    ({ line, row, candidates }) =>
      touched.has(line.id) ||
      candidates.some((it) => it.partyId !== null && parties.has(it.partyId)) ||
      // Who this payer is may have been learned just now.
      (candidates.length === 0 && row.payer !== null && payers.has(row.payer) && !isWorkedOn(line.id)),
  );
  refreshSearch();
}

/** The other lines that a transfer, or its undo, decided too: the answer carries one row only. */
function halvesIn({ job: { task } }: Outcome): string[] {
  if (task.kind === 'act' && task.action.act === 'transfer' && task.action.body.otherLineId) {
    return [task.action.body.otherLineId];
  }
  const own = task.kind === 'undo' ? new Set(task.lineIds) : new Set<string>();
  return [...own].flatMap((id) => pairs.get(id) ?? []);
}

async function refreshRow(lineId: string): Promise<void> {
  const answer = await client.line(lineId);
  if (answer.ok) queue.setOverlay([lineId], { phase: 'done', verb: 'accept', row: answer.value.row });
  else queue.setOverlay([lineId], null);
}

function refuse(job: Job, lineId: string | null, says: string): void {
  forgetJob(job.key);
  const lineIds = lineId ? [lineId] : lineIdsOf(job);
  if (job.task.kind === 'letter') return;
  queue.setOverlay(lineIds, { phase: 'refused', says, row: null });
  if (verbOf(job) !== 'reject') recount(lineIds);
  const row = queue.walk.peek().find((it) => it.lineId === lineIds[0]);
  tell({
    tone: 'refused',
    text: row ? words.peek().lane.refused(nameOf(row), says) : says,
    job: null,
    lineId: lineIds[0] ?? null,
  });
  for (const id of lineIds) if (queue.current.peek()?.lineId === id) void reload(id);
}

function takeBack(it: Done, wasSent: boolean): void {
  const [first] = it.lineIds;
  batch(() => {
    queue.setOverlay(it.lineIds, wasSent ? { phase: 'sending', verb: 'undo' } : null);
    if (first !== undefined) goTo(first);
  });
  if (!wasSent) {
    if (verbOf(it.job) !== 'reject') recount(it.lineIds);
    for (const id of it.lineIds) void reload(id);
  }
  stepDone('undo');
}

function putBack(it: Done): void {
  queue.setOverlay(it.lineIds, { phase: 'sending', verb: verbOf(it.job) });
}

/** What was counted down when it was decided here counts again. */
function recount(lineIds: readonly string[]): void {
  for (const row of queue.walk.peek()) if (lineIds.includes(row.lineId)) queue.count(row, 1);
}

function verbOf(job: Job): Verb {
  if (job.task.kind === 'bulk') return 'accept';
  if (job.task.kind === 'act') return job.task.action.act === 'transfer' ? 'accept' : job.task.action.act;
  return 'undo';
}

function lineIdsOf(job: Job): string[] {
  const { task } = job;
  if (task.kind === 'act') return [task.lineId];
  return task.kind === 'letter' ? [] : [...task.lineIds];
}

/** Who paid, as the list names it. */
export function nameOf(row: QueueRow): string {
  return (
    row.payer ?? row.partyName ?? (row.wage && row.label === '' ? words.peek().queue.wage : row.label.slice(0, 40))
  );
}

function documentsOf(own: Draft): string {
  const names = own.takes.map(({ item }) => item.document ?? item.label);
  return names.length > 3 ? words.peek().lane.documents(names.length) : names.join(', ');
}
