// Money: a safe integer of minor units with its currency. A decimal never becomes a float.

/** ISO 4217 code in capitals. */
export type Currency = string;

/** `minor` is a safe integer of the currency's minor unit (cents for EUR, yen for JPY, millimes for TND). */
export type Money = { readonly minor: number; readonly currency: Currency };

export type Rounding = 'half-up' | 'half-even' | 'down';

/** ISO 4217 minor unit where it is not two. */
const EXPONENT: Readonly<Record<Currency, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/** Digits after the decimal point in this currency (ISO 4217; two where the list says nothing else). */
export function exponentOf(currency: Currency): number {
  return EXPONENT[currency] ?? 2;
}

/**
 * Reads a plain decimal text ('-1234.5') as minor units.
 * Null when it is no decimal, has more decimals than the currency (trailing zeros aside), or is not a safe integer.
 */
export function parseMinor(text: string, currency: Currency): number | null {
  const parts = DECIMAL.exec(text);
  if (!parts) return null;
  const exponent = exponentOf(currency);
  const decimals = (parts[3] ?? '').replace(/0+$/, '');
  if (decimals.length > exponent) return null;
  const digits = Number(parts[2] + decimals.padEnd(exponent, '0'));
  if (!Number.isSafeInteger(digits)) return null;
  return parts[1] === '-' && digits !== 0 ? -digits : digits;
}

/** Minor units as plain decimal text, for files and exchange: formatMinor(-5, 'EUR') is '-0.05'. */
export function formatMinor(minor: number, currency: Currency): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The sum; a sum beyond safe integers is our error and throws. */
export function sum(minors: Iterable<number>): number {
  let total = 0;
  for (const minor of minors) total += minor;
  return safe(total);
}

/** a × b ÷ c in exact integers, rounded as named. Halves go away from zero ('half-up') or to the even neighbour. */
export function mulDiv(a: number, b: number, c: number, rounding: Rounding): number {
  if (c === 0) throw new Error('mulDiv: division by zero');
  const product = BigInt(safe(a)) * BigInt(safe(b));
  const divisor = BigInt(safe(c));
  const sign = product < 0n === divisor < 0n ? 1n : -1n;
  const n = product < 0n ? -product : product;
  const d = divisor < 0n ? -divisor : divisor;
  const quotient = n / d;
  const twice = (n % d) * 2n;
  const up = rounding !== 'down' && (twice > d || (twice === d && (rounding === 'half-up' || quotient % 2n === 1n)));
  return safe(Number(sign * (quotient + (up ? 1n : 0n))));
}

/**
 * Shares a total by weights (not negative, not all zero); the shares always sum to the total.
 * What rounding leaves goes one unit at a time to the largest remainders, the first of equals first.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const weightSum = sum(weights);
  if (weightSum <= 0 || weights.some((weight) => weight < 0)) throw new Error('allocate: weights must be positive');
  const sign = total < 0 ? -1 : 1;
  const amount = Math.abs(safe(total));
  const shares = weights.map((weight) => mulDiv(amount, weight, weightSum, 'down'));
  const remainder = (i: number) => (BigInt(amount) * BigInt(weights[i]!)) % BigInt(weightSum);
  const order = weights.map((_, i) => i).sort((i, j) => Number(remainder(j) - remainder(i)) || i - j);
  let rest = amount - sum(shares);
  for (const i of order) {
    if (rest === 0) break;
    shares[i]! += 1;
    rest -= 1;
  }
  if (rest !== 0) throw new Error('allocate: a remainder was not distributed');
  return shares.map((share) => (share === 0 ? 0 : sign * share));
}

function safe(minor: number): number {
  if (!Number.isSafeInteger(minor)) throw new Error(`money: ${minor} is not a safe integer of minor units`);
  return minor === 0 ? 0 : minor;
}
