// Set-off (40/41): a customer who is a supplier too pays what it owes less what we owe it, where a written agreement allows that.
import type { Memory } from '../../model/memory.ts';
import { byId, type OpenItems, type Slot } from '../open-items.ts';
import { SUM } from '../policy.ts';
import type { Reading } from '../reading/reading.ts';
import { findSums } from '../subset.ts';
import { type Hypothesis, hypothesis, isPayable, open } from './hypothesis.ts';
import { namedSlots } from './named.ts';

/** Supplier items that one receipt nets at most. */
const NETTED_MAX = 3;

/**
 * The named items, else one item, less supplier items of the same customer, exactly; nothing where no agreement is on file
 * or two ways tie. Proposed, never alone.
 */
export function offsetHypotheses(reading: Reading, index: OpenItems, memory: Memory): Hypothesis[] {
  if (reading.sign < 0 || memory.offsetAgreements.length === 0) return [];
  const named = namedSlots(reading);
  const partyId = named[0]?.item.partyId ?? (reading.payer.parties.length === 1 ? reading.payer.parties[0]!.id : null);
  const { valueDay } = reading.line;
  const isAgreed = memory.offsetAgreements.some((it) => it.partyId === partyId && it.since <= valueDay);
  if (partyId === null || !isAgreed) return [];
  const account = index.accountOf(partyId, reading.line.currency);
  const payables = account?.credits.filter(isPayable).slice(0, SUM.itemsLarge) ?? [];
  if (!account || payables.length === 0) return [];
  const sets =
    named.length > 0
      ? [named.filter((slot) => slot.item.partyId === partyId)]
      : account.debits.filter((slot) => slot.residual > reading.amount).map((slot) => [slot]);
  const found = sets.slice(0, SUM.itemsMax).flatMap((slots) => netted(reading, slots, payables));
  return found.length === 1 || named.length > 0 ? found : [];
}

function netted(reading: Reading, slots: readonly Slot[], payables: readonly Slot[]): Hypothesis[] {
  const missing = slots.reduce((total, slot) => total + open(slot, reading), 0) - reading.amount;
  if (missing <= 0) return [];
  const search = findSums(
    payables.map((slot) => -slot.residual),
    missing,
    { sizeMin: 1, sizeMax: NETTED_MAX, nodesMax: SUM.nodesMax },
  );
  return search.solutions.map((places) =>
    hypothesis(reading, {
      origin: 'named',
      tie: 'exact',
      extent: 'offset',
      slots: [...slots, ...places.map((i) => payables[i]!)].sort(byId),
    }),
  );
}
