// The company's rules: written as drafts, tried in shadow, then switched on.
import { batch, signal } from '@preact/signals';
import type { CompanyRule } from '../../../sync/model/memory.ts';
import type { RuleView, TrialView } from '../../../sync/port/trust-view.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { type Answer, newKey } from '../wire.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';

export type RuleBody = Pick<CompanyRule, 'when' | 'outcome'> & { name: string; replaces: string | null };

export const rules = signal<readonly RuleView[] | null>(null);
export const trial = signal<TrialView | null>(null);
/** The form: closed, for a new rule, or for one that takes this one's place. */
export const form = signal<'closed' | 'new' | RuleView>('closed');
export const fault = signal<FaultView | null>(null);
/** Customers with open items that the typed name fits, by name. */
export const parties = signal<ReadonlyMap<string, string>>(new Map());

export async function openRules(): Promise<void> {
  const answer = await client.rules();
  if (answer.ok) rules.value = answer.value;
}

export async function saveRule(body: RuleBody): Promise<void> {
  const answer = await client.addRule(body, newKey());
  batch(() => {
    fault.value = answer.ok ? null : answer.fault;
    if (!answer.ok) return;
    rules.value = answer.value;
    form.value = 'closed';
    tell({ tone: 'info', text: late.peek().rules.saved, job: null, lineId: null });
  });
}

export async function tryRule(id: string): Promise<void> {
  const answer = await client.tryRule(id, newKey());
  if (answer.ok) trial.value = answer.value;
  else refused(answer.fault);
  await openRules();
}

export async function switchRule(id: string, on: boolean): Promise<void> {
  trial.value = null;
  await put(client.switchRule(id, on, newKey()), late.peek().rules.switched);
}

export function removeRule(id: string): Promise<void> {
  return put(client.deleteRule(id, newKey()), late.peek().rules.removed);
}

export async function findParties(text: string): Promise<void> {
  if (text.trim().length < 2) return;
  const answer = await client.items(text, 50);
  if (!answer.ok) return;
  const found = answer.value.flatMap((it): [string, string][] =>
    it.partyId && it.partyName ? [[it.partyName, it.partyId]] : [],
  );
  parties.value = new Map([...parties.peek(), ...found]);
}

async function put(asked: Promise<Answer<RuleView[]>>, done: string): Promise<void> {
  const answer = await asked;
  if (!answer.ok) return refused(answer.fault);
  rules.value = answer.value;
  tell({ tone: 'info', text: done, job: null, lineId: null });
}

function refused(it: FaultView): void {
  tell({ tone: 'refused', text: it.says || words.peek().fault.noAnswer, job: null, lineId: null });
}
