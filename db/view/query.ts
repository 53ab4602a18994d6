// What a person types into a search box, as terms: a text, an amount, or a range around an amount.
import { type Currency, exponentOf, mulDiv, parseMinor } from '../../sync/model/money.ts';
import { searchable } from '../store/scope.ts';

/** Every term has to fit. An exact amount may also be part of a number; one with a tolerance is an amount only. */
export type Term = { text: string | null; minor: Range | null };

/** An amount's size in minor units. */
export type Range = { from: number; to: number };

const BLANK = '[ \\u00a0\\u202f]';
/** Digits grouped by blanks belong together: '3 000,00'. */
const TERM = new RegExp(`\\d{1,3}(?:${BLANK}\\d{3})+(?:[.,]\\d+)?(?:~[\\d.,]+)?|\\S+`, 'g');
const AMOUNT = new RegExp(`^([\\d.,]|${BLANK})+$`);

/** Terms of a query; amounts are in this currency, whatever their sign. */
export function termsOf(query: string, currency: Currency): Term[] {
  return [...query.trim().matchAll(TERM)].map(([term]) => {
    const [amount = '', percent] = term.split('~');
    const minor = amountOf(amount, currency);
    if (minor === null) return { text: searchable(term), minor: null };
    if (percent === undefined) return { text: searchable(term), minor: { from: minor, to: minor } };
    // Hundredths of a percent.
    const tolerance = parseMinor(percent.replace(',', '.'), 'EUR') ?? 0;
    const by = mulDiv(minor, tolerance, 10_000, 'down');
    return { text: null, minor: { from: minor - by, to: minor + by } };
  });
}

/**
 * '3000', '3 000,00', '3000.00', '1.234,56': of two kinds of separator the last one is the decimal one; a single one
 * before exactly three digits groups thousands, unless the currency has three decimals.
 */
function amountOf(text: string, currency: Currency): number | null {
  if (!AMOUNT.test(text)) return null;
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  const at = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (at < 0) return parseMinor(plain, currency);
  const [whole, decimals] = [plain.slice(0, at), plain.slice(at + 1)];
  const kinds = new Set(plain.replace(/\d/g, ''));
  const grouping = kinds.size === 1 && decimals.length === 3 && exponentOf(currency) !== 3;
  const digits = whole.replace(/[.,]/g, '');
  return parseMinor(grouping ? digits + decimals : `${digits || '0'}.${decimals}`, currency);
}
