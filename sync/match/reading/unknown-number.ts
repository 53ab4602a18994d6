// Numbers that could be an invoice's and name no item: of the shape of ours, or brought in by "FACTURE N°".
import type { OpenItems } from '../open-items.ts';
import { NUMBER_DIGITS_STRONG } from '../policy.ts';
import { type Chunk, chunkAt, type Label } from './label.ts';
import { isMonth } from './period.ts';
import { runsInto } from './surroundings.ts';
import { isInvoiceWord, SUPPLY_WORDS } from './vocabulary.ts';

/** The end of a number that names no item of ours; null when chunk i begins none. */
export function unknownAt(chunks: readonly Chunk[], i: number, index: OpenItems): number | null {
  return shapedLikeOurs(chunks, i, index) ?? broughtIn(chunks, i);
}

/** A text of the shape of our numbers. */
function shapedLikeOurs(chunks: readonly Chunk[], i: number, index: OpenItems): number | null {
  const start = chunks[i]!;
  for (const series of index.series()) {
    if (series.count < 3) continue;
    let at = i;
    if (series.prefix !== '') {
      if (start.digits || !runsInto(start, chunks[at + 1], series.prefix)) continue;
      at += 1;
    } else if (!start.digits) continue;
    const digits = series.parts.filter((part) => part.kind !== 'letters');
    const taken = chunks.slice(at, at + digits.length);
    const running = taken.at(-1);
    if (taken.length < digits.length || !running || taken.some((chunk) => !chunk.digits || chunk.masked)) continue;
    if (taken.some((chunk, n) => n > 0 && chunk.gap === 'blank')) continue;
    const bare = series.prefix === '' && digits.length === 1;
    if (
      bare &&
      (running.text.length !== series.widthMax ||
        running.text.length < NUMBER_DIGITS_STRONG ||
        running.text[0] !== String(series.high)[0])
    )
      continue;
    if (!bare && digits.slice(0, -1).some((part, n) => part.kind === 'year' && !/^(?:20)?\d\d$/.test(taken[n]!.text)))
      continue;
    return at + digits.length;
  }
  return null;
}

/** Digits that "FACTURE N°" or a supply brings in, be it behind a letter or two ("FACTURE FV-88213", "FACTURE 08/4728", "INTERVENTION 2319"). */
function broughtIn(chunks: readonly Chunk[], i: number): number | null {
  const { digits, text } = chunks[i]!;
  return digits && text.length >= INVOICE_DIGITS_MIN && !isYear(chunks, i) && followsInvoice(chunks, i) ? i + 1 : null;
}

/** "MAI 2026", "05/2026", "T1 2026" and "ABONNEMENT 2026" say a time; "FACTURE 2026" does not. */
function isYear(chunks: readonly Chunk[], i: number): boolean {
  const before = chunks[i - 1];
  if (!before || !/^20[2-3]\d$/.test(chunks[i]!.text)) return false;
  return before.digits ? /^(?:0?\d|1[0-2])$/.test(before.text) : isMonth(before.text) || SUPPLY_WORDS.has(before.text);
}

/** True when "FACTURE N°" brings in what stands at this place of the label. */
export function isBroughtIn({ chunks }: Label, at: number | null): boolean {
  const i = at === null ? -1 : chunkAt(chunks, at);
  return i >= 0 && !isYear(chunks, i) && followsInvoice(chunks, i);
}

function followsInvoice(chunks: readonly Chunk[], i: number): boolean {
  let at = i - 1;
  for (let steps = 0; steps < 2 && at >= 0 && chunks[at]!.text.length <= 3; steps += 1) at -= 1;
  return at >= 0 && (isInvoiceWord(chunks[at]!.text) || SUPPLY_WORDS.has(chunks[at]!.text));
}

/** Digits of a number behind "invoice" that say which one is meant. */
const INVOICE_DIGITS_MIN = 4;
