// What waits on accounts that must be nil at the end of a month: suspense, transfers, collections.
import { signal } from '@preact/signals';
import type { WaitingAccount } from '../../../sync/port/ledger-view.ts';
import { client } from '../client.ts';

export const waitingAccounts = signal<readonly WaitingAccount[]>([]);

/** Asks again; what was known stays when there is no answer. */
export async function refreshWaiting(): Promise<void> {
  const answer = await client.waiting();
  if (answer.ok && Array.isArray(answer.value)) waitingAccounts.value = answer.value;
}
