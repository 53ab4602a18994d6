// Guesses from sums without a reference: the customer's whole balance, or a few of its items, if only one way exists.
import type { Day } from '../../model/day.ts';
import type { PartyId } from '../../model/party.ts';
import { byId, type OpenItems, type Slot } from '../open-items.ts';
import { SUM } from '../policy.ts';
import type { Reading } from '../reading/reading.ts';
import { accidents, chanceOf, findSums, sumsPerItem } from '../subset.ts';
import { type Hypothesis, hypothesis, open, type Proof } from './hypothesis.ts';

/** `alone`: an item of exactly this amount exists, so that only a short sum could still be what is meant. */
export function sumHypotheses(reading: Reading, partyId: PartyId, index: OpenItems, alone: boolean): Hypothesis[] {
  const leftOut = reading.mentions.filter((mention) => mention.excluded);
  const items = index
    .ofParty(partyId)
    .filter(
      (slot) =>
        slot.item.currency === reading.line.currency && !leftOut.some((mention) => mention.slots.includes(slot)),
    );
  const balances = [...balanceHypotheses(reading, items), ...lessOneCredit(reading, items)];
  const payable = items.filter((slot) => open(slot, reading) > 0 && open(slot, reading) < reading.amount);
  if (payable.length < 2 || payable.length > SUM.itemsMax) return balances;
  const amounts = payable.map((slot) => open(slot, reading));
  // Beside an item of the amount, a pair is looked for in any case: it would be a rival.
  const expected = accidents(amounts, reading.amount);
  const within = sizeWithin(expected);
  const sizeMax = alone ? Math.max(2, Math.min(3, within)) : within;
  if (sizeMax < 2) return balances;
  const search = findSums(amounts, reading.amount, { sizeMin: 2, sizeMax, nodesMax: SUM.nodesMax });
  if (search.solutions.length === 0) return balances;
  const state: Proof['state'] = search.solutions.length > 1 ? 'several' : search.finished ? 'proven' : 'unfinished';
  // Credit notes make sums that the search does not see; they count as items that could.
  const credits = items.map((slot) => -open(slot, reading)).filter((amount) => amount > 0);
  const wide =
    credits.length === 0 ? expected(SUM.sizeMax) : accidents([...amounts, ...credits], reading.amount)(SUM.sizeMax);
  const sums = search.solutions.map((places) => {
    const own = chanceOf(expected(places.length));
    return hypothesis(reading, {
      origin: 'sum',
      tie: 'exact',
      extent: places.length === 2 ? 'sum-2' : places.length === 3 ? 'sum-3' : 'sum-5',
      slots: places.map((i) => payable[i]!),
      proof: {
        state,
        chance: wide < SUM.wideRare ? own : 'common',
        own,
        accidental:
          (own === 'common' && places.length > 2) ||
          sumsPerItem(amounts, places, reading.amount) >= SUM.accidentsPerItem,
      },
    });
  });
  return [...balances, ...sums];
}

/** One item less one credit note: seldom meant without a word, but a rival to whatever else ties. */
function lessOneCredit(reading: Reading, items: readonly Slot[]): Hypothesis[] {
  const credits = items.filter((slot) => open(slot, reading) < 0).slice(0, SUM.itemsLarge);
  if (credits.length === 0) return [];
  const byAmount = new Map(items.map((slot) => [open(slot, reading), slot]));
  return credits.flatMap((credit) => {
    const slot = byAmount.get(reading.amount - open(credit, reading));
    const slots = slot ? [slot, credit].sort(byId) : [];
    return slot ? [hypothesis(reading, { origin: 'sum', tie: 'exact', extent: 'credit', slots })] : [];
  });
}

/** All that is open, all that is due, all up to a day that the label states: credit notes included. */
function balanceHypotheses(reading: Reading, items: readonly Slot[]): Hypothesis[] {
  const day = reading.line.valueDay;
  const stated = statedDay(reading);
  const sets = [items, items.filter((slot) => slot.item.dueDay !== null && slot.item.dueDay <= day)];
  if (stated)
    sets.push(
      items.filter((slot) => slot.item.day <= stated),
      items.filter((slot) => (slot.item.dueDay ?? slot.item.day) <= stated),
    );
  const found: Hypothesis[] = [];
  for (const slots of sets) {
    if (slots.length < 2 || slots.reduce((sum, slot) => sum + open(slot, reading), 0) !== reading.amount) continue;
    const known = found.some(
      (other) => other.shares.length === slots.length && other.shares.every((share, i) => share.slot === slots[i]),
    );
    if (!known) found.push(hypothesis(reading, { origin: 'sum', tie: 'exact', extent: 'balance', slots }));
  }
  return found;
}

/** "SOLDE AU 31/10", "RELEVE DU 31.10.2026": the day that a statement was drawn. */
export function statedDay(reading: Reading): Day | null {
  const match = /\b(?:AU|DU|VOM|PER|ZUM|AL|DEL|AS OF) (\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?(?!\d)/.exec(
    reading.label.plain,
  );
  if (!match) return null;
  const written = match[3];
  const year =
    written === undefined ? reading.line.valueDay.slice(0, 4) : written.length === 2 ? `20${written}` : written;
  return `${year}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}` as Day;
}

/** The largest size at which one expects less than one accidental sum: larger ones would only be found by accident. */
function sizeWithin(expected: (size: number) => number): number {
  let size = 1;
  while (size < SUM.sizeMax && expected(size + 1) < 1) size += 1;
  return size;
}
