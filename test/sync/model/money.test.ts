// Money: parsing and writing decimals, exact products, and shares that always sum to what was shared.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, exponentOf, formatMinor, mulDiv, parseMinor, sum } from '../../../sync/model/money.ts';

const CURRENCIES = ['EUR', 'JPY', 'TND', 'CLF'];
const minor = fc.integer({ min: -(2 ** 50), max: 2 ** 50 });

describe('decimal text', () => {
  test.each([
    ['1234.50', 'EUR', 123450],
    ['-0.05', 'EUR', -5],
    ['+7', 'EUR', 700],
    ['7.', 'EUR', 700],
    ['12.3400', 'EUR', 1234],
    ['1500', 'JPY', 1500],
    ['1.234', 'TND', 1234],
    ['-0', 'EUR', 0],
  ])('%s %s is %d minor units', (text, currency, expected) => {
    expect(parseMinor(text, currency)).toBe(expected);
  });

  test.each([
    ['0.005', 'EUR', 'more decimals than the currency has'],
    ['1.5', 'JPY', 'decimals where there are none'],
    ['1,50', 'EUR', 'a comma'],
    ['1e3', 'EUR', 'an exponent'],
    ['', 'EUR', 'nothing'],
    ['.5', 'EUR', 'no whole part'],
    ['90071992547409.93', 'EUR', 'beyond safe integers'],
  ])('%j in %s is refused: %s', (text, currency) => {
    expect(parseMinor(text, currency)).toBeNull();
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(minor, fc.constantFrom(...CURRENCIES), (amount, currency) => {
        expect(parseMinor(formatMinor(amount, currency), currency)).toBe(amount);
      }),
    );
  });

  test('the written form has the decimals of ISO 4217', () => {
    expect(CURRENCIES.map((currency) => formatMinor(-5, currency))).toEqual(['-0.05', '-5', '-0.005', '-0.0005']);
    expect(exponentOf('EUR')).toBe(2);
  });
});

describe('products', () => {
  test.each([
    [5, 1, 2, 'half-up', 3],
    [5, 1, 2, 'half-even', 2],
    [7, 1, 2, 'half-even', 4],
    [5, 1, 2, 'down', 2],
    [-5, 1, 2, 'half-up', -3],
    [-5, 1, 2, 'down', -2],
    [120000, 2000, 10000, 'half-up', 24000],
  ] as const)('%d × %d ÷ %d, %s, is %d', (a, b, c, rounding, expected) => {
    expect(mulDiv(a, b, c, rounding)).toBe(expected);
  });

  test('are exact beyond the range of doubles', () => {
    expect(mulDiv(9007199254740991, 9007199254740991, 9007199254740991, 'down')).toBe(9007199254740991);
  });

  test('never leave the nearest integer by more than half, whatever the signs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(2 ** 39), max: 2 ** 39 }),
        fc.integer({ min: -9999, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        (a, b, c) => {
          const error = BigInt(mulDiv(a, b, c, 'half-up')) * BigInt(c) - BigInt(a) * BigInt(b);
          expect((error < 0n ? -error : error) * 2n <= BigInt(c)).toBe(true);
        },
      ),
    );
  });

  test('a division by zero is our error', () => expect(() => mulDiv(1, 1, 0, 'down')).toThrow());
});

describe('shares', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 20 })
    .filter((all) => sum(all) > 0);

  test('sum to the total', () => {
    fc.assert(
      fc.property(minor, weights, (total, shares) => {
        expect(sum(allocate(total, shares))).toBe(total);
      }),
    );
  });

  test('never have the other sign, and a weight of nothing gets at most a unit', () => {
    fc.assert(
      fc.property(minor, weights, (total, all) => {
        for (const [i, share] of allocate(total, all).entries()) {
          expect(share * Math.sign(total)).toBeGreaterThanOrEqual(0);
          if (all[i] === 0) expect(Math.abs(share)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('the first of equals takes the odd cent', () => expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]));
  test('weights that are all zero are our error', () => expect(() => allocate(100, [0, 0])).toThrow());
  test('a sum beyond safe integers is our error', () => expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow());
});
