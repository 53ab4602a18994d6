// Where setting up stands: how Odoo is connected, what was looked at there, how far the reading is.
import { computed, signal } from '@preact/signals';
import type { FaultView, QueueRow } from '../../../sync/port/view.ts';
import type { ConnectBody, PairingView } from '../../../sync/port/view-host.ts';
import type { CheckView, NightView } from '../../../sync/port/view-night.ts';
import { client } from '../client.ts';
import { openFilter, refreshCounters } from '../queue/state.ts';
import { openSession } from '../shell/state.ts';
import { newKey } from '../wire.ts';

const POLL_MS = 600;
const FIRST_ROWS = 5;

export const pairing = signal<PairingView | null>(null);
export const checks = signal<readonly CheckView[] | null>(null);
export const night = signal<NightView | null>(null);
/** The first lines with a proposal, once the books were read. */
export const first = signal<readonly QueueRow[] | null>(null);
/** Companies to choose from, where the key's user sees several. */
export const choice = signal<readonly { id: number; name: string }[]>([]);
export const busy = signal<'connect' | 'check' | 'read' | null>(null);
export const fault = signal<FaultView | null>(null);
/** Another connection is being typed in over the one that stands. */
export const anew = signal(false);

export const isConnected = computed(() => (pairing.value?.by ?? 'none') !== 'none' && !anew.value);
export const isRead = computed(() => night.value !== null && night.value.pulledAt !== null);

/** True once what stands is known. */
export async function open(): Promise<void> {
  const answer = await client.pairing();
  fault.value = answer.ok ? null : answer.fault;
  if (!answer.ok) return;
  pairing.value = answer.value;
  if (answer.value.by !== 'none') await look();
}

export async function pair(it: { url: string; code: string; database: string }): Promise<void> {
  busy.value = 'connect';
  const answer = await client.pair(it, newKey());
  fault.value = answer.ok ? null : answer.fault;
  busy.value = null;
  if (answer.ok) await joined(answer.value);
}

export async function connect(it: ConnectBody): Promise<void> {
  busy.value = 'connect';
  const answer = await client.connect(it, newKey());
  fault.value = answer.ok ? null : answer.fault;
  busy.value = null;
  if (!answer.ok) return;
  const { connected, companies, checks: seen, pairing: now } = answer.value;
  checks.value = seen;
  choice.value = connected ? [] : companies;
  if (connected) await joined(now);
}

/** The company in front is another one now. */
async function joined(now: PairingView): Promise<void> {
  pairing.value = now;
  anew.value = false;
  first.value = null;
  await openSession();
  await refreshCounters();
  await look();
}

export async function look(): Promise<void> {
  busy.value = 'check';
  const [seen, stands] = await Promise.all([client.erpChecks(), client.night()]);
  busy.value = null;
  fault.value = seen.ok ? null : seen.fault;
  if (seen.ok) checks.value = seen.value;
  if (stands.ok) night.value = stands.value;
  if (stands.ok && stands.value.running !== null) await follow(() => false);
  else if (isRead.peek()) await showFirst();
}

/** Reads everything now and follows it; it goes on when this page is left. */
export async function read(): Promise<void> {
  busy.value = 'read';
  let answered = false;
  const asked = client.nightNow(newKey()).then((answer) => {
    answered = true;
    fault.value = answer.ok ? (answer.value.fault ?? null) : answer.fault;
  });
  await follow(() => !answered);
  await asked;
}

/** Until nothing runs any more; `waits` while the request that began it is not answered. */
async function follow(waits: () => boolean): Promise<void> {
  busy.value = 'read';
  for (;;) {
    await new Promise((done) => setTimeout(done, POLL_MS));
    const answer = await client.night();
    if (answer.ok) night.value = answer.value;
    if (answer.ok ? answer.value.running === null && !waits() : !answer.retry) break;
  }
  busy.value = null;
  await openSession();
  await refreshCounters();
  await showFirst();
}

async function showFirst(): Promise<void> {
  await openFilter('to-do');
  const answer = await client.queue({ filter: 'to-do', offset: 0, limit: 200 });
  if (!answer.ok) return;
  const proposed = answer.value.rows.filter((row) => row.certainty !== 'none');
  first.value = (proposed.length > 0 ? proposed : answer.value.rows).slice(0, FIRST_ROWS);
}
