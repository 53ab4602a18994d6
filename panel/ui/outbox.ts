// Decisions on their way: sent one by one in the order taken, kept over a reload, repeated with the same key until answered.
import { computed, signal } from '@preact/signals';
import type { Day } from '../../sync/model/day.ts';
import type { LetterBody } from '../../sync/port/ledger-view.ts';
import type { Counter, DecisionView, FaultView, QueueRow, Shown } from '../../sync/port/view.ts';
import { client } from './client.ts';
import type { LineAction } from './line-action.ts';
import { type Answer, newKey } from './wire.ts';

/** `undo` names the job that it takes back, or the decisions of an earlier session; `on` the open day of a locked one's inverse. */
export type Task =
  | { kind: 'act'; lineId: string; action: LineAction }
  | { kind: 'bulk'; lineIds: readonly string[]; shown: Record<string, Shown> }
  | { kind: 'letter'; body: LetterBody }
  | { kind: 'undo'; job: string | null; decisionIds: readonly string[]; lineIds: readonly string[]; on?: Day };

/** `key` is the idempotency key, and the job's name here. */
export type Job = { key: string; task: Task };

export type Outcome = {
  job: Job;
  decisionIds: string[];
  rows: QueueRow[];
  counters: Counter[] | null;
  /** By line where there is one; a fault of the whole task has lineId null. */
  refused: { lineId: string | null; fault: FaultView }[];
};

/** Beyond this many unsent decisions a person would no longer know what is true: accepting stops. */
export const WAITING_MAX = 50;
const STALLED_JOBS = 3;
const RETRY_MS = [1_000, 2_000, 5_000, 10_000];
const KEPT = 'lettrage.outbox';

export const waiting = signal<readonly Job[]>([]);
const failures = signal(0);

/** No answer, and work piles up or the third attempt failed: said in a banner. */
export const stalled = computed(
  () => failures.value >= 3 || (failures.value > 0 && waiting.value.length > STALLED_JOBS),
);
export const full = computed(() => waiting.value.length >= WAITING_MAX);

const listeners: ((outcome: Outcome) => void)[] = [];
const decided = new Map<string, string[]>();
let sending = false;
let wake: (() => void) | null = null;

export function onOutcome(listener: (outcome: Outcome) => void): void {
  listeners.push(listener);
}

export function submit(task: Task): Job {
  const job = { key: newKey(), task };
  waiting.value = [...waiting.value, job];
  keep();
  void drain();
  return job;
}

/** Takes a job back before it leaves; false when it is being sent or was answered. */
export function cancel(key: string): boolean {
  const at = waiting.value.findIndex((job) => job.key === key);
  if (at < 0 || (at === 0 && sending)) return false;
  waiting.value = waiting.value.filter((job) => job.key !== key);
  keep();
  return true;
}

/** The decisions that an answered job took; none while it is on its way. */
export function decisionsOf(key: string): readonly string[] {
  return decided.get(key) ?? [];
}

/** Tries again now instead of at the next delay. */
export function retryNow(): void {
  wake?.();
}

/** Sends what an earlier page of this tab left behind. */
export function resume(): void {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    if (Array.isArray(kept)) waiting.value = kept as Job[];
  } catch {
    waiting.value = [];
  }
  window.addEventListener('beforeunload', (event) => {
    if (waiting.peek().length > 0) event.preventDefault();
  });
  window.addEventListener('online', retryNow);
  void drain();
}

/** Somebody else signs in with this tab: what the one before had not sent is not theirs. */
export function dropWaiting(): void {
  waiting.value = [];
  keep();
}

async function drain(): Promise<void> {
  if (sending) return;
  sending = true;
  for (let job = waiting.peek()[0]; job; job = waiting.peek()[0]) {
    const outcome = await perform(job);
    if (!outcome) {
      failures.value += 1;
      await pause(RETRY_MS[Math.min(failures.peek(), RETRY_MS.length) - 1] ?? 1_000);
      continue;
    }
    failures.value = 0;
    const done = job.key;
    waiting.value = waiting.peek().filter((it) => it.key !== done);
    keep();
    if (outcome.decisionIds.length > 0) decided.set(done, outcome.decisionIds);
    for (const listener of listeners) listener(outcome);
  }
  sending = false;
}

/** Null: no answer, send again. */
async function perform(job: Job): Promise<Outcome | null> {
  const { task, key } = job;
  if (task.kind === 'undo') return undo(job, task);
  if (task.kind === 'bulk') {
    const answer = await client.acceptAll({ lineIds: task.lineIds, shown: task.shown }, key);
    if (!answer.ok) return failed(job, answer);
    const { accepted, refused, counters } = answer.value;
    return {
      job,
      decisionIds: accepted.map((it) => it.decisionId),
      rows: accepted.map((it) => it.row),
      counters,
      refused: [...refused],
    };
  }
  const { act, letter } = client;
  return single(job, await (task.kind === 'act' ? act(task.lineId, task.action, key) : letter(task.body, key)));
}

async function undo(job: Job, { decisionIds, job: of, on }: Task & { kind: 'undo' }): Promise<Outcome | null> {
  const ids = decisionIds.length > 0 ? decisionIds : of ? decisionsOf(of) : [];
  const [id, ...more] = ids;
  if (!id) return { job, decisionIds: [], rows: [], counters: null, refused: [] };
  if (more.length === 0) return single(job, await client.undo(id, job.key, on));
  const answer = await client.undoAll(ids, job.key);
  if (!answer.ok) return failed(job, answer);
  const { undone, rows, refused, counters } = answer.value;
  const faults = refused.map(({ fault }) => ({ lineId: null, fault }));
  return { job, decisionIds: undone.map((it) => it.by), rows, counters, refused: faults };
}

function single(job: Job, answer: Answer<DecisionView>): Outcome | null {
  if (!answer.ok) return failed(job, answer);
  const { decision, row, counters } = answer.value;
  return { job, decisionIds: [decision.decisionId], rows: row ? [row] : [], counters, refused: [] };
}

function failed(job: Job, answer: Answer<unknown> & { ok: false }): Outcome | null {
  if (answer.retry) return null;
  const lineId = job.task.kind === 'act' ? job.task.lineId : null;
  return { job, decisionIds: [], rows: [], counters: null, refused: [{ lineId, fault: answer.fault }] };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

function keep(): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(waiting.peek()));
  } catch {
    // Without storage a reload loses what was not answered; the page asks before it is left.
  }
}
