// Agreements to set off, as the settings list them and take new ones.
import { batch, signal } from '@preact/signals';
import type { AgreementBody, AgreementView } from '../../../sync/port/trust-view.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { newKey } from '../wire.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';

export const agreements = signal<readonly AgreementView[] | null>(null);
export const isWriting = signal(false);
export const fault = signal<FaultView | null>(null);
/** Customers, and suppliers who are owed something, that the typed names fit: id by name. */
export const customers = signal<ReadonlyMap<string, string>>(new Map());
export const suppliers = signal<ReadonlyMap<string, string>>(new Map());

export async function openAgreements(): Promise<void> {
  const answer = await client.agreements();
  if (answer.ok) agreements.value = answer.value;
}

export async function saveAgreement(body: AgreementBody): Promise<void> {
  const answer = await client.addAgreement(body, newKey());
  batch(() => {
    fault.value = answer.ok ? null : answer.fault;
    if (!answer.ok) return;
    agreements.value = answer.value;
    isWriting.value = false;
    tell({ tone: 'info', text: late.peek().agreements.saved, job: null, lineId: null });
  });
}

export async function endAgreement(id: string): Promise<void> {
  const answer = await client.endAgreement(id, newKey());
  if (answer.ok) agreements.value = answer.value;
  const text = answer.ok ? late.peek().agreements.ended : answer.fault.says || words.peek().fault.noAnswer;
  tell({ tone: answer.ok ? 'info' : 'refused', text, job: null, lineId: null });
}

export async function findCustomers(text: string): Promise<void> {
  if (text.trim().length < 2) return;
  const answer = await client.customers(text, 20);
  if (!answer.ok) return;
  const found = answer.value.map(({ name, partyId }): [string, string] => [name, partyId]);
  customers.value = new Map([...customers.peek(), ...found]);
}

export async function findSuppliers(text: string): Promise<void> {
  if (text.trim().length < 2) return;
  const answer = await client.items(text, 50, 'yes');
  if (!answer.ok) return;
  const found = answer.value.flatMap((it): [string, string][] =>
    it.role === 'payable' && it.partyId && it.partyName ? [[it.partyName, it.partyId]] : [],
  );
  suppliers.value = new Map([...suppliers.peek(), ...found]);
}
