// The folder that a file lay in, one per account: it says whose the file is where the file does not, and never otherwise.
import type { BankAccount } from '../model/company.ts';
import { accountOf, normal } from './account.ts';

/** The shortest name of an account that the company does not know yet: a day or a year is no account. */
const NAME_CHARS_MIN = 10;
const NAME_DIGITS_MIN = 8;
/** A shorter number, or what a mask leaves of one, is none to go by; it must still be a part of the folder's. */
const CLEAR_CHARS_MIN = 8;
const MASK = /[*•#]+|X{3,}/gi;

/** The account a folder of this name is for; null for any other folder. One that the company does not know is itself. */
export function folderAccount(accounts: readonly BankAccount[], name: string): BankAccount | null {
  const known = accountOf(accounts, name);
  if (known) return known;
  const account = normal(name);
  const isAccount = account.length >= NAME_CHARS_MIN && account.replace(/\D/g, '').length >= NAME_DIGITS_MIN;
  return isAccount ? { account, name, ledgerAccount: null, journal: null, currency: '' } : null;
}

/**
 * Whose a file is that says `stated` of its account and lies in the folder of `folder`: the text to look the account up by,
 * or null when it is of another account.
 */
export function accountInFolder(
  stated: string | null,
  folder: BankAccount,
  accounts: readonly BankAccount[],
): string | null {
  const shown = normal((stated ?? '').replace(MASK, ''));
  const names = [folder.account, folder.iban ?? ''].map(normal);
  if (stated === null || shown.length < CLEAR_CHARS_MIN)
    return names.some((name) => name.includes(shown)) ? folder.account : null;
  const known = accountOf(accounts, stated);
  if (known) return known.account === folder.account ? known.account : null;
  return accountOf([folder], stated) ? folder.account : null;
}
