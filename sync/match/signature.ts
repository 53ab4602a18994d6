// The discrete class of evidence behind a guess: the name by which trust is counted.
import type { Reason } from '../model/match.ts';
import { amount } from './evidence/amount.ts';
import { contradiction } from './evidence/contradiction.ts';
import { extent } from './evidence/extent.ts';
import { payer } from './evidence/payer.ts';
import { reference } from './evidence/reference.ts';
import { rival } from './evidence/rival.ts';
import { standing } from './evidence/standing.ts';
import type { Hypothesis } from './hypotheses/hypothesis.ts';
import { joined, type Signal, type Situation } from './situation.ts';

/** The signals in the order of a signature's parts; those without a value only doubt. */
const SIGNALS = { reference, amount, payer, extent, rival, contradiction, standing } satisfies Record<string, Signal>;

/**
 * What the classes mean, in words that a change of meaning must change too: the revision is raised whenever a signal
 * is changed, and the counts of older revisions then count for nothing.
 */
export const DEFINITION = { parts: Object.keys(SIGNALS), revision: 4 };

/** Short hash of the definition (FNV-1a, 32 bits): part of every signature's name. */
export const DEFINITION_HASH = hash(JSON.stringify(DEFINITION));

export type Judged = {
  readonly guess: Hypothesis;
  readonly signature: string;
  readonly parts: {
    readonly reference: string;
    readonly amount: string;
    readonly payer: string;
    readonly extent: string;
  };
  readonly reasons: readonly Reason[];
  readonly doubts: readonly Reason[];
};

const ALL: readonly Signal[] = Object.values(SIGNALS);

/** Asks every signal about a guess; the parts of their values and the keys of the doubts are its class. */
export function judge(guess: Hypothesis, at: Situation): Judged {
  const seen = ALL.map((signal) => signal(guess, at));
  const reasons = joined(seen.map((evidence) => evidence.reasons));
  const doubts = joined(seen.map((evidence) => evidence.doubts));
  const parts = {
    reference: seen[0]!.value,
    amount: seen[1]!.value,
    payer: seen[2]!.value,
    extent: seen[3]!.value,
  };
  const base = `${parts.reference} ${parts.amount} ${parts.payer} ${parts.extent}`;
  const against = doubts.length === 0 ? '' : ` but ${keysOf(doubts)}`;
  return { guess, signature: `${base}${against} #${DEFINITION_HASH}`, parts, reasons, doubts };
}

/** Each key once, in order. */
function keysOf(doubts: readonly Reason[]): string {
  if (doubts.length === 1) return doubts[0]!.key;
  return [...new Set(doubts.map((doubt) => doubt.key))].sort().join(' ');
}

/** FNV-1a in eight hexadecimal digits. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
