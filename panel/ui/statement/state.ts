// The state of "Relevé": one statement, and of its lines the pages that were looked at.
import { batch, computed, signal } from '@preact/signals';
import type { StatementLine, StatementView } from '../../../sync/port/statement-view.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { type ScreenName, screen } from '../shell/route.ts';

export const PAGE = 200;

export const head = signal<StatementView | null>(null);
export const fault = signal<FaultView | null>(null);
/** Every line has a slot; it is filled when its page comes. */
export type Slot = { at: number; line: StatementLine | null };
export const slots = signal<readonly Slot[]>([]);
/** False until the first page is here. */
export const ready = signal(false);
export const cursor = signal(0);
/** Counts moves by key: only those scroll. */
export const steps = signal(0);
/** Only lines that nobody decided. */
export const waiting = signal(false);
export const current = computed<StatementLine | null>(() => slots.value[cursor.value]?.line ?? null);
/** Where Escape leads back to. */
export const cameFrom = signal<ScreenName>('imports');

let opening = 0;
const asked = new Set<number>();

/** Opens a statement at one of its lines; without a line at its beginning. */
export async function openStatement(id: string, lineId: string | null): Promise<void> {
  opening += 1;
  const mine = opening;
  asked.clear();
  batch(() => {
    if (head.peek()?.statementId !== id) head.value = null;
    ready.value = false;
    fault.value = null;
    slots.value = [];
  });
  const [own, page] = await Promise.all([client.statement(id), pageOf(id, 0, lineId)]);
  if (mine !== opening) return;
  if (!own.ok || !page.ok) {
    fault.value = own.ok ? (page.ok ? null : page.fault) : own.fault;
    return;
  }
  const { lines, total } = page.value;
  batch(() => {
    head.value = own.value;
    slots.value = Array.from({ length: total }, (_, at) => ({ at, line: null }));
    take(lines);
    cursor.value = lines.find((line) => line.lineId === lineId)?.at ?? 0;
    ready.value = true;
    steps.value += 1;
  });
}

/** Asks for those of these pages that are not here and that nobody asked for. */
export function want(pages: readonly number[]): void {
  const id = head.peek()?.statementId;
  if (id === undefined || slots.peek().length === 0) return;
  for (const page of pages) void fetchPage(id, page);
}

async function fetchPage(id: string, page: number): Promise<void> {
  if (asked.has(page) || slots.peek()[page * PAGE]?.line) return;
  asked.add(page);
  const mine = opening;
  const answer = await pageOf(id, page * PAGE, null);
  if (mine !== opening) return;
  asked.delete(page);
  if (answer.ok) take(answer.value.lines);
}

function pageOf(id: string, offset: number, lineId: string | null) {
  const line = lineId === null ? {} : { line: lineId };
  return client.statementLines(id, { offset, limit: PAGE, waiting: String(waiting.peek()), ...line });
}

function take(lines: readonly StatementLine[]): void {
  const next = [...slots.peek()];
  for (const line of lines) if (line.at < next.length) next[line.at] = { at: line.at, line };
  slots.value = next;
}

export function step(by: number): void {
  const last = slots.peek().length - 1;
  if (last < 0) return;
  batch(() => {
    cursor.value = Math.min(last, Math.max(0, cursor.peek() + by));
    steps.value += 1;
  });
}

/** Shows all lines or only those that wait; the line under the cursor stays if it is among them. */
export function toggleWaiting(): void {
  const id = head.peek()?.statementId;
  const lineId = current.peek()?.lineId ?? null;
  waiting.value = !waiting.peek();
  if (id !== undefined) void openStatement(id, lineId);
}

export function goBeside(which: 'before' | 'after'): void {
  const beside = head.peek()?.[which];
  if (beside) screen.go('statement', beside.statementId);
}

/** To the line's own place in the work list, with its proposal or its history. */
export function openLine(line: StatementLine | null): void {
  if (line) screen.go('queue', line.lineId);
}
