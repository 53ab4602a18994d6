// A customer's number of our books in the label: "CLIENT C00123" says whose account is meant, whoever pays.
import type { Party } from '../../model/party.ts';
import type { Parties } from '../parties.ts';
import type { Chunk, Label } from './label.ts';
import { CUSTOMER_WORDS, ONLY_NUMBER } from './vocabulary.ts';

/** Pieces of one number, without a blank between. */
const PIECES_MAX = 4;

const NOBODY: readonly Party[] = [];

/** Customers whose number stands after a word for "customer" or "account". */
export function codedIn({ chunks }: Label, parties: Parties): readonly Party[] {
  let found = NOBODY;
  for (const [i, { text }] of chunks.entries()) {
    if (!CUSTOMER_WORDS.has(text)) continue;
    const party = codeAt(chunks, ONLY_NUMBER.has(chunks[i + 1]?.text ?? '') ? i + 2 : i + 1, parties);
    if (party) found = [...found, party];
  }
  return found;
}

function codeAt(chunks: readonly Chunk[], from: number, parties: Parties): Party | null {
  let text = '';
  let best: Party | null = null;
  for (let at = from; at < Math.min(chunks.length, from + PIECES_MAX); at += 1) {
    const chunk = chunks[at]!;
    if (at > from && chunk.gap === 'blank') break;
    text += chunk.text;
    best = parties.withCode(text) ?? best;
  }
  return best;
}
