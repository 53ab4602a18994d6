// Keys of account numbers and references against published examples.
import { isValidIBAN } from 'ibantools';
import { expect, test } from 'vitest';
import { belgianIban, creditorReference, frenchIban, plainIban, siren } from '../../../panel/demo/account-number.ts';

test('a French IBAN has both keys, letters of the account counted as the RIB does', () => {
  // The example of the IBAN registry.
  expect(frenchIban('20041', '01005', '0500013M026')).toBe('FR1420041010050500013M02606');
});

test('a Belgian IBAN ends with its own key', () => {
  // The example of the IBAN registry: 539007547034.
  expect(belgianIban('5390075470')).toBe('BE68539007547034');
});

test('a Swiss and a Luxembourg IBAN', () => {
  // The examples of the IBAN registry.
  expect(plainIban('CH', '00762011623852957')).toBe('CH9300762011623852957');
  expect(plainIban('LU', '0019400644750000')).toBe('LU280019400644750000');
});

test.each('ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split(''))('an account with the letter %s is valid', (letter) => {
  expect(isValidIBAN(frenchIban('19999', '04417', `0${letter}123456789`))).toBe(true);
});

test('a creditor reference has the check digits of ISO 11649', () => {
  expect(creditorReference('539007547034')).toBe('RF18539007547034');
});

test('a SIREN ends with its Luhn key', () => {
  // 9990 1300 6: the key of another invented company.
  expect(siren('1300')).toBe('999013006');
});
