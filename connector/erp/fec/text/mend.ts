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

/** Empty fields beyond the header's width are dropped: the line ends with separators. */
export function withoutTail(fields: string[], header: Header): string[] {
  let length = fields.length;
  while (length > header.width && fields[length - 1]!.trim() === '') length--;
  return length === fields.length ? fields : fields.slice(0, length);
}

/**
 * The line with the pieces of one text joined again. Null when no text, or more than one, would make days and amounts fall
 * into their columns: then nobody can say what the line means.
 */
export function mended(fields: readonly string[], header: Header, known: Known): string[] | null {
  const surplus = fields.length - header.width;
  const readings = FREE_TEXTS.flatMap((column) => {
    const at = header.at[column];
    if (at === undefined) return [];
    const joined = fields.slice(at, at + surplus + 1).join(header.separator);
    const whole = [...fields.slice(0, at), joined, ...fields.slice(at + surplus + 1)];
    return fits(whole, header) ? [{ column, whole }] : [];
  });
  if (readings.length <= 1) return readings[0]?.whole ?? null;
  const confirmed = readings.filter(({ whole }) => agrees(whole, header, known));
  if (confirmed.length === 1) return confirmed[0]!.whole;
  return readings.find(({ column }) => column === 'label')?.whole ?? null;
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

function agrees(fields: readonly string[], header: Header, known: Known): boolean {
  const cells = cellsOf(fields, header);
  const accountName = known.accountNames.get(cells('account'));
  const auxName = known.auxNames.get(cells('aux'));
  return (accountName === undefined || accountName === cells('accountName')) && (auxName ?? '') === cells('auxName');
}
