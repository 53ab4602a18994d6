// What the company remembers, as the settings list it.
import { signal } from '@preact/signals';
import type { MemoryView } from '../../../sync/port/trust-view.ts';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { type Answer, newKey } from '../wire.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';

export const memory = signal<MemoryView | null>(null);

/** One thing as the server names it, and how a person hears it named. */
export type Thing = {
  kind: 'account' | 'name' | 'refusal' | 'habit';
  text: string;
  partyId: string | null;
};

export async function openMemory(): Promise<void> {
  const answer = await client.memory();
  if (answer.ok) memory.value = answer.value;
}

export function forget(thing: Thing): Promise<void> {
  return put(client.forget(thing, newKey()), late.peek().memory.forgotten);
}

export function learn(account: { text: string; partyId: string }): Promise<void> {
  return put(client.learnAccount(account, newKey()), late.peek().memory.learned);
}

async function put(asked: Promise<Answer<MemoryView>>, done: string): Promise<void> {
  const answer = await asked;
  if (answer.ok) memory.value = answer.value;
  const text = answer.ok ? done : answer.fault.says || words.peek().fault.noAnswer;
  tell({ tone: answer.ok ? 'info' : 'refused', text, job: null, lineId: null });
}
