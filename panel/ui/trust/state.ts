// The state of "Certitude": the classes with their record, and what a manager is about to change.
import { batch, computed, signal } from '@preact/signals';
import type { Mode } from '../../../sync/model/company.ts';
import type { SwitchState, Tolerance } from '../../../sync/model/trust.ts';
import type { ClassView, TrustView } from '../../../sync/port/trust-view.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { openFilter } from '../queue/state.ts';
import { screen } from '../shell/route.ts';
import { openSession, session } from '../shell/state.ts';
import { type Answer, newKey } from '../wire.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';

export const trust = signal<TrustView | null>(null);
export const failed = signal<FaultView | null>(null);
/** What is asked about before it is done: a class that shall act alone, or the whole company. */
export const asking = signal<{ kind: 'class'; it: ClassView } | { kind: 'auto' } | null>(null);
/** Also the classes that nobody here has met. */
export const all = signal(false);

/** Each role may do what the ones before it may. */
export const isManager = computed(() => {
  const now = session.value;
  return now.at === 'open' && (now.it.user.role === 'manager' || now.it.user.role === 'administrator');
});

/** Classes that this company has met: with a record, a waiting line, a switch, or standing down. */
export const met = computed(() =>
  (trust.value?.classes ?? []).filter(
    (it) => it.own.seen > 0 || it.waiting > 0 || it.switched !== 'mode' || it.standDown !== null,
  ),
);

export async function openTrust(): Promise<void> {
  const answer = await client.trust();
  batch(() => {
    failed.value = answer.ok ? null : answer.fault;
    if (answer.ok) trust.value = answer.value;
  });
}

/** A class that shall act alone is asked about first, with its numbers; the other ways are safe and done at once. */
export function pick(it: ClassView, state: SwitchState): void {
  if (state === it.switched) return;
  if (state === 'on') asking.value = { kind: 'class', it };
  else void put(client.switchClass({ signature: it.signature, state }, newKey()));
}

export function pickMode(mode: Mode): void {
  if (mode === trust.peek()?.mode) return;
  if (mode === 'auto') asking.value = { kind: 'auto' };
  else void changeMode(mode);
}

/** What was asked about is done. */
export async function confirmAsked(): Promise<void> {
  const it = asking.peek();
  asking.value = null;
  if (it?.kind === 'auto') await changeMode('auto');
  if (it?.kind === 'class') await put(client.switchClass({ signature: it.it.signature, state: 'on' }, newKey()));
}

export function saveTolerance(tolerance: Tolerance | null): Promise<void> {
  return put(client.setTolerance(tolerance, newKey()));
}

/** The lines that were settled without anybody today, to be looked at one by one. */
export function openToday(): void {
  screen.go('queue');
  void openFilter('auto');
}

async function changeMode(mode: Mode): Promise<void> {
  await put(client.setMode(mode, newKey()));
  await openSession();
}

async function put(asked: Promise<Answer<TrustView>>): Promise<void> {
  const answer = await asked;
  if (answer.ok) trust.value = answer.value;
  const text = answer.ok ? late.peek().trust.saved : answer.fault.says || words.peek().fault.noAnswer;
  tell({ tone: answer.ok ? 'info' : 'refused', text, job: null, lineId: null });
}
