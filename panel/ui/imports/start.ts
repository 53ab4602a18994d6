// Where matching begins in a ledger without letters: what a day would do is shown before it is chosen, and can be chosen again.
import { batch, signal } from '@preact/signals';
import type { Day } from '../../../sync/model/day.ts';
import type { FaultView, StartView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { say } from '../lane.ts';
import * as queue from '../queue/state.ts';
import { newKey } from '../wire.ts';
import { words } from '../words/index.ts';

/** Null: nothing to choose. */
export const start = signal<StartView | null>(null);
export const busy = signal(false);
export const startFault = signal<FaultView | null>(null);

export async function openStart(): Promise<void> {
  const answer = await client.startDay();
  if (answer.ok) showStart(answer.value);
}

export function showStart(view: StartView | null): void {
  batch(() => {
    start.value = view;
    startFault.value = null;
  });
}

/** Shows what this day would do; nothing is changed yet. */
export async function ponder(day: Day): Promise<void> {
  if (busy.peek()) return;
  busy.value = true;
  const answer = await client.startDay(day);
  batch(() => {
    busy.value = false;
    startFault.value = answer.ok ? null : answer.fault;
    if (answer.ok) start.value = answer.value;
  });
}

/** Begins on the day; null takes the choice back. */
export async function choose(day: Day | null): Promise<void> {
  if (busy.peek()) return;
  busy.value = true;
  const answer = await client.startOn(day, newKey());
  batch(() => {
    busy.value = false;
    startFault.value = answer.ok ? null : answer.fault;
    if (answer.ok) start.value = answer.value;
  });
  if (!answer.ok) return;
  say(words.peek().start.done(day !== null));
  await queue.openFilter(queue.filter.peek());
}
