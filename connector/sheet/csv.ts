// Reports as CSV: semicolons and decimal commas in French, commas and points in English; a customer's name is not a program.
import type { Language, Sheet, SheetCell, SheetColumn, SheetRow } from '../../sync/model/sheet.ts';
import { joined } from './bytes.ts';
import { amountText, cellText, factsOf, kindOf } from './text.ts';

const PIECE = 1 << 20;

/** Begins with a byte order mark, which spreadsheets ask for; lines end as RFC 4180 says. Sheets follow one another. */
export function writeCsv(sheets: readonly Sheet[], language: Language): Uint8Array {
  const separator = language === 'fr' ? ';' : ',';
  const words = (text: string) => quoted(neutral(text), separator);
  const written = (sheet: Sheet, row: SheetRow) =>
    row.cells.flatMap((cell, at) => {
      const column = sheet.columns[at];
      if (column?.kind === 'foreign') return foreignCells(cell, language).map((text) => quoted(text, separator));
      const text = cellText(cell, kindOf(row, column), sheet, language, 'plain');
      return [typeof cell === 'string' ? words(text) : quoted(text, separator)];
    });
  const heads = ({ head, kind }: SheetColumn) => (kind === 'foreign' ? [head, ...FOREIGN[language].heads] : [head]);
  function* lines(): Generator<string> {
    for (const [i, sheet] of sheets.entries()) {
      if (i > 0) yield '';
      yield sheet.columns.flatMap(heads).map(words).join(separator);
      for (const row of sheet.rows) yield written(sheet, row).join(separator);
      const { title, control, notes } = sheet;
      yield* [title, ...factsOf(sheet, language), ...(control ? [control.says] : []), ...notes].map(words);
    }
  }
  return encoded(lines());
}

/** Written in pieces: a file of half a million lines is never held as one text. */
function encoded(lines: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let piece = '\ufeff';
  for (const each of lines) {
    piece += `${each}\r\n`;
    if (piece.length < PIECE) continue;
    pieces.push(encoder.encode(piece));
    piece = '';
  }
  return joined([...pieces, encoder.encode(piece)]);
}

/** A number stays a number: its currency, and whether it is exact, stand in columns of their own. */
const FOREIGN = {
  fr: { heads: ['Devise', 'Calcul'], exact: 'exact', about: 'proportion' },
  en: { heads: ['Currency', 'Worked out'], exact: 'exact', about: 'in proportion' },
} as const;

function foreignCells(cell: SheetCell, language: Language): string[] {
  if (cell === null || typeof cell !== 'object') return ['', '', ''];
  return [amountText(cell, language, 'plain'), cell.currency, FOREIGN[language][cell.about ? 'about' : 'exact']];
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
