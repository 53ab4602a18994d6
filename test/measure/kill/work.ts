// What goes on in a program while it is killed: several hands accept and undo, and a statement comes in.
import { setTimeout as pause } from 'node:timers/promises';
import { BANKS } from '../../../panel/demo/account.ts';
import type { LineDetail, QueuePage } from '../../../sync/port/view.ts';
import type { Program } from '../../program.ts';
import { camt } from '../../sync/job/paper.ts';

const WORK_MS_MAX = 180_000;
const UNDO_SHARE = 0.4;
const STATEMENT_LINES = 400;

/** What HTTP acknowledged: every decision, and the acceptances among them that were not undone. */
export type Acknowledged = { all: Set<string>; standing: string[] };

/** Until the demonstration is there and lines wait for a person. */
export async function waitForWork(program: Program): Promise<void> {
  const until = Date.now() + WORK_MS_MAX;
  while (Date.now() < until) {
    if ((await waiting(program, 'to-do')).length > 0) return;
    await pause(200);
  }
  throw new Error('no line to decide: the demonstration is not complete');
}

/** Three hands accept what is proposed and undo what was accepted, until the program dies under them. */
export async function decide(
  program: Program,
  until: number,
  chance: () => number,
  { all, standing }: Acknowledged,
): Promise<void> {
  const lines = await waiting(program, 'approve');
  const undoOne = async () => {
    const [accepted] = standing.splice(Math.floor(chance() * standing.length), 1);
    const undone = accepted === undefined ? null : await idOf(program.call(`/api/decisions/${accepted}/undo`, {}));
    if (undone !== null) all.add(undone);
  };
  const hand = async () => {
    while (Date.now() < until) {
      const line = standing.length > 0 && chance() < UNDO_SHARE ? undefined : lines.pop();
      const id = line === undefined ? null : await acceptBest(program, line);
      if (id !== null) {
        all.add(id);
        standing.push(id);
      }
      if (line === undefined) await undoOne();
      if (lines.length === 0) lines.push(...(await waiting(program, 'approve')));
    }
  };
  await Promise.allSettled([hand(), hand(), hand()]);
}

/** A statement of a few hundred lines on the demonstration's main account, another for each number. */
export async function send(program: Program, number: number): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const movements = Array.from({ length: STATEMENT_LINES }, (_, i) => ({
    day,
    amount: 1_00 + i,
    ref: `KILL-${number}-${i}`,
    payer: `PAYEUR ${i}`,
    text: `VIR ${number} ${i}`,
  }));
  const { name, bytes } = camt(movements, { id: `KILL${number}`, iban: BANKS.main.account, balances: false });
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  await fetch(new URL('/api/imports', new URL(program.url).origin), {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${program.token}`, 'idempotency-key': `kill-${number}` },
  });
}

async function waiting(program: Program, filter: 'to-do' | 'approve'): Promise<string[]> {
  const response = await program.call(`/api/queue?filter=${filter}&limit=60`);
  if (!response.ok) return [];
  return ((await response.json()) as QueuePage).rows.map((row) => row.lineId);
}

async function acceptBest(program: Program, line: string): Promise<string | null> {
  const [best] = ((await (await program.call(`/api/lines/${line}`)).json()) as LineDetail).candidates;
  if (!best) return null;
  const allocations = best.allocations.map(({ itemId, allocatedMinor }) => ({ itemId, amountMinor: allocatedMinor }));
  const { partyId, adjustments } = best;
  return idOf(
    program.call(`/api/lines/${line}/accept`, { candidate: 0, allocations, adjustments, rest: 'none', partyId }),
  );
}

/** The id of a decision that HTTP acknowledged; null when it was refused. */
async function idOf(answer: Promise<Response>): Promise<string | null> {
  const response = await answer;
  if (!response.ok) return null;
  const body = (await response.json()) as { decision?: { decisionId?: string } };
  return body.decision?.decisionId ?? null;
}
