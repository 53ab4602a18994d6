// How people write an invoice's number into a transfer: rightly, loosely, wrongly.
import { cut } from './bank-text.ts';
import { type Document, numberOf } from './document.ts';
import type { Random } from './random.ts';

/** FAC/2026/00871 in its parts. */
function partsOfNumber(document: Document): { series: string; year: string; serial: string } {
  const [series = '', year = '', serial = ''] = numberOf(document).split('/');
  return { series, year, serial };
}

const STYLES: readonly ((p: { series: string; year: string; serial: string }) => string)[] = [
  (p) => `${p.series}/${p.year}/${p.serial}`,
  (p) => `FACTURE ${p.series}/${p.year}/${p.serial}`,
  (p) => `${p.series}-${p.year}-${p.serial}`,
  (p) => `${p.series} ${p.year} ${p.serial}`,
  (p) => `REF ${p.series}${p.year}${p.serial}`,
  (p) => `FACT ${p.series}/${p.year}/${p.serial} VERDANNE`,
];

/** The whole number, in the customer's own way. */
export function cited(document: Document): string {
  const style = STYLES[document.customer.style % STYLES.length] ?? STYLES[0]!;
  return style(partsOfNumber(document));
}

/** Only the last digits, as after the first number of a list. */
export function tail(document: Document): string {
  return partsOfNumber(document).serial;
}

const SLIPS: readonly ((p: { series: string; year: string; serial: string }, random: Random) => string)[] = [
  (p) => `${p.series}/${p.year}/${p.serial.replaceAll('0', 'O')}`,
  (p) => `${p.series}/${p.year}/${p.serial.replace(/^0+/, '')}`,
  (p) => `${p.series}/${p.year.slice(2)}/${p.serial}`,
  (p) => `${p.series}/${p.year}/${swapped(p.serial)}`,
  (p, random) => `${p.series}/${p.year}/${oneDigitOff(p.serial, random)}`,
  (p) => `FACT ${p.year}${p.serial.slice(1)}`,
  (p) => `FA/${p.year}/${p.serial}`,
  (p) => `${p.series}/${p.year} / ${p.serial.slice(0, 3)} ${p.serial.slice(3)}`,
];

/** The number with one of the slips that fingers and scanners make; `turn` chooses which. */
export function mistyped(document: Document, turn: number, random: Random): string {
  const slip = SLIPS[turn % SLIPS.length] ?? SLIPS[0]!;
  return slip(partsOfNumber(document), random);
}

/** One text in fields of 35 characters, as SWIFT and older banks carry it: words are broken anywhere. */
export function wrapped(text: string, width = 35): string[] {
  const fields: string[] = [];
  for (let i = 0; i < text.length; i += width) fields.push(text.slice(i, i + width));
  return fields;
}

export function cutAt(text: string, length: 35 | 140): string {
  return cut(text, length);
}

function swapped(serial: string): string {
  for (let i = serial.length - 1; i > 0; i--) {
    if (serial[i] !== serial[i - 1]) return serial.slice(0, i - 1) + serial[i] + serial[i - 1] + serial.slice(i + 1);
  }
  return serial;
}

function oneDigitOff(serial: string, random: Random): string {
  const digit = (Number(serial.at(-2)) + random.int(1, 9)) % 10;
  return serial.slice(0, -2) + digit + serial.at(-1);
}
