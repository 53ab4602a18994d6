// One row of a bank's table as a transaction, by a mapping.
import { type Fault, fault } from '../../../sync/fault/index.ts';
import type { Currency } from '../../../sync/model/money.ts';
import type { Decimal, Transaction } from '../../../sync/model/statement.ts';
import type { ColumnRole, TableMapping } from '../../../sync/model/table.ts';
import { isZero, minus, negated } from '../decimal.ts';
import { amountOf, dayIn } from './cell.ts';
import { folded, SAYS_TOTAL, sideOf, stateOf } from './header-table.ts';
import type { Row } from './table.ts';

export type Entry = { transaction: Transaction; account: string | null; balance: Decimal | null };

/** `balance`: a row that only states one. `text`: goes on with the label of the row above. `total`: a sum that is no movement. */
export type RowRead =
  | ({ kind: 'entry' } & Entry)
  | { kind: 'balance'; balance: Decimal }
  | { kind: 'text'; text: string }
  | { kind: 'total' };

export type RowReader = { file: string; mapping: TableMapping; currency: Currency | null };

/** Faults: a date, amount or sign that is none, an entry without an amount or without a currency. Nothing is passed over. */
export function readRow({ cells, line }: Row, it: RowReader): RowRead | Fault {
  const { mapping, file } = it;
  const place = { file, line };
  const cell = (role: ColumnRole) => cells[mapping.columns.indexOf(role)] ?? '';
  const isWaiting = stateOf(cell('date')) === 'PDNG';
  const date = isWaiting ? '' : cell('date');
  const day = dayIn(date, mapping.dateOrder);
  const words = folded(cells.join(' '));
  // Some banks put the balance of a day in the column of dates: 'Solde au 03/04/2026'.
  if (day === null && SAYS_TOTAL.test(words)) return { kind: 'total' };
  const state = statusOf(cell(isWaiting ? 'date' : 'status'));
  const balance = decimalIn(cell('balance'), it);
  if (balance === undefined) return fault('amount-unreadable', place, { text: cell('balance') });
  const charge = decimalIn(cell('charge'), it);
  // A charge below zero could mean either.
  if (charge === undefined || charge?.startsWith('-'))
    return fault('amount-unreadable', place, { text: cell('charge') });
  const gross = signedAmount(cell, it, place);
  if (gross !== null && typeof gross === 'object') return gross;
  const amount = gross === null || charge === null ? gross : minus(gross, charge);
  // What was declined or still waits may have no day yet.
  if (day === null && (state.status === 'BOOK' || date !== '')) {
    if (amount !== null || balance !== null || date !== '') return fault('date-unreadable', place, { text: date });
    return { kind: 'text', text: labelsOf(cells, mapping).join(' ') };
  }
  if (amount === null) {
    if (balance !== null && SAYS_TOTAL.test(words)) return { kind: 'balance', balance };
    return fault('entry-incomplete', place, { what: 'amount' });
  }
  const value = cell('value-date');
  const valueDate = value === '' ? null : dayIn(value, mapping.dateOrder);
  if (value !== '' && valueDate === null) return fault('date-unreadable', place, { text: value });
  const currency = currencyOf(cell('currency')) ?? it.currency;
  if (currency === null) return fault('entry-incomplete', place, { what: 'currency' });
  const facts = { amount, currency, bookingDate: day, valueDate, ...state };
  const charges = charge === null || isZero(charge) ? [] : [{ amount: charge, currency }];
  const transaction = { ...BARE, ...facts, charges, ...wordsOf(cells, mapping, line) };
  return { kind: 'entry', transaction, account: cell('account') || null, balance };
}

/** Signed as booked, before a charge on top of it; null where the row has none. */
function signedAmount(cell: (role: ColumnRole) => string, it: RowReader, place: object): Decimal | null | Fault {
  const texts = { amount: cell('amount'), debit: cell('debit'), credit: cell('credit') };
  const read = {
    amount: decimalIn(texts.amount, it),
    debit: decimalIn(texts.debit, it),
    credit: decimalIn(texts.credit, it),
  };
  for (const name of ['amount', 'debit', 'credit'] as const) {
    if (read[name] === undefined) return fault('amount-unreadable', place, { text: texts[name] });
  }
  const debit = filled(read.debit, read.credit);
  const credit = filled(read.credit, read.debit);
  if (debit !== null && credit !== null) {
    return fault('amount-unreadable', place, { text: `${texts.debit} / ${texts.credit}` });
  }
  // Debits stand without a sign or with the minus that they mean.
  if (debit !== null) return debit.startsWith('-') ? debit : negated(debit);
  if (credit !== null) return credit;
  const amount = read.amount ?? null;
  if (amount === null || !it.mapping.columns.includes('sign')) return amount;
  const side = sideOf(cell('sign'));
  if (side === null) return fault('amount-unreadable', place, { text: `${texts.amount} ${cell('sign')}`.trim() });
  const size = amount.startsWith('-') ? negated(amount) : amount;
  return side === 'debit' ? negated(size) : size;
}

/** A zero beside a filled column stands for an empty cell. */
function filled(own: Decimal | null | undefined, other: Decimal | null | undefined): Decimal | null {
  if (own === undefined || own === null) return null;
  return isZero(own) && other !== undefined && other !== null ? null : own;
}

/** Null where the cell is empty, undefined where it holds something else than an amount. */
function decimalIn(text: string, { mapping }: RowReader): Decimal | null | undefined {
  return text === '' || text === '-' ? null : (amountOf(text, mapping.decimal) ?? undefined);
}

/** A word that says nothing we know leaves the movement pending: it is shown, and never matched. */
function statusOf(word: string): Pick<Transaction, 'status' | 'statusText'> {
  const status = word === '' ? 'BOOK' : (stateOf(word) ?? 'PDNG');
  return { status, statusText: status === 'BOOK' ? null : word };
}

function labelsOf(cells: readonly string[], { columns }: TableMapping): string[] {
  return columns.flatMap((role, i) => (role === 'label' && cells[i] ? [cells[i]] : []));
}

function wordsOf(cells: readonly string[], mapping: TableMapping, line: number) {
  const cell = (role: ColumnRole) => cells[mapping.columns.indexOf(role)] || null;
  return {
    counterparty: cell('counterparty'),
    counterpartyAccount: cell('counterparty-account')?.replaceAll(' ', '') ?? null,
    remittance: labelsOf(cells, mapping),
    bankReference: cell('reference'),
    place: `row ${line}`,
  };
}

function currencyOf(text: string): Currency | null {
  const signs: Readonly<Record<string, Currency>> = { '€': 'EUR', $: 'USD', '£': 'GBP' };
  return signs[text] ?? (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : null);
}

const BARE = {
  status: 'BOOK',
  statusText: null,
  reversal: false,
  counterparty: null,
  counterpartyAccount: null,
  ultimateParty: null,
  endToEndId: null,
  mandateId: null,
  remittance: [],
  note: [],
  references: [],
  documents: [],
  bankCode: null,
  charges: [],
  instructed: null,
  returnReason: null,
  bankReference: null,
  batch: null,
} satisfies Partial<Transaction>;
