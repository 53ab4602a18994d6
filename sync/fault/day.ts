// A day in a sentence, as the reader's language writes it.
import { type Day, parseDay } from '../model/day.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/;

/** '20/11/2026', or '20 Nov 2026'. */
export function dayText(day: Day, language: 'fr' | 'en'): string {
  const [year, month, dayOfMonth] = day.split('-');
  return language === 'fr'
    ? `${dayOfMonth}/${month}/${year}`
    : `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** A text that is a day, or a day with its hour, as it stands in a sentence; any other text as it is. */
export function momentText(text: string, language: 'fr' | 'en'): string {
  const [, date = '', hour] = MOMENT.exec(text) ?? [];
  const day = parseDay(date);
  if (day === null) return text;
  return `${dayText(day, language)}${hour === undefined ? '' : `${language === 'fr' ? ' à' : ','} ${hour}`}`;
}
