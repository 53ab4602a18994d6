// Cells as banks write them: amounts and days.
import { describe, expect, test } from 'vitest';
import { amountOf, cellText, dayIn } from '../../../../connector/bank/table/cell.ts';

describe('an amount', () => {
  test.each([
    ['1 234,56', ',', '1234.56'],
    ['1\u202f234,56 €', ',', '1234.56'],
    ['1.234,56', ',', '1234.56'],
    ["1'234.56", '.', '1234.56'],
    ['1,234.56', '.', '1234.56'],
    ['1,234,567.8', '.', '1234567.8'],
    ['EUR 12,00', ',', '12.00'],
    ['-12,5', ',', '-12.5'],
    ['−12,5', ',', '-12.5'],
    ['12,50-', ',', '-12.50'],
    ['(12.50)', '.', '-12.50'],
    ['12,50 D', ',', '-12.50'],
    ['12.50 CR', '.', '12.50'],
    ['100,00 S', ',', '-100.00'],
    ['+0,00', ',', '0.00'],
    [',5', ',', '0.5'],
  ] as const)('%s with %s is %s', (text, mark, decimal) => {
    expect(amountOf(text, mark)).toBe(decimal);
  });

  test.each([
    ['1,234.56', ','],
    ['1.234,56', '.'],
    ['12.34.56', ','],
    ['1.23,4', ','],
    ['-12,5-', ','],
    ['--5', ','],
    ['(12,00-)', ','],
    ['12e3', ','],
    ['=1+2', ','],
    ['VIR 12,00', ','],
    ['', ','],
    [',', ','],
  ] as const)('%s with %s is none', (text, mark) => {
    expect(amountOf(text, mark)).toBeNull();
  });
});

describe('a day', () => {
  test.each([
    ['03/04/2026', 'dmy', '2026-04-03'],
    ['03/04/2026', 'mdy', '2026-03-04'],
    ['3.4.26', 'dmy', '2026-04-03'],
    ['26-04-03', 'ymd', '2026-04-03'],
    ['2026-04-03', 'mdy', '2026-04-03'],
    ['2026/04/03 12:30:05', 'dmy', '2026-04-03'],
    ['2026-04-03T23:59:00+02:00', 'dmy', '2026-04-03'],
    ['03/04/2026 09:15', 'dmy', '2026-04-03'],
    ['20260403', 'dmy', '2026-04-03'],
    ['03042026', 'dmy', '2026-04-03'],
    ['3 avr. 2026', 'mdy', '2026-04-03'],
    ['03-Apr-2026', 'mdy', '2026-04-03'],
    ['Apr 3, 2026', 'dmy', '2026-04-03'],
    ['3 août 2026', 'dmy', '2026-08-03'],
    ['3. März 2026', 'dmy', '2026-03-03'],
  ] as const)('%s read as %s is %s', (text, order, day) => {
    expect(dayIn(text, order)).toBe(day);
  });

  test.each([
    ['31/02/2026', 'dmy'],
    ['13/13/2026', 'dmy'],
    ['03/04/2026', 'ymd'],
    ['3 brumaire 2026', 'dmy'],
    ['12,50', 'dmy'],
    ['', 'dmy'],
  ] as const)('%s read as %s is none', (text, order) => {
    expect(dayIn(text, order)).toBeNull();
  });
});

test('a text that is kept from the spreadsheet is the text; a formula stays what it is', () => {
  expect(cellText('="000123"')).toBe('000123');
  expect(cellText('=HYPERLINK("x")')).toBe('=HYPERLINK("x")');
  expect(cellText(' VIR \n DUPONT\u00a0')).toBe('VIR DUPONT');
});
