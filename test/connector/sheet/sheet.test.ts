// Reports as files: a decimal stays the decimal, a day a day, a customer's name never a program; pages hold every letter.
import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { SHEETS } from '../../../connector/sheet/index.ts';
import { shown } from '../../../connector/sheet/letters.ts';
import { fonts } from '../../../panel/fonts.ts';
import { line, type Sheet, total } from '../../../sync/model/sheet.ts';

const SHEET: Sheet = {
  name: 'essai',
  title: 'Balance âgée',
  facts: ['Société', 'Arrêtée au 20/11/2026'],
  control: { ok: false, says: 'ATTENTION, s’écarte du grand livre de 18,40 EUR' },
  columns: [
    { head: 'Client', kind: 'text', share: 20 },
    { head: 'Échéance', kind: 'day', share: 10 },
    { head: 'Solde', kind: 'money', share: 10 },
    { head: 'En devise', kind: 'foreign', share: 10 },
    { head: 'Part', kind: 'percent', share: 8 },
  ],
  rows: [
    { level: 'head', cells: ['Cœur & Cie'] },
    line('=cmd|x', '2026-02-28', -1234567_89, { minor: 1250, currency: 'JPY' }, 696),
    line('+33 1 02', null, 5, null, null),
    line('a;"b",c', '2028-02-29', 0, { minor: -1005, currency: 'TND', about: true }, -12),
    { ...total('Nombre', null, 3, null, null), as: 'count' },
  ],
  notes: [],
  currency: 'EUR',
  wide: true,
};

async function wordsOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text;
}

const none = () => Promise.reject(new Error('no letters are drawn'));
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a report as CSV', () => {
  it('is written the French way: semicolons, decimal commas, days as they are read', async () => {
    const lines = text(await SHEETS.csv([SHEET], 'fr', none)).split('\r\n');
    expect(lines.slice(0, 6)).toEqual([
      '\ufeffClient;Échéance;Solde;En devise;Devise;Calcul;Part',
      'Cœur & Cie',
      "'=cmd|x;28/02/2026;-1234567,89;1250;JPY;exact;69,6",
      "'+33 1 02;;0,05;;;;",
      '"a;""b"",c";29/02/2028;0,00;-1,005;TND;proportion;-1,2',
      'Nombre;;3;;;;',
    ]);
    expect(lines.join()).toContain('ATTENTION, s’écarte du grand livre de 18,40 EUR');
  });

  it('is written the English way: commas, points, days of ISO 8601', async () => {
    const lines = text(await SHEETS.csv([SHEET], 'en', none)).split('\r\n');
    expect(lines[2]).toBe("'=cmd|x,2026-02-28,-1234567.89,1250,JPY,exact,69.6");
    expect(lines[4]).toBe('"a;""b"",c",2028-02-29,0.00,-1.005,TND,in proportion,-1.2');
  });

  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '  =1'])('takes the power from %j', async (name) => {
    const sheet = { ...SHEET, rows: [line(name, null, null, null, null)] };
    const [, cell = ''] = /\r\n"?([\s\S]*?)"?;/.exec(text(await SHEETS.csv([sheet], 'fr', none))) ?? [];
    expect(cell.startsWith("'")).toBe(true);
  });
});

describe('a report as a workbook', () => {
  it('holds numbers and days, not texts of them, and the warning', async () => {
    const parts = unzipSync(await SHEETS.xlsx([SHEET], 'fr', none));
    const sheet = text(parts['xl/worksheets/sheet1.xml']!);
    // 2026-02-28 and 2028-02-29 as Excel counts days from 1900.
    for (const value of ['-1234567.89', '0.05', '46081', '46812', '0.696', '1250', '-1.005'])
      expect(sheet).toContain(`<v>${value}</v>`);
    expect(sheet).not.toContain('<f>');
    const texts = text(parts['xl/sharedStrings.xml'] ?? new Uint8Array()) + sheet;
    for (const words of ['=cmd|x', 'ATTENTION']) expect(texts).toContain(words);
  });
});

describe('a report as pages', () => {
  it('is a PDF with its own letters, of as many pages as it needs', async () => {
    const rows = Array.from({ length: 120 }, (_, i) =>
      line(`Łódź €uro œuvre Ελλάδα ${i}`, '2026-02-28', i, null, null),
    );
    const pdf = Buffer.from(await SHEETS.pdf([{ ...SHEET, rows }], 'fr', fonts)).toString('latin1');
    expect(pdf.startsWith('%PDF-1.')).toBe(true);
    expect(pdf).toContain('DejaVuSansCondensed');
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
  });

  it('hands on what the lines came to at the foot of each page, and begins the next with it', async () => {
    const columns = [
      { head: 'Client', kind: 'text' as const, share: 30 },
      { head: 'Débit', kind: 'money' as const, share: 10, carried: 'sum' as const },
      { head: 'Solde', kind: 'money' as const, share: 10, carried: 'last' as const },
    ];
    const of = (i: number) => `C${i}`;
    const rows = [
      ...Array.from({ length: 70 }, (_, i) => line(of(i), 100, (i + 1) * 1000)),
      total('Total', 7_000, 70_000),
    ];
    const pages = await wordsOf(await SHEETS.pdf([{ ...SHEET, columns, rows }], 'en', fonts));
    const told = [...pages.matchAll(/C(\d+)\s+1\.00\s+[\d.,]+\s+Carried forward\s+([\d.,]+)\s+([\d.,]+)/g)];
    expect(told.length).toBeGreaterThan(1);
    for (const [, last = '', sum, balance] of told) {
      // The n-th line has had n times 1.00, and stands at n times 10.00.
      expect([Number(sum), Number(balance)]).toEqual([Number(last) + 1, (Number(last) + 1) * 10]);
      expect(pages).toMatch(new RegExp(`Brought forward\\s+${sum}\\s+${balance}\\s+C${Number(last) + 1}\\s`));
    }
    expect(pages).toContain('Amounts in EUR');
  });

  it('keeps every amount on one line, and in one piece, however long the names and however many the columns', async () => {
    const amounts = Array.from({ length: 9 }, (_, i) => ({ head: `C${i}`, kind: 'money' as const, share: 8 }));
    const columns = [{ head: 'Client', kind: 'text' as const, share: 30 }, ...amounts];
    const name = 'Établissements Jean-Baptiste Dupont de la Roche-Saint-Martin et Compagnie';
    const rows = [line(name, ...amounts.map((_, i) => -123_456_789_012_34 - i))];
    const pages = await wordsOf(await SHEETS.pdf([{ ...SHEET, columns, rows }], 'en', fonts));
    for (const i of [0, 4, 8]) expect(pages).toContain(`\u2212123,456,789,012.${34 + i}`);
    expect(pages.replace(/\s+/g, ' ')).toContain('Roche-Saint-Martin');
  });

  it('keeps words that are read from the right together, so that they are turned as one', () => {
    expect(shown('חברת ישראל בע״מ')).toBe('חברת\u00a0ישראל\u00a0בע״מ');
    expect(shown('شركة النور Ltd 12')).toBe('شركة\u00a0النور  Ltd 12');
    expect(shown('Cœur et Cie, Łódź')).toBe('Cœur et Cie, Łódź');
  });

  it('says where a letter could not be drawn, and keeps what it can', async () => {
    const rows = [line('山田商事 Ltd', null, 1, null, null), line('Ελλάδα Ђорђе', null, 2, null, null)];
    const pages = await wordsOf(await SHEETS.pdf([{ ...SHEET, rows }], 'en', fonts));
    expect(pages).toContain('\u25a1\u25a1\u25a1\u25a1 Ltd');
    expect(pages).toContain('Ελλάδα Ђорђе');
    expect(pages).toContain('a letter that the font of this page does not hold');
    expect(await wordsOf(await SHEETS.pdf([SHEET], 'en', fonts))).not.toContain('a letter that');
  });
});
