// Reads month names as a hint at the invoice of that month.
import type { Day } from '../../model/day.ts';
import type { Slot } from '../open-items.ts';
import { PERIOD_DAY_MAX } from '../policy.ts';
import type { Label } from './label.ts';
import { matchesOf } from './pattern.ts';
import type { Month, Reading } from './reading.ts';

const NAMES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    JANVIER: 1,
    JANV: 1,
    JANUARY: 1,
    JANUAR: 1,
    ENERO: 1,
    GENNAIO: 1,
    JANUARI: 1,
    FEVRIER: 2,
    FEV: 2,
    FEVR: 2,
    FEBRUARY: 2,
    FEBRUAR: 2,
    FEBRERO: 2,
    FEBBRAIO: 2,
    FEBRUARI: 2,
    MARS: 3,
    MARCH: 3,
    MARZ: 3,
    MAERZ: 3,
    MARZO: 3,
    MAART: 3,
    AVRIL: 4,
    AVR: 4,
    APRIL: 4,
    ABRIL: 4,
    APRILE: 4,
    MAI: 5,
    MAY: 5,
    MAYO: 5,
    MAGGIO: 5,
    MEI: 5,
    JUIN: 6,
    JUNE: 6,
    JUNI: 6,
    JUNIO: 6,
    GIUGNO: 6,
    JUILLET: 7,
    JUIL: 7,
    JULY: 7,
    JULI: 7,
    JULIO: 7,
    LUGLIO: 7,
    AOUT: 8,
    AUGUST: 8,
    AGOSTO: 8,
    AUGUSTUS: 8,
    SEPTEMBRE: 9,
    SEPT: 9,
    SEPTEMBER: 9,
    SEPTIEMBRE: 9,
    SETTEMBRE: 9,
    OCTOBRE: 10,
    OCT: 10,
    OCTOBER: 10,
    OKTOBER: 10,
    OCTUBRE: 10,
    OTTOBRE: 10,
    NOVEMBRE: 11,
    NOV: 11,
    NOVEMBER: 11,
    NOVIEMBRE: 11,
    DECEMBRE: 12,
    DEC: 12,
    DECEMBER: 12,
    DEZEMBER: 12,
    DICIEMBRE: 12,
    DICEMBRE: 12,
  }),
);

/** True for a month's name, written out or shortened. */
export function isMonth(word: string): boolean {
  return NAMES.has(word);
}

/** "06/2026", "2026-06": no part of a day or of a longer number. */
const MONTH_OF_YEAR =
  /(?<![A-Z\d/.-])(?:(0[1-9]|1[0-2])[/.-](20[2-3]\d)|(20[2-3]\d)[/.-](0[1-9]|1[0-2]))(?![/.-]?[A-Z\d])/g;
/** "T2 2026", "Q3", "2T2026", "3EME TRIMESTRE 2026". */
const QUARTER =
  /\b(?:[TQ]([1-4])|([1-4]) ?(?:ER|ERE|E|EME|ND)? ?(?:TRIM(?:ESTRE)?|QUARTER|QUARTAL|TRIMESTRE|KWARTAAL)|([1-4])[TQ](?=\b|20))(?:[ /.-]?(20[2-3]\d))?\b/g;

const HALVES = [
  [1, 2, 3, 4, 5, 6],
  [7, 8, 9, 10, 11, 12],
];

/** "S2 2026", "2EME SEMESTRE", "H1 2026": "S2" alone may be anything. */
const HALF = /\b(?:[SH]([12])[ /.-]?(20[2-3]\d)|([12]) ?(?:ER|E|EME|ND)? ?(?:SEMESTRE|HALBJAHR)(?: (20[2-3]\d))?)\b/g;

/**
 * Months in the label by name, with the year when it follows, or in figures, and quarters. A day before a name makes it a date;
 * figures that belong to a document's number (`taken`) are no month.
 */
export function readMonths(label: Label, taken: readonly { text: string; at: number | null }[]): Month[] {
  const months = byName(label);
  if (!/[1-4]/.test(label.plain)) return months;
  for (const match of matchesOf(MONTH_OF_YEAR, label.plain))
    put(months, match, [Number(match[1] ?? match[4])], match[2] ?? match[3], taken);
  for (const match of matchesOf(QUARTER, label.plain)) {
    const first = 3 * Number(match[1] ?? match[2] ?? match[3]) - 2;
    put(months, match, [first, first + 1, first + 2], match[4], taken);
  }
  for (const match of matchesOf(HALF, label.plain))
    put(months, match, HALVES[Number(match[1] ?? match[3]) - 1]!, match[2] ?? match[4], taken);
  return months;
}

function put(
  months: Month[],
  { index: at, 0: text }: RegExpExecArray,
  named: readonly number[],
  year: string | undefined,
  taken: readonly { text: string; at: number | null }[],
): void {
  if (taken.some((one) => one.at !== null && at < one.at + one.text.length && at + text.length > one.at)) return;
  for (const month of named)
    months.push({
      month,
      year: year === undefined ? null : Number(year),
      text: text.trim(),
      at,
      end: at + text.length,
    });
}

function byName(label: Label): Month[] {
  const months: Month[] = [];
  for (let i = 0; i < label.chunks.length; i += 1) {
    const chunk = label.chunks[i]!;
    const month = chunk.digits || chunk.at === null ? undefined : NAMES.get(chunk.text);
    if (month === undefined || chunk.at === null) continue;
    const before = label.chunks[i - 1];
    if (before?.digits && before.text.length <= 2) continue;
    const after = label.chunks[i + 1];
    const written = after?.digits && !after.masked ? after.text : '';
    const year = /^20\d\d$/.test(written) ? Number(written) : /^\d\d$/.test(written) ? 2000 + Number(written) : null;
    months.push({ month, year, text: chunk.text, at: chunk.at, end: year === null ? chunk.end : after!.end });
  }
  return months;
}

/** What stands here is a month, a quarter or the year of one ("T3 2026", "06.2026"), and no number. */
export function isPeriod(months: readonly Month[], from: number | null, end: number): boolean {
  return from !== null && months.some((month) => from >= month.at && end <= month.end);
}

/**
 * True when the label names the month in whose first days the item was issued, as subscriptions are.
 * An item of the end of a month may be for the next one: its month says nothing.
 */
export function isOfMonth(slot: Slot, reading: Reading): boolean {
  const day = slot.item.documentDay ?? slot.item.day;
  if (!isEarlyInMonth(slot)) return false;
  return reading.months.some(
    ({ month, year }) => Number(day.slice(5, 7)) === month && (year === null || Number(day.slice(0, 4)) === year),
  );
}

/** True when the item was issued in the first days of the month after the one that the label names. */
export function isOfNextMonth(slot: Slot, reading: Reading): boolean {
  if (!isEarlyInMonth(slot)) return false;
  const day = slot.item.documentDay ?? slot.item.day;
  const [issuedYear, issued] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return reading.months.some(({ month, year }) => {
    const next = (month % 12) + 1;
    return issued === next && (year === null || issuedYear === year + (next === 1 ? 1 : 0));
  });
}

/** Issued in the first days of a month, as subscriptions are. */
export function isEarlyInMonth(slot: Slot): boolean {
  const day = slot.item.documentDay ?? slot.item.day;
  return Number(day.slice(8)) <= PERIOD_DAY_MAX;
}

/** "FACTURE DU 12/05", "INVOICE 12.05.2026". */
const DAY_OF_INVOICE =
  /\b(?:FACT(?:URES?|S)?|FACTURA|FATTURA|FACTUUR|INVOICE|INV|RECHNUNG|RG) (?:(?:DU|DE|OF|DATED|FROM|VOM|DEL|VAN) (\d{1,2}[/.-]\d{1,2}(?:[/.-](?:20)?\d\d)?)|(\d{1,2}([/.-])\d{1,2}\3(?:20)?\d\d))(?![\d/-])/;

/** One digit each, and no year: as likely a share as a day. */
const FRACTION_DAY = / [1-9]\/[1-9]$/;

/** "ECHEANCE 30/04", "DUE 30.04.2026". */
const DAY_DUE =
  /\b(?:ECHEANCES?|ECH|DUE(?: DATE)?|FAE?LLIG|SCADENZA|SCAD|VENCIMIENTO|VTO|VERVALDAG) (?:(?:DU|AU|LE|ON|AM|DEL|AL) )?(\d{1,2}[/.-]\d{1,2}(?:[/.-](?:20)?\d\d)?)(?![\d/-])/;

/** The day of an invoice, or its due day, that the label gives, where it is none of the item's days; null where it is one, or none is given. */
export function otherDay({ item }: Slot, { label }: Reading): string | null {
  const match = DAY_OF_INVOICE.exec(label.plain) ?? DAY_DUE.exec(label.plain);
  // "ECHEANCE 2/3" is the second of three.
  if (!match || (label.plain.includes('ECH') && FRACTION_DAY.test(match[0]))) return null;
  const said = match[1] ?? match[2]!;
  const [date, month, year] = said.split(/[/.-]/).map(Number) as [number, number, number?];
  const isSaid = (day: Day | null) =>
    day !== null &&
    Number(day.slice(8)) === date &&
    Number(day.slice(5, 7)) === month &&
    (year === undefined || Number(day.slice(2, 4)) === year % 100);
  return [item.documentDay, item.day, item.dueDay].some(isSaid) ? null : said;
}
