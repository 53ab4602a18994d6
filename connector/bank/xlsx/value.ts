// What a number of a spreadsheet says: an amount as plain decimal text, or a day. No formula is ever worked out.
import { addDays } from '../../../sync/model/day.ts';

/** Spreadsheets count with so many digits; what stands behind them is noise of binary fractions. */
const SIGNIFICANT_DIGITS = 15;
/** 31 December 9999 as a serial. */
const SERIAL_MAX = 2_958_465;

/** '1234.5600000000002' is '1234.56', '1E-2' is '0.01'; null when the text is no number. */
export function decimalOf(text: string): string | null {
  const parts = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!parts) return null;
  const whole = parts[2]!;
  const digits = (whole + (parts[3] ?? '')).replace(/^0+(?=\d)/, '');
  const stripped = whole.length + (parts[3] ?? '').length - digits.length;
  const point = whole.length - stripped + Number(parts[4] ?? 0);
  const rounded = roundedDigits(digits);
  const shift = rounded.length - digits.length;
  const at = point + shift;
  const padded = at <= 0 ? `${'0'.repeat(1 - at)}${rounded}` : rounded.padEnd(at, '0');
  const before = at <= 0 ? 1 : at;
  const decimals = padded.slice(before).replace(/0+$/, '');
  const magnitude = padded.slice(0, before) + (decimals === '' ? '' : `.${decimals}`);
  return parts[1] === '-' && /[1-9]/.test(magnitude) ? `-${magnitude}` : magnitude;
}

/** The digits, those beyond the significant ones rounded to zero; one digit longer where the carry runs through. */
function roundedDigits(digits: string): string {
  if (digits.length <= SIGNIFICANT_DIGITS) return digits;
  const kept = BigInt(digits.slice(0, SIGNIFICANT_DIGITS)) + (digits.charAt(SIGNIFICANT_DIGITS) >= '5' ? 1n : 0n);
  return kept.toString() + '0'.repeat(digits.length - SIGNIFICANT_DIGITS);
}

/** The day of a serial number, its hours left out; null below the first day and above the last. */
export function dayOfSerial(text: string, isFrom1904: boolean): string | null {
  const whole = Number(/^\d{1,7}/.exec(decimalOf(text) ?? '')?.[0] ?? Number.NaN);
  if (!(whole >= 1 && whole <= SERIAL_MAX)) return null;
  // The first system has a 29 February 1900 that never was; after it the count is right from 30 December 1899.
  return addDays(isFrom1904 ? '1904-01-01' : whole > 60 ? '1899-12-30' : '1899-12-31', whole);
}

/** Built-in formats of ECMA-376 18.8.30 that show a day, those of East Asia included. */
const BUILT_IN_DAYS: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 58],
];

/** Whether a number of this format is shown as a day: by its number, or by a year, month or day in its code. */
export function showsDay(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DAYS.some(([from, to]) => from <= formatId && formatId <= to);
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  return /[dyj]/i.test(bare) && !/general/i.test(bare);
}
