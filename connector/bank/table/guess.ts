// What the columns of a table probably are: by their headings as far as the cells bear them out, else by what is in the cells.
import { type ColumnRole, DATE_ORDERS, DECIMAL_MARKS, type TableGuess } from '../../../sync/model/table.ts';
import { amountOf, dayIn } from './cell.ts';
import { dateOrderOf, decimalMarkOf } from './evidence.ts';
import { isDayOfBooking, isNet, roleOfHeading, sideOf, stateOf } from './header-table.ts';
import type { Row } from './table.ts';

type Columns = (ColumnRole | null)[];
type CellsOf = (column: number) => string[];

/** A bank's own reference is on every row, never twice, and longer than the number of a row or of a cheque. */
const REFERENCE = /^(?!\d{1,7}$).{6,}$/;

/** `rows` are the movements; `width` counts the columns. A question that the file leaves open is null or has no column. */
export function guessOf(headers: readonly string[], rows: readonly Row[], width: number): TableGuess {
  const named = Array.from({ length: width }, (_, i) => (headers.length > 0 ? roleOfHeading(headers[i] ?? '') : null));
  const booked = bookedOf(rows, named);
  const cellsOf = (column: number) => booked.map((row) => row.cells[column] ?? '');
  const columns = named.map((role, i) => (role === null ? null : believed(role, cellsOf(i))));
  if (headers.length === 0) byContent(columns, cellsOf);
  else preferred(columns, headers);
  withoutOurName(columns, cellsOf);
  onlyOnce(columns, cellsOf);
  const of = (...roles: ColumnRole[]) =>
    columns.flatMap((role, i) => (role !== null && roles.includes(role) ? cellsOf(i) : []));
  const dates = of('date');
  const values = of('value-date');
  const order = dateOrderOf(
    dates.map((date, i) => ({ date, value: values[i] ?? null })).filter((it) => isDate(it.date)),
  );
  const decimal = decimalMarkOf(of('amount', 'debit', 'credit', 'charge', 'balance').filter((cell) => cell !== ''));
  return { columns, dateOrder: order, decimal };
}

export function isDate(cell: string): boolean {
  return cell.length >= 6 && DATE_ORDERS.some((order) => dayIn(cell, order) !== null);
}

export function isAmount(cell: string): boolean {
  return DECIMAL_MARKS.some((mark) => amountOf(cell, mark) !== null);
}

export function isAccount(cell: string): boolean {
  const text = cell.replace(/[ -]/g, '');
  return /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(text) || /^\d{7,23}$/.test(text);
}

/** A payment that was declined or still waits has holes where a booked one has its day. */
function bookedOf(rows: readonly Row[], named: Columns): readonly Row[] {
  const column = named.indexOf('status');
  if (column < 0) return rows;
  const booked = rows.filter((row) => stateOf(row.cells[column] ?? '') === 'BOOK');
  return booked.length > 0 ? booked : rows;
}

/** A heading is believed only as far as the cells below it bear it out. */
function believed(role: ColumnRole, cells: readonly string[]): ColumnRole | null {
  const filled = cells.filter((cell) => cell !== '');
  const all = (holds: (cell: string) => boolean) => filled.length > 0 && filled.every(holds);
  switch (role) {
    case 'date':
      return all(isDate) ? role : null;
    case 'value-date':
      // British banks head their amounts 'Value'.
      return filled.every(isDate) ? role : all(isAmount) ? 'amount' : null;
    case 'amount':
    case 'debit':
    case 'credit':
    case 'charge':
      return filled.every(isAmount) ? role : null;
    case 'balance':
      return filled.every(isAmount) && !isOneForAll(cells) ? role : null;
    case 'sign':
      return all((cell) => sideOf(cell) !== null) ? role : null;
    case 'status':
      return all((cell) => stateOf(cell) !== null) ? role : null;
    case 'currency':
      return filled.every((cell) => /^([A-Za-z]{3}|[€$£])$/.test(cell)) ? role : null;
    case 'account':
      return all(isAccount) ? role : null;
    case 'counterparty':
      return all(isAccount) ? 'counterparty-account' : role;
    case 'reference':
      // What a payer gave as his reference is text: it may be missing, and come again.
      return filled.length === cells.length &&
        new Set(cells).size === cells.length &&
        cells.every((cell) => REFERENCE.test(cell))
        ? role
        : all(isShortNumber)
          ? null
          : 'label';
    default:
      return role;
  }
}

/** What the account holds today, repeated on every row, is no balance after each of them. */
function isOneForAll(cells: readonly string[]): boolean {
  return cells.length > 2 && new Set(cells).size === 1;
}

function isShortNumber(cell: string): boolean {
  return /^\d{1,7}$/.test(cell);
}

/** Where a heading says more than another of the same role: the day of booking, and what moved after all charges. */
function preferred(columns: Columns, headers: readonly string[]): void {
  const isOf = (role: ColumnRole, says: (heading: string) => boolean) =>
    columns.some((it, i) => it === role && says(headers[i] ?? ''));
  const keep = (role: ColumnRole, says: (heading: string) => boolean) => {
    for (const [i, it] of columns.entries()) if (it === role && !says(headers[i] ?? '')) columns[i] = null;
  };
  if (isOf('date', isDayOfBooking)) keep('date', isDayOfBooking);
  const hasNet = isOf('amount', isNet);
  if (hasNet) keep('amount', isNet);
  // Charges come on top where the balances can show it; elsewhere they may be within the amount.
  if (hasNet || !columns.includes('balance')) keep('charge', () => false);
}

/** One name on every row beside a column of others is our own. */
function withoutOurName(columns: Columns, cellsOf: CellsOf): void {
  const names = columns.flatMap((it, i) => (it === 'counterparty' ? [i] : []));
  const ours = names.filter((i) => cellsOf(i).length > 1 && new Set(cellsOf(i)).size === 1);
  if (ours.length < names.length) for (const i of ours) columns[i] = null;
}

/** Of several columns of one role the first stays, labels aside; a second date is the value date, a second sign or account is nothing. */
function onlyOnce(columns: Columns, cellsOf: CellsOf): void {
  for (const role of [
    'date',
    'value-date',
    'amount',
    'charge',
    'balance',
    'reference',
    'currency',
    'status',
    'counterparty',
  ] as const) {
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
  const [, ...furtherTheirs] = columns.flatMap((it, i) => (it === 'counterparty-account' ? [i] : []));
  for (const column of furtherTheirs) columns[column] = null;
  if (columns.includes('debit') || columns.includes('credit')) {
    const amount = columns.indexOf('amount');
    if (amount >= 0) columns[amount] = null;
  }
  if (!columns.includes('date') && columns.includes('value-date')) columns[columns.indexOf('value-date')] = 'date';
}

/** Without headings: dates, then one amount or two that exclude each other, then texts; a last full column of amounts is the balance. */
function byContent(columns: Columns, cellsOf: CellsOf): void {
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
