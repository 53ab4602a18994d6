// The state of "Balance âgée": the day it is drawn at, what it counts from, which customers are open.
import { batch, computed, signal } from '@preact/signals';
import type { Day } from '../../../sync/model/day.ts';
import type { AgedItem, AgingRow, AgingView, FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { stepDone } from '../guide/state.ts';
import { today } from '../words/index.ts';

export type Basis = 'due' | 'issue';
export type Sort = 'total' | 'name' | number;

export const asOf = signal<Day | null>(null);
export const basis = signal<Basis>('due');
export const report = signal<AgingView | null>(null);
export const fault = signal<FaultView | null>(null);
export const asking = signal(false);
export const sort = signal<Sort>('total');
export const opened = signal<ReadonlyMap<string, readonly AgedItem[] | 'asking' | FaultView>>(new Map());
export const cursor = signal<string | null>(null);

export const keyOf = (row: AgingRow): string => row.partyId ?? '';

export type Line =
  | { kind: 'party'; key: string; row: AgingRow }
  | { kind: 'item'; key: string; item: AgedItem }
  | { kind: 'note'; key: string; of: 'asking' | FaultView };

const sorted = computed<AgingRow[]>(() => {
  const by = sort.value;
  const rows = [...(report.value?.rows ?? [])];
  if (by === 'name') return rows.sort((a, b) => (a.partyName ?? '').localeCompare(b.partyName ?? ''));
  const of = (row: AgingRow) => (by === 'total' ? row.totalMinor : (row.bucketsMinor[by] ?? 0));
  return rows.sort((a, b) => of(b) - of(a));
});

/** Customers with the lines of those that are open between them. */
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

let asked = 0;

export async function openReport(): Promise<void> {
  asked += 1;
  const mine = asked;
  asking.value = true;
  const day = asOf.peek() ?? today.peek();
  const answer = await client.aging({ asOf: day, basis: basis.peek() });
  if (mine !== asked) return;
  batch(() => {
    asking.value = false;
    fault.value = answer.ok ? null : answer.fault;
    if (!answer.ok) return;
    report.value = answer.value;
    opened.value = new Map();
    cursor.value ??= lines.peek()[0]?.key ?? null;
  });
  if (answer.ok) stepDone('aging');
}

export function setDay(day: Day): void {
  asOf.value = day;
  void openReport();
}

export function setBasis(next: Basis): void {
  basis.value = next;
  void openReport();
}

export function step(by: number): void {
  const all = lines.peek();
  const at = all.findIndex((line) => line.key === cursor.peek());
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  if (next) cursor.value = next.key;
}

/** Opens or closes the customer under the cursor; on one of its lines, closing goes back to it. */
export async function unfold(open: boolean): Promise<void> {
  const at = cursor.peek();
  if (at === null) return;
  const key = at.split('#')[0] ?? at;
  if (!open) {
    const next = new Map(opened.peek());
    next.delete(key);
    batch(() => {
      cursor.value = key;
      opened.value = next;
    });
    return;
  }
  await openParty(key);
}

export function toggle(key: string): void {
  cursor.value = key;
  void unfold(!opened.peek().has(key));
}

async function openParty(key: string): Promise<void> {
  if (opened.peek().has(key)) return;
  opened.value = new Map(opened.peek()).set(key, 'asking');
  const day = report.peek()?.asOf ?? today.peek();
  const answer = await client.agingItems({ party: key === '' ? null : key, asOf: day, basis: basis.peek() });
  if (report.peek()?.asOf !== day || !opened.peek().has(key)) return;
  opened.value = new Map(opened.peek()).set(key, answer.ok ? answer.value : answer.fault);
}
