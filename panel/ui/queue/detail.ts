// What the detail pane shows: details asked once and kept, the next ones ahead of the cursor, and the draft on each line.
import { batch, computed, effect, type Signal, signal } from '@preact/signals';
import type { RejectReason } from '../../../sync/model/decision.ts';
import type { CandidateView, EntryRow, FaultView, LineDetail } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { forewarn, STILL_MS } from '../forewarn.ts';
import type { Answer } from '../wire.ts';
import { home } from '../words/index.ts';
import { carried, isOwn } from './carried.ts';
import { bodyOf, type Draft, isTransfer, problemOf, startDraft } from './draft.ts';
import { current, decidedNow, freshen, position, walk } from './state.ts';

export type Loaded = { at: 'asking' } | { at: 'here'; detail: LineDetail } | { at: 'failed'; fault: FaultView };

const KEPT_MAX = 300;
const AHEAD = 5;
const ASKED_MAX = 4;
/** Nobody reads a proposal in less. */
const READ_MS = 1_000;

const kept = new Map<string, Signal<Loaded>>();
const drafts = new Map<string, Signal<Draft>>();
const wanted: string[] = [];
let asked = 0;

/** The detail of a line; asks for it when it is not here yet. */
export function detailOf(lineId: string): Signal<Loaded> {
  const known = kept.get(lineId);
  if (known) return known;
  const fresh = signal<Loaded>({ at: 'asking' });
  kept.set(lineId, fresh);
  if (kept.size > KEPT_MAX) dropOldest();
  wanted.unshift(lineId);
  askNext();
  return fresh;
}

/** Forgets details that a decision made stale; what is in view or worked on is asked again, and stays visible until then. */
export function forget(stale: (detail: LineDetail) => boolean): void {
  for (const [lineId, at] of kept) {
    const now = at.peek();
    if (now.at !== 'here' || !stale(now.detail)) continue;
    if (lineId === current.peek()?.lineId || isWorkedOn(lineId)) void reload(lineId);
    else {
      drafts.delete(lineId);
      kept.delete(lineId);
    }
  }
}

/** A person is putting something together for the line: chosen, ticked, typed, or about to type. */
export function isWorkedOn(lineId: string): boolean {
  const isSearched = lineId === current.peek()?.lineId && document.activeElement?.closest('.find');
  const [own, now] = [drafts.get(lineId)?.peek(), kept.get(lineId)?.peek()];
  return Boolean(isSearched || (own && now?.at === 'here' && isOwn(own, now.detail)));
}

/** Its decision is taken: what was put together for it is done with. */
export function dropDraft(lineId: string): void {
  drafts.delete(lineId);
}

/** When the proposal in view last gave way to another one. */
let changedMs = Number.NEGATIVE_INFINITY;

/** Nobody can have read what stands there: a key was meant for what stood there before. */
export function isJustChanged(): boolean {
  return performance.now() - changedMs < READ_MS;
}

export async function reload(lineId: string): Promise<void> {
  const at = detailOf(lineId);
  const answer = await client.line(lineId);
  const before = at.peek();
  const own = drafts.get(lineId);
  batch(() => {
    if (own && before.at === 'here' && answer.ok) {
      const same = carried(own.peek(), before.detail, answer.value);
      if (!same && lineId === current.peek()?.lineId) changedMs = performance.now();
      own.value = same ?? startDraft(answer.value, 0);
    }
    take(at, answer);
  });
}

function take(at: Signal<Loaded>, answer: Answer<LineDetail>): void {
  at.value = answer.ok ? { at: 'here', detail: answer.value } : { at: 'failed', fault: answer.fault };
  if (answer.ok) freshen(answer.value.row);
}

/** The draft of a line whose detail is here. */
export function draftOf(detail: LineDetail): Signal<Draft> {
  const known = drafts.get(detail.line.id);
  if (known) return known;
  const fresh = signal(startDraft(detail, 0));
  drafts.set(detail.line.id, fresh);
  return fresh;
}

export const loaded = computed<Loaded | null>(() => {
  const row = current.value;
  return row ? detailOf(row.lineId).value : null;
});

/** The draft in view, or null while its detail is not here. */
export const draft = computed<Draft | null>(() =>
  loaded.value?.at === 'here' ? draftOf(loaded.value.detail).value : null,
);

/** The candidates in view, best first. */
export function shownNow(): readonly CandidateView[] {
  const now = loaded.peek();
  return now?.at === 'here' ? now.detail.candidates : [];
}

export function changeDraft(change: (draft: Draft) => Draft): void {
  const now = loaded.peek();
  if (now?.at !== 'here') return;
  const own = draftOf(now.detail);
  own.value = change(own.peek());
}

/** Shows another candidate; edits of the one before are dropped. */
export function showCandidate(index: number): void {
  const now = loaded.peek();
  if (now?.at === 'here' && now.detail.candidates[index]) draftOf(now.detail).value = startDraft(now.detail, index);
}

/** Puts the draft back as it was proposed. */
export function restoreDraft(): void {
  const now = loaded.peek();
  if (now?.at === 'here') draftOf(now.detail).value = startDraft(now.detail, draftOf(now.detail).peek().base ?? 0);
}

/** Takes the rejected candidate away, and all others of a customer who is not the payer, before the server has answered. */
export function dropCandidate(lineId: string, reason: RejectReason): void {
  const at = kept.get(lineId);
  const now = at?.peek();
  if (!at || now?.at !== 'here') return;
  const [rejected, ...others] = now.detail.candidates;
  const isPayer = reason !== 'wrong-customer' || rejected?.partyId == null;
  const candidates = isPayer ? others : others.filter((it) => it.partyId !== rejected.partyId);
  const detail = { ...now.detail, candidates };
  drafts.delete(lineId);
  at.value = { at: 'here', detail };
}

/** The entry that accepting would post, asked again after each edit; the server's own words when it would be refused. */
export const preview = signal<{ lineId: string; entry: EntryRow[]; fault: FaultView | null } | null>(null);

/** What the ERP would do besides with the draft in view. */
export const fore = forewarn<{ lineId: string; own: Draft }>({
  inView: () => {
    const own = draft.value;
    const row = current.value;
    return !own || !row || decidedNow(row) || isTransfer(own) || problemOf(own) ? null : { lineId: row.lineId, own };
  },
  ask: ({ lineId, own }) => client.foresee(lineId, bodyOf(own)),
});

/** Keeps the preview and the details ahead of the cursor up to date; call once. */
export function watchDetails(): void {
  fore.watch();
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const own = draft.value;
    const lineId = current.value?.lineId;
    clearTimeout(timer);
    if (!own || !lineId || isKnown(own) || isTransfer(own) || problemOf(own)) {
      preview.value = null;
      return;
    }
    // What was said of another line says nothing of this one.
    if (preview.peek()?.lineId !== lineId) preview.value = null;
    timer = setTimeout(() => void askPreview(lineId, own), STILL_MS);
  });
  effect(() => {
    const from = position.value;
    const list = walk.value;
    if (from < 0) return;
    let ahead = 0;
    for (let i = from + 1; i < list.length && ahead < AHEAD; i += 1) {
      const row = list[i];
      if (!row || decidedNow(row)) continue;
      ahead += 1;
      if (!kept.has(row.lineId)) detailOf(row.lineId);
    }
  });
}

/** As proposed, in the company's money: the detail carries its entry, and nothing stands against it. */
function isKnown(own: Draft): boolean {
  return !own.touched && own.choice === null && !own.foreign && own.currency === home.peek();
}

/** A line in another currency, of which only the server can tell whether it can be taken; it has not yet. */
export function isAsked(own: Draft): boolean {
  return own.currency !== home.value && !isTransfer(own) && preview.value === null;
}

async function askPreview(lineId: string, own: Draft): Promise<void> {
  const answer = await client.preview(lineId, bodyOf(own));
  if (current.peek()?.lineId !== lineId || draft.peek() !== own) return;
  if (answer.ok) preview.value = { lineId, entry: answer.value.entry, fault: answer.value.fault ?? null };
  else preview.value = answer.status === 0 ? null : { lineId, entry: [], fault: answer.fault };
}

function askNext(): void {
  while (asked < ASKED_MAX) {
    const lineId = nextWanted();
    if (lineId === undefined) return;
    const at = kept.get(lineId);
    if (at?.peek().at !== 'asking') continue;
    asked += 1;
    void client.line(lineId).then((answer) => {
      asked -= 1;
      if (at.peek().at === 'asking') take(at, answer);
      askNext();
    });
  }
}

/** The line under the cursor first, whatever was asked for while the cursor ran past. */
function nextWanted(): string | undefined {
  const own = wanted.indexOf(current.peek()?.lineId ?? '');
  return own >= 0 ? wanted.splice(own, 1)[0] : wanted.shift();
}

function dropOldest(): void {
  for (const [lineId, at] of kept) {
    if (at.peek().at === 'asking' || drafts.get(lineId)?.peek().touched) continue;
    kept.delete(lineId);
    drafts.delete(lineId);
    return;
  }
}
