// Undo and redo for the whole session: what was decided here, last first.
import { signal } from '@preact/signals';
import type { Day } from '../../sync/model/day.ts';
import { foreseeUndo } from './foresight.ts';
import { notice, tell } from './lane.ts';
import { cancel, decisionsOf, type Job, submit, type Task } from './outbox.ts';
import { words } from './words/index.ts';

/** A decision that can be taken back; `text` is how the lane named it. */
export type Done = { job: Job; lineIds: readonly string[]; text: string };

export const done = signal<readonly Done[]>([]);
const undone = signal<readonly Done[]>([]);

/** Called with the lines that an undo or redo touches, before the server answers. */
type Follower = { undone(it: Done, wasSent: boolean): void; redone(it: Done): void };
const followers: Follower[] = [];

export function follow(follower: Follower): void {
  followers.push(follower);
}

export function remember(it: Done): void {
  done.value = [...done.peek(), it];
  undone.value = [];
}

/** A refused job is nothing to undo. */
export function forgetJob(key: string): void {
  done.value = done.peek().filter((it) => it.job.key !== key);
}

/** Takes the last decision back, or the named one, once what the ERP says of it was read; false when there is none. */
export function undoLast(key?: string): boolean {
  const it = key === undefined ? done.peek().at(-1) : done.peek().find((one) => one.job.key === key);
  if (!it) return false;
  foreseeUndo({
    key: it.job.key,
    job: it.job.key,
    decisionIds: decisionsOf(it.job.key),
    lineId: it.lineIds[0] ?? null,
    go: (on) => takeBack(it, on),
  });
  return true;
}

function takeBack(it: Done, on?: Day): void {
  if (!done.peek().includes(it)) return;
  done.value = done.peek().filter((one) => one !== it);
  undone.value = [...undone.peek(), it];
  const unsent = cancel(it.job.key);
  if (!unsent) submit({ kind: 'undo', job: it.job.key, decisionIds: [], lineIds: it.lineIds, ...(on ? { on } : {}) });
  for (const follower of followers) follower.undone(it, !unsent);
  tell({ tone: 'info', text: words.peek().lane.undone(it.text), job: null, lineId: it.lineIds[0] ?? null });
}

/** Decides again what was last taken back. */
export function redoLast(): boolean {
  const it = undone.peek().at(-1);
  if (!it) return false;
  undone.value = undone.peek().slice(0, -1);
  const again = { ...it, job: submit(it.job.task satisfies Task) };
  done.value = [...done.peek(), again];
  for (const follower of followers) follower.redone(again);
  tell({ tone: 'done', text: it.text, job: again.job.key, lineId: it.lineIds[0] ?? null });
  return true;
}

/** The lane's own button, while it names something to undo. */
export function undoNotice(): boolean {
  const key = notice.peek()?.job;
  return key ? undoLast(key) : false;
}
