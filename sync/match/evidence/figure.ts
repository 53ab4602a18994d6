// Doubts where the line does not name what it pays and its figures may say something else: a number, a count, a year, a share.
import type { Reason } from '../../model/match.ts';
import type { Hypothesis } from '../hypotheses/hypothesis.ts';
import { statedDay } from '../hypotheses/sums.ts';
import { issueDay, type Slot } from '../open-items.ts';
import type { Chunk } from '../reading/label.ts';
import { matchesOf } from '../reading/pattern.ts';
import { isEarlyInMonth, isMonth, isPeriod } from '../reading/period.ts';
import type { Reading } from '../reading/reading.ts';
import { isInvoiceWord, ONLY_NUMBER, SUPPLY_WORDS } from '../reading/vocabulary.ts';
import { piecesOf } from '../series.ts';
import { because, type Situation } from '../situation.ts';
import { plain } from '../squash.ts';

/** Of a guess whose items the line does not name. */
export function figures(guess: Hypothesis, { reading }: Situation): Reason[] {
  const slots = guess.shares.map(({ slot }) => slot);
  const doubts: Reason[] = [];
  const number = shortNumber(reading, slots);
  if (number !== null) doubts.push(because('cites-unknown', { text: number }));
  const count = COUNT.exec(reading.label.plain);
  if (count && countOf(count[1]!) !== slots.length)
    doubts.push(because('count-other', { text: count[0], count: slots.length }));
  if (PART.test(reading.label.plain)) doubts.push(because('word-partial'));
  const said = otherAmount(reading, slots);
  if (said !== null) doubts.push(because('amount-other', { text: said }));
  const time = otherYear(reading, slots) ?? issuedLater(reading, slots);
  if (time !== null) doubts.push(because('period-other', { text: time }));
  return doubts;
}

/** "FACTURE 57", "LOYER 03": too short to be looked for among our numbers, and neither the end nor the month of what is guessed. */
function shortNumber(reading: Reading, slots: readonly Slot[]): string | null {
  const { chunks } = reading.label;
  const found = chunks.find(
    (chunk, i) =>
      isFree(chunk, reading) &&
      chunk.text.length < DIGITS_LOOKED_FOR &&
      !isCutOff(chunks, i, reading) &&
      followsDocument(chunks, i) &&
      !isMonth(chunks[i + 1]?.text ?? '') &&
      !slots.some((slot) => isPieceOf(chunk.text, slot) || isDayOf(chunk, chunks[i + 1], slot)) &&
      Number(chunk.text) * 100 !== reading.amount,
  );
  return found?.text ?? null;
}

/** All that the bank's column left of a number. */
function isCutOff(chunks: readonly Chunk[], i: number, { label: { cut } }: Reading): boolean {
  return cut && (chunks[i + 1]?.at ?? null) === null;
}

/** Digits from which a number behind "FACTURE" is read as one of ours or of nobody's. */
const DIGITS_LOOKED_FOR = 4;

/** Digits of the label that are no telephone number, no amount, no day and no number of ours. */
function isFree({ digits, masked, at, end }: Chunk, { mentions, months }: Reading): boolean {
  return (
    digits &&
    !masked &&
    at !== null &&
    !isPeriod(months, at, end) &&
    !mentions.some((one) => one.at !== null && at >= one.at && at < one.at + one.text.length)
  );
}

function followsDocument(chunks: readonly Chunk[], i: number): boolean {
  const at = ONLY_NUMBER.has(chunks[i - 1]?.text ?? '') ? i - 2 : i - 1;
  const word = chunks[at]?.text ?? '';
  return isInvoiceWord(word) || SHORT_WORDS.has(word) || SUPPLY_WORDS.has(word);
}

const SHORT_WORDS: ReadonlySet<string> = new Set(['FA', 'FAC', 'FACS', 'FRA', 'FRAS', 'FT', 'INV', 'INVS']);

/** "123" of FA-2026-00123 and, where that is all that it has behind zeros, "7" of FA-2026-00007. */
function isPieceOf(text: string, { item }: Slot): boolean {
  return piecesOf(plain(item.document ?? '')).some(
    (piece) =>
      (text.length >= END_MIN && piece.endsWith(text)) || (/^\d+$/.test(piece) && Number(piece) === Number(text)),
  );
}

/** Digits that the end of a number needs: with fewer, every tenth or hundredth number ends so. */
const END_MIN = 3;

/** "12/01" of an invoice of 12 January, "01" and "1/2026" of one of the first days of that month. */
function isDayOf({ text }: Chunk, next: Chunk | undefined, slot: Slot): boolean {
  const [year, month, day] = issueDay(slot.item).split('-').map(Number) as [number, number, number];
  const second = next?.digits && next.gap === 'sign' ? Number(next.text) : null;
  if (second !== null && Number(text) === day && second === month) return true;
  return Number(text) === month && isEarlyInMonth(slot) && (second === null || second % 100 === year % 100);
}

/** "2 FACTURES", "TROIS LOYERS". */
const COUNT =
  /(?<![\d/.,-])\b([2-9]|[1-3]\d|DEUX|TROIS|QUATRE|CINQ|TWO|THREE|FOUR|ZWEI|DREI|VIER|DOS|TRES|TWEE|DRIE) (?:FACTURES|FACTS|FACS|INVOICES|INVS|RECHNUNGEN|FACTURAS|FRAS|FATTURE|FACTUREN|LOYERS|MENSUALITES|ABONNEMENTS)\b/;

const NUMERALS: readonly (readonly string[])[] = [
  ['DEUX', 'TWO', 'ZWEI', 'DOS', 'TWEE'],
  ['TROIS', 'THREE', 'DREI', 'TRES', 'DRIE'],
  ['QUATRE', 'FOUR', 'VIER'],
  ['CINQ'],
];

function countOf(text: string): number {
  const place = NUMERALS.findIndex((words) => words.includes(text));
  return place < 0 ? Number(text) : place + 2;
}

/** "1/3", "2 SUR 4", "50 %": a share of something; a day stands behind its word. */
const PART =
  /(?<!\b(?:DU|LE|AU|ON|VOM|AM|PER|DEL|AL|VAN|OP) )(?<![\d/.,-])[1-9] ?(?:\/|SUR) ?(?:[2-9]|1[0-2])(?![\d/.,-])|\d ?%/;

/** "FACTURE DE 250,00 EUR" beside 100.00: the amounts that the label states, where none of them is the line's or the item's. */
function otherAmount({ label, amount, line }: Reading, slots: readonly Slot[]): string | null {
  const known = new Set([amount, Math.abs(line.instructed?.amountMinor ?? amount)]);
  for (const { item, residual } of slots) known.add(Math.abs(item.amountMinor)).add(Math.abs(residual));
  const said = matchesOf(AMOUNT, label.plain).map(([text]) => text);
  return said.some((text) => known.has(Number(text.replace(/\D/g, '')))) ? null : (said[0] ?? null);
}

/** With its decimals and the euro's name, and not called a charge. */
const AMOUNT =
  /(?<![\d/.,-])(?<!(?:FRAIS|COM|COMMISSION|CHARGES?|FEES?|DE 0) )\d{1,3}(?:[ .]?\d{3})*[.,]\d{2} ?(?:EUR|€)/g;

/** A year that is neither that of the invoice nor of its due day, nor the next one, for which one invoices from October on. */
function otherYear(reading: Reading, slots: readonly Slot[]): string | null {
  const { chunks } = reading.label;
  const found = chunks.find((chunk, i) => {
    if (!isFree(chunk, reading) || !/^20[1-4]\d$/.test(chunk.text)) return false;
    const next = chunks[i + 1];
    const within = (chunk.gap !== 'blank' && i > 0 && chunks[i - 1]!.digits) || (next?.digits && next.gap !== 'blank');
    return !within && !slots.some((slot) => isYearOf(Number(chunk.text), slot));
  });
  return found?.text ?? null;
}

function isYearOf(year: number, { item }: Slot): boolean {
  const issued = issueDay(item);
  const own = Number(issued.slice(0, 4));
  if (year === own || year === Number(item.dueDay?.slice(0, 4))) return true;
  return year === own + 1 && Number(issued.slice(5, 7)) >= NEXT_YEAR_FROM;
}

/** Month from which next year's services are invoiced. */
const NEXT_YEAR_FROM = 10;

/** "SOLDE AU 31/01" does not pay what was issued later. */
function issuedLater(reading: Reading, slots: readonly Slot[]): string | null {
  const day = reading.intents.has('balance') ? statedDay(reading) : null;
  if (day === null || !slots.some(({ item }) => issueDay(item) > day)) return null;
  return day.split('-').reverse().join('/');
}
