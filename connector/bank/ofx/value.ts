// Amounts and days as OFX files write them, which is seldom as the specification does.
import { type Day, dayOf, parseCompactDay } from '../../../sync/model/day.ts';
import { type Currency, exponentOf } from '../../../sync/model/money.ts';
import type { Decimal } from '../../../sync/model/statement.ts';
import { plainDecimal } from '../decimal.ts';

/**
 * Reads an amount: point or comma as the decimal mark, thousands in groups of three, a sign before or behind, a currency
 * sign. Null when it is no number or could be two ('1,234' is one only in a currency of three decimals).
 */
export function amountOf(text: string, currency: Currency | null): Decimal | null {
  const plain = /^-?\d+(?:\.\d+)?$/.test(text) ? plainDecimal(text) : null;
  if (plain !== null) return plain;
  const parts = /^([+-]?)(?:R?[$€£]|[A-Z]{3})?([+-]?)([\d.,]+)(-?)(?:[$€£]|[A-Z]{3})?$/.exec(
    text.replace(/[\s'\u00a0\u202f]/g, ''),
  );
  if (!parts) return null;
  const signs = parts[1]! + parts[2]! + parts[4]!;
  const digits = plainDigits(parts[3]!, currency);
  return signs.length > 1 || digits === null ? null : plainDecimal(signs + digits);
}

function plainDigits(text: string, currency: Currency | null): string | null {
  const mark = decimalMark(text, currency);
  if (mark === undefined) return null;
  const at = mark === null ? text.length : text.lastIndexOf(mark);
  const whole = text.slice(0, at);
  const isGrouped = /^\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+)$/.test(whole);
  if (!/^\d*$/.test(whole) && !isGrouped) return null;
  const decimals = text.slice(at + 1);
  return whole.replace(/[.,]/g, '') + (decimals === '' ? '' : `.${decimals}`);
}

/** The decimal mark of the text; null when it has none, undefined when it could be either. */
function decimalMark(text: string, currency: Currency | null): '.' | ',' | null | undefined {
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (points === 0 && commas === 0) return null;
  if (points > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  if (points + commas > 1) return null;
  if (points === 1) return '.';
  const isThree = /^\d{1,3},\d{3}$/.test(text);
  return isThree && (currency === null || exponentOf(currency) !== 3) ? undefined : ',';
}

/** A file has many entries and few days: each is read once. */
const DAYS = new Map<string, Day | null>();
const DAYS_MAX = 10_000;

/**
 * Reads the day of an OFX time ('20250331233000.000[+2:CEST]' is 31 March): the day that stands there, without zone
 * arithmetic, is the day on the paper statement. Null when it is no day of the calendar.
 */
export function localDay(text: string): Day | null {
  const key = text.slice(0, 10);
  const known = DAYS.get(key);
  if (known !== undefined) return known;
  const day = readDay(key);
  if (DAYS.size < DAYS_MAX) DAYS.set(key, day);
  return day;
}

function readDay(text: string): Day | null {
  if (/^\d{8}/.test(text)) return parseCompactDay(text.slice(0, 8));
  const parts = /^(\d{4})[-/](\d{2})[-/](\d{2})/.exec(text);
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** Whether a text in a place for days says in its way that there is none. */
export function isNoDay(text: string): boolean {
  return /^[0*\s]*$/.test(text.replace(/\[.*$/, ''));
}
