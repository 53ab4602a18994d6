// The accounts that differences go to: what the server says of each, and naming one for good.
import { signal } from '@preact/signals';
import type { AccountUse } from '../../../sync/model/company.ts';
import type { AccountChoice, AccountUseView } from '../../../sync/port/ledger-view.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { say } from '../lane.ts';
import { type Answer, get, newKey, post } from '../wire.ts';
import { late } from '../words/late.ts';

const CHOICES_MAX = 12;

export const uses = signal<readonly AccountUseView[] | null>(null);
/** Why the last naming was refused, and of which use. */
export const refused = signal<{ use: AccountUse; fault: FaultView } | null>(null);
/** Accounts that what is typed fits. */
export const choices = signal<readonly AccountChoice[]>([]);

// Asked here and not by the client, which is part of the first screen.
export async function openUses(): Promise<void> {
  const answer: Answer<AccountUseView[]> = await get('/ledger-accounts/uses');
  if (answer.ok) uses.value = answer.value;
}

/** An empty text is the chart's own account again. */
export async function name(use: AccountUse, text: string): Promise<void> {
  const account = text.trim() === '' ? null : text.trim();
  const answer: Answer<AccountUseView[]> = await post('/ledger-accounts/uses', { use, account }, newKey());
  refused.value = answer.ok ? null : { use, fault: answer.fault };
  if (!answer.ok) return;
  uses.value = answer.value;
  const w = late.peek().accountUse;
  say(account === null ? w.forgotten(w.of[use]) : w.saved(w.of[use], account));
}

export async function find(text: string): Promise<void> {
  const answer = await client.ledgerAccounts(text.trim(), null, CHOICES_MAX);
  if (answer.ok) choices.value = answer.value.accounts;
}
