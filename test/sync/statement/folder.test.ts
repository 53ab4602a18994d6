// Whose a file in an account's folder is: the folder's or nobody's.
import { expect, it } from 'vitest';
import { accountInFolder, folderAccount } from '../../../sync/statement/folder.ts';

const IBAN = 'FR7619999001000000007000096';
const OTHER = 'FR7630001007941234567890185';
const known = [IBAN, OTHER].map((account) => ({
  account,
  name: account,
  ledgerAccount: null,
  journal: null,
  currency: 'EUR',
}));

it.each([
  ['the IBAN, with blanks too', 'FR76 1999 9001 0000 0000 7000 096', IBAN],
  ['the number inside a known IBAN', '12345678901', OTHER],
  ['an account that is not known yet', 'DE89370400440532013000', 'DE89370400440532013000'],
  ['a day', '2026-11-25', null],
  ['a word', 'Archives', null],
])('a folder is named by %s', (_, name, account) => {
  expect(folderAccount(known, name)?.account ?? null).toBe(account);
});

it.each([
  ['no account', null, IBAN],
  ['its own IBAN', IBAN, IBAN],
  ['its own number', '00000070000', IBAN],
  ['the end of its number behind a mask', 'XXXXXXX0096', IBAN],
  ['the end of another number behind a mask', 'XXXXXXX0185', null],
  ['another known account', OTHER, null],
  ['the number of another known account', '12345678901', null],
  ['an unknown account', 'DE89370400440532013000', null],
])('a file that states %s', (_, stated, account) => {
  expect(accountInFolder(stated, known[0]!, known)).toBe(account);
});
