// The keys of "Historique".
import { cursor, past, step, undoRow } from './state.ts';

const STEPS: Readonly<Record<string, number>> = {
  down: 1,
  j: 1,
  up: -1,
  k: -1,
  pagedown: 12,
  pageup: -12,
  home: -1e9,
  end: 1e9,
};

export function plain(stroke: string): boolean {
  const by = STEPS[stroke];
  if (by !== undefined) {
    step(by);
    return true;
  }
  if (stroke !== 'u') return false;
  const row = past.peek().find((it) => it.decisionId === cursor.peek());
  if (row) undoRow(row);
  return true;
}

export function prefixed(): boolean {
  return false;
}
