// A bank label cut into runs of letters and of digits, with their places in the raw text.
import type { BankLine } from '../../model/statement.ts';
import { LIMITS } from '../policy.ts';
import { plain, squash } from '../squash.ts';
import { matchesOf } from './pattern.ts';

export type Chunk = {
  readonly text: string;
  readonly digits: boolean;
  /** Place in the label; null for text that stands in another field. */
  readonly at: number | null;
  readonly end: number;
  /** What separates it from the chunk before: nothing, a sign without blank, a blank, or only the end of a bank's line. */
  readonly gap: 'none' | 'sign' | 'blank' | 'wrap';
  /** Part of a telephone number, date, amount or account: no invoice number unless written with its letters. */
  readonly masked: boolean;
};

/** `plain` is the label in capitals without accents, same positions; `cut` is true when a bank's column may have cut it. */
export type Label = { readonly plain: string; readonly chunks: readonly Chunk[]; readonly cut: boolean };

/** Columns at which banks cut remittance text: 35 of old formats, 140 of SEPA, 27, 31 and 70 of others. */
const COLUMNS = [27, 31, 32, 35, 70, 105, 140];

/** Widths of the lines in which banks deliver longer text; the lines come joined by a blank. */
const LINES = [31, 35, 65, 70];

const PHONE = /(?<![\dA-Z/.-])(?:(?:\+|00)\d{2} ?(?:\(0\) ?)?|0)[1-9]([ .-]?)\d{2}(?:\1\d{2}){3}(?!\d)/g;
const PHONE_DIGITS_MIN = 10;
const NAMED_NUMBER =
  /\b(?:TEL|TELEPHONE|FAX|PORT|MOBILE|PHONE|SIRET|SIREN|RCS|APE|NAF|TVA|VAT|CP|BP)\b[ .:]*(?:FR ?\d\d ?)?(?:\d[\d .]*\d|\d)/g;
const DATE = /(?<!\d)(?:\d{1,2}([/.-])\d{1,2}\1(?:20[0-3]\d|\d{2})|20[0-3]\d-\d{2}-\d{2})(?![\d/-])/g;
const AMOUNT =
  /(?<![\d/.,-])\d{1,3}(?:[ .]?\d{3})*[.,]\d{2}(?![\d/-])(?: ?(?:EUR|€|EUROS?))?|(?<![\d/.,-])\d+ ?(?:EUR|EUROS?|€)(?![A-Z])|(?:(?<![A-Z])EUR|€) ?\d+(?![\d/-])/g;
/** Norway's accounts, the shortest, have 15 characters; the pattern asks for 16. */
const ACCOUNT_MIN = 16;
const ACCOUNT = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g;

/** Reads the label and, after it, the fields in which payers also write numbers. */
export function readLabel(line: Pick<BankLine, 'label' | 'references' | 'endToEndId'>): Label {
  const text = plain(line.label.length > LIMITS.labelMax ? line.label.slice(0, LIMITS.labelMax) : line.label);
  const chunks = chunksOf(text, masksOf(text), true);
  for (const field of line.references) chunks.push(...chunksOf(plain(field.slice(0, 64)), [], false));
  const end = line.endToEndId;
  if (end !== null && end !== '' && !/^NOT ?PROVIDED$/i.test(end))
    chunks.push(...chunksOf(plain(end.slice(0, 64)), [], false));
  return { plain: text, chunks: chunks.slice(0, LIMITS.chunksMax), cut: isCut(text) };
}

/** Which chunk begins at this place of the label; -1 when none does. */
export function chunkAt(chunks: readonly Chunk[], at: number): number {
  return chunks.findIndex((chunk) => chunk.at === at);
}

function chunksOf(text: string, masks: readonly [number, number][], placed: boolean): Chunk[] {
  const chunks: Chunk[] = [];
  const wraps = placed ? wrapsOf(text) : NO_WRAPS;
  let last = -1;
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === 'other') {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && kindOf(text.charCodeAt(end)) === kind) end += 1;
    const from = at;
    chunks.push({
      text: text.slice(from, end),
      digits: kind === 'digit',
      at: placed ? from : null,
      end,
      // Fields other than the label start apart, as after a blank.
      gap: last < 0 ? 'blank' : from === last ? 'none' : gapOf(text, last, from, wraps),
      masked: masks.length > 0 && masks.some(([open, close]) => from >= open && end <= close),
    });
    last = end;
    at = end;
  }
  return chunks;
}

function kindOf(unit: number): 'letter' | 'digit' | 'other' {
  if (unit >= 65 && unit <= 90) return 'letter';
  return unit >= 48 && unit <= 57 ? 'digit' : 'other';
}

function gapOf(text: string, from: number, to: number, wraps: ReadonlySet<number>): Chunk['gap'] {
  if (to === from + 1 && wraps.has(from)) return 'wrap';
  if (to === from + 1) return BLANK.test(text[from]!) ? 'blank' : 'sign';
  return BLANK.test(text.slice(from, to)) ? 'blank' : 'sign';
}

const BLANK = /\s/;

const NO_WRAPS: ReadonlySet<number> = new Set();

/** Places of blanks at which full lines of a bank's width meet: the text before may go on behind them. */
function wrapsOf(text: string): ReadonlySet<number> {
  if (text.length <= LINES[0]!) return NO_WRAPS;
  const wraps = new Set<number>();
  for (const width of LINES) {
    for (let at = width; at < text.length - 1 && text[at] === ' '; at += width + 1) wraps.add(at);
  }
  return wraps;
}

function masksOf(text: string): [number, number][] {
  const masks: [number, number][] = [];
  const digits = digitsIn(text);
  if (digits === 0) return masks;
  // A day and an amount have a sign in them, or a currency; most labels have neither.
  const signed = /[/.,-]/.test(text) || /EUR|€/.test(text);
  for (const pattern of digits < PHONE_DIGITS_MIN ? [NAMED_NUMBER] : [PHONE, NAMED_NUMBER]) put(masks, pattern, text);
  if (signed) for (const pattern of [DATE, AMOUNT]) put(masks, pattern, text);
  if (text.length < ACCOUNT_MIN) return masks;
  for (const match of matchesOf(ACCOUNT, text)) {
    if (isAccount(squash(match[0]))) masks.push([match.index, match.index + match[0].length]);
  }
  return masks;
}

function put(masks: [number, number][], pattern: RegExp, text: string): void {
  for (const match of matchesOf(pattern, text)) masks.push([match.index, match.index + match[0].length]);
}

function digitsIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if (kindOf(text.charCodeAt(i)) === 'digit') count += 1;
  return count;
}

/** The check of ISO 13616: the number with its first four characters at the end leaves 1 modulo 97. */
function isAccount(text: string): boolean {
  return remainder97(text.slice(4) + text.slice(0, 4)) === 1;
}

/** The remainder modulo 97 of a text in which letters count 10 to 35 (ISO 7064). */
export function remainder97(text: string): number {
  let rest = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    rest = unit <= 57 ? (rest * 10 + (unit - 48)) % 97 : (rest * 100 + (unit - 55)) % 97;
  }
  return rest;
}

function isCut(text: string): boolean {
  const whole = text.trimEnd();
  // The mark that a bank puts before the payer's text ("/REMI/", "SVWZ+") was not there when the column was cut.
  const mark = MARK.exec(whole)?.[0].length ?? 0;
  return endsAtColumn(whole.length) || (mark > 0 && endsAtColumn(whole.length - mark));
}

const MARK = /^(?:\/[A-Z]{3,5}\/|[A-Z]{4}\+)/;

function endsAtColumn(length: number): boolean {
  return COLUMNS.some((column) => length <= column && length >= column - 1);
}
