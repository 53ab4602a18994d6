// Words of a label that the engine understands: all others may say that the money is for something that no invoice asks for.
import { abbreviates, nameWords } from '../company-name.ts';
import type { Chunk } from './label.ts';
import { isMonth } from './period.ts';
import type { Reading } from './reading.ts';
import {
  bringsInvoice,
  COURTESY,
  DAY_WORDS,
  EXCLUDE,
  LIST_WORDS,
  ONLY_NUMBER,
  OPENING_WORDS,
  OTHER_KIND,
  RANGE_WORDS,
  SUPPLY_WORDS,
  THEIRS,
} from './vocabulary.ts';

const UNDERSTOOD = [OPENING_WORDS, LIST_WORDS, ONLY_NUMBER, DAY_WORDS, EXCLUDE, RANGE_WORDS, COURTESY, SUPPLY_WORDS];

/** Money that the payer owes us by a credit note of his own; German and Spanish banks call every receipt one, unless a number follows. */
const CREDIT_WORDS: ReadonlySet<string> = new Set(['AVOIR', 'AVOIRS', 'NOTE']);
const BANKS_CREDIT: ReadonlySet<string> = new Set(['GUTSCHRIFT', 'ABONO']);

/** Letters below which a word is an initial, an article or a mark. */
const WORD_MIN = 3;

/**
 * The first word of the label that says neither payment nor invoice nor a supply of ours, and is in none of these names; null where
 * every word is understood. Letters within numbers, accounts and codes are no words. Where the bank cut the label, `heads`, letters
 * at which numbers begin, may be all that is left of one.
 */
export function strangeWord(reading: Reading, names: readonly string[], heads: readonly string[]): string | null {
  const { chunks, cut } = reading.label;
  let own: readonly string[] | null = null;
  for (let i = 0; i < chunks.length && chunks[i]!.at !== null; i += 1) {
    const { text, digits, masked, at } = chunks[i]!;
    const next = chunks[i + 1];
    if (isTheirPayment(chunks, i)) return `${text} ${next!.text}`;
    if (digits || masked || (text.length < WORD_MIN && !isMark(chunks, i))) continue;
    if (isSaidElsewhere(chunks, i, reading)) continue;
    if (isUnderstood(text) && !(CREDIT_WORDS.has(text) || (BANKS_CREDIT.has(text) && numberAfter(chunks, i)?.digits)))
      continue;
    if (next?.digits && next.gap !== 'blank') continue;
    if (i > 0 && chunks[i - 1]!.digits && chunks[i]!.gap === 'none') continue;
    if (reading.mentions.some((one) => one.at !== null && at! >= one.at && at! < one.at + one.text.length)) continue;
    own ??= names.flatMap(nameWords);
    if (own.some((word) => abbreviates(text, word))) continue;
    // The bank's column ends within it.
    if (cut && (next === undefined || next.at === null) && (heads.includes(text) || mayGoOn(text))) continue;
    return text;
  }
  return null;
}

function isUnderstood(word: string): boolean {
  return UNDERSTOOD.some((set) => set.has(word)) || bringsInvoice(word) || isMonth(word);
}

/** True for what may be the beginning of a word that is understood. */
function mayGoOn(text: string): boolean {
  return UNDERSTOOD.some((set) => [...set].some((word) => word.startsWith(text)));
}

/** Two letters right before digits say what these number ("OT 2319", "BT N° 12"), as words do. */
function isMark(chunks: readonly Chunk[], i: number): boolean {
  return chunks[i]!.text.length === 2 && numberAfter(chunks, i)?.digits === true;
}

/** "VOTRE VIREMENT", "YOUR PAYMENT": the payer speaks of money that we sent. */
function isTheirPayment(chunks: readonly Chunk[], i: number): boolean {
  return THEIRS.has(chunks[i]!.text) && PAYMENT.test(chunks[i + 1]?.text ?? '');
}

const PAYMENT =
  /^(?:REGL|RGLT|RGT|VIR|VRT|PAIE|PAYM|PMT|TRANSF|VERSEMENT|ZAHLUNG|UE?BERWEISUNG|PAGO|PAGAMENTO|BONIFICO|BETALING|OVERSCHRIJVING)/;

/** A slip of cheques is doubted as such, and a word for an order before the customer's order number says what the number is. */
function isSaidElsewhere(chunks: readonly Chunk[], i: number, { intents, mentions }: Reading): boolean {
  const { text } = chunks[i]!;
  if (intents.has('cheque') && SLIP.test(text)) return true;
  if (!OTHER_KIND.has(text)) return false;
  const number = numberAfter(chunks, i);
  return number?.digits === true && mentions.some(({ type, at }) => type === 'order' && at === number.at);
}

/** What stands after a word, or after its "N°". */
function numberAfter(chunks: readonly Chunk[], i: number): Chunk | undefined {
  return chunks[ONLY_NUMBER.has(chunks[i + 1]?.text ?? '') ? i + 2 : i + 1];
}

const SLIP = /^(?:REM|REMISES?|CHEQUES?|CHQS?|BORDEREAUX?|BORD)$/;
