// A bank's table (CSV, XLSX) as it lies there, and what each of its columns means: data that a person confirms once an account.
import type { Currency } from './money.ts';

export const COLUMN_ROLES = [
  'date',
  'value-date',
  'label',
  'counterparty',
  'counterparty-account',
  'amount',
  'debit',
  'credit',
  'sign',
  'charge',
  'balance',
  'reference',
  'currency',
  'account',
  'status',
] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** 03/04/2026 is 3 April (dmy) or 4 March (mdy); ymd matters only for years of two digits. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type DecimalMark = ',' | '.';

export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const satisfies readonly DateOrder[];
export const DECIMAL_MARKS = [',', '.'] as const satisfies readonly DecimalMark[];

/** `columns`: what each column is, from the first; null is not read. Labels may be several, joined in their order. */
export type TableMapping = { columns: (ColumnRole | null)[]; dateOrder: DateOrder; decimal: DecimalMark };

/** A mapping as far as the file's own content decides it. */
export type TableGuess = Omit<TableMapping, 'dateOrder' | 'decimal'> & {
  dateOrder: DateOrder | null;
  decimal: DecimalMark | null;
};

/** What a file shows of itself before anything is decided about it. */
export type TableShape = {
  /** The same for every export of that kind: its headings, else its number of columns. */
  signature: string;
  /** Empty where the table has no row of headings. */
  headers: string[];
  /** The first rows, cell by cell, in the file's words. */
  sample: string[][];
  rowCount: number;
  /** ';', ',', a tab or '|'; null where cells need none. */
  separator: string | null;
  /** The company's own account and its currency, where the lines above the table name them. */
  account: string | null;
  currency: Currency | null;
  guess: TableGuess;
};

/** How a table is to be read. `currency` is that of lines which name none. */
export type TableChoice = { mapping: TableMapping; currency: Currency | null };

/** A mapping that a person confirmed for the exports of one account. */
export type ConfirmedMapping = { account: string; signature: string; mapping: TableMapping };

/** What a mapping does not say yet: `twice` is a role that two columns have, and only one may. */
export type TableQuestion = 'date' | 'amount' | 'twice' | 'date-order' | 'decimal';

/** The questions that are open; none: the guess is a mapping. */
export function questionsOf({ columns, dateOrder, decimal }: TableGuess): TableQuestion[] {
  const count = (role: ColumnRole) => columns.filter((it) => it === role).length;
  const open: TableQuestion[] = [];
  if (count('date') === 0) open.push('date');
  const isOne = count('amount') > 0;
  const isTwo = count('debit') > 0 || count('credit') > 0;
  if (isOne === isTwo) open.push('amount');
  if (COLUMN_ROLES.some((role) => role !== 'label' && count(role) > 1)) open.push('twice');
  if (dateOrder === null) open.push('date-order');
  if (decimal === null) open.push('decimal');
  return open;
}

/** The guess as a mapping; null while a question is open. */
export function mappingOf(guess: TableGuess): TableMapping | null {
  const { columns, dateOrder, decimal } = guess;
  if (dateOrder === null || decimal === null || questionsOf(guess).length > 0) return null;
  return { columns, dateOrder, decimal };
}
