// Amounts on screen: integer minor units to the reader's text and back, never through a float.

export type Language = 'fr' | 'en';

const NBSP = '\u00a0';
const MINUS = '\u2212';

/** ISO 4217 minor units where they are not two; a test holds this list against the model's. */
const EXPONENT: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

const SYMBOL: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', JPY: '¥' };

export function exponentOf(currency: string): number {
  return EXPONENT[currency] ?? 2;
}

/** '1 234,56' or '1,234.56': U+00A0 between thousands in French, a true minus, always the currency's decimals. */
export function amountText(minor: number, currency: string, language: Language): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = exponent === 0 ? digits : digits.slice(0, -exponent);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NBSP : ',');
  const decimals = exponent === 0 ? '' : (language === 'fr' ? ',' : '.') + digits.slice(-exponent);
  return (minor < 0 ? MINUS : '') + grouped + decimals;
}

/** The amount with its currency: '1 234,56 €' or '€1,234.56' in the company's own, else the code after it. */
export function moneyText(minor: number, currency: string, home: string, language: Language): string {
  const symbol = currency === home ? SYMBOL[currency] : undefined;
  if (symbol === undefined) return amountText(minor, currency, language) + NBSP + currency;
  if (language === 'fr') return amountText(minor, currency, language) + NBSP + symbol;
  return (minor < 0 ? MINUS : '') + symbol + amountText(Math.abs(minor), currency, language);
}

/** With its sign always: a change ('+12,50', '−12,50'). */
export function signedText(minor: number, currency: string, language: Language): string {
  return (minor > 0 ? '+' : '') + amountText(minor, currency, language);
}

/**
 * Reads what a person types: '1234,5', '1 234,50', '1,234.50', '1234.50', '-12'. The last comma or point is the decimal
 * mark when at most the currency's decimals follow it; marks before it group thousands.
 * Null when it is no amount, has too many decimals, or is too large for a safe integer.
 */
export function readAmount(text: string, currency: string): number | null {
  const bare = text
    .trim()
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^[\u2212\u2013]/, '-');
  const parts = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/.exec(bare);
  if (!parts) return null;
  const split = splitDecimals(parts[2] ?? '', exponentOf(currency));
  if (!split) return null;
  const minor = Number(split.whole + split.decimals.padEnd(exponentOf(currency), '0'));
  if (!Number.isSafeInteger(minor)) return null;
  return parts[1] === '-' && minor !== 0 ? -minor : minor;
}

function splitDecimals(text: string, exponent: number): { whole: string; decimals: string } | null {
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const tail = at < 0 ? '' : text.slice(at + 1);
  if (at < 0 || tail.length > exponent || exponent === 0)
    return isWhole(text, null) ? { whole: bareOf(text), decimals: '' } : null;
  const whole = text.slice(0, at);
  return whole === '' || isWhole(whole, text.charAt(at)) ? { whole: bareOf(whole), decimals: tail } : null;
}

/** Digits, or digits grouped by three with one and the same mark, which is not the decimal mark. */
function isWhole(digits: string, decimalMark: string | null): boolean {
  if (/^\d+$/.test(digits)) return true;
  const mark = digits.includes(',') ? ',' : '.';
  return mark !== decimalMark && digits.split(mark).every((part, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));
}

function bareOf(text: string): string {
  return text.replace(/[.,]/g, '');
}
