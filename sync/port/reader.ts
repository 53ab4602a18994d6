// What sync needs of a reader of bank files: events in the file's order, so that no file need be held whole.
import type { Fault } from '../fault/index.ts';
import type { Format, StatementHead, Transaction } from '../model/statement.ts';
import type { TableChoice, TableShape } from '../model/table.ts';

/**
 * A file is: `format` first (from whoever chose the reader, not from the reader), version once, then for each statement `open`, any number of `transactions`, `close`; and last `end`.
 * `close` repeats the head with what stood after the transactions (closing balances of OFX, MT940 and CFONB).
 * `refused` is always the last event and means: trust nothing of this file, drop what came before.
 */
export type ReadEvent =
  | { kind: 'format'; format: Format }
  | { kind: 'version'; version: string }
  /** Of a table only, before its statements or its refusal. */
  | { kind: 'table'; shape: TableShape }
  | { kind: 'open'; head: StatementHead }
  | { kind: 'transactions'; transactions: Transaction[] }
  | { kind: 'close'; head: StatementHead }
  | { kind: 'end' }
  | { kind: 'refused'; faults: Fault[] };

/** Bounds on what one file may cost. A reader that meets one refuses the file. */
export type ReadLimits = {
  /** Bytes of the file. */
  bytesMax: number;
  /** Nesting of elements. */
  depthMax: number;
  /** Transactions in the file. */
  transactionsMax: number;
  /** UTF-16 units of one text. */
  textMax: number;
};

export type Source = { file: string; chunks: AsyncIterable<Uint8Array> };

export type StatementReader = {
  readonly name: Format;
  /** Decides by content on the file's first bytes (up to 64 KiB), never by its name. */
  sniff(head: Uint8Array): boolean;
  /** `choice` says how a table is to be read; other formats know no choice. */
  read(source: Source, limits: ReadLimits, choice: TableChoice | null): AsyncIterable<ReadEvent>;
};
