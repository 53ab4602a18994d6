// Compares a number in the label with one candidate's: one slip of the finger, look-alike letters, or cut at the bank's column.
import { lettersOf, runningOf } from '../series.ts';
import type { Chunk } from './label.ts';
import { isPeriod } from './period.ts';
import type { Reading } from './reading.ts';

export type Damage = { kind: 'damaged' | 'cut'; text: string; at: number | null };

/** Letters that are read or typed for digits. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};

/** How the label's text could be this number, damaged; null when it could not. Settled items and exact hits are not looked at here. */
export function damageOf(reading: Reading, number: string): Damage | null {
  // Every guess of a line asks for its own number and its rivals' again.
  if (asked.reading !== reading) asked = { reading, known: new Map() };
  const known = asked.known.get(number);
  if (known !== undefined) return known;
  const damage = compared(reading, number);
  asked.known.set(number, damage);
  return damage;
}

/** What was found for the line asked about last: lines are judged one after another. */
let asked: { reading: Reading | null; known: Map<string, Damage | null> } = { reading: null, known: new Map() };

function compared(reading: Reading, number: string): Damage | null {
  const parts = runningOf(number);
  if (!parts || number.length < 4) return null;
  const { chunks } = reading.label;
  const prefix = lettersOf(number);
  for (let i = 0; i < chunks.length; i += 1) {
    let text = '';
    for (let to = i; to < Math.min(chunks.length, i + 6); to += 1) {
      // A word before it may have run into the number: only the letters that are the number's own count.
      const own = to === i && prefix !== '' && !chunks[i]!.digits && chunks[i]!.text.endsWith(prefix);
      text += own ? prefix : chunks[to]!.text;
      if (text.length > number.length + 3) break;
      if (to > i && chunks[to]!.at === null) break;
      if (isPeriod(reading.months, chunks[i]!.at, chunks[to]!.end)) continue;
      const kind = compare(text, number, parts, chunks, i, to, reading.label.cut);
      if (kind) return { kind, text: textOf(reading, chunks[i]!, chunks[to]!, text), at: chunks[i]!.at };
    }
  }
  return null;
}

/** True when the label, cut by the bank, ends with what may be the beginning of this number, however little of it is left. */
export function mayBeCut(reading: Reading, number: string): boolean {
  if (!reading.label.cut) return false;
  const placed = reading.label.chunks.filter((chunk) => chunk.at !== null);
  let text = '';
  for (let i = placed.length - 1; i >= 0 && text.length < number.length; i -= 1) {
    text = placed[i]!.text + text;
    if (text.length >= CUT_MIN && number.startsWith(text)) return true;
  }
  return false;
}

/** Characters that a beginning needs before it says anything. */
const CUT_MIN = 3;

type Parts = { head: string; running: string; tail: string };

function compare(
  text: string,
  number: string,
  parts: Parts,
  chunks: readonly Chunk[],
  from: number,
  to: number,
  cut: boolean,
): Damage['kind'] | null {
  if (chunks[from]!.masked && chunks[to]!.masked) return null;
  if (!/[\dOILSB]/.test(text)) return null;
  // Only the label is cut: an id beside it is whole.
  const last = chunks[to]!.at !== null && (to === chunks.length - 1 || chunks[to + 1]!.at === null);
  if (last && cut && isBeginning(text, number, parts)) return 'cut';
  if (text.length < number.length - 1 || text.length > number.length + 1) return null;
  if (isOfOtherPeriod(text, number, chunks.slice(from, to + 1))) return null;
  if (looksLike(text, number)) return 'damaged';
  return number.length >= 5 && withinOneSlip(text, number) ? 'damaged' : null;
}

/**
 * The year or the month of the number differs, and is a possible one: numbers begin anew with each, so that it is another
 * document's ("FA-2025-00123" for FA-2026-00123), not a slip.
 */
function isOfOtherPeriod(text: string, number: string, chunks: readonly Chunk[]): boolean {
  if (text.length !== number.length || text === number) return false;
  let at = 0;
  for (const [i, { text: piece, digits }] of chunks.entries()) {
    const own = number.slice(at, at + piece.length);
    const isLast = i === chunks.length - 1;
    // A year may run on into the running number: "FA202500123".
    const length = isLast && piece.length > 4 ? 4 : piece.length;
    const rest = text.slice(at + length);
    if (digits && rest !== '' && piece.slice(0, length) !== own.slice(0, length)) {
      const isSame = rest === number.slice(at + length) && text.slice(0, at) === number.slice(0, at);
      return isSame && PERIODS.some((one) => one.test(piece.slice(0, length)) && one.test(own.slice(0, length)));
    }
    at += piece.length;
  }
  return false;
}

/** Years of four and of two digits, and months. */
const PERIODS = [/^20[1-3]\d$/, /^[1-3]\d$/, /^(?:0[1-9]|1[0-2])$/];

/** A cut number keeps its head and at least one digit of the running number; the word before may have run into it. */
function isBeginning(text: string, number: string, parts: Parts): boolean {
  const begun = Math.max(parts.head.length + 1, number.length - 4);
  for (let length = number.length - 1; length >= begun; length -= 1) {
    if (
      text.endsWith(number.slice(0, length)) &&
      (text.length === length || /^[A-Z]+$/.test(text.slice(0, text.length - length)))
    )
      return true;
  }
  return false;
}

/** The same but for letters that are read or typed for digits. */
function looksLike(text: string, number: string): boolean {
  if (text.length !== number.length) return false;
  for (let i = 0; i < text.length; i += 1) {
    const [a, b] = [text[i]!, number[i]!];
    if (a !== b && (LOOKALIKE[a] ?? a) !== (LOOKALIKE[b] ?? b)) return false;
  }
  return true;
}

/** True when one insertion, deletion, replacement, or swap of neighbours turns one text into the other (Damerau-Levenshtein 1). */
export function withinOneSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

function textOf(reading: Reading, first: Chunk, last: Chunk, squashed: string): string {
  return first.at === null ? squashed : reading.label.plain.slice(first.at, last.end);
}
