// The state of "Historique": what was decided, newest first, and the undo that never expires.
import { batch, signal } from '@preact/signals';
import type { FaultView, HistoryRow, QueueRow } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { onOutcome } from '../outbox.ts';
import { done, undoLast } from '../undo.ts';
import { undoDecision, undoing } from '../undo-decision.ts';
import { words } from '../words/index.ts';

const LIMIT = 300;

export const past = signal<readonly HistoryRow[]>([]);
export const state = signal<'asking' | 'here' | FaultView>('asking');
export const cursor = signal<string | null>(null);

export async function openHistory(): Promise<void> {
  const answer = await client.decisions({ limit: LIMIT });
  batch(() => {
    state.value = answer.ok ? 'here' : answer.fault;
    if (!answer.ok) return;
    past.value = answer.value;
    if (!answer.value.some((row) => row.decisionId === cursor.peek()))
      cursor.value = answer.value[0]?.decisionId ?? null;
  });
}

/** Can this still be taken back? Flags and undos change nothing that an inverse would restore. */
export function canUndo(row: HistoryRow): boolean {
  return (
    !row.undone &&
    row.undoes === null &&
    row.action !== 'undo' &&
    row.action !== 'flag' &&
    !undoing.value.has(row.decisionId)
  );
}

export function undoRow(row: HistoryRow): void {
  if (canUndo(row)) undoDecision(row.decisionId, row.lineId);
}

/** Takes back the decision in force on a bank line, whoever took it. */
export function undoLine(row: QueueRow): void {
  const own = done.peek().find((it) => it.lineIds.length === 1 && it.lineIds[0] === row.lineId);
  if (own) {
    undoLast(own.job.key);
    return;
  }
  if (row.decisionId) undoDecision(row.decisionId, row.lineId);
}

export function step(by: number): void {
  const at = past.peek().findIndex((row) => row.decisionId === cursor.peek());
  const next = past.peek()[Math.min(past.peek().length - 1, Math.max(0, at + by))];
  if (next) cursor.value = next.decisionId;
}

/** Listens to the answers of undos; call once. */
export function watchHistory(): void {
  onOutcome(({ job, refused }) => {
    if (job.task.kind !== 'undo') return;
    if (job.task.decisionIds.length === 0) return;
    const [first] = refused;
    if (first) tell({ tone: 'refused', text: first.fault.says, job: null, lineId: null });
    else tell({ tone: 'info', text: words.peek().history.done, job: null, lineId: job.task.lineIds[0] ?? null });
    void openHistory();
  });
}
