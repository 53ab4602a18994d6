// The state of the assistant for tables: one dropped file or a member of a dropped archive, what its columns are taken for, and how it would be read so.
import { batch, signal } from '@preact/signals';
import type { ColumnRole, TableGuess } from '../../../sync/model/table.ts';
import type { FaultView, TableView } from '../../../sync/port/view.ts';
import { client, type TableFile } from '../client.ts';
import { say } from '../lane.ts';
import { newKey } from '../wire.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';
import { afterImport, dropped, results } from './state.ts';

export type Assisted = TableFile & { view: TableView; key: string };

export const assisted = signal<Assisted | null>(null);
export const busy = signal(false);
/** Why the server did not answer as hoped; the view keeps what it showed. */
export const tableFault = signal<FaultView | null>(null);

const NEEDS = new Set(['table-mapping-needed', 'table-account-needed', 'table-balance-broken']);

/** The dropped file that this fault is about, or whose member, when confirming its columns may mend it. */
export function tableOf(name: string, fault: FaultView): TableFile | null {
  if (!NEEDS.has(fault.code)) return null;
  const file =
    dropped.value.find((it) => it.name === name) ?? dropped.value.find((it) => name.startsWith(`${it.name}/`));
  return file ? { file, name } : null;
}

/** Opens the first dropped table that waits for its columns; false when none does. */
export function openFirst(): boolean {
  for (const { name, faults } of results.peek()) {
    const table = faults.map((fault) => tableOf(name, fault)).find((it) => it !== null);
    if (!table) continue;
    void openTable(table);
    return true;
  }
  return false;
}

export async function openTable(table: TableFile): Promise<void> {
  await show(table, null);
}

export function closeTable(): void {
  batch(() => {
    assisted.value = null;
    tableFault.value = null;
  });
}

export function chooseRole(column: number, role: ColumnRole | null): void {
  const columns = assisted.peek()?.view.mapping.columns ?? [];
  // A column has one role, and a role but the label one column: taking it elsewhere frees it here.
  const freed = columns.map((it) => (it === role && role !== 'label' ? null : it));
  change({ columns: freed.map((it, i) => (i === column ? role : it)) });
}

export function change(part: Partial<TableGuess>): void {
  const now = assisted.peek();
  if (!now) return;
  const view = { ...now.view, mapping: { ...now.view.mapping, ...part } };
  assisted.value = { ...now, view };
  void show(now, { mapping: view.mapping, account: view.account });
}

/** Also while nothing else is known of the account than the number she types. */
export function chooseAccount(account: string): void {
  const now = assisted.peek();
  if (now) assisted.value = { ...now, view: { ...now.view, account: account.trim() || null } };
}

/** Why it cannot be imported yet; null: it can. */
export function missing({ questions, account, fault }: TableView): string | null {
  const w = late.value.table;
  const [question] = questions;
  if (question) return w.question[question];
  if (fault) return fault.says;
  return account === null ? w.whichAccount : null;
}

export async function confirm(): Promise<void> {
  const now = assisted.peek();
  if (!now || busy.peek() || missing(now.view) !== null) return;
  const { view, key } = now;
  busy.value = true;
  const answer = await client.confirmTable(now, { mapping: view.mapping, account: view.account }, key);
  batch(() => {
    busy.value = false;
    tableFault.value = answer.ok ? null : answer.fault;
    if (!answer.ok) return;
    const [result] = answer.value.results;
    if (result) results.value = results.peek().map((it) => (it.name === result.name ? result : it));
    assisted.value = null;
  });
  if (!answer.ok) return;
  const taken = answer.value.results.filter((result) => result.ok).length;
  say(words.peek().imports.finished(taken, answer.value.results.length - taken));
  await afterImport(taken);
}

let asked = 0;

/** Only the answer to the last question counts: she may change a column before the one before is answered. */
async function show(
  { file, name }: TableFile,
  choice: { mapping: TableGuess; account: string | null } | null,
): Promise<void> {
  asked += 1;
  const mine = asked;
  busy.value = true;
  const answer = await client.previewTable({ file, name }, choice);
  if (mine !== asked) return;
  batch(() => {
    busy.value = false;
    tableFault.value = answer.ok ? null : answer.fault;
    // Each mapping is a request of its own; the same one sent twice has one effect.
    if (answer.ok) assisted.value = { file, name, view: answer.value, key: newKey() };
  });
}
