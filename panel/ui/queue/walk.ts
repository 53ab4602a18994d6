// Walking the list: the cursor by keys and pointer, and the check marks.
import { batch, signal } from '@preact/signals';
import { dismiss, notice } from '../lane.ts';
import { isPlain, nextAfter, stepTo } from './order.ts';
import { checked, current, cursor, decidedNow, folded, overlays, position, rowNow, sections, walk } from './state.ts';

/** Counts moves by key: only those scroll the list, and only to keep the cursor in its middle. */
export const steps = signal(0);
/** One pane at a time on a narrow frame. */
export const pane = signal<'list' | 'detail'>('list');
let anchor: string | null = null;

const PAGE_ROWS = 10;

/** Moves by rows; past either end it stays on the last. */
export function step(by: number): void {
  const list = walk.peek();
  if (list.length === 0) return;
  moveTo(Math.min(list.length - 1, Math.max(0, position.peek() + by)));
}

export const page = (by: 1 | -1): void => step(by * PAGE_ROWS);
export const first = (): void => moveTo(0);
export const last = (): void => moveTo(walk.peek().length - 1);

/** The next (or previous) line that needs an opinion: open, and not plainly strong. */
export function stepToUncertain(by: 1 | -1): void {
  const at = stepTo(walk.peek(), position.peek(), by, (row) => !decidedNow(row) && !isPlain(rowNow(row)));
  if (at >= 0) moveTo(at);
}

export function goTo(lineId: string): void {
  const at = walk.peek().findIndex((row) => row.lineId === lineId);
  if (at >= 0) moveTo(at);
}

/** To the next refused line; what the lane said of it is said there in full. */
export function goToRefused(): void {
  const at = nextAfter(walk.peek(), position.peek(), (row) => overlays.peek().get(row.lineId)?.phase === 'refused');
  if (at >= 0) moveTo(at);
  if (notice.peek()?.tone === 'refused') dismiss();
}

export function review(lineId: string): void {
  goTo(lineId);
  dismiss();
}

/** A press on a row: the cursor goes there, with Shift it checks everything between. */
export function pointTo(lineId: string, extend: boolean): void {
  if (extend) checkBetween(cursor.peek(), lineId);
  anchor = lineId;
  cursor.value = lineId;
  pane.value = 'detail';
}

export function toggleCheck(lineId: string): void {
  const next = new Set(checked.peek());
  if (!next.delete(lineId)) next.add(lineId);
  checked.value = next;
  anchor = lineId;
}

/** Checks the present line and the next one in this direction, as Shift and an arrow do. */
export function extend(by: 1 | -1): void {
  const row = current.peek();
  if (!row) return;
  anchor ??= row.lineId;
  batch(() => {
    step(by);
    checkBetween(anchor, cursor.peek());
  });
}

/** Checks every line shown that is still to be decided; says nothing of those not loaded. */
export function checkAll(): void {
  const open = walk.peek().filter((row) => !decidedNow(row));
  const all = open.every((row) => checked.peek().has(row.lineId));
  checked.value = new Set(all ? [] : open.map((row) => row.lineId));
}

export function toggleFold(key: string): void {
  const next = new Set(folded.peek());
  if (!next.delete(key)) next.add(key);
  folded.value = next;
}

/** Folds or opens the tail section under the cursor; a fold puts the cursor on the row before it. */
export function foldHere(fold: boolean): void {
  const own = sections
    .peek()
    .find(
      (section) =>
        (section.kind === 'later' || section.kind === 'auto') &&
        section.rows.some((row) => row.lineId === cursor.peek()),
    );
  if (!own || folded.peek().has(own.key) === fold) return;
  const before = position.peek() - own.rows.findIndex((row) => row.lineId === cursor.peek()) - 1;
  toggleFold(own.key);
  if (fold) moveTo(Math.max(0, before));
}

function moveTo(at: number): void {
  const row = walk.peek()[at];
  if (!row) return;
  batch(() => {
    cursor.value = row.lineId;
    steps.value += 1;
  });
}

function checkBetween(from: string | null, to: string | null): void {
  const list = walk.peek();
  const a = list.findIndex((row) => row.lineId === from);
  const b = list.findIndex((row) => row.lineId === to);
  if (a < 0 || b < 0) return;
  const between = list.slice(Math.min(a, b), Math.max(a, b) + 1).filter((row) => !decidedNow(row));
  checked.value = new Set([...checked.peek(), ...between.map((row) => row.lineId)]);
}
