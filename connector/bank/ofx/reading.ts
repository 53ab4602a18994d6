// One OFX statement while its pieces arrive: its transactions leave as soon as its account and currency are known.
import { type Fault, isFault } from '../../../sync/fault/index.ts';
import type { StatementHead, Transaction } from '../../../sync/model/statement.ts';
import type { ReadEvent } from '../../../sync/port/reader.ts';
import { markCorrections } from './correction.ts';
import { ELEMENTS_PER_PARSE, parseElements } from './element.ts';
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

  /** Takes a transaction; true when there are enough of them to advance. */
  add(piece: Piece): boolean {
    this.#waiting.push(piece);
    return this.#head !== null && this.#waiting.length >= ELEMENTS_PER_PARSE;
  }

  /** Translates what waits, and lets it go once it fills an event. */
  *advance(): Generator<ReadEvent, Fault | null> {
    if (!this.#head) return null;
    return this.#translate(this.#head) ?? (yield* this.#leave(TRANSACTIONS_PER_EVENT));
  }

  *close(piece: Piece): Generator<ReadEvent, Fault | null> {
    const head = this.#headOf(piece);
    if (isFault(head)) return head;
    if (!this.#head) yield { kind: 'open', head };
    const refusal = this.#translate(this.#head ?? head);
    if (refusal) return refusal;
    if (this.#setting.hold) this.#transactions = markCorrections(this.#transactions);
    yield* this.#leave(1);
    yield { kind: 'close', head };
    return null;
  }

  #headOf({ name, xml, line }: Piece): StatementHead | Fault {
    const spot = { file: this.#setting.file, line, path: `${name}[${this.#setting.number}]` };
    return headOf(name, parseElements(name, [xml])[0]!, spot);
  }

  /** The waiting pieces, parsed in runs of one name. */
  #translate(head: StatementHead): Fault | null {
    const pieces = this.#waiting;
    this.#waiting = [];
    for (let at = 0; at < pieces.length; ) {
      const run = runAt(pieces, at);
      const refusal = this.#translateRun(run, head);
      if (refusal) return refusal;
      at += run.length;
    }
    return null;
  }

  #translateRun(run: readonly Piece[], head: StatementHead): Fault | null {
    const { name, around } = run[0]!;
    const { file, number } = this.#setting;
    const statement = around.findLast((it) => it.endsWith('STMTRS'));
    const pending = name === 'STMTTRNP' || around.includes('BANKTRANLISTP');
    const elements = parseElements(
      name,
      run.map((piece) => piece.xml),
    );
    for (const [i, { line }] of run.entries()) {
      this.#count += 1;
      const path = `${statement}[${number}]/${name}[${this.#count}]`;
      const it = transactionOf(elements[i]!, { currency: head.currency, pending, path, file, line });
      if (isFault(it)) return it;
      this.#transactions.push(it);
    }
    return null;
  }

  /** Lets the transactions go once there are enough of them. */
  *#leave(enough: number): Generator<ReadEvent, null> {
    if (this.#transactions.length < enough) return null;
    yield { kind: 'transactions', transactions: this.#transactions };
    this.#transactions = [];
    return null;
  }
}

/** As many pieces of one name and place as are parsed at once. */
function runAt(pieces: readonly Piece[], start: number): readonly Piece[] {
  const { name, around } = pieces[start]!;
  let end = start + 1;
  while (end - start < ELEMENTS_PER_PARSE && pieces[end]?.name === name && pieces[end]?.around === around) end += 1;
  return pieces.slice(start, end);
}
