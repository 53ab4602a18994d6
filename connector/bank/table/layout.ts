// Where a table begins, what stands above it, and what its columns probably are: by their headings, then by what is in them.
import { isValidIBAN } from 'ibantools';
import type { Currency } from '../../../sync/model/money.ts';
import {
  type ColumnRole,
  DATE_ORDERS,
  DECIMAL_MARKS,
  type TableGuess,
  type TableShape,
} from '../../../sync/model/table.ts';
import { amountOf, cellText, dayIn } from './cell.ts';
import { dateOrderOf, decimalMarkOf } from './evidence.ts';
import { folded, roleOfHeading, sideOf } from './header-table.ts';
import type { Row, Table } from './table.ts';

export type Layout = { shape: TableShape; body: Row[] };

const SAMPLE_ROWS = 8;
/** A row of headings names at least so many columns, a date and an amount among them. */
const HEADINGS_MIN = 3;
/** Rows above the table: titles, account, holder, period. */
const PREAMBLE_ROWS_MAX = 40;

/** Null: there is no row with a date and an amount, so this is no bank's table. */
export function layoutOf(table: Table): Layout | null {
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map(cellText) }));
  const heading = headingRow(rows);
  const first = heading === null ? rows.findIndex(isMovement) : heading + 1;
  const body = first < 0 ? [] : rows.slice(first).filter((row) => row.cells.some((cell) => cell !== ''));
  const movements = body.filter(isMovement);
  if (movements.length === 0) return null;
  const headers = heading === null ? [] : rows[heading]!.cells;
  const width = Math.max(headers.length, ...movements.map((row) => row.cells.length));
  const above = rows.slice(0, heading ?? first).slice(0, PREAMBLE_ROWS_MAX);
  const said = above.map((row) => row.cells.join(' ')).join('\n');
  const signature =
    headers.length > 0 ? headers.map(folded).join('|').replace(/\|+$/, '') : `${width} columns without headings`;
  return {
    body,
    shape: {
      signature,
      headers,
      sample: movements.slice(0, SAMPLE_ROWS).map((row) => row.cells),
      rowCount: movements.length,
      separator: table.separator,
      account: accountIn(said),
      currency: currencyIn(`${headers.join(' ')}\n${said}`),
      guess: guessOf(headers, movements, width),
    },
  };
}

function headingRow(rows: readonly Row[]): number | null {
  const found = rows.slice(0, PREAMBLE_ROWS_MAX).findIndex(({ cells }) => {
    const roles = cells.map(roleOfHeading).filter((role) => role !== null);
    const hasAmount = roles.some((role) => role === 'amount' || role === 'debit' || role === 'credit');
    const hasDate = roles.some((role) => role === 'date' || role === 'value-date');
    return roles.length >= HEADINGS_MIN && hasAmount && hasDate && !cells.some(isDate);
  });
  return found < 0 ? null : found;
}

/** A row with a date in one cell and an amount in another. */
function isMovement({ cells }: Row): boolean {
  return cells.some(isDate) && cells.some((cell) => isAmount(cell) && !isDate(cell));
}

function isDate(cell: string): boolean {
  return cell.length >= 6 && DATE_ORDERS.some((order) => dayIn(cell, order) !== null);
}

function isAmount(cell: string): boolean {
  return DECIMAL_MARKS.some((mark) => amountOf(cell, mark) !== null);
}

function guessOf(headers: readonly string[], rows: readonly Row[], width: number): TableGuess {
  const cellsOf = (column: number) => rows.map((row) => row.cells[column] ?? '');
  const columns = Array.from({ length: width }, (_, i) => {
    const role = headers.length > 0 ? roleOfHeading(headers[i] ?? '') : null;
    return role !== null && isOfRole(role, cellsOf(i)) ? role : null;
  });
  if (headers.length === 0) byContent(columns, cellsOf);
  onlyOnce(columns, cellsOf);
  const of = (...roles: ColumnRole[]) =>
    columns.flatMap((role, i) => (role !== null && roles.includes(role) ? cellsOf(i) : []));
  const dates = of('date');
  const values = of('value-date');
  const order = dateOrderOf(
    dates.map((date, i) => ({ date, value: values[i] ?? null })).filter((it) => isDate(it.date)),
  );
  const decimal = decimalMarkOf(of('amount', 'debit', 'credit', 'balance').filter((cell) => cell !== ''));
  return { columns, dateOrder: order, decimal };
}

/** A heading is believed only as far as the cells below it bear it out. */
function isOfRole(role: ColumnRole, cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (role === 'date') return filled.length > 0 && filled.every(isDate);
  if (role === 'value-date') return filled.every(isDate);
  if (role === 'amount' || role === 'debit' || role === 'credit' || role === 'balance') return filled.every(isAmount);
  if (role === 'sign') return filled.length > 0 && filled.every((cell) => sideOf(cell) !== null);
  if (role === 'currency') return filled.every((cell) => /^([A-Za-z]{3}|[€$£])$/.test(cell));
  if (role === 'account') return filled.length > 0 && filled.every(isAccount);
  return true;
}

/** Of several columns of one role the first stays, labels aside; a second date is the value date, a second sign or account is nothing. */
function onlyOnce(columns: (ColumnRole | null)[], cellsOf: (column: number) => string[]): void {
  for (const role of ['date', 'value-date', 'amount', 'balance', 'reference', 'currency', 'counterparty'] as const) {
    const [, ...further] = columns.flatMap((it, i) => (it === role ? [i] : []));
    for (const column of further) {
      const isValue = role === 'date' && !columns.includes('value-date');
      columns[column] = isValue ? 'value-date' : role === 'counterparty' ? 'label' : null;
    }
  }
  const [account, ...others] = columns.flatMap((it, i) => (it === 'account' ? [i] : []));
  for (const column of others) columns[column] = 'counterparty-account';
  // One's own account is the same in every row, or in long runs; the others' changes.
  if (account !== undefined && new Set(cellsOf(account)).size > Math.max(1, cellsOf(account).length / 4))
    columns[account] = columns.includes('counterparty-account') ? null : 'counterparty-account';
  if (columns.includes('debit') || columns.includes('credit')) {
    const amount = columns.indexOf('amount');
    if (amount >= 0) columns[amount] = null;
  }
  if (!columns.includes('date') && columns.includes('value-date')) columns[columns.indexOf('value-date')] = 'date';
}

/** Without headings: dates, then one amount or two that exclude each other, then texts; a last full column of amounts is the balance. */
function byContent(columns: (ColumnRole | null)[], cellsOf: (column: number) => string[]): void {
  const amounts: number[] = [];
  for (const [i] of columns.entries()) {
    const cells = cellsOf(i);
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0) continue;
    if (filled.every(isDate)) columns[i] = columns.includes('date') ? 'value-date' : 'date';
    else if (filled.every(isAmount) && filled.some((cell) => /\d[.,]\d{1,3}\b/.test(cell))) amounts.push(i);
    else if (filled.every(isAccount)) columns[i] = new Set(filled).size === 1 ? 'account' : 'counterparty-account';
    else if (filled.every((cell) => /^[A-Z]{3}$/.test(cell)) && new Set(filled).size === 1) columns[i] = 'currency';
    else if (filled.some((cell) => /\p{L}{3}/u.test(cell))) columns[i] = 'label';
  }
  const isFull = (column: number) => cellsOf(column).every((cell) => cell !== '');
  const [a, b, c] = amounts;
  if (a === undefined) return;
  const exclude = b !== undefined && cellsOf(a).every((cell, i) => (cell === '') !== (cellsOf(b)[i] === ''));
  if (b !== undefined && exclude) {
    columns[a] = 'debit';
    columns[b] = 'credit';
    if (c !== undefined && isFull(c)) columns[c] = 'balance';
  } else {
    columns[a] = 'amount';
    if (b !== undefined && isFull(b)) columns[b] = 'balance';
  }
}

const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/;
const NUMBER = /\b(?:compte|account|konto|kontonummer|iban)\b[^\d\n]{0,30}((?:\d[ -]?){7,22}\d)\b/i;

function isAccount(cell: string): boolean {
  const text = cell.replace(/[ -]/g, '');
  return /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(text) || /^\d{7,23}$/.test(text);
}

/** The account that the lines above the table name. */
function accountIn(said: string): string | null {
  const iban = IBAN.exec(said)?.[0].replaceAll(' ', '');
  if (iban !== undefined && isValidIBAN(iban)) return iban;
  return NUMBER.exec(said)?.[1]?.replace(/[ -]/g, '') ?? null;
}

const CURRENCIES: readonly (readonly [Currency, RegExp])[] = [
  ['EUR', /€|\beuros?\b/i],
  ['USD', /\bUSD\b|\$/],
  ['CHF', /\bCHF\b/],
  ['GBP', /\bGBP\b|£/],
];

/** The one currency that headings and the lines above name. */
function currencyIn(said: string): Currency | null {
  const found = CURRENCIES.filter(([code, shape]) => shape.test(said) || new RegExp(`\\b${code}\\b`).test(said));
  return found.length === 1 ? found[0]![0] : null;
}
