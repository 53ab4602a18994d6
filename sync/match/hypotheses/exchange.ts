// Foreign currency: the amount that the payer instructed ties with items in that currency; without it a person decides.
import type { Slot } from '../open-items.ts';
import type { Reading } from '../reading/reading.ts';
import { type Hypothesis, hypothesis, open } from './hypothesis.ts';

export function exchange(reading: Reading, slots: readonly Slot[]): Hypothesis[] {
  const { line } = reading;
  const currency = slots[0]?.item.currency;
  if (currency === undefined || !slots.every((slot) => slot.item.currency === currency)) return [];
  const instructed = line.instructed && line.instructed.currency !== line.currency ? line.instructed : null;
  if (currency !== line.currency) {
    if (slots.some((slot) => open(slot, reading) <= 0)) return [];
    const total = slots.reduce((sum, slot) => sum + open(slot, reading), 0);
    const ties = instructed !== null && instructed.currency === currency && Math.abs(instructed.amountMinor) === total;
    return [hypothesis(reading, { origin: 'named', tie: ties ? 'instructed' : 'converted', slots, foreign: true })];
  }
  if (!instructed) return [];
  // The ledger keeps the company's currency and notes the foreign amount: the bank's own amount is the truth, the rest is exchange.
  const foreign = slots.map((slot) => (slot.residual === slot.item.amountMinor ? slot.item.foreign : null));
  if (foreign.some((money) => money === null || money.currency !== instructed.currency)) return [];
  const total = foreign.reduce((sum, money) => sum + reading.sign * money!.minor, 0);
  return total === Math.abs(instructed.amountMinor)
    ? [hypothesis(reading, { origin: 'named', tie: 'instructed', slots, adjustment: 'fx' })]
    : [];
}
