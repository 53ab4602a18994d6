// Reports as CSV: semicolons and decimal commas in French, commas and points in English; a customer's name is not a program.
import type { Language, Sheet, SheetRow } from '../../sync/model/sheet.ts';
import { cellText, kindOf } from './text.ts';

/** Begins with a byte order mark, which spreadsheets ask for; lines end as RFC 4180 says. Sheets follow one another. */
export function writeCsv(sheets: readonly Sheet[], language: Language): Uint8Array {
  const separator = language === 'fr' ? ';' : ',';
  const words = (text: string) => quoted(neutral(text), separator);
  const written = (sheet: Sheet, row: SheetRow) =>
    row.cells.map((cell, at) => {
      const kind = kindOf(row, sheet.columns[at]);
      const text = cellText(cell, kind, sheet, language, 'plain');
      return typeof cell === 'string' ? words(text) : quoted(text, separator);
    });
  const lines = sheets.flatMap((sheet, i) => [
    ...(i > 0 ? [''] : []),
    sheet.columns.map((column) => words(column.head)).join(separator),
    ...sheet.rows.map((row) => written(sheet, row).join(separator)),
    ...[sheet.title, ...sheet.facts, ...(sheet.control ? [sheet.control.says] : []), ...sheet.notes].map(words),
  ]);
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

/** Words that a spreadsheet would take for a formula get an apostrophe; numbers never pass here. */
function neutral(text: string): string {
  return /^\s*[=@+\t\r-]/.test(text) ? `'${text}` : text;
}

/** Whatever separates cells elsewhere is quoted too: no reader may see a second cell in a name. */
function quoted(cell: string, separator: string): string {
  const parts = /^-?[\d.,]+$/.test(cell) ? cell.includes(separator) : /[;,\t"\r\n]/.test(cell);
  return parts ? `"${cell.replaceAll('"', '""')}"` : cell;
}
