// The state of "Balance âgée": what it is asked, what it answered, which rows are open.
import { batch, computed, signal } from '@preact/signals';
import type { AgedItem, AgingRow, AgingView, Basis, Grouping, Member } from '../../../sync/model/aging.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { stepDone } from '../guide/state.ts';
import { today } from '../words/index.ts';

export type Sort = 'total' | 'name' | number;

export const asOf = signal<Day | null>(null);
/** Only what had been recorded by the end of this day; null: all that is known now. */
export const knownOn = signal<Day | null>(null);
export const basis = signal<Basis>('due');
/** Last days of the columns as they are sent, 'ahead|late': '|30,60,90'. */
export const cuts = signal('|30,60,90');
export const by = signal<Grouping>('party');
export const only = signal<Member | null>(null);
export const report = signal<AgingView | null>(null);
export const fault = signal<FaultView | null>(null);
export const asking = signal(false);
export const sort = signal<Sort>('total');
export const opened = signal<ReadonlyMap<string, readonly AgedItem[] | 'asking' | FaultView>>(new Map());
export const cursor = signal<string | null>(null);

export const keyOf = (row: AgingRow): string => row.key ?? '';

export type Line =
  | { kind: 'party'; key: string; row: AgingRow }
  | { kind: 'item'; key: string; item: AgedItem }
  | { kind: 'note'; key: string; of: 'asking' | FaultView };

const sorted = computed<AgingRow[]>(() => {
  const order = sort.value;
  const rows = [...(report.value?.rows ?? [])];
  if (order === 'name') return rows.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
  const of = (row: AgingRow) => (order === 'total' ? row.totalMinor : (row.columnsMinor[order] ?? 0));
  return rows.sort((a, b) => of(b) - of(a));
});

/** Rows with the lines of those that are open between them. */
export const lines = computed<Line[]>(() =>
  sorted.value.flatMap((row): Line[] => {
    const key = keyOf(row);
    const items = opened.value.get(key);
    const own: Line = { kind: 'party', key, row };
    if (!items) return [own];
    if (!Array.isArray(items)) return [own, { kind: 'note', key: `${key}#`, of: items as 'asking' | FaultView }];
    return [own, ...items.map((item): Line => ({ kind: 'item', key: `${key}#${item.itemId}`, item }))];
  }),
);

/** The report's questions as the server reads them; every export of the screen asks the same. */
export function query(): Record<string, string> {
  const [ahead = '', late = ''] = cuts.peek().split('|');
  const member = only.peek();
  const known = knownOn.peek();
  return {
    ...{ asOf: asOf.peek() ?? today.peek(), basis: basis.peek(), ahead, late, by: by.peek() },
    ...(known === null ? {} : { knownOn: known }),
    ...(member === null ? {} : { onlyBy: member.by, onlyKey: member.key ?? '' }),
  };
}

let asked = 0;

export async function openReport(): Promise<void> {
  asked += 1;
  const mine = asked;
  asking.value = true;
  const answer = await client.aging(query());
  if (mine !== asked) return;
  batch(() => {
    asking.value = false;
    fault.value = answer.ok ? null : answer.fault;
    if (!answer.ok) return;
    report.value = answer.value;
    opened.value = new Map();
    const all = lines.peek();
    if (!all.some((line) => line.key === cursor.peek())) cursor.value = all[0]?.key ?? null;
    const order = sort.peek();
    if (typeof order === 'number' && order >= answer.value.columns.length) sort.value = 'total';
  });
  if (answer.ok) stepDone('aging');
}

/** Changes what is asked and asks again. */
export function ask(change: () => void): void {
  batch(change);
  void openReport();
}

export const setDay = (day: Day) => ask(() => (asOf.value = day));
export const setKnownOn = (day: Day | null) => ask(() => (knownOn.value = day));
export const setBasis = (next: Basis) => ask(() => (basis.value = next));
export const setCuts = (next: string) => ask(() => (cuts.value = next));
export const setOnly = (next: Member | null) =>
  ask(() => {
    only.value = next;
    if (next !== null) by.value = 'party';
  });
export const setBy = (next: Grouping) => ask(() => (by.value = next));

export function step(by: number): void {
  const all = lines.peek();
  const at = all.findIndex((line) => line.key === cursor.peek());
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  if (next) cursor.value = next.key;
}

/** The row under the cursor, also from one of its lines. */
export function rowAtCursor(): AgingRow | null {
  const key = cursor.peek()?.split('#')[0];
  return report.peek()?.rows.find((row) => keyOf(row) === key) ?? null;
}

/** Opens or closes the row under the cursor; on one of its lines, closing goes back to it. */
export async function unfold(open: boolean): Promise<void> {
  const row = rowAtCursor();
  if (!row) return;
  const key = keyOf(row);
  if (!open) {
    const next = new Map(opened.peek());
    next.delete(key);
    batch(() => {
      cursor.value = key;
      opened.value = next;
    });
    return;
  }
  await openRow(key);
}

export function toggle(key: string): void {
  cursor.value = key;
  void unfold(!opened.peek().has(key));
}

async function openRow(key: string): Promise<void> {
  if (opened.peek().has(key)) return;
  opened.value = new Map(opened.peek()).set(key, 'asking');
  const mine = report.peek();
  const answer = await client.agingItems({ ...query(), onlyBy: by.peek(), onlyKey: key });
  if (report.peek() !== mine || !opened.peek().has(key)) return;
  opened.value = new Map(opened.peek()).set(key, answer.ok ? answer.value : answer.fault);
}
