// The fields of a file as statements, in the order that SWIFT fixes; a field out of its place refuses the file.
import { isValidIBAN } from 'ibantools';
import { type Fault, type FaultCode, fault } from '../../../sync/fault/index.ts';
import type { Currency } from '../../../sync/model/money.ts';
import type { Balance, StatementHead, Transaction } from '../../../sync/model/statement.ts';
import type { ReadLimits } from '../../../sync/port/reader.ts';
import { balanceOf } from './balance.ts';
import { type Entry, entryOf } from './entry.ts';
import type { Envelope, Field } from './field.ts';
import { transactionOf } from './transaction.ts';

type Pending = { entry: Entry; lines: string[]; line: number };

/** A statement while its fields arrive. */
type Draft = {
  reference: string | null;
  number: string | null;
  account: string | null;
  currency: Currency | null;
  opening: Balance | null;
  closing: Balance | null;
  entries: Pending[];
  /** An MT942 ends with the sums of its entries, not with a balance. */
  hasSums: boolean;
  line: number;
};

export type Finished = { head: StatementHead; transactions: Transaction[] };

/** Takes the fields of a file one by one. After a fault nothing more may be given to it. */
export class Assembly {
  readonly #file: string;
  readonly #limits: ReadLimits;
  readonly #envelope: Envelope;
  #draft: Draft | null = null;
  #finished: Finished[] = [];
  #entryCount = 0;
  #statementCount = 0;

  constructor(file: string, limits: ReadLimits, envelope: Envelope) {
    this.#file = file;
    this.#limits = limits;
    this.#envelope = envelope;
  }

  /** Statements that became whole since the last call. */
  take(): Finished[] {
    const finished = this.#finished;
    this.#finished = [];
    return finished;
  }

  add(field: Field): Fault | null {
    const { tag, line } = field;
    const text = field.lines.reduce((length, it) => length + it.length, 0);
    if (text > this.#limits.textMax)
      return this.#fault('file-hostile', line, tag, { what: `text > ${this.#limits.textMax}` });
    if (tag === '20') return this.end() ?? this.#begin(field);
    const draft = this.#draft;
    if (tag === '25' || tag === '25P') return this.#account(field);
    if (!draft) return BELONGS.has(tag) ? this.#misplaced(field, 'end') : null;
    if (tag === '28' || tag === '28C') draft.number ??= field.lines[0]!.trim() || null;
    else if (tag === '34F') draft.currency ??= /^[A-Z]{3}/.exec(field.lines[0]!)?.[0] ?? null;
    else if (tag === '60F' || tag === '60M') return this.#balance(field, draft, 'opening');
    else if (tag === '62F' || tag === '62M') return this.#balance(field, draft, 'closing');
    else if (tag === '90C' || tag === '90D') draft.hasSums = true;
    else if (tag === '61') return this.#entry(field, draft);
    else if (tag === '86' && !draft.closing) addLines(draft.entries.at(-1), field.lines);
    return null;
  }

  /** The message ends, by its mark, by the next one or by the end of the file. */
  end(): Fault | null {
    const draft = this.#draft;
    this.#draft = null;
    if (!draft) return null;
    if (draft.account === null) return this.#fault('entry-incomplete', draft.line, '20', { what: ':25:' });
    if (draft.currency === null && draft.entries.length > 0)
      return this.#fault('entry-incomplete', draft.line, '20', { what: ':60F:' });
    this.#statementCount += 1;
    this.#finished.push({
      head: headOf(draft),
      transactions: draft.entries.map((it, i) => this.#transaction(draft, it, i)),
    });
    return null;
  }

  /** Whether a statement is open that has neither its closing balance nor its sums yet. */
  get isOpen(): boolean {
    return this.#draft !== null && this.#draft.closing === null && !this.#draft.hasSums;
  }

  get isEmpty(): boolean {
    return this.#statementCount === 0;
  }

  #begin({ lines, line }: Field): null {
    const reference = lines[0]!.trim() || null;
    this.#draft = {
      reference,
      number: null,
      account: null,
      currency: null,
      opening: null,
      closing: null,
      entries: [],
      hasSums: false,
      line,
    };
    return null;
  }

  #account(field: Field): Fault | null {
    // Some banks leave out :20:, so that the account begins the statement.
    if (!this.#draft) this.#begin({ ...field, lines: [''] });
    const draft = this.#draft!;
    if (draft.account !== null || draft.opening || draft.entries.length > 0) return this.#misplaced(field, '25');
    draft.account = field.lines[0]!.trim() || null;
    return null;
  }

  #balance(field: Field, draft: Draft, which: 'opening' | 'closing'): Fault | null {
    const isLate =
      draft.closing !== null || (which === 'opening' && (draft.opening !== null || draft.entries.length > 0));
    if (isLate) return this.#misplaced(field, draft.closing ? '62' : '61');
    const read = balanceOf(field.lines[0]!);
    if (!read)
      return this.#fault('amount-unreadable', field.line, field.tag, { text: field.lines[0]!.trim().slice(0, 40) });
    if (draft.currency !== null && draft.currency !== read.currency) {
      return this.#fault('file-malformed', field.line, field.tag, { what: `${draft.currency} ≠ ${read.currency}` });
    }
    draft.currency = read.currency;
    draft[which] = read.balance;
    return null;
  }

  #entry(field: Field, draft: Draft): Fault | null {
    if (draft.closing) return this.#misplaced(field, '62');
    const entry = entryOf(field.lines);
    if ('code' in entry) return this.#fault(entry.code, field.line, '61', { text: entry.text });
    this.#entryCount += 1;
    if (this.#entryCount > this.#limits.transactionsMax) {
      return this.#fault('file-too-large', field.line, '61', { limit: this.#limits.transactionsMax });
    }
    draft.entries.push({ entry, lines: [], line: field.line });
    return null;
  }

  #transaction(draft: Draft, { entry, lines, line }: Pending, index: number): Transaction {
    const place = `:20:[${this.#statementCount}]/:61:[${index + 1}], line ${line}`;
    const interim = this.#envelope.message === 'MT942';
    const account = accountOf(draft.account!, draft.currency);
    return transactionOf(entry, lines, { account, currency: draft.currency!, interim, place });
  }

  #misplaced({ tag, line }: Field, after: string): Fault {
    return this.#fault('record-misplaced', line, tag, {
      record: `:${tag}:`,
      after: after === 'end' ? '-' : `:${after}:`,
    });
  }

  #fault(code: FaultCode, line: number, tag: string, params: Fault['params']): Fault {
    return fault(code, { file: this.#file, line, record: `:${tag}:` }, params);
  }
}

/** A loop: there may be more lines than a call takes arguments. */
function addLines(entry: Pending | undefined, lines: readonly string[]): void {
  for (const line of lines) entry?.lines.push(line);
}

/** Fields that mean something only inside a statement. */
const BELONGS: ReadonlySet<string> = new Set(['60F', '60M', '61', '62F', '62M', '90C', '90D']);

/** 'STARTUMS' and '000' name no statement: banks write them on every one. */
const IDENTIFIES = /[1-9]/;

function headOf(draft: Draft): StatementHead {
  const { currency, opening, closing } = draft;
  return {
    id: [draft.number, draft.reference].find((it) => it !== null && IDENTIFIES.test(it)) ?? null,
    account: accountOf(draft.account!, currency),
    currency,
    opening,
    closing,
  };
}

/** Some banks write the currency behind the account. */
function accountOf(text: string, currency: Currency | null): string {
  if (currency === null || !text.endsWith(currency)) return text;
  const account = text.slice(0, -currency.length);
  return account.endsWith(' ') || isValidIBAN(account) ? account.trim() : text;
}
