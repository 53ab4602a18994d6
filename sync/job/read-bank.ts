// A bank file read to its end before anything is written: trusted whole or not at all.
import { type Fault, fault } from '../fault/index.ts';
import type { Format, Transaction } from '../model/statement.ts';
import type { TableChoice, TableShape } from '../model/table.ts';
import type { DeskFile } from '../port/files.ts';
import type { ReadStatement } from '../statement/index.ts';
import type { Desk } from './desk.ts';

/** `table`: what a table shows of itself, also when it is refused. */
export type ReadBank = {
  format: Format;
  version: string | null;
  table: TableShape | null;
  statements: ReadStatement[];
};

export type RefusedBank = Pick<ReadBank, 'version' | 'table'> & { faults: Fault[]; format: Format | null };

/** Far above what a day's statements take; a file that needs more would keep everybody waiting. */
export const READ_SECONDS_MAX = 60;

/** The statements of a file, or why nothing of it may be trusted (with what is known of its format). */
export async function readBank(
  desk: Desk,
  file: DeskFile,
  choice: TableChoice | null = null,
): Promise<ReadBank | RefusedBank> {
  const started = Date.parse(desk.clock.now());
  let format: Format | null = null;
  let version: string | null = null;
  let table: TableShape | null = null;
  const statements: ReadStatement[] = [];
  let transactions: Transaction[] = [];
  const failed = (...faults: Fault[]) => ({ faults, format, version, table });
  for await (const event of desk.files.readBank(file, choice)) {
    if (event.kind === 'format') format = event.format;
    if (event.kind === 'version') version = event.version;
    if (event.kind === 'table') table = event.shape;
    if (event.kind === 'open') transactions = [];
    if (event.kind === 'transactions') for (const transaction of event.transactions) transactions.push(transaction);
    if (event.kind === 'close') statements.push({ head: event.head, transactions });
    if (event.kind === 'refused') return failed(...event.faults);
    if (event.kind === 'end' && format !== null) return { format, version, table, statements };
    if (Date.parse(desk.clock.now()) - started > READ_SECONDS_MAX * 1000) {
      return failed(fault('file-too-slow', { file: file.name }, { seconds: READ_SECONDS_MAX }));
    }
  }
  return failed(fault('file-truncated', { file: file.name }, { what: 'the reader stopped' }));
}
