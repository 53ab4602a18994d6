// Words of a label that the engine understands: all others may say that the money is for something that no invoice asks for.
import { abbreviates, nameWords } from '../company-name.ts';
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
  RANGE_WORDS,
  SUPPLY_WORDS,
} from './vocabulary.ts';

const UNDERSTOOD = [OPENING_WORDS, LIST_WORDS, ONLY_NUMBER, DAY_WORDS, EXCLUDE, RANGE_WORDS, COURTESY, SUPPLY_WORDS];

/** Money that the payer owes us by a credit note of his own; a German bank calls every receipt one, unless a number follows. */
const CREDIT_WORDS: ReadonlySet<string> = new Set(['AVOIR', 'AVOIRS', 'NOTE']);
const BANKS_CREDIT = 'GUTSCHRIFT';

/** Letters below which a word is an initial, an article or a mark. */
const WORD_MIN = 3;

/**
 * The first word of the label that says neither payment nor invoice nor a supply of ours, and is in none of these names; null where
 * every word is understood. Letters within numbers, accounts and codes are no words.
 */
export function strangeWord(reading: Reading, names: readonly string[]): string | null {
  const { chunks, cut } = reading.label;
  let own: readonly string[] | null = null;
  for (let i = 0; i < chunks.length && chunks[i]!.at !== null; i += 1) {
    const { text, digits, masked, at } = chunks[i]!;
    const next = chunks[i + 1];
    if (digits || masked || text.length < WORD_MIN) continue;
    if (isUnderstood(text) && !(CREDIT_WORDS.has(text) || (text === BANKS_CREDIT && next?.digits === true))) continue;
    if (next?.digits && next.gap !== 'blank') continue;
    if (i > 0 && chunks[i - 1]!.digits && chunks[i]!.gap === 'none') continue;
    // The bank's column ends within it.
    if (cut && (next === undefined || next.at === null)) continue;
    if (reading.mentions.some((one) => one.at !== null && at! >= one.at && at! < one.at + one.text.length)) continue;
    own ??= names.flatMap(nameWords);
    if (!own.some((word) => abbreviates(text, word))) return text;
  }
  return null;
}

function isUnderstood(word: string): boolean {
  return UNDERSTOOD.some((set) => set.has(word)) || bringsInvoice(word) || isMonth(word);
}
