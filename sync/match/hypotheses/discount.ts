// Early-payment discount: what each item falls to when its terms are used.
import type { Slot } from '../open-items.ts';
import type { Reading } from '../reading/reading.ts';
import { open } from './hypothesis.ts';

/** Above this many items with terms, only "all of them" is tried. */
const CHOICES_MAX = 6;

/**
 * The money for each item when some of them are paid less their discount and all together make the line.
 * granted: the value day is within the terms; late: it is after them. Null when no choice ties.
 */
export function discountedFalls(reading: Reading, slots: readonly Slot[], when: 'granted' | 'late'): number[] | null {
  const full = slots.map((slot) => open(slot, reading));
  const eligible = slots.flatMap((slot, i) => (discountOf(slot, reading, when) > 0 ? [i] : []));
  if (eligible.length === 0) return null;
  const choices = eligible.length > CHOICES_MAX ? [(1 << CHOICES_MAX) - 1] : range((1 << eligible.length) - 1);
  for (const choice of choices) {
    const falls = [...full];
    eligible.forEach((place, n) => {
      const taken = eligible.length > CHOICES_MAX || (choice & (1 << n)) !== 0;
      if (taken) falls[place] = full[place]! - discountOf(slots[place]!, reading, when);
    });
    if (falls.reduce((a, b) => a + b, 0) === reading.amount) return falls;
  }
  return null;
}

/** Minor units of discount that the terms give on an item not yet paid in part; 0 when there are none at that time. */
export function discountOf(slot: Slot, reading: Reading, when: 'granted' | 'late'): number {
  const { discount, amountMinor } = slot.item;
  // Terms are stated for the whole invoice; of a part payment nobody knows what discount is left.
  if (!discount || slot.residual !== amountMinor || open(slot, reading) <= 0) return 0;
  const inTime = reading.line.valueDay <= discount.until;
  if (inTime !== (when === 'granted')) return 0;
  return Math.max(0, Math.abs(amountMinor) - Math.abs(discount.discountedMinor));
}

/** All choices from "every one" down to "only the first". */
function range(from: number): number[] {
  return Array.from({ length: from }, (_, i) => from - i);
}
