// Reads the tables that banks export as text (CSV): separator and encoding by evidence, columns by a mapping.
import { CsvError, parse } from 'csv-parse/sync';
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { StatementReader } from '../../../sync/port/reader.ts';
import { decodeText } from '../decode.ts';
import { eventsOfTable } from '../table/index.ts';
import { layoutOf } from '../table/layout.ts';
import { type Row, TABLE_LIMITS, type Table } from '../table/table.ts';
import { wholeText } from '../whole-text.ts';

const SEPARATORS = [';', '\t', ',', '|'] as const;
/** A date, an amount, and a text or a balance. */
const COLUMNS_MIN = 3;
/** What decides on the separator, and on whether it is a bank's table at all. */
const SNIFFED_UNITS = 16_384;
/** A ledger is no statement, though it is a table with dates and amounts; a row of CFONB or MT940 is none either. */
const NO_STATEMENT = /^\uFEFF?(?:JournalCode|<|\{1:|:20:|OFXHEADER)|EcritureNum/i;

export const csvReader = {
  name: 'csv',
  sniff(head) {
    if (head[0] === 0x50 && head[1] === 0x4b) return false;
    const decoded = decodeText(head.subarray(0, SNIFFED_UNITS), { trust: 'bytes' });
    if (!('text' in decoded) || decoded.text.includes('\0') || NO_STATEMENT.test(decoded.text.slice(0, 400)))
      return false;
    return isTable(wholeLines(decoded.text));
  },
  async *read(source, limits, choice) {
    const text = await wholeText(source, limits);
    if (isFault(text)) return yield { kind: 'refused', faults: [text] };
    yield { kind: 'version', version: 'CSV' };
    const table = tableOf(text, source.file);
    if (isFault(table)) return yield { kind: 'refused', faults: [table] };
    yield* eventsOfTable(table, { file: source.file, limits, choice });
  },
} satisfies StatementReader;

/** A quote that never ends is the reader's to refuse: here the table is looked for without any. */
function isTable(text: string): boolean {
  const table = tableOf(text, '');
  if (!isFault(table)) return layoutOf(table) !== null;
  const bare = table.code === 'file-truncated' ? tableOf(text.replaceAll('"', ''), '') : table;
  return !isFault(bare) && layoutOf(bare) !== null;
}

/** The rows by the separator that makes the most of them equally wide. */
export function tableOf(text: string, file: string): Table | Fault {
  const told = /^\uFEFF?sep=(.)\r?\n/.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const head = wholeLines(body.slice(0, SNIFFED_UNITS));
  const separator = told?.[1] ?? separatorOf(head);
  if (separator === null) return fault('table-unknown', { file });
  const rows = rowsOf(body, separator, file, told ? 1 : 0);
  return isFault(rows) ? rows : { rows, separator, isOpenEnded: !/[\r\n]$/.test(text) };
}

function separatorOf(head: string): string | null {
  let best: { separator: string; score: number } | null = null;
  for (const separator of SEPARATORS) {
    const quoted = rowsOf(head, separator, '', 0);
    // A quote that never ends must not leave the choice to a separator that does not see it.
    const rows = isFault(quoted) ? rowsOf(head.replaceAll('"', ''), separator, '', 0) : quoted;
    if (isFault(rows)) continue;
    const widths = new Map<number, number>();
    for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    // Of two that make as many rows equally wide, the one with more columns.
    const score = Math.max(
      0,
      ...[...widths].map(([width, count]) => (width < COLUMNS_MIN ? 0 : count * 1_000 + width)),
    );
    if (score > (best?.score ?? 0)) best = { separator, score };
  }
  return best?.separator ?? null;
}

/** The part of a head up to its last end of line; all of a text without any. */
function wholeLines(text: string): string {
  if (text.length < SNIFFED_UNITS) return text;
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return end < 0 ? text : text.slice(0, end + 1);
}

function rowsOf(text: string, separator: string, file: string, linesBefore: number): Row[] | Fault {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter: separator,
      info: true,
      max_record_size: TABLE_LIMITS.cellMax * 4,
      relax_column_count: true,
      relax_quotes: true,
      to: TABLE_LIMITS.rowsMax + 1,
    });
    const rows = recordsIn(parsed).map(({ record, info }) => ({ cells: record, line: info.lines + linesBefore }));
    return tooLarge(rows, file) ?? rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return faultOf(error, file);
  }
}

type CsvRecord = { record: string[]; info: { lines: number } };

/** With `info` each record comes with its place; the package's types do not say so. */
function recordsIn(parsed: unknown): CsvRecord[] {
  return Array.isArray(parsed) ? (parsed satisfies CsvRecord[]) : [];
}

function tooLarge(rows: readonly Row[], file: string): Fault | null {
  const { rowsMax, columnsMax, cellMax } = TABLE_LIMITS;
  if (rows.length > rowsMax) return fault('file-too-large', { file }, { limit: `${rowsMax} rows` });
  const wide = rows.find(({ cells }) => cells.length > columnsMax || cells.some((cell) => cell.length > cellMax));
  if (!wide) return null;
  const limit = wide.cells.length > columnsMax ? `${columnsMax} columns` : `${cellMax} characters a cell`;
  return fault('file-too-large', { file, line: wide.line }, { limit });
}

function faultOf(error: CsvError, file: string): Fault {
  const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return fault('file-truncated', { file, line }, { what: '"' });
  if (error.code === 'CSV_MAX_RECORD_SIZE') return fault('file-too-large', { file, line }, { limit: 'one row' });
  return fault('file-malformed', { file, line }, { what: error.code });
}
