// The next letter in each alphabet that accounting programs count in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLetter, highestOf, isAfter, nextLetter } from '../../../../connector/erp/fec/export/alphabet.ts';

describe('after a letter comes the next of its alphabet', () => {
  it.each([
    // letter, others of the file, next
    ['A', [], 'B'],
    ['Z', [], 'AA'],
    ['AZ', [], 'BA'],
    ['ZZ', [], 'AAA'],
    ['AAAE', [], 'AAAF'],
    ['ZZZZ', [], 'AAAAA'],
    ['9', [], '10'],
    ['0099', [], '0100'],
    ['A1', [], 'A2'],
    ['A9', ['A1', 'B1'], 'B1'],
    ['A9', ['A0', 'A1'], 'B0'],
    ['A10', ['A9', 'A10'], 'A11'],
    ['A99', ['A9', 'A10'], 'A100'],
    ['Z9', ['A1'], 'AA1'],
    ['AA009', ['AA001'], 'AA010'],
    ['AA999', ['AA001'], 'AB000'],
  ])('%s (beside %j) is followed by %s', (letter, others, next) => {
    expect(nextLetter(letter, [letter, ...others])).toBe(next);
  });

  it('is always after it, for whatever letter', () => {
    const letters = fc.stringMatching(/^[A-Z]{0,4}[0-9]{0,4}$/).filter((letter) => letter !== '');
    fc.assert(fc.property(letters, (letter) => isAfter(nextLetter(letter, [letter]), letter)));
  });

  it('is after it even where the letter is no word of any alphabet', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), (letter) => isAfter(nextLetter(letter, []), letter)));
  });
});

describe('the first letter of an account', () => {
  it.each([
    [['C', 'AB'], 'A'],
    [['AAAE', 'AAAF'], 'AAAA'],
    [['17', '102'], '1'],
    [['0017', '0102'], '0001'],
    [['7', '102'], '1'],
    [['B3', 'A7'], 'A1'],
    [['AA017'], 'AA001'],
    [['a', 'b'], null],
    [[], null],
  ])('of a file with %j is %s', (known, first) => {
    expect(firstLetter(known)).toBe(first);
  });
});

it('the highest letter is the longest, then the last; partial ones do not count', () => {
  expect(highestOf(['B', 'AA', 'Z', 'zzz'])).toBe('AA');
  expect(highestOf(['9', '10', '2'])).toBe('10');
  expect(highestOf(['a', 'b'])).toBeNull();
});
