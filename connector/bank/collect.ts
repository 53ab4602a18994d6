// Events of one file gathered into its statements, all or nothing, with the balance of each proved or refuted.
import type { Fault } from '../../sync/fault/index.ts';
import type { Format, Statement, StatementHead, Transaction } from '../../sync/model/statement.ts';
import type { TableShape } from '../../sync/model/table.ts';
import type { ReadEvent } from '../../sync/port/reader.ts';
import { decimalSum, sameDecimal } from './decimal.ts';

/** A file as read. A refused file has no statements, whatever came before the refusal. */
export type ReadFile = {
  format: Format | null;
  version: string | null;
  statements: Statement[];
  faults: Fault[];
  /** Of a table: what it shows of itself, also when it is refused. */
  table?: TableShape;
};

export async function collect(events: AsyncIterable<ReadEvent>): Promise<ReadFile> {
  const gathering = gather();
  for await (const event of events) gathering.add(event);
  return gathering.file();
}

/** The same for events that arrive one by one, from another thread for example. */
export function gather(): { add(event: ReadEvent): void; file(): ReadFile } {
  const file: ReadFile = { format: null, version: null, statements: [], faults: [] };
  let transactions: Transaction[] = [];
  let ended = false;
  return {
    add(event) {
      if (event.kind === 'format') file.format = event.format;
      else if (event.kind === 'version') file.version = event.version;
      else if (event.kind === 'table') file.table = event.shape;
      else if (event.kind === 'open') transactions = [];
      else if (event.kind === 'transactions') for (const it of event.transactions) transactions.push(it);
      else if (event.kind === 'close') file.statements.push(statementOf(event.head, transactions));
      else if (event.kind === 'refused') file.faults.push(...event.faults);
      ended ||= event.kind === 'end' || event.kind === 'refused';
    },
    file() {
      if (!ended) throw new Error('bank: a reader stopped without end or refusal');
      return file.faults.length === 0 ? file : { ...file, statements: [] };
    },
  };
}

function statementOf(head: StatementHead, transactions: Transaction[]): Statement {
  return { ...head, balanced: isBalanced(head, transactions), transactions };
}

/**
 * opening + booked transactions = closing, exactly; null when a balance is missing. A transaction without any status counts as
 * booked: statements of booked entries may leave it out. Where the sum fails and money of another currency is in it, nothing is
 * proved either way: null.
 */
export function isBalanced(head: StatementHead, transactions: readonly Transaction[]): boolean | null {
  if (head.opening === null || head.closing === null) return null;
  const sum = decimalSum();
  sum.add(head.opening.amount);
  let mixed = false;
  for (const it of transactions) {
    if (it.status !== 'BOOK' && (it.status !== null || it.statusText !== null)) continue;
    mixed ||= head.currency !== null && it.currency !== head.currency;
    sum.add(it.amount);
  }
  return sameDecimal(sum.total(), head.closing.amount) || (mixed ? null : false);
}
