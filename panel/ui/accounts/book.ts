// The whole of one account: every line, lettered or not, of a year or of all; the cursor on them, and the letter taken back.
import { batch, computed, effect, signal } from '@preact/signals';
import type { AccountBook, AccountLine } from '../../../sync/port/account-view.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { onOutcome } from '../outbox.ts';
import { undoDecision, undoing } from '../undo-decision.ts';
import * as accounts from './state.ts';

const PAGE = 500;

/** Shown instead of the open lines side by side. */
export const whole = signal(false);
/** Only this year; null: all. */
export const year = signal<number | null>(null);
export const years = signal<AccountBook['years']>([]);
export const lines = signal<readonly AccountLine[]>([]);
export const state = signal<'asking' | 'here' | FaultView>('asking');
export const at = signal(0);
/** Counts moves by key: only those scroll. */
export const steps = signal(0);

export const current = computed<AccountLine | null>(() => lines.value[at.value] ?? null);
/** What the account held before the first line shown. */
export const openingMinor = computed(() => {
  const [first] = lines.value;
  return first ? first.balanceMinor - first.amountMinor : 0;
});

let asked = 0;

/** Asks for the lines, page after page; the cursor stands on the newest. */
export async function openBook(): Promise<void> {
  asked += 1;
  const mine = asked;
  const row = accounts.current.peek();
  if (!row) return;
  const place = { party: row.partyId ?? '', account: row.account, limit: PAGE };
  const found: AccountLine[] = [];
  for (let total = 1; found.length < total; ) {
    const inYear = year.peek() ?? undefined;
    const answer = await client.accountBook({ ...place, year: inYear, offset: found.length });
    if (mine !== asked) return;
    if (!answer.ok) {
      state.value = answer.fault;
      return;
    }
    found.push(...answer.value.lines);
    total = answer.value.lines.length === 0 ? found.length : answer.value.total;
    years.value = answer.value.years;
  }
  batch(() => {
    const before = current.peek()?.itemId;
    const kept = found.findIndex((it) => it.itemId === before);
    lines.value = found;
    state.value = 'here';
    at.value = kept >= 0 ? kept : Math.max(0, found.length - 1);
    steps.value += 1;
  });
}

export function toggleWhole(): void {
  whole.value = !whole.peek();
}

export function showYear(next: number | null): void {
  year.value = next;
}

/** To the year before or after; before the first one stand all of them. */
export function stepYear(by: 1 | -1): void {
  const all = [null, ...years.peek().map((it) => it.year)];
  const next = all[Math.min(all.length - 1, Math.max(0, all.indexOf(year.peek()) + by))];
  year.value = next ?? null;
}

export function step(by: number): void {
  const last = lines.peek().length - 1;
  if (last < 0) return;
  batch(() => {
    at.value = Math.min(last, Math.max(0, at.peek() + by));
    steps.value += 1;
  });
}

/** Only what is open can be ticked. */
export function toggleHere(): void {
  const line = current.peek();
  if (line && line.residualMinor !== 0) accounts.toggle(line.itemId);
}

/** Ticks the line under the cursor and the next one in this direction. */
export function extend(by: 1 | -1): void {
  const next = new Set(accounts.ticked.peek());
  const take = () => {
    const line = current.peek();
    if (line && line.residualMinor !== 0) next.add(line.itemId);
  };
  take();
  step(by);
  take();
  accounts.ticked.value = next;
}

/** May the letter of this line be taken off here? A letter of the ledger is taken off in the ledger. */
export function canUndo(line: AccountLine | null): boolean {
  return line?.closedBy != null && !undoing.value.has(line.closedBy.decisionId);
}

/** Takes back the decision that closed the line under the cursor: a letter, or the reconciliation of a bank line. */
export function undoHere(): void {
  const line = current.peek();
  if (line?.closedBy && canUndo(line)) undoDecision(line.closedBy.decisionId, line.closedBy.lineId);
}

/** Keeps the lines those of the account in view; call once. */
export function watchBook(): void {
  effect(() => {
    const key = accounts.cursor.value;
    year.value;
    if (!whole.value || key === null) return;
    if (accounts.current.value) void openBook();
  });
  effect(() => {
    accounts.cursor.value;
    batch(() => {
      year.value = null;
      lines.value = [];
      state.value = 'asking';
    });
  });
  onOutcome(({ job: { task } }) => {
    if ((task.kind === 'undo' || task.kind === 'letter') && whole.peek()) void openBook();
  });
}
