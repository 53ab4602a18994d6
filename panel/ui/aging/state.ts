// The state of "Balance âgée": what it is asked, what it answered, which rows are open.
import { batch, computed, signal } from '@preact/signals';
import type {
  AgedItem,
  AgingRow,
  AgingView,
  Amounts,
  Basis,
  CurrencyTable,
  Grouping,
  Member,
} from '../../../sync/model/aging.ts';
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
/** All in the company's currency, or each document in its own. */
export const amounts = signal<Amounts>('company');
/** Those that the report has without a choice among them. */
export const currencies = signal<readonly string[]>([]);
export const report = signal<AgingView | null>(null);
export const fault = signal<FaultView | null>(null);
export const asking = signal(false);
export const sort = signal<Sort>('total');
export const opened = signal<ReadonlyMap<string, readonly AgedItem[] | 'asking' | FaultView>>(new Map());
export const cursor = signal<string | null>(null);

/** A row in one currency; `key` tells it from the same customer's row in another. */
export type PartyLine = { kind: 'party'; key: string; row: AgingRow; currency: string };

export type Line =
  | { kind: 'currency'; key: string; table: CurrencyTable }
  | PartyLine
  | { kind: 'item'; key: string; item: AgedItem; currency: string }
  | { kind: 'note'; key: string; of: 'asking' | FaultView };

function sorted(unsorted: readonly AgingRow[]): AgingRow[] {
  const order = sort.value;
  const rows = [...unsorted];
  if (order === 'name') return rows.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
  const of = (row: AgingRow) => (order === 'total' ? row.totalMinor : (row.columnsMinor[order] ?? 0));
  return rows.sort((a, b) => of(b) - of(a));
}

/** Rows with the lines of those that are open between them. */
export const lines = computed<Line[]>(() => {
  const answer = report.value;
  if (!answer) return [];
  if (answer.amounts === 'company') return linesOf(answer.rows, answer.currency, '');
  return answer.currencies.flatMap((table): Line[] => [
    { kind: 'currency', key: `${table.currency} `, table },
    ...linesOf(table.rows, table.currency, `${table.currency} `),
  ]);
});

function linesOf(rows: readonly AgingRow[], currency: string, prefix: string): Line[] {
  return sorted(rows).flatMap((row): Line[] => {
    const key = `${prefix}${row.key ?? '-'}`;
    const items = opened.value.get(key);
    const own: Line = { kind: 'party', key, row, currency };
    if (!items) return [own];
    if (!Array.isArray(items)) return [own, { kind: 'note', key: `${key}#`, of: items as 'asking' | FaultView }];
    return [own, ...items.map((item): Line => ({ kind: 'item', key: `${key}#${item.itemId}`, item, currency }))];
  });
}

/** The report's questions as the server reads them; every export of the screen asks the same. */
export function query(): Record<string, string> {
  const [ahead = '', late = ''] = cuts.peek().split('|');
  const member = only.peek();
  const known = knownOn.peek();
  return {
    ...{ asOf: asOf.peek() ?? today.peek(), basis: basis.peek(), ahead, late, by: by.peek(), amounts: amounts.peek() },
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
    if (answer.value.only === null) currencies.value = answer.value.currencies.map((table) => table.currency);
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
/** One currency's documents only; null: of every currency. */
export const setCurrency = (next: string | null) =>
  ask(() => (only.value = next === null ? null : { by: 'currency', key: next }));
export const setAmounts = (next: Amounts) =>
  ask(() => {
    amounts.value = next;
    if (only.peek()?.by === 'currency') only.value = null;
  });

export function step(by: number): void {
  const all = lines.peek();
  const at = all.findIndex((line) => line.key === cursor.peek());
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  if (next) cursor.value = next.key;
}

/** The row under the cursor, also from one of its lines. */
export function rowAtCursor(): PartyLine | null {
  const key = cursor.peek();
  let row: PartyLine | null = null;
  for (const line of lines.peek()) {
    if (line.kind === 'party') row = line;
    else if (line.kind === 'currency') row = null;
    if (line.key === key) return row;
  }
  return null;
}

/** Opens or closes the row under the cursor; on one of its lines, closing goes back to it. */
export async function unfold(open: boolean): Promise<void> {
  const row = rowAtCursor();
  if (!row) return;
  const { key } = row;
  if (!open) {
    const next = new Map(opened.peek());
    next.delete(key);
    batch(() => {
      cursor.value = key;
      opened.value = next;
    });
    return;
  }
  await openRow(row);
}

export function toggle(key: string): void {
  cursor.value = key;
  void unfold(!opened.peek().has(key));
}

async function openRow({ key, row, currency }: PartyLine): Promise<void> {
  if (opened.peek().has(key)) return;
  opened.value = new Map(opened.peek()).set(key, 'asking');
  const mine = report.peek();
  const answer = await client.agingItems({ ...query(), onlyBy: by.peek(), onlyKey: row.key ?? '' });
  if (report.peek() !== mine || !opened.peek().has(key)) return;
  const isOwn = ({ openForeign }: AgedItem) =>
    mine?.amounts !== 'document' || (openForeign?.currency ?? mine?.currency) === currency;
  opened.value = new Map(opened.peek()).set(key, answer.ok ? answer.value.filter(isOwn) : answer.fault);
}
