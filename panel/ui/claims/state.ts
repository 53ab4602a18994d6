// The state of "Litiges": what is claimed of customers, and the claim under the cursor.
import { batch, signal } from '@preact/signals';
import type { ClaimOutcome } from '../../../sync/model/claim.ts';
import type { ClaimRow } from '../../../sync/port/ledger-view.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { newKey } from '../wire.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';

const LIMIT = 300;

export const claims = signal<readonly ClaimRow[]>([]);
export const state = signal<'asking' | 'here' | FaultView>('asking');
export const cursor = signal<string | null>(null);

export async function openClaims(): Promise<void> {
  const answer = await client.claims({ limit: LIMIT });
  batch(() => {
    state.value = answer.ok ? 'here' : answer.fault;
    if (!answer.ok) return;
    claims.value = answer.value;
    if (!answer.value.some((row) => row.claimId === cursor.peek())) cursor.value = answer.value[0]?.claimId ?? null;
  });
}

export function step(by: number): void {
  const list = claims.peek();
  const at = list.findIndex((row) => row.claimId === cursor.peek());
  const next = list[Math.min(list.length - 1, Math.max(0, at + by))];
  if (next) cursor.value = next.claimId;
}

/** Closes the claim under the cursor, or opens again one that a person closed. */
export async function close(outcome: ClaimOutcome): Promise<void> {
  const row = claims.peek().find((it) => it.claimId === cursor.peek());
  if (row?.state !== 'open') return;
  const answer = await client.closeClaim(row.claimId, { outcome }, newKey());
  said(answer.ok ? null : answer.fault);
}

export async function reopen(): Promise<void> {
  const row = claims.peek().find((it) => it.claimId === cursor.peek());
  if (row?.state !== 'closed' || row.closedBy === null) return;
  const answer = await client.undo(row.closedBy, newKey());
  said(answer.ok ? null : answer.fault);
}

function said(fault: FaultView | null): void {
  if (fault) tell({ tone: 'refused', text: fault.says || words.peek().fault.noAnswer, job: null, lineId: null });
  else tell({ tone: 'info', text: late.peek().claims.saved, job: null, lineId: null });
  void openClaims();
}
