// A bank's table, read as statements: by the mapping that was confirmed for it, or by its own when its balances prove every row.
import { type Fault, fault } from '../../../sync/fault/index.ts';
import { mappingOf, questionsOf, type TableChoice } from '../../../sync/model/table.ts';
import type { ReadEvent, ReadLimits } from '../../../sync/port/reader.ts';
import { type Entry, readRow } from './entry.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Broken, type Proved, prove, type Step } from './proof.ts';
import type { Row, Table } from './table.ts';

const TRANSACTIONS_PER_EVENT = 256;
/** Without a person's word a table is believed only when so many rows are proved by the balances beside them. */
const PROVED_ROWS_MIN = 2;

type Reading = { file: string; limits: ReadLimits; choice: TableChoice | null };

/** `table` first; then statements, or a refusal. Without a choice `table-mapping-needed` unless the balances prove the guess. */
export function* eventsOfTable(table: Table, it: Reading): Generator<ReadEvent> {
  const { file } = it;
  const layout = layoutOf(table);
  if (!layout) {
    yield refused(fault('table-unknown', { file }));
    return;
  }
  yield { kind: 'table', shape: layout.shape };
  const { guess, currency } = layout.shape;
  const mapping = it.choice?.mapping ?? mappingOf(guess);
  if (mapping === null) {
    yield refused(fault('table-mapping-needed', { file }, { what: questionsOf(guess).join(', ') }));
    return;
  }
  const unfinished = cutRow(table, layout);
  if (unfinished) {
    yield refused(fault('file-truncated', { file, line: unfinished.line }, { what: unfinished.cells.join(' ') }));
    return;
  }
  const choice = { mapping, currency: currency ?? it.choice?.currency ?? null };
  const statements = statementsOf(layout, choice, it);
  if (!Array.isArray(statements)) {
    yield refused(it.choice ? statements : fault('table-mapping-needed', statements.place, { what: statements.code }));
    return;
  }
  if (it.choice === null && statements.some(({ proof }) => proof.rows < PROVED_ROWS_MIN)) {
    yield refused(fault('table-mapping-needed', { file }, { what: 'balance' }));
    return;
  }
  for (const statement of statements) yield* statementEvents(statement);
  yield { kind: 'end' };
}

type TableStatement = { account: string | null; entries: Entry[]; proof: Proved };

/** One statement for each account that the rows name, in the order of their first rows. */
function statementsOf(layout: Layout, { mapping, currency }: TableChoice, it: Reading): TableStatement[] | Fault {
  const { file, limits } = it;
  const groups = new Map<string | null, { entries: Entry[]; steps: Step[] }>();
  const groupOf = (account: string | null) => {
    const group = groups.get(account) ?? { entries: [], steps: [] };
    groups.set(account, group);
    return group;
  };
  let last: Entry | null = null;
  let count = 0;
  for (const row of layout.body) {
    const read = readRow(row, { file, mapping, currency });
    if ('code' in read) return read;
    if (read.kind === 'total') continue;
    if (read.kind === 'text') {
      if (read.text !== '') last?.transaction.remittance.push(read.text);
      continue;
    }
    if (read.kind === 'balance') {
      groupOf(last?.account ?? layout.shape.account).steps.push({
        transaction: null,
        balance: read.balance,
        line: row.line,
      });
      continue;
    }
    count += 1;
    if (count > limits.transactionsMax)
      return fault('file-too-large', { file, line: row.line }, { limit: limits.transactionsMax });
    const { kind: _, ...entry } = read;
    const group = groupOf(entry.account ?? layout.shape.account);
    group.entries.push(entry);
    // What is not booked has no part in the balances.
    if (entry.transaction.status === 'BOOK')
      group.steps.push({ transaction: entry.transaction, balance: entry.balance, line: row.line });
    last = entry;
  }
  const statements: TableStatement[] = [];
  for (const [account, { entries, steps }] of groups) {
    const proof = prove(steps);
    if ('line' in proof) return broken(proof, file);
    if (entries.length > 0) statements.push({ account, entries, proof });
  }
  return statements;
}

function broken({ line, stated, computed }: Broken, file: string): Fault {
  return fault('table-balance-broken', { file, line }, { stated, computed });
}

function* statementEvents({ account, entries, proof }: TableStatement): Generator<ReadEvent> {
  const { opening, closing } = proof;
  const currencies = new Set(entries.map(({ transaction }) => transaction.currency));
  const [currency = null] = currencies;
  const head = { id: null, account, currency: currencies.size === 1 ? currency : null, opening, closing };
  yield { kind: 'open', head };
  const transactions = entries.map((entry) => entry.transaction);
  for (let at = 0; at < transactions.length; at += TRANSACTIONS_PER_EVENT) {
    yield { kind: 'transactions', transactions: transactions.slice(at, at + TRANSACTIONS_PER_EVENT) };
  }
  yield { kind: 'close', head };
}

/** The last row, where the file stops within it: shorter than the row above, and no end of line. */
function cutRow({ isOpenEnded, rows }: Table, { shape }: Layout): Row | null {
  const [last, before] = [rows.at(-1), rows.at(-2)];
  if (!isOpenEnded || !last || !before || shape.headers.length === 0) return null;
  return last.cells.length < Math.min(shape.headers.length, before.cells.length) ? last : null;
}

function refused(it: Fault): ReadEvent {
  return { kind: 'refused', faults: [it] };
}
