// How the cells of a report read in each language: amounts, days, shares.
import { dayText } from '../../sync/fault/day.ts';
import { type Day, parseDay } from '../../sync/model/day.ts';
import { formatMinor, type Money } from '../../sync/model/money.ts';
import type { CellKind, Language, Sheet, SheetCell, SheetColumn, SheetRow } from '../../sync/model/sheet.ts';

const NBSP = '\u00a0';

/** 'plain' for another program (-1234,56); 'read' for a person (−1 234,56). */
export type Hand = 'plain' | 'read';

/** Of a row's cell: a row may say what its numbers are. */
export function kindOf(row: SheetRow, column: SheetColumn | undefined): CellKind {
  const own = column?.kind ?? 'text';
  return own === 'text' || own === 'day' ? own : (row.as ?? own);
}

/** A day is 20/11/2026 in French; in English as ISO 8601 writes it, where no order of day and month can be mistaken. */
export function cellText(cell: SheetCell, kind: CellKind, sheet: Sheet, language: Language, hand: Hand): string {
  if (cell === null) return '';
  if (typeof cell === 'object') {
    const [about, gap] = [cell.about && hand === 'read' ? `≈${NBSP}` : '', hand === 'read' ? NBSP : ' '];
    return `${about}${amountText(cell, language, hand)}${gap}${cell.currency}`;
  }
  if (typeof cell === 'string') return kind === 'day' && isDay(cell) && language === 'fr' ? dayText(cell, 'fr') : cell;
  if (kind === 'money') return amountText({ minor: cell, currency: sheet.currency }, language, hand);
  if (kind === 'percent' || kind === 'tenths') {
    const figure = decimal(formatMinor(cell * 10, 'EUR').slice(0, -1), language, hand);
    return figure + (kind === 'percent' && hand === 'read' ? `${NBSP}%` : '');
  }
  return decimal(String(cell), language, hand);
}

/** With the currency of the amounts, which no cell repeats. */
export function factsOf({ facts, columns, currency }: Sheet, language: Language): string[] {
  if (!columns.some((column) => column.kind === 'money')) return facts;
  return [...facts, `${language === 'fr' ? 'Montants en' : 'Amounts in'} ${currency}`];
}

export function amountText({ minor, currency }: Money, language: Language, hand: Hand): string {
  return decimal(formatMinor(minor, currency), language, hand);
}

/** Of a decimal with a point. */
function decimal(text: string, language: Language, hand: Hand): string {
  const [whole = '', decimals] = text.replace('-', '').split('.');
  const grouped = hand === 'plain' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NBSP : ',');
  const sign = text.startsWith('-') ? (hand === 'plain' ? '-' : '\u2212') : '';
  return sign + grouped + (decimals === undefined ? '' : (language === 'fr' ? ',' : '.') + decimals);
}

/** The head of a group may stand in a column of days. */
export function isDay(text: string): text is Day {
  return parseDay(text) !== null;
}
