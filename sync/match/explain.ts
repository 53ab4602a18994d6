// A reason or doubt in words that a bookkeeper reads: what was seen, with its number.
import type { Reason } from '../model/match.ts';
import { DOUBTS } from './words/doubt.ts';
import { LEDGER } from './words/ledger.ts';
import { REASONS } from './words/reason.ts';
import type { Language, Sentences } from './words/wording.ts';

const SENTENCES: Sentences = { ...REASONS, ...DOUBTS, ...LEDGER };

/** The sentence of a reason or doubt; a key that no sentence knows is our error and throws. */
export function explain(reason: Reason, language: Language): string {
  const sentence = SENTENCES[reason.key];
  if (!sentence) throw new Error(`match: no words for the reason '${reason.key}'`);
  return sentence[language](reason.params);
}

/** Every key that has words, for the test that each key in use is among them. */
export const EXPLAINED = Object.keys(SENTENCES);
