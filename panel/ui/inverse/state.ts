// The inverse of a locked decision: asked of the ERP, shown, and posted on the day that the person leaves or chooses.
import { signal } from '@preact/signals';
import type { Day } from '../../../sync/model/day.ts';
import type { FaultView, InverseView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';

/** `says`: the lock first, then what else the ERP says of it. */
export type Offer = { says: readonly string[]; view: InverseView; day: Day; go: (on: Day) => void };

export const offer = signal<Offer | null>(null);

/** Shows what the inverse would post; the ERP's refusal where there is none. */
export async function offerInverse(
  decisionId: string,
  list: readonly FaultView[],
  go: (on: Day) => void,
): Promise<FaultView | null> {
  const answer = await client.inverse(decisionId);
  if (!answer.ok) return answer.fault;
  const view = answer.value;
  if (view === null) return list[0] ?? null;
  offer.value = { says: list.map((it) => it.says), view, day: view.firstDay, go };
  return null;
}

export function setDay(day: Day): void {
  const now = offer.peek();
  if (now && day >= now.view.firstDay) offer.value = { ...now, day };
}

export function leave(): void {
  offer.value = null;
}

export function postOffer(): void {
  const now = offer.peek();
  leave();
  now?.go(now.day);
}
