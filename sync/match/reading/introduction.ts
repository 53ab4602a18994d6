// What stands before a number: words that bring in an invoice, or one that may make something else of it.
import type { Chunk } from './label.ts';
import { INVOICE_WORDS, NUMBER_WORDS, ONLY_NUMBER, OPENING_WORDS } from './vocabulary.ts';

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
  if (!ONLY_NUMBER.has(word)) return opens(word) ? null : word;
  const earlier = at > 0 ? chunks[at - 1]! : null;
  return earlier === null || earlier.digits || bringsInvoice(earlier.text) ? null : earlier.text;
}

function opens(word: string): boolean {
  return OPENING_WORDS.has(word) || bringsInvoice(word);
}

/** "FACTURE", "FACT", "REF", also run together or cut: "FACTU", "NREF". */
function bringsInvoice(word: string): boolean {
  return (
    INVOICE_WORDS.has(word) || (word.length >= 3 && NUMBER_WORDS.some((one) => one.length >= 3 && one.startsWith(word)))
  );
}
