// Amounts as text lose nothing, whatever their decimals.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalSum, minus, negated, plainDecimal, sameDecimal } from '../../../connector/bank/decimal.ts';

describe('a decimal is written plainly', () => {
  // biome-ignore format: a table
  test.each([
    ['0',                      '.', '0'],
    ['12.30',                  '.', '12.30'],
    ['000000000000149.87',     '.', '149.87'],
    ['+5',                     '.', '5'],
    ['-5.00',                  '.', '-5.00'],
    ['-0.00',                  '.', '0.00'],
    ['.5',                     '.', '0.5'],
    ['5.',                     '.', '5'],
    [' 7.1 ',                  '.', '7.1'],
    ['999999999999999999.99999', '.', '999999999999999999.99999'],
    ['1234,',                  ',', '1234'],
    ['0012,5',                 ',', '12.5'],
    ['12.5',                   ',', null],
    ['12,5',                   '.', null],
    ['12..5',                  '.', null],
    ['1 234.00',               '.', null],
    ['1e3',                    '.', null],
    ['0x10',                   '.', null],
    ['NaN',                    '.', null],
    ['--5',                    '.', null],
    ['.',                      '.', null],
    ['',                       '.', null],
  ] as const)('%j with "%s" is %j', (text, mark, plain) => {
    expect(plainDecimal(text, mark)).toBe(plain);
  });
});

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 7 }))
  .map(([units, scale]) => textOf(units, scale));

/** The text of units divided by a power of ten, written with as many decimals as the power has zeros. */
function textOf(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const magnitude = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${magnitude}` : magnitude;
}

describe('sums are exact', () => {
  test('a tenth and two tenths are three tenths', () => {
    const sum = decimalSum();
    for (const it of ['0.1', '0.2']) sum.add(it);
    expect(sum.total()).toBe('0.3');
  });

  test('in any order, and against a sum in the finest unit', () => {
    fc.assert(
      fc.property(fc.array(decimals), (list) => {
        const forward = decimalSum();
        const backward = decimalSum();
        for (const it of list) forward.add(it);
        for (const it of list.toReversed()) backward.add(it);
        const inUnits = list.reduce((total, it) => {
          const [whole = '', fraction = ''] = it.split('.');
          return total + BigInt(whole + fraction.padEnd(7, '0'));
        }, 0n);
        expect(sameDecimal(forward.total(), textOf(inUnits, 7))).toBe(true);
        expect(forward.total()).toBe(backward.total());
      }),
      { seed: 7 },
    );
  });

  test('a number less itself is nothing, and a sign turned twice is none', () => {
    fc.assert(
      fc.property(decimals, (it) => {
        expect(sameDecimal(minus(it, it), '0')).toBe(true);
        expect(negated(negated(it))).toBe(it);
      }),
      { seed: 7 },
    );
  });

  test('trailing zeros make no difference, a digit does', () => {
    expect([sameDecimal('1.5', '1.500'), sameDecimal('1.5', '1.501'), sameDecimal('-0.00', '0')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
