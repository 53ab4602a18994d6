// The undo of a decision by its own id, whoever took it and when: from the history, a line's menu, or a whole account.
import { signal } from '@preact/signals';
import type { Day } from '../../sync/model/day.ts';
import { foreseeUndo } from './foresight.ts';
import { onOutcome, submit } from './outbox.ts';
import { setOverlay } from './queue/state.ts';

/** Decisions whose undo is on its way. */
export const undoing = signal<ReadonlySet<string>>(new Set());

/** Sent once what the ERP says of it was read. */
export function undoDecision(decisionId: string, lineId: string | null): void {
  foreseeUndo({ key: decisionId, decisionIds: [decisionId], lineId, go: (on) => send(decisionId, lineId, on) });
}

function send(decisionId: string, lineId: string | null, on?: Day): void {
  if (undoing.peek().has(decisionId)) return;
  undoing.value = new Set([...undoing.peek(), decisionId]);
  const lineIds = lineId === null ? [] : [lineId];
  submit({ kind: 'undo', job: null, decisionIds: [decisionId], lineIds, ...(on ? { on } : {}) });
  if (lineId !== null) setOverlay([lineId], { phase: 'sending', verb: 'undo' });
}

/** Listens to the answers; call once. */
export function watchUndoing(): void {
  onOutcome(({ job: { task } }) => {
    if (task.kind !== 'undo') return;
    undoing.value = new Set([...undoing.peek()].filter((id) => !task.decisionIds.includes(id)));
  });
}
