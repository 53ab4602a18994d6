// What stands before a number: words that bring in an invoice, or one that may make something else of it.
import type { Chunk } from './label.ts';
import { bringsInvoice, ONLY_NUMBER, OPENING_WORDS, OURS, THEIRS } from './vocabulary.ts';

/**
 * The word before the number at `from` that does not say "invoice" or "payment", and so may say what else it numbers ("BAIL",
 * "RESERVATION"); null where none stands there. "VIREMENT N°" numbers the transfer, not the invoice.
 */
export function strangeWordBefore(chunks: readonly Chunk[], from: number): string | null {
  const placed = chunks[from]!.at !== null;
  let at = from - 1;
  // Numbers before it are of the same list, or numbers of the payer's: the word before them counts.
  while (at >= 0 && chunks[at]!.digits) at -= 1;
  if (at < 0 || (chunks[at]!.at !== null) !== placed) return null;
  const word = chunks[at]!.text;
  if (isPayersOwn(chunks, at)) return word;
  if (!ONLY_NUMBER.has(word)) return opens(word) ? null : word;
  const earlier = at > 0 ? chunks[at - 1]! : null;
  return earlier === null || earlier.digits || bringsInvoice(earlier.text) ? null : earlier.text;
}

/** True where the word at once before the number, its "N°" aside, brings in an invoice. */
export function isCalledInvoice(chunks: readonly Chunk[], from: number): boolean {
  const at = ONLY_NUMBER.has(chunks[from - 1]?.text ?? '') ? from - 2 : from - 1;
  return at >= 0 && !chunks[at]!.digits && bringsInvoice(chunks[at]!.text);
}

/** The word before the number that calls it a credit note's, or what one is for ("AVOIR N°", "CREDIT NOTE", "AVOIR SUR FACTURE"); null where none does. */
export function creditWordBefore(chunks: readonly Chunk[], from: number): string | null {
  const at = ONLY_NUMBER.has(chunks[from - 1]?.text ?? '') ? from - 2 : from - 1;
  const word = chunks[at]?.text ?? '';
  if (word === 'NOTE' && CREDIT.test(chunks[at - 1]?.text ?? '')) return `${chunks[at - 1]!.text} ${word}`;
  if (CREDIT.test(word)) return word;
  // "AVOIR SUR FACTURE N° 12": banks never call a transfer so, as they do with "CREDIT".
  for (let back = at; back >= 0 && at - back < BETWEEN_MAX; back -= 1) {
    const { text, digits } = chunks[back]!;
    if (/^AVOIRS?$/.test(text)) return text;
    if (digits || !opens(text)) return null;
  }
  return null;
}

/** Words that may stand between a credit note's word and the number of the invoice that it is for. */
const BETWEEN_MAX = 4;

const CREDIT = /^(?:AVOIRS?|CREDIT|CREDITO|CREDITN\w*|GUTSCHRIFT\w*|ABONO)$/;

/** True for a word of a payment, of a list or of an invoice. */
export function opens(word: string): boolean {
  return OPENING_WORDS.has(word) || bringsInvoice(word);
}

/** "N/REF", "OUR REF": the payer's own number, unless another one is called ours beside it. */
function isPayersOwn(chunks: readonly Chunk[], at: number): boolean {
  const whose = at > 0 ? chunks[at - 1]! : null;
  return (
    whose !== null &&
    OURS.has(whose.text) &&
    REFERENCE.test(chunks[at]!.text) &&
    !chunks.some((chunk, i) => THEIRS.has(chunk.text) && REFERENCE.test(chunks[i + 1]?.text ?? ''))
  );
}

const REFERENCE = /^(?:REF|RIF|KENMERK|ZEICHEN)/;
