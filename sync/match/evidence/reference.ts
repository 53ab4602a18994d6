// Signal: how the line names the items of the guess. The weakest named item counts.
import { DIRECT } from '../cross.ts';
import type { Hypothesis } from '../hypotheses/hypothesis.ts';
import type { Slot } from '../open-items.ts';
import { damageOf } from '../reading/damage.ts';
import { isOfMonth } from '../reading/period.ts';
import type { Mention, MentionKind, Reading } from '../reading/reading.ts';
import { because, evidence, type Signal, type Situation } from '../situation.ts';

/** From the weakest to the strongest. */
const STRENGTH: readonly MentionKind[] = [
  'weak',
  'joined',
  'range',
  'tail',
  'short',
  'order',
  'whole',
  'scheme',
  'e2e',
];

export const reference: Signal = (guess, at) => {
  const { reading } = at;
  const mentions = guess.shares.map((share) => mentionOf(reading, share.slot));
  const found = mentions.filter((mention) => mention !== null);
  if (found.length === 0) return guess.shares.length === 1 ? hint(guess, at) : evidence('none');
  // The credit note or the rest that completes a list is unnamed by its nature; the extent tells.
  if (found.length < mentions.length && guess.extent !== 'credit' && guess.extent !== 'completed')
    return evidence('none');
  const weakest = found.reduce((a, b) => (STRENGTH.indexOf(b.kind) < STRENGTH.indexOf(a.kind) ? b : a));
  const count = found.length;
  const number = guess.shares[0]!.slot.item.document ?? '';
  const reason =
    count === 1
      ? because(`reference-${weakest.kind}`, { text: found[0]!.text, number })
      : because('reference-list', { count, kind: weakest.kind });
  return evidence(weakest.kind, [reason]);
};

/** The strongest mention of an item, those to be left out aside. */
export function mentionOf(reading: Reading, slot: Slot): Mention | null {
  let best: Mention | null = null;
  for (const mention of reading.mentions) {
    if (mention.excluded || !mention.slots.includes(slot)) continue;
    if (!best || STRENGTH.indexOf(mention.kind) > STRENGTH.indexOf(best.kind)) best = mention;
  }
  return best;
}

/** True when the line names every item of the guess by itself. */
export function isNamed(guess: Hypothesis, reading: Reading): boolean {
  return guess.shares.every((share) => DIRECT.has(mentionOf(reading, share.slot)?.kind ?? ''));
}

/** Without a whole number: a damaged or cut one, or the month of the invoice, may still point at a single item. */
function hint(guess: Hypothesis, at: Situation) {
  const slot = guess.shares[0]!.slot;
  const damage = slot.number === '' ? null : damageOf(at.reading, slot.number);
  if (damage)
    return evidence(damage.kind, [
      because(`reference-${damage.kind}`, { text: damage.text, number: slot.item.document ?? '' }),
    ]);
  if (isOfMonth(slot, at.reading) && at.reading.months.length === 1) {
    return evidence('period', [
      because('period', { text: at.reading.months[0]!.text, number: slot.item.document ?? '' }),
    ]);
  }
  return evidence('none');
}
