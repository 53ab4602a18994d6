// The state of the list "À rapprocher": rows in a frozen order, the cursor, what is checked, what was just decided.
import { batch, computed, signal } from '@preact/signals';
import type { Counter, FaultView, QueueFilter, QueueRow } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { counterOf, type Entry, entriesOf, isDecided, type Overlay, type Section, sectionsByDay } from './order.ts';

const PAGE = 500;
const TAIL = 200;

export const filter = signal<QueueFilter>('to-do');
export const bank = signal<string | null>(null);
export const counters = signal<readonly Counter[]>([]);
export const rows = signal<readonly QueueRow[]>([]);
/** Put off, and settled unattended today: shown under the list of what there is to do. */
const tails = signal<{ later: readonly QueueRow[]; auto: readonly QueueRow[] }>({ later: [], auto: [] });
/** A line that the list does not hold and that was opened by name, from a statement or a link. */
export const brought = signal<QueueRow | null>(null);
export const overlays = signal<ReadonlyMap<string, Overlay>>(new Map());
export const folded = signal<ReadonlySet<string>>(new Set());
export const cursor = signal<string | null>(null);
export const checked = signal<ReadonlySet<string>>(new Set());
/** null: being asked. 'loaded' may still have pages on their way (`more`). */
export const loading = signal<'first' | 'loaded' | FaultView>('first');
export const more = signal(false);
export const accounts = signal<readonly string[]>([]);
/** Lines that the server has and this frozen list does not show. */
export const unseen = signal(0);

export const sections = computed<Section[]>(() => {
  const own = [...broughtSection(), ...sectionsByDay(rows.value)];
  if (filter.value !== 'to-do') return own;
  const count = (name: QueueFilter) => counters.value.find((it) => it.filter === name);
  const tail = (kind: 'later' | 'auto', list: readonly QueueRow[]): Section[] =>
    list.length === 0
      ? []
      : [
          {
            key: kind,
            kind,
            rows: list,
            whole: count(kind)?.count ?? list.length,
            wholeMinor: count(kind)?.amountMinor ?? null,
          },
        ];
  return [...own, ...tail('later', tails.value.later), ...tail('auto', tails.value.auto)];
});

function broughtSection(): Section[] {
  const row = brought.value;
  const { later, auto } = tails.value;
  if (!row || [rows.value, later, auto].some((list) => list.some((it) => it.lineId === row.lineId))) return [];
  return [{ key: 'brought', kind: 'brought', rows: [row], whole: 1, wholeMinor: null }];
}

export const entries = computed<Entry[]>(() => entriesOf(sections.value, folded.value));
/** The rows that the cursor walks, in order. */
export const walk = computed<QueueRow[]>(() =>
  entries.value.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : [])),
);
export const position = computed(() => walk.value.findIndex((row) => row.lineId === cursor.value));
export const current = computed<QueueRow | null>(() => walk.value[position.value] ?? null);
export const refusedCount = computed(() => [...overlays.value.values()].filter((it) => it.phase === 'refused').length);
export const toDoCount = computed(() => countOf('to-do'));
/** No bank line has come yet. */
export const isFirstDay = computed(() => counters.value.length > 0 && counters.value.every((it) => it.count === 0));

/** Null until the counters are known. */
export function countOf(filter: QueueFilter): number | null {
  return counters.value.find((it) => it.filter === filter)?.count ?? null;
}

/** Counts the filters that have opened: each shows the line under the cursor, however far the list before was scrolled. */
export const opened = signal(0);

let opening = 0;

/** Opens a filter: asks for its rows page after page and freezes their order. */
export async function openFilter(name: QueueFilter): Promise<void> {
  opening += 1;
  const mine = opening;
  batch(() => {
    filter.value = name;
    loading.value = 'first';
    overlays.value = new Map([...overlays.peek()].filter(([, it]) => it.phase !== 'done'));
    unseen.value = 0;
  });
  const first = await client.queue(place(name, 0, PAGE));
  if (mine !== opening) return;
  if (!first.ok) {
    loading.value = first.fault;
    return;
  }
  batch(() => {
    rows.value = first.value.rows;
    counters.value = first.value.counters;
    tails.value = { later: [], auto: [] };
    loading.value = 'loaded';
    more.value = first.value.rows.length < first.value.total;
    noteAccounts(first.value.rows);
    if (!walk.peek().some((row) => row.lineId === cursor.peek())) cursor.value = firstUndecided();
    opened.value += 1;
  });
  await loadRest(mine, name);
}

/**
 * Lines decided meanwhile leave the server's filter and shift its pages: each page is asked from where the undecided
 * ones end, and what is known already is dropped.
 */
async function loadRest(mine: number, name: QueueFilter): Promise<void> {
  while (more.peek() && mine === opening) {
    const gone = rows.peek().filter((row) => overlays.peek().has(row.lineId)).length;
    const offset = Math.max(0, rows.peek().length - gone);
    const page = await client.queue(place(name, offset, PAGE));
    if (mine !== opening) return;
    if (!page.ok) break;
    const known = new Set(rows.peek().map((row) => row.lineId));
    const fresh = page.value.rows.filter((row) => !known.has(row.lineId));
    if (fresh.length === 0) break;
    batch(() => {
      rows.value = [...rows.peek(), ...fresh];
      more.value = offset + page.value.rows.length < page.value.total;
      noteAccounts(fresh);
    });
  }
  more.value = false;
  if (name === 'to-do' && mine === opening) await loadTails(mine);
}

async function loadTails(mine: number): Promise<void> {
  const [later, auto] = await Promise.all([
    client.queue(place('later', 0, TAIL)),
    client.queue(place('auto', 0, TAIL)),
  ]);
  if (mine !== opening) return;
  const known = new Set(rows.peek().map((row) => row.lineId));
  const own = (page: typeof later) => (page.ok ? page.value.rows.filter((row) => !known.has(row.lineId)) : []);
  tails.value = { later: own(later), auto: own(auto) };
}

function place(name: QueueFilter, offset: number, limit: number) {
  return { filter: name, offset, limit, ...(bank.peek() === null ? {} : { bank: bank.peek() as string }) };
}

/** Asks how many lines there are now; new ones are announced, never inserted under the cursor. */
export async function refreshCounters(): Promise<void> {
  const answer = await client.counters();
  if (!answer.ok) return;
  const before = toDoCount.peek();
  batch(() => {
    counters.value = answer.value.counters;
    const now = toDoCount.peek();
    if (before !== null && now !== null && now > before) unseen.value += now - before;
  });
}

/** Another company's books: nothing of the former one stays in view. */
export function forgetAll(): void {
  batch(() => {
    rows.value = [];
    brought.value = null;
    overlays.value = new Map();
    checked.value = new Set();
    accounts.value = [];
    cursor.value = null;
    bank.value = null;
  });
}

export function overlayOf(lineId: string): Overlay | undefined {
  return overlays.value.get(lineId);
}

export function setOverlay(lineIds: readonly string[], overlay: Overlay | null): void {
  const next = new Map(overlays.peek());
  for (const id of lineIds) {
    if (overlay) next.set(id, overlay);
    else next.delete(id);
  }
  overlays.value = next;
}

/** The row as this browser knows it now. */
export function rowNow(row: QueueRow): QueueRow {
  const overlay = overlays.value.get(row.lineId);
  return overlay && overlay.phase !== 'sending' && overlay.row ? overlay.row : row;
}

/** What a detail says of its row is newer than the list: a decision elsewhere may have taken its invoice. */
export function freshen(row: QueueRow): void {
  const known = walk.peek().find((it) => it.lineId === row.lineId);
  const overlay = overlays.peek().get(row.lineId);
  if (!known || overlay?.phase === 'sending' || overlay?.phase === 'refused') return;
  if (JSON.stringify(rowNow(known)) !== JSON.stringify(row))
    setOverlay([row.lineId], { phase: 'done', verb: 'flag', row });
}

export function decidedNow(row: QueueRow): boolean {
  return isDecided(row, overlays.peek().get(row.lineId));
}

/** Moves a row out of its counter at once (by -1), or back into it; the server's own count follows with its answer. */
export function count(row: QueueRow, by: 1 | -1): void {
  const own = counterOf(row);
  counters.value = counters
    .peek()
    .map((it) =>
      it.filter === own || (it.filter === 'to-do' && own !== 'later')
        ? { ...it, count: Math.max(0, it.count + by), amountMinor: it.amountMinor + by * row.amountMinor }
        : it,
    );
}

function firstUndecided(): string | null {
  const list = walk.peek();
  return (list.find((row) => !decidedNow(row)) ?? list[0])?.lineId ?? null;
}

function noteAccounts(fresh: readonly QueueRow[]): void {
  const all = new Set([...accounts.peek(), ...fresh.map((row) => row.account)]);
  if (all.size !== accounts.peek().length) accounts.value = [...all].sort();
}
