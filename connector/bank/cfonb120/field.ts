// The columns of CFONB 120 records, and how their amounts and days are written.
import { type Day, dayOf } from '../../../sync/model/day.ts';
import type { Decimal } from '../../../sync/model/statement.ts';
import { negated, plainDecimal } from '../decimal.ts';

/** First and last column of a field, counted from 1 as the CFONB brochure does ('Relevé de compte', July 2004). */
export const COLUMNS = {
  code: [1, 2],
  bank: [3, 7],
  branch: [12, 16],
  currency: [17, 19],
  decimals: [20, 20],
  account: [22, 32],
  operation: [33, 34],
  day: [35, 40],
  reject: [41, 42],
  valueDay: [43, 48],
  label: [49, 79],
  entryNumber: [82, 88],
  amount: [91, 104],
  reference: [105, 120],
  qualifier: [46, 48],
  information: [49, 118],
} as const satisfies Record<string, readonly [number, number]>;

export type Column = keyof typeof COLUMNS;

/** A field as it stands, blanks included. */
export function field(record: string, column: Column): string {
  const [first, last] = COLUMNS[column];
  return record.slice(first - 1, last);
}

/** A field without the blanks around it; null when it is empty. */
export function textOf(record: string, column: Column): string | null {
  const text = field(record, column).trim();
  return text === '' ? null : text;
}

/** The last digit carries the sign; é and è stand for { and } where the text went through the French ISO 646 set. */
const POSITIVE = '{ABCDEFGHI';
const NEGATIVE = '}JKLMNOPQR';

/** Reads '0000000012005{' with 2 decimals as 120.05 … signed; null when a digit or the sign is none. */
export function signedAmount(text: string, decimals: string): Decimal | null {
  const last = text.slice(-1).replace('é', '{').replace('è', '}').toUpperCase();
  const positive = POSITIVE.indexOf(last);
  const negative = NEGATIVE.indexOf(last);
  if (last === '' || (positive < 0 && negative < 0)) return null;
  const amount = pointed(text.slice(0, -1).trim() + Math.max(positive, negative), decimals);
  return amount !== null && negative >= 0 ? negated(amount) : amount;
}

/** Digits with so many decimals as a plain decimal; null when they are no digits. */
export function pointed(digits: string, decimals: string): Decimal | null {
  if (!/^\d+$/.test(digits) || !/^\d$/.test(decimals)) return null;
  const places = Number(decimals);
  const padded = digits.padStart(places + 1, '0');
  return plainDecimal(places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`);
}

/** Years of two digits: 70 and above are of the last century, when the format began. */
const LAST_CENTURY_FROM = 70;

/** Reads 'DDMMYY'. Null for blanks and zeros, undefined when it is no day. */
export function dayIn(text: string): Day | null | undefined {
  if (/^[0 ]*$/.test(text)) return null;
  if (!/^\d{6}$/.test(text)) return undefined;
  const year = Number(text.slice(4));
  const century = year < LAST_CENTURY_FROM ? 2000 : 1900;
  return dayOf(century + year, Number(text.slice(2, 4)), Number(text.slice(0, 2))) ?? undefined;
}
