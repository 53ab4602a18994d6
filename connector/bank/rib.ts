// The French account identity (RIB) as an IBAN: files that name bank, branch and number apart leave out both keys.
import { composeIBAN } from 'ibantools';

/** Letters of an account number count as digits: A to I are 1 to 9, J to R 1 to 9, S to Z 2 to 9. */
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, i) => [letter, String(i < 18 ? (i % 9) + 1 : (i % 9) + 2)]),
);

/**
 * The IBAN of a French account: bank and branch of five digits, number of eleven digits or letters.
 * The key of the RIB is 97 − (89 bank + 15 branch + 3 number) mod 97 (Banque de France). Null when the parts have another
 * shape, or when the file gives the key and it does not fit.
 */
export function ibanOfRib(bank: string, branch: string, number: string, key: string | null = null): string | null {
  if (!/^\d{5}$/.test(bank) || !/^\d{5}$/.test(branch) || !/^[0-9A-Z]{11}$/.test(number)) return null;
  const digits = [...number].map((it) => LETTERS[it] ?? it).join('');
  const remainder = (89 * Number(bank) + 15 * Number(branch) + 3 * Number(digits)) % 97;
  const expected = String(97 - remainder).padStart(2, '0');
  if (key !== null && key.padStart(2, '0') !== expected) return null;
  return composeIBAN({ countryCode: 'FR', bban: bank + branch + number + expected });
}
