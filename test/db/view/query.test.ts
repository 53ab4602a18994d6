// What a person types into a search box.
import { describe, expect, it } from 'vitest';
import { termsOf } from '../../../db/view/query.ts';

const exact = (minor: number) => ({ from: minor, to: minor });

describe('a query', () => {
  it.each([
    ['3000', 300_000],
    ['3 000,00', 300_000],
    ['3\u00a0000,00', 300_000],
    ['3\u202f000', 300_000],
    ['3000.00', 300_000],
    ['3000,5', 300_050],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1.234', 123_400],
    ['1.234.567', 123_456_700],
    ['0,07', 7],
    [',07', 7],
    ['12 345 678,90', 1_234_567_890],
  ])('%s is an amount', (query, minor) => {
    expect(termsOf(query, 'EUR').map((term) => term.minor)).toEqual([exact(minor)]);
  });

  it.each([
    ['3000~5', 285_000, 315_000],
    ['3 000,00~5', 285_000, 315_000],
    ['100~0,5', 9_950, 10_050],
    ['100~0', 10_000, 10_000],
    // A tenth of a cent is no cent: the range never grows by rounding.
    ['0,99~1', 99, 99],
  ])('%s is a range', (query, from, to) => {
    expect(termsOf(query, 'EUR')).toEqual([{ text: null, minor: { from, to } }]);
  });

  it('takes the decimals of the currency', () => {
    expect(termsOf('1.234', 'TND')[0]?.minor).toEqual(exact(1_234));
    expect(termsOf('1234', 'JPY')[0]?.minor).toEqual(exact(1_234));
    expect(termsOf('12,5', 'JPY')[0]?.minor).toBe(null);
  });

  it('is compared in lower case without accents', () => {
    expect(termsOf('  Façade ÉTÉ  FAC/2026/0001 ', 'EUR')).toEqual([
      { text: 'facade', minor: null },
      { text: 'ete', minor: null },
      { text: 'fac/2026/0001', minor: null },
    ]);
  });

  it('may name a customer and an amount, which may also be part of a number', () => {
    expect(termsOf('arnoux 3 000', 'EUR')).toEqual([
      { text: 'arnoux', minor: null },
      { text: '3 000', minor: exact(300_000) },
    ]);
    expect(termsOf('arnoux 871', 'EUR')[1]).toEqual({ text: '871', minor: exact(87_100) });
  });

  it('of nothing has no terms', () => {
    expect(termsOf('   ', 'EUR')).toEqual([]);
  });
});
