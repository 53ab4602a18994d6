// The state of a customer's page: whose, and what the server says of them.
import { signal } from '@preact/signals';
import type { CustomerView } from '../../../sync/model/customer.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { asOf } from '../aging/state.ts';
import { client } from '../client.ts';
import { take } from '../settings/download.ts';
import { screen } from '../shell/route.ts';
import { today } from '../words/index.ts';

export const page = signal<CustomerView | 'asking' | 'none' | FaultView>('asking');

let asked = 0;

/** The customer of the address, at the day of the aged balance. */
export async function openPage(): Promise<void> {
  const id = screen.subject.peek();
  if (id === null) {
    page.value = 'none';
    return;
  }
  asked += 1;
  const mine = asked;
  page.value = 'asking';
  const answer = await client.customer(id, asOf.peek() ?? today.peek());
  if (mine === asked) page.value = answer.ok ? answer.value : answer.fault;
}

/** In the customer's language, which the server knows. */
export function takeStatement(): void {
  const id = screen.subject.peek();
  if (id === null) return;
  void take('statement', { asOf: asOf.peek() ?? today.peek(), onlyBy: 'party', onlyKey: id, format: 'pdf' });
}
