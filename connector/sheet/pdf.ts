// Reports as pages for print: A4, the head of the table and the control repeated on every page, page numbers.
import PdfDocument from 'pdfkit';
import type { Language, Sheet, SheetColumn, SheetRow } from '../../sync/model/sheet.ts';
import { joined } from './bytes.ts';
import { type Carry, carried, nothingCarried } from './carry.ts';
import { HIDDEN, isHidden, shown } from './letters.ts';
import { cellText, factsOf, kindOf } from './text.ts';

/** TrueType fonts with the letters of SHOWN; the bytes are the caller's, who knows where they lie. */
export type Fonts = { regular: Uint8Array; bold: Uint8Array };

const MARGIN = 36;
const SIZE = { title: 14, fact: 8, head: 7, cell: 7.5, foot: 7 };
const PAD = 3;
const INK = { text: '#212529', faint: '#5f6770', rule: '#ced4da', ground: '#f1f3f5', ok: '#1a6e36', bad: '#b3261e' };

type Page = {
  pdf: PDFKit.PDFDocument;
  sheet: Sheet;
  language: Language;
  widths: number[];
  y: number;
  /** The head of the group under way: a page that goes on with it says whose lines these are. */
  group: string | null;
  carry: Carry;
};

/** What a figure may shrink to before it is no longer read, and how much of its width a column keeps for itself. */
const FIGURE_SIZE_MIN = 4.5;
const KEPT_MIN = { words: 0.6, figures: 0.75 };

const CARRY_ROOM = SIZE.cell + 2 + 2 * PAD;
const CARRIED = { fr: { on: 'À reporter', from: 'Report' }, en: { on: 'Carried forward', from: 'Brought forward' } };

/** A head stands with at least one line under it. */
const HEAD_ROOM = 52;

export function writePdf(sheets: readonly Sheet[], language: Language, fonts: Fonts): Promise<Uint8Array> {
  const pdf = new PdfDocument({ autoFirstPage: false, bufferPages: true, margin: MARGIN, size: 'A4', lang: language });
  pdf.registerFont('regular', Buffer.from(fonts.regular));
  pdf.registerFont('bold', Buffer.from(fonts.bold));
  pdf.info.Title = sheets[0]?.title ?? '';
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(joined(chunks)));
    pdf.on('error', reject);
  });
  for (const sheet of sheets) drawSheet(pdf, sheet, language);
  numberPages(pdf, language);
  pdf.end();
  return done;
}

function drawSheet(pdf: PDFKit.PDFDocument, sheet: Sheet, language: Language): void {
  const page: Page = { pdf, sheet, language, widths: [], y: MARGIN, group: null, carry: nothingCarried(sheet) };
  newPage(page, true);
  for (const row of sheet.rows) drawRow(page, row);
  page.y += 6;
  const notes = isHidden(sheet) ? [...sheet.notes, HIDDEN[language]] : sheet.notes;
  for (const note of notes) paragraph(page, note, 'regular', SIZE.foot, INK.faint);
}

function newPage(page: Page, first: boolean): void {
  const { pdf, sheet } = page;
  pdf.addPage({ size: 'A4', layout: sheet.wide ? 'landscape' : 'portrait', margin: MARGIN });
  page.y = MARGIN;
  if (page.widths.length === 0) page.widths = widthsOf(page, pdf.page.width - 2 * MARGIN);
  paragraph(page, sheet.title, 'bold', first ? SIZE.title : SIZE.fact + 1, INK.text);
  if (first) paragraph(page, factsOf(sheet, page.language).join('  ·  '), 'regular', SIZE.fact, INK.faint);
  else paragraph(page, sheet.facts.slice(0, 2).join('  ·  '), 'regular', SIZE.foot, INK.faint);
  const { control } = sheet;
  // A difference from the ledger stands on every page: a single sheet of the print may be passed on.
  if (control && (first || !control.ok)) {
    paragraph(page, control.says, control.ok ? 'regular' : 'bold', SIZE.fact, control.ok ? INK.ok : INK.bad);
  }
  page.y += 4;
  if (sheet.columns.length > 0) drawHead(page);
  if (page.group !== null) groupHead(page, `${page.group} ${page.language === 'fr' ? '(suite)' : '(continued)'}`);
}

function groupHead(page: Page, text: string): void {
  page.y += PAD + 1;
  paragraph(page, text, 'bold', SIZE.cell, INK.text, PAD);
}

function drawHead(page: Page): void {
  const { pdf, sheet, widths } = page;
  const texts = sheet.columns.map((column) => column.head);
  const height = rowHeight(page, texts, 'bold', SIZE.head);
  pdf.rect(MARGIN, page.y, pdf.page.width - 2 * MARGIN, height).fill(INK.ground);
  drawCells(page, texts, 'bold', SIZE.head, INK.text);
  page.y += height;
  rule(page, widths);
}

function drawRow(page: Page, row: SheetRow): void {
  const { sheet, language } = page;
  const font = row.level === 'head' || row.level === 'total' ? 'bold' : 'regular';
  const texts = sheet.columns.map((_, at) => textAt(row, at, sheet, language));
  if (row.level === 'head' && row.cells.length === 1) {
    page.group = null;
    page.carry = nothingCarried(sheet);
    if (page.y + HEAD_ROOM > bottom(page)) newPage(page, false);
    page.group = texts[0] ?? '';
    groupHead(page, page.group);
    return;
  }
  if (row.level === 'note') {
    if (page.y + 20 > bottom(page)) newPage(page, false);
    paragraph(page, texts[0] ?? '', font, SIZE.cell, INK.faint, PAD);
    return;
  }
  const height = rowHeight(page, texts, font, SIZE.cell);
  // The line that hands on has its room below.
  const room = page.carry.lines > 0 && row.level === 'line' ? CARRY_ROOM : 0;
  if (page.y + height + room > bottom(page)) {
    drawCarry(page, CARRIED[language].on);
    newPage(page, false);
    drawCarry(page, CARRIED[language].from);
  }
  page.carry = row.level === 'total' ? nothingCarried(sheet) : carried(page.carry, row, sheet);
  if (row.level === 'total') page.group = null;
  if (row.level === 'total') rule(page, page.widths);
  drawCells(page, texts, font, SIZE.cell, INK.text);
  page.y += height;
  rule(page, page.widths);
}

/** A page that stops among lines says what they came to, and the next begins with it. */
function drawCarry(page: Page, words: string): void {
  const { sheet, language, carry } = page;
  if (carry.lines === 0) return;
  const at = sheet.columns.findIndex((column) => column.kind === 'text');
  const cells = carry.cells.map((cell, i) => (i === at ? words : cell));
  const texts = sheet.columns.map((_, i) => textAt({ level: 'total', cells }, i, sheet, language));
  drawCells(page, texts, 'bold', SIZE.cell, INK.faint);
  page.y += rowHeight(page, texts, 'bold', SIZE.cell);
  rule(page, page.widths);
}

function textAt(row: SheetRow, at: number, sheet: Sheet, language: Language): string {
  const column = sheet.columns[at];
  const cell = row.cells[at] ?? null;
  const kind = kindOf(row, column);
  // A page of zeros hides the amounts; a balance of nothing is an amount.
  const hides = row.level === 'line' && kind === 'money' && cell === 0 && column?.balance !== true;
  return hides ? '·' : shown(cellText(cell, kind, sheet, language, 'read'));
}

function drawCells(page: Page, texts: readonly string[], font: string, size: number, ink: string): void {
  const { pdf, sheet, widths } = page;
  pdf.font(font).fontSize(size).fillColor(ink);
  let x = MARGIN;
  texts.forEach((text, at) => {
    const width = (widths[at] ?? 0) - 2 * PAD;
    const align = isFigure(sheet.columns[at]) ? 'right' : 'left';
    // An amount on two lines is read as two amounts: it gets smaller instead.
    const wanted = isWhole(text) ? pdf.widthOfString(text) : 0;
    if (wanted > width) pdf.fontSize(Math.max(FIGURE_SIZE_MIN, (size * width) / wanted - 0.05));
    pdf.text(text, x + PAD, page.y + PAD, { width, align, lineBreak: wanted === 0 });
    if (wanted > width) pdf.fontSize(size);
    x += widths[at] ?? 0;
  });
}

function rowHeight(page: Page, texts: readonly string[], font: string, size: number): number {
  page.pdf.font(font).fontSize(size);
  const heights = texts.map((text, at) =>
    text === '' || isWhole(text) ? 0 : page.pdf.heightOfString(text, { width: (page.widths[at] ?? 0) - 2 * PAD }),
  );
  return Math.max(size + 2, ...heights) + 2 * PAD;
}

/** A figure or a day, with its sign and unit. */
function isWhole(text: string): boolean {
  return /^(≈\u00a0)?[\u2212-]?\d[\d\u00a0,./-]*(\u00a0([A-Z]{3}|%))?$/.test(text);
}

function rule({ pdf, y }: Page, widths: readonly number[]): void {
  const width = widths.reduce((sum, it) => sum + it, 0);
  pdf
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + width, y)
    .lineWidth(0.5)
    .strokeColor(INK.rule)
    .stroke();
}

function paragraph(page: Page, words: string, font: string, size: number, ink: string, gap = 2): void {
  const { pdf } = page;
  const text = shown(words);
  const width = pdf.page.width - 2 * MARGIN;
  pdf.font(font).fontSize(size).fillColor(ink);
  const height = pdf.heightOfString(text, { width });
  if (page.y + height > bottom(page) && page.y > MARGIN * 3) newPage(page, false);
  pdf.font(font).fontSize(size).fillColor(ink).text(text, MARGIN, page.y, { width });
  page.y += height + gap;
}

function bottom({ pdf }: Page): number {
  return pdf.page.height - MARGIN - 14;
}

function numberPages(pdf: PDFKit.PDFDocument, language: Language): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let i = start; i < start + count; i++) {
    pdf.switchToPage(i);
    const text = `Lettrage · ${language === 'fr' ? 'page' : 'page'} ${i + 1} / ${count}`;
    // Below the margin a text would open another page.
    pdf.page.margins.bottom = 0;
    pdf.font('regular').fontSize(SIZE.foot).fillColor(INK.faint);
    pdf.text(text, MARGIN, pdf.page.height - MARGIN, { width: pdf.page.width - 2 * MARGIN, align: 'right' });
  }
}

/** By their shares; a column of figures that is too narrow for its longest takes from those that have room. */
function widthsOf({ pdf, sheet, language }: Page, width: number): number[] {
  const { columns, rows } = sheet;
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const even = columns.map((column) => (column.share * width) / shares);
  pdf.font('bold').fontSize(SIZE.cell);
  const needed = columns.map((column, at) => {
    const longest = rows.reduce((found, row) => longer(found, textAt(row, at, sheet, language)), '');
    const head = Math.max(...column.head.split(' ').map((word) => pdf.widthOfString(word)));
    return Math.max(head, column.kind === 'text' ? 0 : pdf.widthOfString(longest)) + 2 * PAD + 1;
  });
  const lacking = even.map((it, at) => Math.max(0, (needed[at] ?? 0) - it));
  const spare = even.map((it, at) => {
    const kept = it * KEPT_MIN[columns[at]?.kind === 'text' ? 'words' : 'figures'];
    return Math.max(0, it - Math.max(kept, needed[at] ?? 0));
  });
  const [wanted, free] = [lacking, spare].map((each) => each.reduce((sum, it) => sum + it, 0)) as [number, number];
  const given = Math.min(wanted, free);
  if (given === 0) return even;
  return even.map((it, at) => it + ((lacking[at] ?? 0) * given) / wanted - ((spare[at] ?? 0) * given) / free);
}

function longer(a: string, b: string): string {
  return isWhole(b) && b.length > a.length ? b : a;
}

function isFigure(column: SheetColumn | undefined): boolean {
  return column !== undefined && column.kind !== 'text' && column.kind !== 'day';
}
