// One cell of a bank's table: an amount in any of the usual writings, a day in a given order.
import { type Day, dayOf } from '../../../sync/model/day.ts';
import type { Decimal } from '../../../sync/model/statement.ts';
import type { DateOrder, DecimalMark } from '../../../sync/model/table.ts';
import { negated, plainDecimal } from '../decimal.ts';
import { monthOf } from './month-table.ts';

/** '="0012"' is how programs keep a spreadsheet from reading a text as a number; any other formula stays a text. */
const KEPT_AS_TEXT = /^="([^"]*)"$/;

export function cellText(cell: string): string {
  const text = cell.replace(/\s+/gu, ' ').trim();
  return KEPT_AS_TEXT.exec(text)?.[1] ?? text;
}

const CURRENCY_AROUND =
  /^(?:EUR|USD|GBP|CHF|CAD|JPY|MAD|TND|XOF|[€$£])|(?:EUR|USD|GBP|CHF|CAD|JPY|MAD|TND|XOF|[€$£])$/gu;

/** The amount's digits and marks without blanks, quotes and the currency's name, and its sign; null when it is no amount. */
export function bareAmount(text: string): { digits: string; isNegative: boolean } | null {
  let rest = text
    .replace(/[\s'’\u00a0\u202f]/gu, '')
    .replace(/[−–]/gu, '-')
    .replace(/^([+-])[€$£]/u, '$1')
    .replace(CURRENCY_AROUND, '');
  const side = /^(.*\d)(CR|DR|[CDHS])$/i.exec(rest);
  const isDebit = side !== null && /^[DS]/i.test(side[2]!);
  if (side) rest = side[1]!;
  const inBrackets = /^\((.*)\)$/.exec(rest);
  if (inBrackets) rest = inBrackets[1]!;
  const signs = /^([+-]?)([\d.,]*\d[\d.,]*)([+-]?)$/.exec(rest);
  if (!signs || (signs[1] !== '' && signs[3] !== '')) return null;
  const minus = [signs[1] === '-' || signs[3] === '-', inBrackets !== null, isDebit].filter(Boolean).length;
  return minus > 1 ? null : { digits: signs[2]!, isNegative: minus === 1 };
}

/** '1 234,56', "1'234.56", '(12,00)', '12.00-', '12,00 D', '€5': plain decimal text, signed; null when it is none of that mark. */
export function amountOf(text: string, mark: DecimalMark): Decimal | null {
  const bare = bareAmount(text);
  if (!bare) return null;
  const [point, group] = mark === '.' ? ['\\.', ','] : [',', '\\.'];
  const shape = new RegExp(`^(?:\\d{1,3}(?:${group}\\d{3})+|\\d*)(?:${point}\\d*)?$`);
  if (!shape.test(bare.digits)) return null;
  const decimal = plainDecimal(bare.digits.replaceAll(mark === '.' ? ',' : '.', ''), mark);
  return decimal !== null && bare.isNegative ? negated(decimal) : decimal;
}

const TIME = '(?:[T ]\\d{1,2}[:h]\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AP]M)?(?:Z| ?[+-]\\d{2}:?\\d{2})?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const COMPACT_YEAR_LAST = /^(\d{2})(\d{2})(\d{4})$/;
const NAMED = new RegExp(`^(\\d{1,2})[-/. ]+(\\p{L}{3,12})\\.?[-/. ,]+(\\d{4}|\\d{2})${TIME}$`, 'u');
const NAMED_FIRST = new RegExp(`^(\\p{L}{3,12})\\.? (\\d{1,2}),? (\\d{4})${TIME}$`, 'u');

/** The day that the cell begins with; an hour after it is left out. Null when it is no day in this order. */
export function dayIn(text: string, order: DateOrder): Day | null {
  const first = YEAR_FIRST.exec(text) ?? compact(text);
  if (first) return dayOf(Number(first[1]), Number(first[2]), Number(first[3]));
  const named = NAMED.exec(text);
  if (named) return dayWith(named[3]!, monthOf(named[2]!), Number(named[1]));
  const namedFirst = NAMED_FIRST.exec(text);
  if (namedFirst) return dayWith(namedFirst[3]!, monthOf(namedFirst[1]!), Number(namedFirst[2]));
  const last = YEAR_LAST.exec(text) ?? COMPACT_YEAR_LAST.exec(text);
  if (!last) return null;
  const [a, b, c] = [last[1]!, last[2]!, last[3]!];
  if (order === 'dmy') return dayWith(c, Number(b), Number(a));
  if (order === 'mdy') return dayWith(c, Number(a), Number(b));
  return c.length === 2 ? dayWith(a.padStart(2, '0'), Number(b), Number(c)) : null;
}

function compact(text: string): RegExpExecArray | null {
  const parts = COMPACT.exec(text);
  return parts && /^(?:19|20)/.test(parts[1]!) ? parts : null;
}

/** Two digits are a year of this century: no bank sends older ones. */
function dayWith(year: string, month: number | null, dayOfMonth: number): Day | null {
  return month === null ? null : dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, dayOfMonth);
}
