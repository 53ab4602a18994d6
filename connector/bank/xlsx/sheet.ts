// The cells of one sheet as texts: what each shows last, never a formula's result of our own.
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { ReadLimits, Source } from '../../../sync/port/reader.ts';
import { type Row, TABLE_LIMITS } from '../table/table.ts';
import { readPart } from './part.ts';
import { dayOfSerial, decimalOf } from './value.ts';
import type { Workbook } from './workbook.ts';

type Cell = { column: number; kind: string; style: number; value: string; formula: string; hasValue: boolean };

/** Rows with at least one cell. Faults: those of the part, file-too-large, and file-malformed for a cell that is nowhere. */
export async function rowsOf(source: Source, name: string, book: Workbook, limits: ReadLimits): Promise<Row[] | Fault> {
  const sheet = new Sheet(source.file, book);
  const wrong = await readPart(source, name, limits, {
    opened: (element, attributes) => sheet.opened(element, attributes),
    text: (text) => sheet.text(text),
    closed: (element) => sheet.closed(element),
  });
  return isFault(wrong) ? wrong : sheet.rows;
}

class Sheet {
  readonly rows: Row[] = [];
  readonly #file: string;
  readonly #book: Workbook;
  #line = 0;
  #cells: string[] = [];
  #cell: Cell | null = null;
  #wants: 'value' | 'formula' | null = null;

  constructor(file: string, book: Workbook) {
    this.#file = file;
    this.#book = book;
  }

  opened(element: string, at: Readonly<Record<string, string>>): Fault | null {
    if (element === 'row') return this.#startRow(at['r']);
    if (element === 'c') return this.#startCell(at);
    if (element === 'v' || element === 't') this.#wants = 'value';
    else if (element === 'f') this.#wants = 'formula';
    else if (element === 'rPh') this.#wants = null;
    if (this.#cell && element === 'v') this.#cell.hasValue = true;
    return null;
  }

  text(text: string): void {
    if (this.#cell && this.#wants === 'value') this.#cell.value += text;
    if (this.#cell && this.#wants === 'formula') this.#cell.formula += text;
  }

  closed(element: string): Fault | null {
    if (element === 'v' || element === 't' || element === 'f') this.#wants = null;
    if (element === 'c' && this.#cell) {
      const { column, value } = this.#cell;
      if (value.length > TABLE_LIMITS.cellMax) return this.#tooLarge(`${TABLE_LIMITS.cellMax} characters a cell`);
      while (this.#cells.length < column) this.#cells.push('');
      this.#cells[column] = this.#textOf(this.#cell);
      this.#cell = null;
    }
    if (element === 'row' && this.#cells.length > 0) this.rows.push({ cells: this.#cells, line: this.#line });
    return null;
  }

  #startRow(number: string | undefined): Fault | null {
    this.#line = number === undefined ? this.#line + 1 : Number(number);
    this.#cells = [];
    return this.rows.length < TABLE_LIMITS.rowsMax ? null : this.#tooLarge(`${TABLE_LIMITS.rowsMax} rows`);
  }

  #startCell(at: Readonly<Record<string, string>>): Fault | null {
    const letters = /^([A-Z]{1,3})\d+$/.exec(at['r'] ?? '')?.[1];
    const column = letters === undefined ? this.#cells.length : columnOf(letters);
    if (column >= TABLE_LIMITS.columnsMax) return this.#tooLarge(`${TABLE_LIMITS.columnsMax} columns`);
    const style = Number(at['s'] ?? 0);
    this.#cell = { column, kind: at['t'] ?? 'n', style, value: '', formula: '', hasValue: false };
    return null;
  }

  #textOf({ kind, style, value, formula, hasValue }: Cell): string {
    // A formula whose result the file does not hold has no value here; as a text it can be no amount.
    if (formula !== '' && !hasValue) return `=${formula}`;
    if (kind === 's') return this.#book.texts[Number(value)] ?? '';
    if (kind === 'd') return value.slice(0, 10);
    if (kind !== 'n' || value === '') return value;
    const isDay = this.#book.isDayStyle[style] === true;
    return (isDay ? dayOfSerial(value, this.#book.isFrom1904) : null) ?? decimalOf(value) ?? value;
  }

  #tooLarge(limit: string): Fault {
    return fault('file-too-large', { file: this.#file, line: this.#line }, { limit });
  }
}

/** 'A' is 0, 'AA' is 26. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
