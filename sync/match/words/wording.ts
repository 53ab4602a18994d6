// How amounts, days and counts are written in a reason.
import { dayText } from '../../fault/day.ts';
import { parseDay } from '../../model/day.ts';
import type { Reason } from '../../model/match.ts';
import { formatMinor } from '../../model/money.ts';

export type Language = 'fr' | 'en';
export type Params = Reason['params'];
export type Sentences = Readonly<Record<string, Readonly<Record<Language, (p: Params) => string>>>>;

const NBSP = '\u00a0';

/** '1 234,56 €' with hard blanks, or '€1,234.56'; other currencies by their code after the amount. */
export function money(p: Params, key: string, language: Language): string {
  const currency = String(p['currency'] ?? 'EUR');
  const plain = formatMinor(Number(p[key] ?? 0), currency);
  const [whole, decimals] = plain.replace('-', '').split('.');
  const minus = plain.startsWith('-') ? '\u2212' : '';
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NBSP : ',');
  const amount = decimals === undefined ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${decimals}`;
  if (currency !== 'EUR') return `${minus}${amount}${NBSP}${currency}`;
  return language === 'fr' ? `${minus}${amount}${NBSP}€` : `${minus}€${amount}`;
}

/** '20/11/2026' or '20 Nov 2026'. */
export function day(p: Params, key: string, language: Language): string {
  const text = parseDay(String(p[key] ?? ''));
  return text === null ? '' : dayText(text, language);
}

export function documents(p: Params, language: Language): string {
  const count = Number(p['count'] ?? 0);
  if (language === 'fr') return count === 1 ? '1 pièce' : `${count} pièces`;
  return count === 1 ? '1 document' : `${count} documents`;
}

export function times(p: Params, language: Language): string {
  const count = Number(p['count'] ?? 0);
  if (language === 'fr') return `${String(count).replace(/\B(?=(\d{3})+$)/g, NBSP)} fois`;
  return count === 1 ? 'once' : `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} times`;
}

/** Why less came, as the label says. */
const LESS: Readonly<Record<string, { fr: string; en: string }>> = {
  discount: {
    fr: ' : le libellé parle d’un escompte, qui ne résulte pas des conditions',
    en: ': the label speaks of a discount that the terms do not grant',
  },
  retention: {
    fr: ' : le libellé parle d’une retenue de garantie',
    en: ': the label speaks of a retention',
  },
  dispute: { fr: '', en: '' },
};

/** What the label says of a shortfall; that it says nothing where it does not. */
export function why(p: Params, language: Language): string {
  return LESS[String(p['said'])]?.[language] ?? (language === 'fr' ? ', sans explication' : ', unexplained');
}
