// Account and creditor reference numbers with right keys, at banks that do not exist.

/** Bank codes that no bank bears. */
export const ARMELANE = '19999';
export const VALMORIN = '18888';
/** The bank code of the public treasury's accounts at the Banque de France; the branch and account used here are invented. */
export const PUBLIC_TREASURY = '30001';

/** A French IBAN with its RIB key (97 - (89 bank + 15 branch + 3 account) mod 97); `account` has eleven characters. */
export function frenchIban(bank: string, branch: string, account: string): string {
  const rib = `${bank}${branch}${ribDigits(account)}`;
  return iban('FR', `${bank}${branch}${account}${pad(97 - mod97(`${rib}00`), 2)}`);
}

/** A Belgian IBAN: ten digits, then their remainder by 97 (97 for 0). */
export function belgianIban(digits10: string): string {
  return iban('BE', digits10 + pad(mod97(digits10) || 97, 2));
}

/** An IBAN of a country whose own number has no key to reckon with: CH (17 digits), LU (16). */
export function plainIban(country: 'CH' | 'LU', digits: string): string {
  return iban(country, digits);
}

/** ISO 11649: RF, two check digits, then the reference (at most 21 letters and digits). */
export function creditorReference(reference: string): string {
  return `RF${pad(98 - mod97(digitsOf(`${reference}RF00`)), 2)}${reference}`;
}

/** A SIREN of the 9990… range, whose Luhn key is right and which no firm bears. */
export function siren(serial4: string): string {
  const body = `9990${serial4}`;
  for (let key = 0; key < 10; key++) if (luhn(`${body}${key}`) % 10 === 0) return `${body}${key}`;
  throw new Error('siren: no key');
}

function iban(country: string, bban: string): string {
  return `${country}${pad(98 - mod97(digitsOf(`${bban}${country}00`)), 2)}${bban}`;
}

/** ISO 7064 letters: A is 10, Z is 35. */
function digitsOf(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
}

/** The letters of a French account in its key: A and J are 1, B, K and S are 2, up to I, R and Z, 9. */
function ribDigits(account: string): string {
  return account.replace(/[A-Z]/g, (letter) => {
    const n = letter.charCodeAt(0) - 65;
    return String(n < 18 ? (n % 9) + 1 : n - 16);
  });
}

/** The remainder by 97 of a number too long for a number. */
function mod97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

function luhn(digits: string): number {
  let total = 0;
  for (let i = 0; i < digits.length; i++) {
    const n = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
    total += n > 9 ? n - 9 : n;
  }
  return total;
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
