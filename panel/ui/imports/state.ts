// The state of "Imports": files on their way, what became of each, and what was imported before.
import { batch, signal } from '@preact/signals';
import type { FaultView, FileResult, ImportRow } from '../../../sync/port/view.ts';
import type { StatementGap } from '../../../sync/port/view-import.ts';
import { client } from '../client.ts';
import { stepDone } from '../guide/state.ts';
import { say } from '../lane.ts';
import * as queue from '../queue/state.ts';
import { screen } from '../shell/route.ts';
import { companyId, openSession } from '../shell/state.ts';
import { newKey } from '../wire.ts';
import { words } from '../words/index.ts';
import { showStart } from './start.ts';

export const results = signal<readonly FileResult[]>([]);
export const running = signal<readonly { name: string; bytes: number }[]>([]);
export const past = signal<readonly ImportRow[]>([]);
export const pastFault = signal<FaultView | null>(null);
/** Where statements are missing between those that there are. */
export const gaps = signal<readonly StatementGap[]>([]);
/** The request itself failed: nothing is known of any file. */
export const fault = signal<FaultView | null>(null);
export const dragging = signal(false);
/** The files of the last drop: a table among them may still need its columns confirmed. */
export const dropped = signal<readonly File[]>([]);

export async function openImports(): Promise<void> {
  const [answer, missing] = await Promise.all([client.imports(), client.statementGaps()]);
  batch(() => {
    if (missing.ok) gaps.value = missing.value;
    pastFault.value = answer.ok ? null : answer.fault;
    if (answer.ok) past.value = answer.value;
  });
}

/** Dropped while others were on their way: they go next. */
let queued: readonly File[] = [];

/** Takes files, and after them those that are dropped meanwhile; what became of each stays in view until the next drop. */
export async function take(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  if (running.peek().length > 0) {
    queued = [...queued, ...files];
    running.value = [...running.peek(), ...named(files)];
    return;
  }
  batch(() => {
    dropped.value = [];
    fault.value = null;
    results.value = [];
  });
  screen.go('imports');
  for (let now = files; now.length > 0; ) {
    running.value = named(now);
    await send(now);
    now = queued;
    queued = [];
  }
}

function named(files: readonly File[]) {
  return files.map(({ name, size }) => ({ name, bytes: size }));
}

/** Sends files in one request; each is taken or refused by itself. */
async function send(files: readonly File[]): Promise<void> {
  dropped.value = [...dropped.peek(), ...files];
  say(words.peek().imports.started(files.length));
  const answer = await client.importFiles(files, newKey());
  batch(() => {
    running.value = named(queued);
    if (answer.ok) results.value = [...results.peek(), ...answer.value.results];
    else fault.value = answer.fault;
  });
  if (answer.ok && answer.value.start) showStart(answer.value.start);
  if (!answer.ok) return;
  const taken = answer.value.results.filter((result) => result.ok).length;
  say(words.peek().imports.finished(taken, files.length - taken));
  await afterImport(taken);
}

/** What the files brought shows everywhere. */
export async function afterImport(taken: number): Promise<void> {
  if (taken > 0) stepDone('import');
  // A first ledger of one's own opens that company in place of the demonstration: everything in view is then another's.
  const before = companyId();
  await openSession();
  if (companyId() !== before) queue.forgetAll();
  await Promise.all([openImports(), queue.openFilter(queue.filter.peek())]);
}
