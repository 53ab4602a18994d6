// A remittance advice as each kind of file that customers send, and as what cannot be read.

import { zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { ADVICE_BYTES_MAX, adviceText } from '../../../connector/advice/index.ts';
import { READ_LIMITS } from '../../../connector/bank/limits.ts';
import { isFault } from '../../../sync/fault/index.ts';

const ROWS = [
  ['Facture', 'Date', 'Montant'],
  ['FAC/2026/00123', '12/10/2026', '1 200,00'],
  ['AV/2026/0007', '20/10/2026', '-150,50'],
] as const;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (bytes: Uint8Array, name = 'avis') => {
  const text = await adviceText(name, bytes, READ_LIMITS);
  return isFault(text) ? text.code : text;
};

/** Each word where a program that prints tables would put it: by column, not in one string. */
function pdf(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const document = new PDFDocument();
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  for (const [i, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      document.text(cell, 60 + column * 150, 80 + i * 20, { lineBreak: false });
    }
  }
  document.end();
  return new Promise((resolve) => document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts)))));
}

/** A workbook as small as the standard allows, its texts in the cells. */
function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': bytesOf('<Types/>'),
    'xl/workbook.xml': bytesOf(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bytesOf(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': bytesOf(`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
  });
}

describe('an advice', () => {
  it('as text or CSV is what it says, in the encoding that it has', async () => {
    const csv = ROWS.map((row) => row.join(';')).join('\r\n');
    expect(await read(bytesOf(csv), 'avis.csv')).toBe(csv);
    expect(await read(Uint8Array.from(Buffer.from('Réglé : FAC/2026/00123', 'latin1')))).toBe('Réglé : FAC/2026/00123');
  });

  it('is known by its bytes, whatever its name says', async () => {
    const rows = ROWS.map((row) => [...row]);
    const cells = async (bytes: Uint8Array, name: string) =>
      ((await read(bytes, name)) as string).split('\n').map((line) => line.split('\t'));
    expect(await cells(await pdf(ROWS), 'avis.txt')).toEqual(rows);
    expect(await cells(workbook(ROWS), 'avis.csv')).toEqual(rows);
    const text = 'FAC-1;100,00\né';
    expect(await read(new TextEncoder().encode(text), 'avis.pdf')).toBe(text);
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(await read(new Uint8Array(wide), 'avis.xlsx')).toBe(text);
  });

  it('as a workbook gives a line a row, cells apart', async () => {
    const lines = ((await read(workbook(ROWS), 'avis.xlsx')) as string).split('\n');
    expect(lines.map((line) => line.split('\t'))).toEqual(ROWS.map((row) => [...row]));
  });

  it('as a PDF gives a line for what stands at one height', async () => {
    const lines = ((await read(await pdf(ROWS), 'avis.pdf')) as string).split('\n');
    expect(lines.map((line) => line.split('\t'))).toEqual(ROWS.map((row) => [...row]));
  });

  it.each([
    ['a page without text (a scan)', async () => pdf([]), 'advice-without-text'],
    ['a cut PDF', async () => (await pdf(ROWS)).subarray(0, 300), 'file-malformed'],
    ['a picture', async () => new Uint8Array([0xff, 0xd8, 0, 0, 1, 2]), 'advice-without-text'],
    ['nothing', async () => new Uint8Array(0), 'advice-without-text'],
    ['more than any advice holds', async () => new Uint8Array(ADVICE_BYTES_MAX + 1), 'file-too-large'],
  ])('that is %s is refused, and says why', async (_, bytes, code) => {
    expect(await read(await bytes())).toBe(code);
  });
});
