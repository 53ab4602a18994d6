// Where a table begins and ends, what stands above it, and what its columns probably are.
import { isValidIBAN } from 'ibantools';
import type { Currency } from '../../../sync/model/money.ts';
import type { ColumnRole, TableShape } from '../../../sync/model/table.ts';
import { cellText } from './cell.ts';
import { guessOf, isAmount, isDate } from './guess.ts';
import { folded, roleOfHeading } from './header-table.ts';
import type { Row, Table } from './table.ts';

export type Layout = { shape: TableShape; body: Row[] };

const SAMPLE_ROWS = 8;
/** A row of headings names at least so many columns, a date and an amount among them. */
const HEADINGS_MIN = 3;
const AMOUNTS: ReadonlySet<ColumnRole> = new Set(['amount', 'debit', 'credit', 'balance']);
/** Rows above the table: titles, account, holder, period. */
const PREAMBLE_ROWS_MAX = 40;

/** Null: there is no row with a date and an amount, so this is no bank's table. */
export function layoutOf(table: Table): Layout | null {
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map(cellText) }));
  const heading = headingRow(rows);
  const first = heading === null ? firstMovement(rows) : heading + 1;
  const body = first < 0 ? [] : bodyOf(rows.slice(first), heading === null);
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
    const hasAmount = roles.some((role) => AMOUNTS.has(role));
    const hasDate = roles.some((role) => role === 'date' || role === 'value-date');
    return roles.length >= HEADINGS_MIN && hasAmount && hasDate && !cells.some(isDate);
  });
  return found < 0 ? null : found;
}

/** A row with a date in one cell and an amount in another. */
function isMovement({ cells }: Row): boolean {
  return cells.some(isDate) && cells.some((cell) => isAmount(cell) && !isDate(cell));
}

/**
 * Without headings: the first row whose first day stands where it stands in most movements. A row above with a day elsewhere
 * names the account and its balance.
 */
function firstMovement(rows: readonly Row[]): number {
  const dayColumn = (row: Row) => (isMovement(row) ? row.cells.findIndex(isDate) : -1);
  const counts = new Map<number, number>();
  for (const column of rows.map(dayColumn)) if (column >= 0) counts.set(column, (counts.get(column) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return rows.findIndex((row) => usual !== undefined && dayColumn(row) === usual);
}

/** The rows of the table itself: without empty ones, the notes under it, and the balance that some banks put last. */
function bodyOf(rows: readonly Row[], isBare: boolean): Row[] {
  const isEmpty = ({ cells }: Row) => cells.every((cell) => cell === '');
  const last = rows.findLastIndex(isMovement);
  const gap = rows.findIndex((row, i) => i > last && isEmpty(row));
  const isNote = ({ cells }: Row) => !cells.some((cell) => isDate(cell) || isAmount(cell));
  const end = gap >= 0 && rows.slice(gap).every(isNote) ? gap : rows.length;
  const body = rows.slice(0, end).filter((row) => !isEmpty(row));
  return isBare && isStatedBalance(body) ? body.slice(0, -1) : body;
}

/** A last row of a day and an amount that is narrower than every other and has no word: what the account holds. */
function isStatedBalance(body: readonly Row[]): boolean {
  const last = body.at(-1);
  if (!last || body.length < 2 || last.cells.some((cell) => /\p{L}{3}/u.test(cell))) return false;
  return body
    .slice(0, -1)
    .every(({ cells }) => cells.length > last.cells.length && cells.some((it) => /\p{L}{3}/u.test(it)));
}

const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/;
const NUMBER = /\b(?:compte|account|konto|kontonummer|iban)\b[^\d\n]{0,30}((?:\d[ -]?){7,22}\d)\b/i;

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
