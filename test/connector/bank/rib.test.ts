// French accounts as IBAN.
import fc from 'fast-check';
import { isValidIBAN } from 'ibantools';
import { describe, expect, it } from 'vitest';
import { ibanOfRib } from '../../../connector/bank/rib.ts';

describe('a French account has one IBAN', () => {
  it.each([
    // Published examples of the IBAN registry and of banks.
    ['20041', '01005', '0500013M026', 'FR1420041010050500013M02606'],
    ['30006', '00001', '12345678901', 'FR7630006000011234567890189'],
  ])('%s %s %s', (bank, branch, number, iban) => {
    expect(ibanOfRib(bank, branch, number)).toBe(iban);
  });

  it('the key of the file must fit, where it gives one', () => {
    expect(ibanOfRib('30006', '00001', '12345678901', '89')).toBe('FR7630006000011234567890189');
    expect(ibanOfRib('30006', '00001', '12345678901', '88')).toBeNull();
  });

  it.each([
    ['3000', '00001', '12345678901'],
    ['30006', '', '12345678901'],
    ['30006', '00001', '1234567890'],
    ['SUNCO', '00001', '12345678901'],
    ['30006', '00001', '1234567890a'],
  ])('parts of another shape have none: %s %s %s', (bank, branch, number) => {
    expect(ibanOfRib(bank, branch, number)).toBeNull();
  });

  it('every IBAN has valid check digits', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
    fc.assert(
      fc.property(digits(5), digits(5), fc.stringMatching(/^[0-9A-Z]{11}$/), (bank, branch, number) => {
        expect(isValidIBAN(ibanOfRib(bank, branch, number) ?? '')).toBe(true);
      }),
    );
  });
});
