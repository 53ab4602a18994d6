// Reports as a workbook with real numbers and dates, one sheet each.
import type { Row, SheetData } from 'write-excel-file/universal';
import writeWorkbook from 'write-excel-file/universal';
import { exponentOf, formatMinor } from '../../sync/model/money.ts';
import type { CellKind, Language, Sheet, SheetCell, SheetColumn, SheetRow } from '../../sync/model/sheet.ts';
import { factsOf, isDay, kindOf } from './text.ts';

/** Excel's own limit on the name of a sheet, and what it may not contain. */
const NAME_MAX = 31;
const NAME_FORBIDS = /[\\/*?:[\]]/g;

/** As the CSV has them: no order of day and month can be mistaken. */
const DAYS: Readonly<Record<Language, string>> = { fr: 'dd/mm/yyyy', en: 'yyyy-mm-dd' };

type Style = { fontWeight?: 'bold'; backgroundColor?: string; textColor?: string };

export async function writeXlsx(sheets: readonly Sheet[], language: Language): Promise<Uint8Array> {
  const book = sheets.map((sheet, i) => ({
    data: dataOf(sheet, language),
    sheet: nameOf(sheet, i, sheets.length),
    columns: sheet.columns.map((column) => ({ width: Math.max(8, Math.round(column.share * 1.2)) })),
    stickyRowsCount: headRows(sheet, factsOf(sheet, language)) + 1,
    orientation: 'landscape' as const,
  }));
  const blob = await writeWorkbook(book, { fontFamily: 'Calibri', fontSize: 10 }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** Words first, then the table: everything from the head row down is one block that a filter or a pivot can take. */
function dataOf(sheet: Sheet, language: Language): SheetData {
  const width = sheet.columns.length;
  const words = (text: string, style: Style = {}): Row => [
    { value: text, type: String, ...style },
    ...Array.from({ length: width - 1 }, () => null),
  ];
  const control = sheet.control;
  const warned: Style =
    control && !control.ok ? { fontWeight: 'bold', textColor: '#B3261E' } : { textColor: '#1A6E36' };
  return [
    words(sheet.title, { fontWeight: 'bold' }),
    ...factsOf(sheet, language).map((fact) => words(fact)),
    ...(control ? [words(control.says, warned)] : []),
    sheet.columns.map((column) => ({
      value: column.head,
      type: String,
      fontWeight: 'bold' as const,
      backgroundColor: '#F1F3F5',
      wrap: true,
      align: isFigure(column) ? ('right' as const) : ('left' as const),
    })),
    ...sheet.rows.map((row) => rowOf(row, sheet, language)),
    ...sheet.notes.map((note) => words(note, { textColor: '#5F6770' })),
  ];
}

function headRows(sheet: Sheet, facts: readonly string[]): number {
  return 1 + facts.length + (sheet.control ? 1 : 0);
}

function rowOf(row: SheetRow, sheet: Sheet, language: Language): Row {
  const { level, cells } = row;
  const style: Style = level === 'head' || level === 'total' ? { fontWeight: 'bold' } : {};
  return sheet.columns.map((column, at) => cellOf(cells[at] ?? null, kindOf(row, column), { sheet, language }, style));
}

function cellOf(
  cell: SheetCell,
  kind: CellKind,
  { sheet, language }: { sheet: Sheet; language: Language },
  style: Style,
): Row[number] {
  if (cell === null) return null;
  if (typeof cell === 'object')
    return amount(cell.minor, cell.currency, style, ` "${cell.currency}"`, cell.about ? '"≈ "' : '');
  if (typeof cell === 'string') {
    if (kind !== 'day' || !isDay(cell)) return { value: cell, type: String, ...style };
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: DAYS[language], ...style };
  }
  if (kind === 'money') return amount(cell, sheet.currency, style, '');
  if (kind === 'percent') return { value: Number(formatMinor(cell, 'BHD')), type: Number, format: '0.0%', ...style };
  if (kind === 'tenths') return { value: cell / 10, type: Number, format: '#,##0.0', ...style };
  return { value: cell, type: Number, format: '#,##0', ...style };
}

/** The shortest decimal that reads back as this number is the decimal itself, and that is what stands in the file. */
function amount(minor: number, currency: string, style: Style, unit: string, before = ''): Row[number] {
  const decimals = exponentOf(currency);
  const figure = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return { value: Number(formatMinor(minor, currency)), type: Number, format: before + figure + unit, ...style };
}

function isFigure({ kind }: SheetColumn): boolean {
  return kind !== 'text' && kind !== 'day';
}

function nameOf({ title }: Sheet, index: number, count: number): string {
  const plain = title
    .replace(NAME_FORBIDS, ' ')
    .slice(0, NAME_MAX - 4)
    .trim();
  return count === 1 ? plain : `${index + 1} ${plain}`;
}
