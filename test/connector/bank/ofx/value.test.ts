// Amounts and days as OFX files write them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, isNoDay, localDay } from '../../../../connector/bank/ofx/value.ts';

describe('an amount is what the bank means by it', () => {
  it.each([
    ['-80.00', '-80.00'],
    ['+1234.5', '1234.5'],
    ['-1084.000', '-1084.000'],
    ['0012,50', '12.50'],
    ['1 234,50', '1234.50'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ["1'234.56", '1234.56'],
    ['1.234.567', '1234567'],
    ['12,5-', '-12.5'],
    ['$120', '120'],
    ['-$120.00', '-120.00'],
    ['R$ 34,10', '34.10'],
    ['120 EUR', '120'],
    ['.5', '0.5'],
    ['-0', '0'],
    ['2607.1664944585727', '2607.1664944585727'],
    ['1234567,89', '1234567.89'],
  ])('%s is %s', (text, amount) => {
    expect(amountOf(text, 'EUR')).toBe(amount);
  });

  it.each([
    '',
    '.',
    '   .  ',
    'abc',
    '1e3',
    '12.34.56',
    '1,23,456',
    '--5',
    '-5-',
    '1.2345,6',
    '5 5.5.5',
    'NaN',
    '0x10',
    '(12.00)',
  ])('%j is none', (text) => {
    expect(amountOf(text, 'EUR')).toBeNull();
  });

  it('a comma before three digits is a decimal mark only where the currency has three decimals', () => {
    expect(amountOf('1,234', 'TND')).toBe('1.234');
    expect(amountOf('1,234', 'EUR')).toBeNull();
    expect(amountOf('1,234', null)).toBeNull();
    expect(amountOf('1234,567', 'EUR')).toBe('1234.567');
  });

  it('groups, marks and signs never change the number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.constantFrom(' ', '.', "'", ''),
        (cents, group) => {
          const whole = String(Math.abs(Math.trunc(cents / 100)));
          const decimals = String(Math.abs(cents % 100)).padStart(2, '0');
          const sign = cents < 0 ? '-' : '';
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
          const expected = cents === 0 ? '0.00' : `${sign}${whole}.${decimals}`;
          expect(amountOf(`${sign}${grouped},${decimals}`, 'EUR')).toBe(expected);
        },
      ),
    );
  });
});

describe('a day is the day that stands in the file', () => {
  it.each([
    ['20250331', '2025-03-31'],
    ['20250331233000.000[+2:CEST]', '2025-03-31'],
    ['20250401003000[-5:EST]', '2025-04-01'],
    ['20250331120000.000[+5.30:IST]', '2025-03-31'],
    ['2025-03-31', '2025-03-31'],
    ['2025/03/31 10:00', '2025-03-31'],
    ['20240229', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(localDay(text)).toBe(day);
  });

  it.each(['', '00000000', '********', '20250230', '2025033', '31/03/2025', 'yesterday'])('%j is no day', (text) => {
    expect(localDay(text)).toBeNull();
  });

  it.each([
    ['00000000', true],
    ['00000000000000[0:GMT]', true],
    ['****', true],
    ['', true],
    ['20250230', false],
    ['31/03/2025', false],
  ])('%j says that there is none: %s', (text, isNone) => {
    expect(isNoDay(text)).toBe(isNone);
  });
});
