// Reports as CSV: semicolons and decimal commas in French, commas and points in English; a customer's name is not a program.
import type { Language, Sheet } from '../../sync/model/sheet.ts';
import { cellText } from './text.ts';

/** Begins with a byte order mark, which spreadsheets ask for; lines end as RFC 4180 says. Sheets follow one another. */
export function writeCsv(sheets: readonly Sheet[], language: Language): Uint8Array {
  const separator = language === 'fr' ? ';' : ',';
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, separator)).join(separator);
  const lines = sheets.flatMap((sheet, i) => [
    ...(i > 0 ? [''] : []),
    line(sheet.columns.map((column) => column.head)),
    ...sheet.rows.map((row) =>
      line(row.cells.map((cell, at) => cellText(cell, sheet.columns[at]?.kind ?? 'text', sheet, language, 'plain'))),
    ),
    ...[sheet.title, ...sheet.facts, ...(sheet.control ? [sheet.control.says] : []), ...sheet.notes].map((text) =>
      line([text]),
    ),
  ]);
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe; a negative amount is none. */
function quoted(cell: string, separator: string): string {
  const isNumber = /^[+-]?[\d.,]+$/.test(cell);
  const safe = !isNumber && /^\s*[=@+\t\r-]/.test(cell) ? `'${cell}` : cell;
  // Whatever separates cells elsewhere is quoted too: no reader may see a second cell in a name.
  const parts = isNumber ? safe.includes(separator) : /[;,\t"\r\n]/.test(safe);
  return parts ? `"${safe.replaceAll('"', '""')}"` : safe;
}
