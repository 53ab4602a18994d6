// Lines with more fields than the header: a trailing separator, or the separator inside a text.
import { parseCompactDay } from '../../../../sync/model/day.ts';
import { parseAmount, parseSense } from './amount.ts';
import type { Column } from './column-table.ts';
import type { Header } from './header.ts';
import { cellsOf } from './row.ts';

/** Texts where people type freely, the likeliest first. */
const FREE_TEXTS: readonly Column[] = ['label', 'auxName', 'accountName', 'piece', 'journalName'];

/** What other lines of the file say: the name of an account and of an auxiliary. */
export type Known = { accountNames: ReadonlyMap<string, string>; auxNames: ReadonlyMap<string, string> };

/** The line without empty fields beyond the header's width (it ends with separators); null when something else is wrong. */
export function withoutTail(fields: readonly string[], header: Header): string[] | null {
  const isEmpty = fields.slice(header.width).every((field) => field.trim() === '');
  const whole = fields.slice(0, header.width);
  // The last columns are often empty: only days and amounts show that nothing stands in another's place.
  return isEmpty && fits(whole, header) ? whole : null;
}

/**
 * The line with the pieces of one text joined again: days and amounts must fall into their columns, and names must not
 * contradict other lines. Null when nothing fits, or when what fits names different customers.
 */
export function mended(fields: readonly string[], header: Header, known: Known): string[] | null {
  const surplus = fields.length - header.width;
  const readings = FREE_TEXTS.flatMap((column) => {
    const at = header.at[column];
    if (at === undefined) return [];
    const joined = fields.slice(at, at + surplus + 1).join(header.separator);
    const whole = [...fields.slice(0, at), joined, ...fields.slice(at + surplus + 1)];
    return fits(whole, header) && !contradicts(whole, header, known) ? [whole] : [];
  });
  const customers = new Set(readings.map((whole) => cellsOf(whole, header)('aux')));
  return customers.size === 1 ? readings[0]! : null;
}

/** Days are days and amounts amounts, each in its column. */
function fits(fields: readonly string[], header: Header): boolean {
  const cells = cellsOf(fields, header);
  const isDay = (column: Column) => cells(column) === '' || parseCompactDay(cells(column)) !== null;
  const isAmount = (column: Column) => parseAmount(cells(column)) !== null;
  if (parseCompactDay(cells('day')) === null || !isDay('pieceDay') || !isDay('letterDay') || !isDay('validDay'))
    return false;
  if (header.amounts === 'amount-sense') return isAmount('amount') && parseSense(cells('sense')) !== null;
  return isAmount('debit') && isAmount('credit');
}

function contradicts(fields: readonly string[], header: Header, known: Known): boolean {
  const cells = cellsOf(fields, header);
  const accountName = known.accountNames.get(cells('account')) ?? cells('accountName');
  const auxName = known.auxNames.get(cells('aux')) ?? cells('auxName');
  return accountName !== cells('accountName') || auxName !== cells('auxName');
}
