// Reads the tables that banks export as spreadsheets (XLSX): the archive's parts within limits, then the one sheet with movements.
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { ReadLimits, Source, StatementReader } from '../../../sync/port/reader.ts';
import { isArchive, partsOf, UnreadableMember } from '../archive.ts';
import { sizeText } from '../limits.ts';
import { eventsOfTable } from '../table/index.ts';
import { layoutOf } from '../table/layout.ts';
import type { Table } from '../table/table.ts';
import { asciiHead } from '../whole-text.ts';
import { PART_BYTES_MAX } from './part.ts';
import { rowsOf } from './sheet.ts';
import { workbookOf } from './workbook.ts';

/** Compressed; a busy account's year takes a hundredth. */
const BYTES_MAX = 32 * 1024 * 1024;

export const xlsxReader = {
  name: 'xlsx',
  sniff: (head) =>
    isArchive(head) &&
    /\[Content_Types\]\.xml|xl\/(?:workbook|worksheets|_rels|styles)/.test(asciiHead(head, head.length)),
  async *read(source, limits, choice) {
    yield { kind: 'version', version: 'XLSX' };
    const table = await tableOf(source, limits);
    if (isFault(table)) return yield { kind: 'refused', faults: [table] };
    yield* eventsOfTable(table, { file: source.file, limits, choice });
  },
} satisfies StatementReader;

/** The sheet with dates and amounts; two such sheets are a question that nobody answers here. */
async function tableOf(source: Source, limits: ReadLimits): Promise<Table | Fault> {
  const { file } = source;
  const bytes = await wholeBytes(source, limits);
  if (isFault(bytes)) return bytes;
  const parts = partsOf(file, bytes, { ...limits, bytesMax: Math.min(limits.bytesMax, PART_BYTES_MAX) });
  if (isFault(parts)) return parts;
  try {
    const book = await workbookOf(parts, limits);
    if (isFault(book)) return book;
    const tables: Table[] = [];
    for (const name of book.sheets) {
      const part = parts.get(name);
      if (!part) continue;
      const rows = await rowsOf(part, name, book, limits);
      if (isFault(rows)) return rows;
      const table = { rows, separator: null, isOpenEnded: false };
      if (layoutOf(table)) tables.push(table);
    }
    if (tables.length > 1) return fault('table-sheets', { file }, { count: tables.length });
    return tables[0] ?? fault('table-unknown', { file });
  } catch (error) {
    if (error instanceof UnreadableMember) return error.fault;
    throw error;
  }
}

async function wholeBytes({ file, chunks }: Source, limits: ReadLimits): Promise<Uint8Array | Fault> {
  const bytesMax = Math.min(limits.bytesMax, BYTES_MAX);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > bytesMax) return fault('file-too-large', { file }, { limit: sizeText(bytesMax) });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
