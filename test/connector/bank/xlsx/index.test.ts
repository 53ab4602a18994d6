// Spreadsheets of banks: typed cells as what they show, formulas never worked out, archives within bounds.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { collect, openBankFile, type ReadFile, unpack } from '../../../../connector/bank/index.ts';
import { READ_LIMITS } from '../../../../connector/bank/limits.ts';
import { dayOfSerial, decimalOf, showsDay } from '../../../../connector/bank/xlsx/value.ts';
import { mappingOf } from '../../../../sync/model/table.ts';
import type { ReadLimits } from '../../../../sync/port/reader.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook of these sheets' rows; style 1 shows days (dd/mm/yyyy), text 0 is 'VIR DUPONT', text 1 'FRAIS'. */
function workbook(
  sheets: readonly string[],
  states: readonly string[] = [],
  more: Record<string, string> = {},
): Uint8Array {
  const names = sheets.map((_, i) => `sheet${i + 1}`);
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names
      .map(
        (name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}" state="${states[i] ?? 'visible'}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map((name, i) => `<Relationship Id="rId${i + 1}" Type="worksheet" Target="worksheets/${name}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>VIR DUPONT</t></si><si><r><t>FRA</t></r><r><t>IS</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map((rows, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const texts = (row: number, ...cells: string[]) =>
  `<row r="${row}">${cells.map((cell, i) => `<c r="${'ABCDEF'[i]}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

/** 46115 is 3 April 2026. */
const SHEET = [
  texts(1, 'Date', 'Libellé', 'Montant', 'Solde EUR'),
  '<row r="2"><c r="A2" s="1"><v>46115</v></c><c r="B2" t="s"><v>0</v></c><c r="C2"><v>1234.5600000000002</v></c><c r="D2"><v>2234.56</v></c></row>',
  '<row r="3"><c r="A3" s="1"><v>46117.5</v></c><c r="B3" t="s"><v>1</v></c><c r="C3"><f>-10</f><v>-10</v></c><c r="D3"><v>2224.56</v></c></row>',
  '<row r="5"><c r="A5" s="1"><v>46118</v></c><c r="C5"><v>5E-1</v></c><c r="D5"><v>2225.06</v></c></row>',
].join('');

async function read(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<ReadFile> {
  const bounds = { ...READ_LIMITS, ...limits };
  const first = await collect(openBankFile('releve.xlsx', bytes, bounds));
  const mapping = first.table && mappingOf(first.table.guess);
  return mapping ? collect(openBankFile('releve.xlsx', bytes, bounds, { mapping, currency: 'EUR' })) : first;
}

const code = async (bytes: Uint8Array) => (await read(bytes)).faults[0]?.code;

describe('a workbook', () => {
  test('days, numbers, shared and inner texts are what they show; the balances prove them', async () => {
    const file = await read(workbook([SHEET]));
    const [statement] = file.statements;
    expect(file).toMatchObject({ format: 'xlsx', version: 'XLSX', faults: [] });
    expect(
      statement?.transactions.map(({ bookingDate, amount, remittance, place }) => [
        bookingDate,
        amount,
        remittance[0],
        place,
      ]),
    ).toEqual([
      ['2026-04-03', '1234.56', 'VIR DUPONT', 'row 2'],
      ['2026-04-05', '-10', 'FRAIS', 'row 3'],
      ['2026-04-06', '0.5', undefined, 'row 5'],
    ]);
    expect(statement).toMatchObject({ opening: { amount: '1000.00' }, closing: { amount: '2225.06' }, balanced: true });
  });

  test('a sheet that is hidden is not read, a sheet without movements is passed over', async () => {
    const other = texts(1, 'Notice', 'x', 'y');
    const file = await read(workbook([other, SHEET, SHEET], ['visible', 'visible', 'hidden']));
    expect(file.statements.map((it) => it.transactions.length)).toEqual([3]);
  });

  test('two sheets of movements are refused', async () => {
    expect(await code(workbook([SHEET, SHEET]))).toBe('table-sheets');
  });

  test('a formula without a stored result has no amount', async () => {
    const rows = SHEET.replace('<f>-10</f><v>-10</v>', '<f>SUM(C2:C2)</f>');
    const choice = {
      mapping: mappingOf((await collect(openBankFile('f', workbook([SHEET])))).table!.guess)!,
      currency: 'EUR',
    };
    const file = await collect(openBankFile('f', workbook([rows]), READ_LIMITS, choice));
    expect(file.faults).toMatchObject([
      { code: 'amount-unreadable', place: { line: 3 }, params: { text: '=SUM(C2:C2)' } },
    ]);
  });

  test('is not unpacked as an archive of files', async () => {
    expect(await unpack('releve.xlsx', workbook([SHEET]))).toMatchObject([{ file: 'releve.xlsx' }]);
  });
});

describe('is refused', () => {
  test.each([
    ['a DOCTYPE', { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }, 'file-hostile'],
    ['XML that ends early', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">' }, 'file-malformed'],
    ['nesting without end', { 'xl/sharedStrings.xml': '<a>'.repeat(5_000) }, 'file-hostile'],
    [
      'a column far out',
      {
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
      },
      'file-too-large',
    ],
    ['a document of another kind', { 'xl/workbook.xml': '<workbook/>' }, 'table-unknown'],
  ])('%s', async (_, parts, expected) => {
    expect(await code(workbook([SHEET], [], parts))).toBe(expected);
  });

  test('a bomb: what a few kilobytes would inflate to is cut off', async () => {
    const bomb = workbook([SHEET], [], {
      'xl/sharedStrings.xml': `<sst><si><t>${' '.repeat(4_000_000)}</t></si></sst>`,
    });
    expect(bomb.length).toBeLessThan(20_000);
    expect((await read(bomb, { bytesMax: 1_000_000 })).faults[0]?.code).toBe('file-too-large');
  });

  test('a file cut off', async () => {
    const whole = workbook([SHEET]);
    expect(await code(whole.subarray(0, whole.length - 60))).toBe('archive-unreadable');
  });
});

describe('a number', () => {
  test.each([
    ['1234.5600000000002', '1234.56'],
    ['-0.30000000000000004', '-0.3'],
    ['1E3', '1000'],
    ['1.5E-3', '0.0015'],
    ['999999999999999.9', '1000000000000000'],
    ['0', '0'],
    ['-0.0', '0'],
    ['100', '100'],
    ['0.10', '0.1'],
  ])('%s is %s', (text, decimal) => {
    expect(decimalOf(text)).toBe(decimal);
  });

  test.each(['', 'abc', '1e9999', '0x10', '--1'])('%j is none', (text) => {
    expect(decimalOf(text)).toBeNull();
  });

  test.each([
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['61', false, '1900-03-01'],
    ['46115', false, '2026-04-03'],
    ['44653', true, '2026-04-03'],
  ] as const)('%s counted from 1904: %s is the day %s', (text, isFrom1904, day) => {
    expect(dayOfSerial(text, isFrom1904)).toBe(day);
  });

  test.each([
    [14, undefined, true],
    [4, undefined, false],
    [170, 'dd/mm/yyyy', true],
    [171, '[$-40C]d mmmm yyyy;@', true],
    [172, '#,##0.00 "days"', false],
    [173, '[Red]#,##0.00;\\d0', false],
  ] as const)('format %s %s shows a day: %s', (id, format, isDay) => {
    expect(showsDay(id, format)).toBe(isDay);
  });
});
