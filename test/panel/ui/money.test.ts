// Amounts as they are written on screen and read from fields.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { amountText, exponentOf, moneyText, readAmount, signedText } from '../../../panel/ui/money.ts';
import { exponentOf as modelExponentOf } from '../../../sync/model/money.ts';

const nb = '\u00a0';

describe('amounts on screen', () => {
  test.each([
    [123456, 'EUR', 'EUR', 'fr', `1${nb}234,56${nb}€`],
    [-1250, 'EUR', 'EUR', 'fr', `−12,50${nb}€`],
    [5, 'EUR', 'EUR', 'fr', `0,05${nb}€`],
    [0, 'EUR', 'EUR', 'fr', `0,00${nb}€`],
    [123456789012, 'EUR', 'EUR', 'fr', `1${nb}234${nb}567${nb}890,12${nb}€`],
    [123456, 'EUR', 'EUR', 'en', '€1,234.56'],
    [-1250, 'EUR', 'EUR', 'en', '−€12.50'],
    [125000, 'USD', 'EUR', 'fr', `1${nb}250,00${nb}USD`],
    [125000, 'USD', 'EUR', 'en', `1,250.00${nb}USD`],
    [1234567, 'JPY', 'EUR', 'fr', `1${nb}234${nb}567${nb}JPY`],
    [1234567, 'JPY', 'JPY', 'en', '¥1,234,567'],
    [1234567, 'TND', 'TND', 'fr', `1${nb}234,567${nb}TND`],
  ] as const)('%i minor units of %s where %s is home, in %s, reads %s', (minor, currency, home, language, text) => {
    expect(moneyText(minor, currency, home, language)).toBe(text);
  });

  it('never uses the narrow space that Arial lacks, nor a hyphen for minus', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom('EUR', 'JPY', 'TND'),
        fc.constantFrom('fr', 'en'),
        (minor, currency, language) => {
          expect(moneyText(minor, currency, 'EUR', language)).not.toMatch(/[\u202f-]/);
        },
      ),
      { seed: 1 },
    );
  });

  it('shows the sign of a change', () => {
    expect(signedText(1250, 'EUR', 'fr')).toBe('+12,50');
    expect(signedText(-1250, 'EUR', 'fr')).toBe('−12,50');
    expect(signedText(0, 'EUR', 'fr')).toBe('0,00');
  });

  it('has the same minor units as the model, for every currency that is not of two', () => {
    const codes = 'EUR USD GBP CHF JPY KRW XOF XPF TND KWD BHD CLF UYW HUF ISK VND MGA AFN IQD'.split(' ');
    expect(codes.map((code) => [code, exponentOf(code)])).toEqual(codes.map((code) => [code, modelExponentOf(code)]));
  });
});

describe('amounts as people type them', () => {
  test.each([
    ['1234,5', 123450],
    ['1 234,50', 123450],
    [`1${nb}234,50`, 123450],
    ['1234.50', 123450],
    ['1,234.50', 123450],
    ['1.234,50', 123450],
    ["1'234.50", 123450],
    ['1234', 123400],
    ['-12', -1200],
    ['−12,50', -1250],
    [',5', 50],
    ['12,', 1200],
    ['1.234', 123400],
    ['', null],
    ['abc', null],
    ['12,345,6', null],
    ['1,2,3', null],
    ['12.3456', null],
    ['1e5', null],
    ['99999999999999999', null],
  ] as const)('%j is %s in EUR', (text, minor) => {
    expect(readAmount(text, 'EUR')).toBe(minor);
  });

  it('takes no decimals in a currency without', () => {
    expect(readAmount('1234', 'JPY')).toBe(1234);
    expect(readAmount('1 234', 'JPY')).toBe(1234);
    expect(readAmount('12,5', 'JPY')).toBeNull();
  });

  it('reads back whatever it has written, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('EUR', 'JPY'),
        fc.constantFrom('fr', 'en'),
        (minor, currency, language) => {
          expect(readAmount(amountText(minor, currency, language), currency)).toBe(minor);
        },
      ),
      { seed: 2 },
    );
  });
});
