// The text of a remittance advice, whatever file it came as: one row of a table a line, cells apart. What it means is read elsewhere.
import { type Fault, fault, isFault } from '../../sync/fault/index.ts';
import type { ReadLimits, Source } from '../../sync/port/reader.ts';
import { isArchive, partsOf } from '../bank/archive.ts';
import { decodeText } from '../bank/decode.ts';
import { rowsOf } from '../bank/xlsx/sheet.ts';
import { workbookOf } from '../bank/xlsx/workbook.ts';
import { pdfText } from './pdf.ts';

/** An advice of four hundred invoices takes a hundredth of it. */
export const ADVICE_BYTES_MAX = 16 * 1024 * 1024;
/** UTF-16 units. */
const TEXT_MAX = 1_000_000;

const CELL_BREAK = '\t';
const PDF_HEAD = '%PDF-';

/**
 * Text and CSV as they are, the shown sheets of a workbook row by row, the lines of a PDF that holds text. Faults: file-too-large,
 * advice-without-text (a scan), and those of the workbook's parts.
 */
export async function adviceText(name: string, bytes: Uint8Array, limits: ReadLimits): Promise<string | Fault> {
  if (bytes.length > ADVICE_BYTES_MAX) {
    return fault('file-too-large', { file: name }, { limit: `${ADVICE_BYTES_MAX / 1024 / 1024} MB` });
  }
  const text = await textOf(name, bytes, limits);
  if (isFault(text)) return text;
  if (text.trim() === '') return fault('advice-without-text', { file: name });
  return text.slice(0, TEXT_MAX);
}

function textOf(name: string, bytes: Uint8Array, limits: ReadLimits): Promise<string | Fault> | string | Fault {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes(PDF_HEAD)) return pdfText(name, bytes);
  if (isArchive(bytes)) return workbookText(name, bytes, limits);
  if (head.includes('\0') && !isWide(bytes)) return fault('advice-without-text', { file: name });
  const decoded = decodeText(bytes, { file: name, trust: 'bytes' });
  return isFault(decoded) ? decoded : decoded.text;
}

/** Text of two bytes a letter, as Excel's "Unicode text", says so in its first two. */
function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

async function workbookText(file: string, bytes: Uint8Array, limits: ReadLimits): Promise<string | Fault> {
  const parts = partsOf(file, bytes, limits);
  if (isFault(parts)) return parts;
  const book = await workbookOf(parts, limits);
  if (isFault(book)) return book;
  const lines: string[] = [];
  for (const name of book.sheets) {
    const part: Source | undefined = parts.get(name);
    const rows = part ? await rowsOf(part, name, book, limits) : [];
    if (isFault(rows)) return rows;
    lines.push(...rows.map(({ cells }) => cells.join(CELL_BREAK)));
  }
  return lines.join('\n');
}
