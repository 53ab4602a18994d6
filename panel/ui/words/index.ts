// The language in force, its words, and its way of writing amounts, days and hours.
import { computed, signal } from '@preact/signals';
import type { Day } from '../../../sync/model/day.ts';
import { utc } from '../day.ts';
import { amountText, type Language, moneyText, signedText } from '../money.ts';
import { en } from './en.ts';
import { fr, type Words } from './fr.ts';

export type { Language } from '../money.ts';
export type { Words } from './fr.ts';

const WORDS: Record<Language, Words> = { fr, en };

export const language = signal<Language>('fr');
/** The company's currency and today, known once the session answers. */
export const home = signal<string>('EUR');
export const today = signal<Day>('1970-01-01');

export const words = computed<Words>(() => WORDS[language.value]);

/** Every way of writing that depends on the language; a view that reads it is drawn again when the language changes. */
export const write = computed(() => writerOf(language.value, home.value, today.value));

export type Writer = ReturnType<typeof writerOf>;

export function writerOf(lang: Language, homeCurrency: string, todayDay: Day) {
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const long = lang === 'fr' ? null : format({ day: 'numeric', month: 'short', year: 'numeric' });
  const short = lang === 'fr' ? null : format({ day: 'numeric', month: 'short' });
  const heading = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const headingYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const count = (n: number) => amountText(n, 'JPY', lang);
  const tenths = (n: number) => {
    const size = Math.abs(n);
    return `${n < 0 ? '\u2212' : ''}${count(Math.floor(size / 10))}${lang === 'fr' ? ',' : '.'}${size % 10}`;
  };
  const slashed = (day: Day) => `${day.slice(8)}/${day.slice(5, 7)}`;
  const isThisYear = (day: Day) => day.slice(0, 4) === todayDay.slice(0, 4);
  const dayText = (day: Day) => (long ? long.format(utc(day)) : `${slashed(day)}/${day.slice(0, 4)}`);
  const shortDay = (day: Day) => (isThisYear(day) ? (short ? short.format(utc(day)) : slashed(day)) : dayText(day));
  return {
    lang,
    count,
    /** Figures alone: '1 234,56'. */
    amount: (minor: number, currency: string = homeCurrency) => amountText(minor, currency, lang),
    money: (minor: number, currency: string = homeCurrency) => moneyText(minor, currency, homeCurrency, lang),
    signed: (minor: number, currency: string = homeCurrency) => signedText(minor, currency, lang),
    day: dayText,
    /** Without the year when it is this year's. */
    shortDay,
    /** 'Lundi 16 novembre', with the year when it is not this year's. */
    heading: (day: Day) => capital((isThisYear(day) ? heading : headingYear).format(utc(day)).replace(',', '')),
    /** The reader's own clock. */
    hour: (instant: string) => hour.format(new Date(instant)),
    /** The day on the reader's calendar, which near midnight is not the day of UTC. */
    dayAt: (instant: string) => shortDay(localDay(new Date(instant))),
    /** An integer of percents, or of tenths of a percent: percent(696, 1) is '69,6 %'. */
    percent: (n: number, decimals: 0 | 1 = 0) => {
      const digits = decimals === 0 ? `${n < 0 ? '\u2212' : ''}${count(Math.abs(n))}` : tenths(n);
      return `${digits}${lang === 'fr' ? '\u00a0' : ''}%`;
    },
    /** An integer of tenths: tenths(696) is '69,6'. */
    tenths,
    /** Somebody's words: '« avoir à venir »', or '“credit note to come”'. */
    quoted: (text: string) => (lang === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`),
    /** 'FR76 3000 4000 …' in groups of four; other account numbers as they are. */
    account: (text: string) =>
      /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(text) ? text.replace(/(.{4})(?=.)/g, '$1 ') : text,
  };
}

function localDay(date: Date): Day {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` as Day;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
