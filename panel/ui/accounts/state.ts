// The state of "Comptes à lettrer": the accounts with something to join, the open lines of one, what is ticked.
import { batch, computed, signal } from '@preact/signals';
import type { AccountRow } from '../../../sync/port/account-view.ts';
import type { AccountView, LetterBody, MoveRow } from '../../../sync/port/ledger-view.ts';
import type { FaultView, ItemRow } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { stepDone } from '../guide/state.ts';
import { tell } from '../lane.ts';
import { onOutcome, submit } from '../outbox.ts';
import { type Done, follow, forgetJob, remember } from '../undo.ts';
import { words, write } from '../words/index.ts';

const asked = signal<readonly AccountRow[]>([]);
/** Receipts of all accounts that seem to be another customer's; they come after the list. */
export const moves = signal<readonly MoveRow[]>([]);
export const listState = signal<'asking' | 'here' | FaultView>('asking');
export const cursor = signal<string | null>(null);
export const view = signal<{ key: string; at: AccountView } | null>(null);
export const viewFault = signal<FaultView | null>(null);
export const ticked = signal<ReadonlySet<string>>(new Set());
/** One pane at a time on a narrow frame. */
export const pane = signal<'list' | 'detail'>('list');
/** Accounts with something to join, or all there are. */
export const which = signal<'to-letter' | 'all'>('to-letter');
/** Only the names that contain this. */
export const wanted = signal('');

export const keyOf = (row: AccountRow): string => `${row.account}|${row.partyId ?? ''}`;

const proposed = computed(() => moves.value.filter((move) => !move.explained));

/** Accounts with a receipt to move have a proposal too; those that have nothing else follow the others with one. */
export const list = computed<readonly AccountRow[]>(() => {
  const rows = new Map(asked.value.map((row) => [keyOf(row), row]));
  const news = new Map<string, AccountRow>();
  for (const { on } of proposed.value) {
    const row = rows.get(keyOf(on));
    if (row) rows.set(keyOf(on), { ...row, proposable: true });
    else if (which.value === 'to-letter') news.set(keyOf(on), on);
  }
  const all = [...rows.values()];
  const until = all.findLastIndex((row) => row.proposable) + 1;
  return [...all.slice(0, until), ...news.values(), ...all.slice(until)];
});

export const shown = computed<readonly AccountRow[]>(() => {
  const text = wanted.value.trim().toLocaleLowerCase();
  if (text === '') return list.value;
  return list.value.filter((row) => `${row.partyName ?? ''} ${row.account}`.toLocaleLowerCase().includes(text));
});

export const current = computed(() => shown.value.find((row) => keyOf(row) === cursor.value) ?? null);
const here = computed(() => (view.value?.key === cursor.value ? view.value.at : null));
const ownMoves = computed(() => proposed.value.filter((move) => here.value && keyOf(move.on) === cursor.value));
/** The account's own lines, and those of another customer that a ticked proposal takes. */
const items = computed<readonly ItemRow[]>(() => [
  ...(here.value?.items ?? []),
  ...ownMoves.value.flatMap((move) => move.items).filter((item) => ticked.value.has(item.itemId)),
]);
export const debits = computed(() => items.value.filter((item) => item.residualMinor > 0));
export const credits = computed(() => items.value.filter((item) => item.residualMinor < 0));
export type Group = AccountView['groups'][number] & { move?: MoveRow };

export const groups = computed<readonly Group[]>(() => [
  ...(here.value?.groups ?? []).map((group) => ({ ...group, reasons: [...group.reasons, ...doubtsOf(group.itemIds)] })),
  ...ownMoves.value.map((move) => ({
    itemIds: [move.creditId, ...move.items.map((item) => item.itemId)],
    reasons: move.reasons,
    move,
  })),
]);

/** What speaks of another customer in a receipt that the account takes itself. */
function doubtsOf(itemIds: readonly string[]): string[] {
  return moves.value.flatMap((move) => (move.explained && itemIds.includes(move.creditId) ? move.reasons : []));
}

/** Documents of one foreign currency are lettered in it: what is open of them is then said in that. */
export const itemsTicked = computed<readonly ItemRow[]>(() => {
  const chosen = items.value.filter((item) => ticked.value.has(item.itemId));
  const currency = chosen[0]?.own?.currency;
  if (currency === undefined || chosen.some((item) => item.own?.currency !== currency)) return chosen;
  return chosen.map((item) => ({ ...item, residualMinor: item.own?.minor ?? 0, currency }));
});

export const sums = computed(() => {
  const chosen = itemsTicked.value;
  const debit = chosen.reduce((total, item) => total + Math.max(0, item.residualMinor), 0);
  const credit = chosen.reduce((total, item) => total + Math.min(0, item.residualMinor), 0);
  return { count: chosen.length, debit, credit, difference: debit + credit, currency: chosen[0]?.currency };
});

/** Which proposal is ticked exactly; -1 when a person ticked something else. */
export const groupShown = computed(() =>
  groups.value.findIndex(
    (group) => group.itemIds.length === ticked.value.size && group.itemIds.every((id) => ticked.value.has(id)),
  ),
);

/** The proposal that is ticked takes a receipt to another customer. */
export const moveShown = computed(() => groups.value[groupShown.value]?.move ?? null);

/** `keep`: read anew while a person works here; what they ticked stays, where nothing is ticked the first proposal is. */
export async function openAccounts(keep = false): Promise<void> {
  void askMoves();
  const answer = await client.accounts(which.peek());
  if (!answer.ok) {
    listState.value = answer.fault;
    return;
  }
  batch(() => {
    asked.value = proposedFirst(answer.value);
    listState.value = 'here';
    if (!current.peek()) cursor.value = shown.peek()[0] ? keyOf(shown.peek()[0] as AccountRow) : null;
  });
  await openAccount(keep && ticked.peek().size > 0);
}

function proposedFirst(rows: readonly AccountRow[]): AccountRow[] {
  return [...rows].sort((a, b) => Number(b.proposable) - Number(a.proposable));
}

/** Without an answer the accounts are shown as they are: nothing waits for it. */
async function askMoves(): Promise<void> {
  const answer = await client.moves();
  if (answer.ok) moves.value = answer.value;
}

/** Others joined lines meanwhile: the same again, with what is ticked and still there. */
export async function refreshAccounts(): Promise<void> {
  const answer = await client.accounts(which.peek());
  if (!answer.ok) return;
  asked.value = proposedFirst(answer.value);
  await openAccount(true);
}

/** Asks for the lines of the account under the cursor; its first proposal is ticked in advance, or what is ticked stays. */
export async function openAccount(keep = false): Promise<void> {
  const row = current.peek();
  if (!row) return;
  const key = keyOf(row);
  const answer = await client.accountItems({ party: row.partyId, account: row.account });
  if (cursor.peek() !== key) return;
  batch(() => {
    viewFault.value = answer.ok ? null : answer.fault;
    if (!answer.ok) return;
    view.value = { key, at: answer.value };
    const known = new Set(
      [...answer.value.items, ...ownMoves.peek().flatMap((move) => move.items)].map((it) => it.itemId),
    );
    const kept = [...ticked.peek()].filter((id) => known.has(id));
    // Nothing of what is ticked is gone: what its difference was called stays as well.
    if (keep && kept.length === ticked.peek().size) return;
    ticked.value = new Set(keep ? kept : (groups.peek()[0]?.itemIds ?? []));
  });
}

export function moveTo(key: string): void {
  if (cursor.peek() === key) return;
  batch(() => {
    cursor.value = key;
    ticked.value = new Set();
    viewFault.value = null;
  });
  void openAccount();
}

export function step(by: number): void {
  const at = shown.peek().findIndex((row) => keyOf(row) === cursor.peek());
  const next = shown.peek()[Math.min(shown.peek().length - 1, Math.max(0, at + by))];
  if (next) moveTo(keyOf(next));
}

/** The account of one customer, from elsewhere; one with nothing to join stands among all of them. */
export function show(account: string, partyId: string | null): void {
  wanted.value = '';
  const key = `${account}|${partyId ?? ''}`;
  pane.value = 'detail';
  if (list.peek().some((it) => keyOf(it) === key)) {
    moveTo(key);
    return;
  }
  cursor.value = key;
  showWhich('all');
}

export function showWhich(next: 'to-letter' | 'all'): void {
  which.value = next;
  void openAccounts();
}

export function toggle(itemId: string): void {
  const next = new Set(ticked.peek());
  if (!next.delete(itemId)) next.add(itemId);
  ticked.value = next;
}

export function showGroup(index: number): boolean {
  const group = groups.peek()[index];
  if (group) ticked.value = new Set(group.itemIds);
  return group !== undefined;
}

/**
 * Joins what is ticked as `body` says, in the words of `said` where it is no letter of one account; the lines leave the screen at
 * once and come back in sight if it is refused.
 */
export function letter(body: LetterBody, said: string | null = null): boolean {
  const row = current.peek();
  const now = view.peek();
  const { count, debit, credit, currency } = sums.peek();
  if (!row || !now || count < 2) return false;
  const { itemIds } = body;
  const job = submit({ kind: 'letter', body });
  const amount = write.peek().money(Math.min(debit, -credit), currency);
  const text = said ?? words.peek().lane.lettered(row.partyName ?? row.account, count, amount);
  batch(() => {
    const gone = new Set(itemIds);
    const own = now.at.groups.filter((group) => !group.itemIds.some((id) => gone.has(id)));
    moves.value = moves
      .peek()
      .filter((it) => !gone.has(it.creditId) && !it.items.some((item) => gone.has(item.itemId)));
    view.value = { key: now.key, at: { items: now.at.items.filter((item) => !gone.has(item.itemId)), groups: own } };
    const left = groups.peek();
    ticked.value = new Set(left[0]?.itemIds ?? []);
    if (left.length === 0) stepOn();
  });
  remember({ job, lineIds: [], text });
  tell({ tone: 'done', text, job: job.key, lineId: null });
  stepDone('letter');
  return true;
}

/** With nothing left to propose here, the next account that has a proposal. */
function stepOn(): void {
  const all = shown.peek();
  const at = all.findIndex((row) => keyOf(row) === cursor.peek());
  asked.value = asked.peek().map((row) => (keyOf(row) === cursor.peek() ? { ...row, proposable: false } : row));
  const next = all.slice(at + 1).find((row) => row.proposable) ?? all.slice(0, at).find((row) => row.proposable);
  if (next) moveTo(keyOf(next));
}

/** Listens to answers and undos of letterings; call once. */
export function watchAccounts(): void {
  onOutcome(({ job, refused }) => {
    const isOurs = job.task.kind === 'letter' || (job.task.kind === 'undo' && job.task.lineIds.length === 0);
    if (!isOurs) return;
    for (const { fault } of refused) {
      forgetJob(job.key);
      tell({ tone: 'refused', text: fault.says || words.peek().fault.noAnswer, job: null, lineId: null });
    }
    const leaves = job.task.kind === 'letter' && job.task.body.leave;
    if (job.task.kind === 'undo' || refused.length > 0 || leaves) void openAccounts(true);
  });
  follow({ undone: afterUndo, redone: () => {} });
}

/** What comes back is proposed again, unless a person ticked something themselves. */
function afterUndo({ lineIds }: Done, wasSent: boolean): void {
  if (lineIds.length > 0) return;
  if (groupShown.peek() >= 0) ticked.value = new Set();
  if (!wasSent) void openAccounts(true);
}
