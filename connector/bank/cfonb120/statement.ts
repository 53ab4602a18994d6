// The records of a file as statements: 01, then 04 each with its 05, then 07; anything else refuses the file.
import { type Fault, type FaultCode, fault } from '../../../sync/fault/index.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { Currency } from '../../../sync/model/money.ts';
import type { Balance, Decimal, StatementHead, Transaction } from '../../../sync/model/statement.ts';
import type { ReadLimits } from '../../../sync/port/reader.ts';
import { sameDecimal } from '../decimal.ts';
import { ibanOfRib } from '../rib.ts';
import { type Column, dayIn, field, signedAmount } from './field.ts';
import { type CodedRecord, RECORD_UNITS } from './record.ts';
import { type Movement, transactionOf } from './transaction.ts';

type Draft = {
  account: string;
  currency: Currency;
  iban: string | null;
  opening: Balance;
  movements: Movement[];
  line: number;
};

export type Finished = { head: StatementHead; transactions: Transaction[] };

/** Takes the records of a file one by one. After a fault nothing more may be given to it. */
export class Assembly {
  readonly #file: string;
  readonly #limits: ReadLimits;
  #draft: Draft | null = null;
  #finished: Finished[] = [];
  /** The code of the record before, for the words of a fault. */
  #before = '-';
  #movementCount = 0;
  /** The last closing balance of each account and currency. */
  readonly #closings = new Map<string, Balance>();

  constructor(file: string, limits: ReadLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  add(record: CodedRecord): Fault | null {
    const code = field(record.text, 'code');
    const refusal = this.#shape(record, code) ?? this.#take(record, code);
    this.#before = code;
    return refusal;
  }

  /** Statements that became whole since the last call. */
  take(): Finished[] {
    const finished = this.#finished;
    this.#finished = [];
    return finished;
  }

  /** The file is over: its last statement must be closed. */
  end(line: number): Fault | null {
    return this.#draft ? this.#fault('file-truncated', { text: '', line }, { what: '07' }) : null;
  }

  #shape(record: CodedRecord, code: string): Fault | null {
    const isRecord = record.text.length === RECORD_UNITS && /^(01|04|05|07)$/.test(code);
    return isRecord ? null : this.#fault('record-unreadable', record, { text: record.text.trim().slice(0, 40) });
  }

  #take(record: CodedRecord, code: string): Fault | null {
    const draft = this.#draft;
    if (code === '01') return draft ? this.#misplaced(record) : this.#open(record);
    // A record of another account or currency: the 07 of one and the 01 of the other are lost.
    if (!draft || !this.#isOf(draft, record)) return this.#misplaced(record);
    if (code === '04') return this.#movement(draft, record);
    if (code === '07') return this.#close(draft, record);
    const last = draft.movements.at(-1);
    if (!last) return this.#misplaced(record);
    last.complements.push(record.text);
    return null;
  }

  #isOf(draft: Draft, { text }: CodedRecord): boolean {
    return field(text, 'account') === draft.account && field(text, 'currency') === draft.currency;
  }

  #open(record: CodedRecord): Fault | null {
    const { text, line } = record;
    const opening = this.#balance(record);
    if ('code' in opening) return opening;
    const account = field(text, 'account');
    const currency = field(text, 'currency');
    if (!/^[A-Z]{3}$/.test(currency) || account.trim() === '')
      return this.#unreadable('record-unreadable', record, 'account');
    const before = this.#closings.get(`${account}${currency}`);
    const isNext = before && before.date !== null && before.date === opening.date;
    if (isNext && !sameDecimal(before.amount, opening.amount)) {
      return this.#fault('balance-not-carried', record, { opening: opening.amount, closing: before.amount });
    }
    const iban = ibanOfRib(field(text, 'bank'), field(text, 'branch'), account);
    this.#draft = { account, currency, iban, opening, movements: [], line };
    return null;
  }

  #movement(draft: Draft, record: CodedRecord): Fault | null {
    const amount = this.#amount(record);
    if (typeof amount !== 'string') return amount;
    const bookingDate = dayIn(field(record.text, 'day'));
    if (bookingDate === undefined) return this.#unreadable('date-unreadable', record, 'day');
    const valueDate = dayIn(field(record.text, 'valueDay'));
    if (valueDate === undefined) return this.#unreadable('date-unreadable', record, 'valueDay');
    this.#movementCount += 1;
    if (this.#movementCount > this.#limits.transactionsMax)
      return this.#fault('file-too-large', record, { limit: this.#limits.transactionsMax });
    const place = `04[${draft.movements.length + 1}], line ${record.line}`;
    const { currency } = draft;
    draft.movements.push({ record: record.text, complements: [], amount, currency, bookingDate, valueDate, place });
    return null;
  }

  #close(draft: Draft, record: CodedRecord): Fault | null {
    const closing = this.#balance(record);
    if ('code' in closing) return closing;
    const { account, currency, opening, iban } = draft;
    const head = { id: null, account: account.trim(), currency, opening, closing };
    this.#finished.push({
      head: iban === null ? head : { ...head, iban },
      transactions: draft.movements.map(transactionOf),
    });
    this.#closings.set(`${account}${currency}`, closing);
    this.#draft = null;
    return null;
  }

  #balance(record: CodedRecord): Balance | Fault {
    const amount = this.#amount(record);
    if (typeof amount !== 'string') return amount;
    const date: Day | null | undefined = dayIn(field(record.text, 'day'));
    return date === undefined ? this.#unreadable('date-unreadable', record, 'day') : { amount, date };
  }

  #amount(record: CodedRecord): Decimal | Fault {
    const amount = signedAmount(field(record.text, 'amount'), field(record.text, 'decimals'));
    return amount ?? this.#unreadable('amount-unreadable', record, 'amount');
  }

  #unreadable(
    code: 'amount-unreadable' | 'date-unreadable' | 'record-unreadable',
    record: CodedRecord,
    column: Column,
  ): Fault {
    return this.#fault(code, record, { text: field(record.text, column) });
  }

  #misplaced(record: CodedRecord): Fault {
    return this.#fault('record-misplaced', record, { record: field(record.text, 'code'), after: this.#before });
  }

  #fault(code: FaultCode, { text, line }: CodedRecord, params: Fault['params']): Fault {
    const record = text.slice(0, 2);
    return fault(code, { file: this.#file, line, ...(record === '' ? {} : { record }) }, params);
  }
}
