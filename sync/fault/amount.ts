// An amount in a sentence, as the reader's language writes it.
import { formatMinor, type Money } from '../model/money.ts';

const NBSP = '\u00a0';
const SIGNS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$' };

/** '1 234,56 €' with no-break spaces and a true minus; '€1,234.56'. A currency without a sign of its own: its code, after. */
export function amountText({ minor, currency }: Money, language: 'fr' | 'en'): string {
  const [whole = '', decimals] = formatMinor(Math.abs(minor), currency).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NBSP : ',');
  const digits = decimals === undefined ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${decimals}`;
  const minus = minor < 0 ? '\u2212' : '';
  const sign = SIGNS[currency];
  if (language === 'en' && sign !== undefined) return `${minus}${sign}${digits}`;
  return `${minus}${digits}${NBSP}${sign ?? currency}`;
}
