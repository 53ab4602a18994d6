// Guesses from sums without a reference: the customer's whole balance, or a few of its items, if only one way exists.
import type { Day } from '../../model/day.ts';
import type { PartyId } from '../../model/party.ts';
import { type Account, accountOf, dueAt, placeBelow } from '../account.ts';
import { byId, issueDay, type OpenItems, type Slot } from '../open-items.ts';
import { SUM } from '../policy.ts';
import { isOfMonth } from '../reading/period.ts';
import type { Reading } from '../reading/reading.ts';
import { accidents, accidentsOfPrice, chanceOf, fewestFirst, findSums, type Search, sumsPerItem } from '../subset.ts';
import { type Hypothesis, hypothesis, isPayable, open, PROVEN, type Proof } from './hypothesis.ts';

/** `alone`: an item of exactly this amount exists, so that only a short sum could still be what is meant. */
export function sumHypotheses(reading: Reading, partyId: PartyId, index: OpenItems, alone: boolean): Hypothesis[] {
  const account = payableOf(reading, partyId, index);
  if (!account) return [];
  const [debits, credits, sizes] =
    reading.sign > 0
      ? [account.debits, account.credits, account.debitSizes]
      : [account.credits, account.debits, account.creditSizes];
  const balances = [
    ...balanceHypotheses(reading, account),
    ...ofMonths(reading, debits),
    ...lessOneCredit(reading, debits, sizes, credits),
  ];
  const from = placeBelow(sizes, reading.amount);
  const smaller = debits.length - from;
  if (smaller < 2 || smaller > SUM.itemsMax) return balances;
  const payable = debits.slice(from);
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
  const wide =
    credits.length === 0
      ? expected(SUM.sizeMax)
      : accidents([...amounts, ...credits.map((slot) => -open(slot, reading))], reading.amount)(SUM.sizeMax);
  const sums = shownOf(search, amounts, reading.amount, sizeMax).map((places) => {
    const own = chanceOf(Math.max(expected(places.length), accidentsOfPrice(amounts, places, reading.amount)));
    return hypothesis(reading, {
      origin: 'sum',
      tie: 'exact',
      extent: places.length === 2 ? 'sum-2' : places.length === 3 ? 'sum-3' : 'sum-5',
      slots: places.map((i) => payable[i]!).sort(byId),
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

/** Of several solutions two, the shortest first: one pays two invoices together more often than five. */
function shownOf(
  { solutions }: Search,
  amounts: readonly number[],
  target: number,
  sizeMax: number,
): Search['solutions'] {
  if (solutions.length < 2) return solutions;
  const fewest = fewestFirst(amounts, target, { sizeMin: 2, sizeMax, nodesMax: SUM.nodesMax }).solutions;
  const others = solutions.filter((one) => !fewest.some((other) => other.join() === one.join()));
  return [...fewest, ...others].slice(0, 2);
}

/** The customer's items in the line's currency without those that the line leaves out ("SAUF 103"), and, for a receipt, what we owe. */
function payableOf(reading: Reading, partyId: PartyId, index: OpenItems): Account | null {
  const account = index.accountOf(partyId, reading.line.currency);
  const leftOut = reading.mentions.filter((mention) => mention.excluded);
  const owed = reading.sign > 0 && (account?.credits.some(isPayable) ?? false);
  if (!account || (leftOut.length === 0 && !owed)) return account;
  return accountOf(
    account.slots.filter(
      (slot) => !(owed && isPayable(slot)) && !leftOut.some((mention) => mention.slots.includes(slot)),
    ),
  );
}

/** "LOYERS T1 2026": the items of the months that the label names. Months are a hint and no proof: a person confirms. */
function ofMonths(reading: Reading, debits: readonly Slot[]): Hypothesis[] {
  if (reading.months.length < 2) return [];
  const slots = debits.filter((slot) => isOfMonth(slot, reading)).sort(byId);
  const total = slots.reduce((sum, slot) => sum + open(slot, reading), 0);
  if (slots.length < 2 || total !== reading.amount) return [];
  return [hypothesis(reading, { origin: 'sum', tie: 'exact', slots, proof: { ...PROVEN, chance: 'some' } })];
}

/** One item less one credit note: seldom meant without a word, but a rival to whatever else ties. */
function lessOneCredit(
  reading: Reading,
  debits: readonly Slot[],
  sizes: readonly number[],
  credits: readonly Slot[],
): Hypothesis[] {
  const first = credits.length > 1 ? [...credits].sort(byId).slice(0, SUM.itemsLarge) : credits;
  return first.flatMap((credit) => {
    const size = reading.amount - open(credit, reading);
    const slot = debits[placeBelow(sizes, size) - 1];
    const ties = slot && open(slot, reading) === size;
    return ties
      ? [
          hypothesis(reading, {
            origin: 'sum',
            tie: 'exact',
            extent: 'credit',
            slots: [slot, credit].sort(byId),
          }),
        ]
      : [];
  });
}

/** All that is open, all that is due, all up to a day that the label states: credit notes included. */
function balanceHypotheses(reading: Reading, account: Account): Hypothesis[] {
  const { sign, amount } = reading;
  const { slots } = account;
  const day = reading.line.valueDay;
  const stated = statedDay(reading);
  const sets: (readonly Slot[])[] = [];
  if (sign * account.total === amount) sets.push(slots);
  if (sign * dueAt(account, day).total === amount)
    sets.push(slots.filter((slot) => slot.item.dueDay !== null && slot.item.dueDay <= day));
  // What was issued only later is no part of the balance that he knew.
  if (slots.some((slot) => issueDay(slot.item) > day)) sets.push(slots.filter((slot) => issueDay(slot.item) <= day));
  if (stated)
    sets.push(
      slots.filter((slot) => slot.item.day <= stated),
      slots.filter((slot) => (slot.item.dueDay ?? slot.item.day) <= stated),
    );
  const found: Hypothesis[] = [];
  for (const set of sets) {
    if (set.length < 2 || set.reduce((sum, slot) => sum + open(slot, reading), 0) !== amount) continue;
    const known = found.some(
      (other) => other.shares.length === set.length && other.shares.every((share, i) => share.slot === set[i]),
    );
    if (known) continue;
    const proof = { ...PROVEN, chance: chanceOf(ofPrices(set, reading)) };
    found.push(hypothesis(reading, { origin: 'sum', tie: 'exact', extent: 'balance', slots: set, proof }));
  }
  return found;
}

/** Accidents that one expects where all that is open, and what came, are multiples of one price. */
function ofPrices(set: readonly Slot[], reading: Reading): number {
  const amounts = set.map((slot) => open(slot, reading));
  if (set.length > SUM.sizeMax || amounts.some((amount) => amount <= 0)) return 0;
  return accidentsOfPrice(amounts, [...amounts.keys()], reading.amount);
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
