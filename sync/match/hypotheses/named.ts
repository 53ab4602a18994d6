// Guesses from what the line names: the list ties, ties with terms, in part, with a credit note, or needs completing.

import { byId, inOrder, type OpenItems, type Slot } from '../open-items.ts';
import type { Policy } from '../policy.ts';
import { SUM } from '../policy.ts';
import type { Intent, Reading } from '../reading/reading.ts';
import { chanceOf, expectedByChance, fewestFirst, findSums } from '../subset.ts';
import { discountedFalls } from './discount.ts';
import { exchange } from './exchange.ts';
import { type Hypothesis, hypothesis, isPayable, open, type Proof } from './hypothesis.ts';

/** The open items that the line names to pay, each once, by id. */
export function namedSlots(reading: Reading): readonly Slot[] {
  const { mentions } = reading;
  if (mentions.length === 0) return [];
  if (mentions.length === 1 && !mentions[0]!.excluded)
    return inOrder(chosen(mentions[0]!.slots, reading).filter((slot) => !slot.paid));
  const slots = new Set<Slot>();
  const excluded = new Set<Slot>();
  for (const mention of mentions) {
    for (const slot of chosen(mention.slots, reading)) {
      if (mention.excluded) excluded.add(slot);
      else if (!slot.paid) slots.add(slot);
    }
  }
  return inOrder([...slots].filter((slot) => !excluded.has(slot)));
}

/** A number that several customers carry means the payer's, else the one of this amount, else nobody's. */
function chosen(slots: readonly Slot[], reading: Reading): readonly Slot[] {
  const first = slots[0]?.item.partyId;
  if (slots.every((slot) => slot.item.partyId === first)) return ofOneNumber(slots, reading);
  const payers = slots.filter((slot) => reading.payer.parties.some((party) => party.id === slot.item.partyId));
  if (payers.length > 0) return ofOneNumber(payers, reading);
  const exact = slots.filter((slot) => open(slot, reading) === reading.amount);
  return exact.length === 1 ? exact : [];
}

/** Digits that end several numbers of one customer (FA- and AV-2026-00123) mean what ties, else what this line can pay. */
function ofOneNumber(slots: readonly Slot[], reading: Reading): readonly Slot[] {
  if (slots.every((slot) => slot.number === slots[0]!.number || slot.order !== '')) return slots;
  const exact = slots.filter((slot) => open(slot, reading) === reading.amount);
  if (exact.length > 0) return exact;
  const payable = slots.filter((slot) => open(slot, reading) > 0);
  return payable.length > 0 ? payable : slots;
}

export function namedHypotheses(reading: Reading, index: OpenItems, policy: Policy): Hypothesis[] {
  const all = namedSlots(reading);
  if (all.length === 0) return [];
  const own = all.filter((slot) => slot.item.currency === reading.line.currency);
  if (own.length < all.length) return exchange(reading, all);
  const total = own.reduce((total, slot) => total + open(slot, reading), 0);
  if (total === reading.amount)
    return [hypothesis(reading, { origin: 'named', tie: 'exact', slots: own }), ...exchange(reading, own)];
  return [
    ...exchange(reading, own),
    ...withTerms(reading, own),
    ...someOf(reading, own),
    ...(total > reading.amount ? short(reading, own, total, index, policy) : over(reading, own, total, index)),
  ];
}

function withTerms(reading: Reading, slots: readonly Slot[]): Hypothesis[] {
  const granted = discountedFalls(reading, slots, 'granted');
  if (granted) return [hypothesis(reading, { origin: 'named', tie: 'discount', slots, adjustment: 'discount' })];
  const late = discountedFalls(reading, slots, 'late');
  // Undue discount: what came is allocated, what was deducted stays open as a claim.
  return late ? [hypothesis(reading, { origin: 'named', tie: 'late-discount', slots, falls: late })] : [];
}

/** Exactly some of the named items; two ways are both shown. */
function someOf(reading: Reading, slots: readonly Slot[]): Hypothesis[] {
  if (slots.length < 2 || slots.length > SUM.namedMax) return [];
  const search = findSums(
    slots.map((slot) => open(slot, reading)),
    reading.amount,
    { sizeMin: 1, sizeMax: slots.length, nodesMax: SUM.nodesMax },
  );
  const proof: Proof = {
    state:
      !search.finished && search.solutions.length < 2
        ? 'unfinished'
        : search.solutions.length > 1
          ? 'several'
          : 'proven',
    chance: 'rare',
    own: 'rare',
    accidental: false,
  };
  return search.solutions.map((places) =>
    hypothesis(reading, {
      origin: 'named',
      tie: 'exact',
      extent: 'subset',
      slots: places.map((i) => slots[i]!),
      proof,
    }),
  );
}

function short(
  reading: Reading,
  slots: readonly Slot[],
  total: number,
  index: OpenItems,
  policy: Policy,
): Hypothesis[] {
  const missing = total - reading.amount;
  const found: Hypothesis[] = [];
  for (const credits of creditsOf(reading, slots, missing, index)) {
    found.push(
      hypothesis(reading, {
        origin: 'named',
        tie: 'exact',
        extent: 'credit',
        slots: [...slots, ...credits].sort(byId),
      }),
    );
  }
  const explained = EXPLAINING.some((intent) => reading.intents.has(intent));
  if (missing <= policy.roundingMax)
    found.push(hypothesis(reading, { origin: 'named', tie: 'cents', slots, adjustment: 'rounding' }));
  else if (reading.intents.has('withholding'))
    found.push(hypothesis(reading, { origin: 'named', tie: 'fee', slots, adjustment: 'withholding' }));
  else if (!explained && looksLikeFee(reading, slots, missing, total, policy)) {
    const adjustment =
      reading.payer.collective === 'factor'
        ? 'factor_fee'
        : reading.payer.collective === 'provider'
          ? 'psp_fee'
          : 'bank_fee';
    found.push(hypothesis(reading, { origin: 'named', tie: 'fee', slots, adjustment }));
  }
  if (slots.every((slot) => open(slot, reading) > 0)) found.push(partly(reading, slots));
  return found;
}

/** Words that say why less came: no fee is looked for behind them. */
const EXPLAINING: readonly Intent[] = ['dispute', 'partial', 'discount', 'retention'];

function looksLikeFee(
  reading: Reading,
  slots: readonly Slot[],
  missing: number,
  total: number,
  policy: Policy,
): boolean {
  // A factor keeps a share of the whole list, a bank a fixed sum of one transfer.
  if (reading.payer.collective === 'factor' || reading.payer.collective === 'provider') return missing * 10 <= total;
  return slots.length > 0 && missing <= policy.feeMax && missing * 10_000 <= total * policy.feeMaxBp;
}

/** What came goes to the named items, the earliest due first; a person decides, because the debtor may choose otherwise. */
function partly(reading: Reading, slots: readonly Slot[]): Hypothesis {
  const order = [...slots].sort((a, b) => due(a).localeCompare(due(b)) || byId(a, b));
  let left = reading.amount;
  const paid: Slot[] = [];
  const falls: number[] = [];
  for (const slot of order) {
    const fall = Math.min(left, open(slot, reading));
    if (fall <= 0) break;
    paid.push(slot);
    falls.push(fall);
    left -= fall;
  }
  return hypothesis(reading, {
    origin: 'named',
    tie: reading.intents.has('partial') ? 'part' : 'short',
    slots: paid,
    falls,
    ...(slots.length > 1 ? { extent: 'lot' as const } : {}),
  });
}

function due(slot: Slot): string {
  return slot.item.dueDay ?? slot.item.day;
}

/** One credit note, or two, of the named customers that make what is missing: a parent nets what its children are owed. */
function creditsOf(reading: Reading, slots: readonly Slot[], missing: number, index: OpenItems): Slot[][] {
  const parties = [...new Set(slots.map((slot) => slot.item.partyId))].slice(0, CREDITORS_MAX);
  const credits = parties.flatMap((partyId) => {
    const account = index.accountOf(partyId, reading.line.currency);
    return (
      (account === null ? [] : reading.sign > 0 ? account.credits : account.debits)
        // What we owe is netted by agreement only, not as a credit note.
        .filter((slot) => !slots.includes(slot) && !(reading.sign > 0 && isPayable(slot)))
        .slice(0, SUM.itemsLarge)
    );
  });
  const search = findSums(
    credits.map((slot) => -open(slot, reading)),
    missing,
    { sizeMin: 1, sizeMax: 2, nodesMax: SUM.nodesMax },
  );
  return search.solutions.map((places) => places.map((i) => credits[i]!));
}

/** Customers of one list whose credit notes are looked through. */
const CREDITORS_MAX = 5;

function over(reading: Reading, slots: readonly Slot[], total: number, index: OpenItems): Hypothesis[] {
  const rest = reading.amount - total;
  const found: Hypothesis[] = [];
  const partyId = slots[0]!.item.partyId;
  if (slots.every((slot) => slot.item.partyId === partyId)) {
    const others = index
      .ofParty(partyId)
      .filter(
        (slot) => open(slot, reading) > 0 && !slots.includes(slot) && slot.item.currency === reading.line.currency,
      )
      .slice(0, SUM.itemsMax);
    const sizeMax = others.length > SUM.itemsLarge ? SUM.sizeMaxLarge : SUM.sizeMax;
    const amounts = others.map((slot) => open(slot, reading));
    // A list that the bank cut lacks its end, not its half.
    const search = fewestFirst(amounts, rest, { sizeMin: 1, sizeMax, nodesMax: SUM.nodesMax });
    const chance = chanceOf(expectedByChance(amounts, sizeMax, rest));
    const proof: Proof = {
      state: search.solutions.length > 1 ? 'several' : search.finished ? 'proven' : 'unfinished',
      chance,
      own: chance,
      accidental: chance !== 'rare' && search.solutions.every((places) => places.length > 1),
    };
    for (const places of search.solutions) {
      found.push(
        hypothesis(reading, {
          origin: 'named',
          tie: 'exact',
          extent: 'completed',
          slots: [...slots, ...places.map((i) => others[i]!)].sort(byId),
          proof,
        }),
      );
    }
  }
  if (total > 0) found.push(hypothesis(reading, { origin: 'named', tie: 'over', slots, rest }));
  return found;
}
