// Reads month names as a hint at the invoice of that month.
import type { Slot } from '../open-items.ts';
import { PERIOD_DAY_MAX } from '../policy.ts';
import type { Label } from './label.ts';
import type { Month, Reading } from './reading.ts';

const NAMES: Readonly<Record<string, number>> = {
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
};

/** Month names in the label, with the year when it follows. A day before the name makes it a date, not a period. */
export function readMonths(label: Label): Month[] {
  const months: Month[] = [];
  label.chunks.forEach((chunk, i) => {
    const month = chunk.digits || chunk.at === null ? undefined : NAMES[chunk.text];
    if (month === undefined || chunk.at === null) return;
    const before = label.chunks[i - 1];
    if (before?.digits && before.text.length <= 2) return;
    const after = label.chunks[i + 1];
    const written = after?.digits && !after.masked ? after.text : '';
    const year = /^20\d\d$/.test(written) ? Number(written) : /^\d\d$/.test(written) ? 2000 + Number(written) : null;
    months.push({ month, year, text: chunk.text, at: chunk.at });
  });
  return months;
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
