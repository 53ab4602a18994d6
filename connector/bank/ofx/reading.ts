// One OFX statement while its pieces arrive: its transactions leave as soon as its account and currency are known.
import { type Fault, isFault } from '../../../sync/fault/index.ts';
import type { StatementHead, Transaction } from '../../../sync/model/statement.ts';
import type { ReadEvent } from '../../../sync/port/reader.ts';
import { markCorrections } from './correction.ts';
import { parseElement } from './element.ts';
import type { Piece } from './guard.ts';
import { headOf } from './statement.ts';
import { transactionOf } from './transaction.ts';

const TRANSACTIONS_PER_EVENT = 256;

/** `hold`: the file has corrections, which may touch entries before and after them, so that statements must be known whole. */
export type Setting = { file: string; number: number; hold: boolean };

export class Reading {
  readonly #setting: Setting;
  #head: StatementHead | null = null;
  #waiting: Piece[] = [];
  #transactions: Transaction[] = [];
  #count = 0;
  /** What the place of a transaction says, remembered while the place stays. */
  #place: { around: readonly string[]; statement: string; pending: boolean } | null = null;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** The statement before its first transaction. Where its account or currency stands behind them, they wait. */
  *begin(piece: Piece): Generator<ReadEvent> {
    const head = this.#headOf(piece);
    if (this.#setting.hold || isFault(head) || head.currency === null) return;
    this.#head = head;
    yield { kind: 'open', head };
  }

  add(piece: Piece): Fault | null {
    if (this.#head) return this.#translate(piece, this.#head);
    this.#waiting.push(piece);
    return null;
  }

  /** The transactions since the last call, once there are enough of them to fill an event. */
  take(enough = TRANSACTIONS_PER_EVENT): ReadEvent[] {
    if (this.#head === null || this.#transactions.length < enough) return [];
    const transactions = this.#transactions;
    this.#transactions = [];
    return [{ kind: 'transactions', transactions }];
  }

  *close(piece: Piece): Generator<ReadEvent, Fault | null> {
    const head = this.#headOf(piece);
    if (isFault(head)) return head;
    if (!this.#head) yield { kind: 'open', head };
    this.#head ??= head;
    for (const it of this.#waiting) {
      const refusal = this.#translate(it, this.#head);
      if (refusal) return refusal;
    }
    if (this.#setting.hold) this.#transactions = markCorrections(this.#transactions);
    yield* this.take(1);
    yield { kind: 'close', head };
    return null;
  }

  #headOf({ name, content, line }: Piece): StatementHead | Fault {
    const spot = { file: this.#setting.file, line, path: `${name}[${this.#setting.number}]` };
    return headOf(name, parseElement(name, content.xml()), spot);
  }

  #translate({ name, around, content, line }: Piece, head: StatementHead): Fault | null {
    if (this.#place?.around !== around) {
      const statement = around.findLast((it) => it.endsWith('STMTRS')) ?? '';
      this.#place = { around, statement, pending: around.includes('BANKTRANLISTP') };
    }
    const { statement, pending } = this.#place;
    const { file, number } = this.#setting;
    this.#count += 1;
    const it = transactionOf(content.element(), {
      currency: head.currency,
      pending: pending || name === 'STMTTRNP',
      path: `${statement}[${number}]/${name}[${this.#count}]`,
      file,
      line,
    });
    if (isFault(it)) return it;
    this.#transactions.push(it);
    return null;
  }
}
