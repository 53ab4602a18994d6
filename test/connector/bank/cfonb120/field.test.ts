// Amounts with overpunched signs, and days, of CFONB 120.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, pointed, signedAmount } from '../../../../connector/bank/cfonb120/field.ts';

const SIGNS = { positive: '{ABCDEFGHI', negative: '}JKLMNOPQR' };

describe('the last digit of an amount carries its sign', () => {
  it.each([
    ['0000000012005{', '2', '1200.50'],
    ['0000000001518L', '2', '-151.83'],
    ['0000000000000}', '2', '0.00'],
    ['0000000000000A', '2', '0.01'],
    ['0000000000012C', '3', '0.123'],
    ['0000000000012C', '0', '123'],
    ['0000000012005é', '2', '1200.50'],
    ['0000000012005è', '2', '-1200.50'],
    ['      0012005{', '2', '1200.50'],
  ])('%s with %s decimals is %s', (text, decimals, amount) => {
    expect(signedAmount(text, decimals)).toBe(amount);
  });

  it.each([
    ['00000000120050', '2'],
    ['0000000012 05{', '2'],
    ['0000000012O05{', '2'],
    ['0000000012005{', ' '],
    ['              ', '2'],
    ['', '2'],
  ])('%j with %j decimals is no amount', (text, decimals) => {
    expect(signedAmount(text, decimals)).toBeNull();
  });

  it('every amount reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (cents) => {
        const digits = String(Math.abs(cents)).padStart(14, '0');
        const sign = cents < 0 ? SIGNS.negative : SIGNS.positive;
        const text = digits.slice(0, -1) + sign[Number(digits.at(-1))];
        const plain = String(Math.abs(cents)).padStart(3, '0');
        expect(signedAmount(text, '2')).toBe(`${cents < 0 ? '-' : ''}${plain.slice(0, -2)}.${plain.slice(-2)}`);
      }),
    );
  });
});

describe('digits with decimals', () => {
  it.each([
    ['00000000000740', '2', '7.40'],
    ['7', '2', '0.07'],
    ['7', '0', '7'],
    ['', '2', null],
    ['7', 'x', null],
  ])('%j with %j is %j', (digits, decimals, amount) => {
    expect(pointed(digits, decimals)).toBe(amount);
  });
});

describe('a day is DDMMYY', () => {
  it.each([
    ['010426', '2026-04-01'],
    ['311299', '1999-12-31'],
    ['290224', '2024-02-29'],
    ['000000', null],
    ['      ', null],
    ['290225', undefined],
    ['0104 6', undefined],
  ])('%j is %j', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
});
