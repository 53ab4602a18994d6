// Signal: what else the same money could pay. Its value is empty; every rival is a doubt.
import type { Reason } from '../../model/match.ts';
import type { Party, PartyId } from '../../model/party.ts';
import { DIRECT } from '../cross.ts';
import { type Hypothesis, open, sameItems } from '../hypotheses/hypothesis.ts';
import type { Slot } from '../open-items.ts';
import { LIMITS } from '../policy.ts';
import { damageOf, mayBeCut } from '../reading/damage.ts';
import { continuations } from '../reading/number.ts';
import { isOfMonth, isOfNextMonth } from '../reading/period.ts';
import { because, evidence, joined, NO_REASONS, type Signal, type Situation } from '../situation.ts';
import { squash } from '../squash.ts';
import { isNamed, mentionOf } from './reference.ts';

export const rival: Signal = (guess, at) => {
  if (guess.shares.length === 0) return evidence('');
  const rivals =
    isNamed(guess, at.reading) && guess.tie !== 'part' ? rivalsOfNamed(guess, at) : rivalsOfAmount(guess, at);
  const twins = sharedNumber(guess, at);
  return evidence('', NO_REASONS, joined([rivals, twins ? [twins] : NO_REASONS, goesOn(guess, at)]));
};

/** Named and tied: only a payer who owes the very same amount himself makes one wonder. */
function rivalsOfNamed(guess: Hypothesis, at: Situation): Reason[] {
  const { reading } = at;
  const { payer } = reading;
  // Where another customer of that name may be the payer as well, what he owes counts too.
  const named = payer.how === 'name' || payer.how === 'near' || payer.collective !== null;
  const owner = payer.how === 'account' ? payer.parties[0] : undefined;
  const payers = named
    ? [...payer.parties, ...payer.similar]
    : owner
      ? [owner, ...at.parties.namesakes(owner)]
      : payer.parties;
  const isOwner = (party: Party) => guess.shares.some((share) => share.slot.item.partyId === party.id);
  const doubts: Reason[] = [];
  if (!payers.some(isOwner)) {
    const alike = named || owner ? calledAlike(reading.line.counterparty, at).filter((party) => !isOwner(party)) : [];
    for (const party of [...payers, ...alike]) {
      const own = at.items.ofPartyWithAmount(party.id, reading.line.currency, reading.sign * reading.amount);
      if (own.length > 0)
        doubts.push(because('payer-owes-same', { name: party.name, number: own[0]!.item.document ?? '' }));
    }
  }
  const second = at.guesses.find(
    (other) =>
      other !== guess &&
      other.origin === 'named' &&
      isTied(other) &&
      !sameItems(other, guess) &&
      guess.extent !== 'subset' &&
      isNamed(other, reading),
  );
  if (second) doubts.push(because('second', { number: second.shares[0]!.slot.item.document ?? '' }));
  if (doubts.length === 0) doubts.push(...ofOnePrice(guess, at));
  return doubts.slice(0, 1);
}

/** Whoever the payer's name fits, be it in part. */
function calledAlike(name: string | null, { parties }: Situation): Party[] {
  if (name === null) return [];
  const { best, full, part } = parties.fit(name);
  return [...best, ...full, ...part].map((one) => one.party);
}

/**
 * A customer names an item of somebody else, of an amount that many owe: a slip in his own number finds the same price again.
 * Who pays for others, as the ERP or this run shows, does not slip.
 */
function ofOnePrice(guess: Hypothesis, at: Situation): Reason[] {
  const { line, payer, sign, amount } = at.reading;
  const payers = payer.parties.map((party) => party.id);
  if (guess.shares.length !== 1 || payer.collective !== null || payers.length === 0) return [];
  if (guess.partyId !== null && [guess.partyId, ...groupOf(guess, at)].some((id) => payers.includes(id))) return [];
  const count = at.items.amountCount(line.currency, sign * amount) - 1;
  return count < PRICE_MIN ? [] : [because('amount-common', { count })];
}

/** Other open items of one amount that make it a price. */
const PRICE_MIN = 5;

/** Tied by amount, or paid in part: twins, other ties of the same customer, and the same amount in the group. */
function rivalsOfAmount(guess: Hypothesis, at: Situation): Reason[] {
  const doubts: Reason[] = [];
  const named = isNamed(guess, at.reading);
  for (const other of at.guesses) {
    if (other === guess || !isTied(other) || sameItems(other, guess)) continue;
    const number = other.shares[0]!.slot.item.document ?? '';
    const single = guess.shares.length === 1 && other.shares.length === 1;
    if (single && guess.origin === 'amount' && byPeriod(guess, other, at)) continue;
    if (single && other.tie === 'exact' && toldApart(guess, [other.shares[0]!.slot], at)) {
      doubts.push(because('twin-told', { number, name: at.parties.get(other.partyId)?.name ?? '' }));
      continue;
    }
    // A sum that one expects by accident is no rival to an item of exactly the amount, nor to a sum that is none.
    if (other.proof.accidental && (guess.origin !== 'sum' || guess.proof.own === 'rare')) continue;
    if (named && !mayBeMeant(other, at)) continue;
    const key =
      other.partyId === guess.partyId ? (single && guess.tie !== 'part' ? 'twin' : 'second') : 'other-customer';
    doubts.push(because(key, { number, name: at.parties.get(other.partyId)?.name ?? '', count: other.shares.length }));
    break;
  }
  doubts.push(...othersOfAmount('group-same', groupOf(guess, at), guess, at));
  const similar = at.reading.payer.similar.map((party) => party.id);
  doubts.push(...othersOfAmount('homonym-owes-same', similar, guess, at));
  if (guess.origin === 'sum' && at.reading.payer.similar.length > LIMITS.similarMax)
    doubts.push(because('names-similar', { count: at.reading.payer.similar.length }));
  return doubts;
}

/** Beside a named item only those can be meant who have to do with the line: an unrelated customer's equal amount is chance. */
function mayBeMeant(other: Hypothesis, at: Situation): boolean {
  const { payer, named } = at.reading;
  return [...payer.parties, ...payer.similar, ...named].some(
    (party) => party.id === other.partyId || at.parties.groupOf(party.id).some((member) => member.id === other.partyId),
  );
}

/**
 * The damaged number tells items apart: it may be this one's and cannot be any of the others'. Where it is, as it stands, another
 * document's whole number, it may have been meant so, and tells nothing.
 */
function toldApart(guess: Hypothesis, others: readonly Slot[], at: Situation): boolean {
  const { reading } = at;
  const own = guess.shares.length === 1 && guess.origin === 'amount' ? guess.shares[0]!.slot : null;
  const damage = own && damageOf(reading, own.number);
  if (!damage || reading.mentions.some((one) => !one.excluded && DIRECT.has(one.kind) && one.at === damage.at))
    return false;
  return others.every((slot) => damageOf(reading, slot.number) === null && !mayBeCut(reading, slot.number));
}

/** The month in the label tells twins apart: this one is of that month, the other is not. */
function byPeriod(guess: Hypothesis, other: Hypothesis, at: Situation): boolean {
  const [one, two] = [guess.shares[0]!.slot, other.shares[0]!.slot];
  return (
    at.reading.months.length === 1 &&
    !at.batch.monthsMislead &&
    isOfMonth(one, at.reading) &&
    !isOfMonth(two, at.reading) &&
    // Invoiced after the month that it is for, the other one would be meant: other payers must have shown that it is not so.
    (at.batch.monthsHold || !isOfNextMonth(two, at.reading)) &&
    other.tie === 'exact'
  );
}

/** Customers for whom the payer also pays, by the ERP's groups or by what this batch shows. */
function groupOf(guess: Hypothesis, at: Situation): readonly PartyId[] {
  if (guess.partyId === null || guess.tie === 'part') return NOBODY;
  const recorded = at.parties.groupOf(guess.partyId);
  if (recorded.length === 0 && at.batch.paysFor.size === 0) return NOBODY;
  const group = new Set(recorded.map((party) => party.id));
  for (const payer of at.reading.payer.parties) for (const id of at.batch.paysFor.get(payer.id) ?? []) group.add(id);
  return [...group].sort();
}

const NOBODY: readonly PartyId[] = [];

/** One of these customers owes the same amount; a soft doubt where a damaged number tells it apart. */
function othersOfAmount(key: string, ids: readonly PartyId[], guess: Hypothesis, at: Situation): Reason[] {
  const { line, sign, amount } = at.reading;
  for (const id of ids) {
    const same = id === guess.partyId ? [] : at.items.ofPartyWithAmount(id, line.currency, sign * amount);
    if (same.length === 0) continue;
    const params = { name: at.parties.get(id)?.name ?? '', number: same[0]!.item.document ?? '' };
    return [because(toldApart(guess, same, at) ? 'twin-told' : key, params)];
  }
  return [];
}

/** Two items carry the number that names this one: which of the two is meant, only the amount says, or nothing. */
function sharedNumber(guess: Hypothesis, at: Situation): Reason | null {
  for (const share of guess.shares) {
    const mention = mentionOf(at.reading, share.slot);
    const others =
      mention?.slots.filter(
        (slot) =>
          (!slot.paid || ofSameSum(slot, share.slot)) &&
          slot !== share.slot &&
          !guess.shares.some((own) => own.slot === slot),
      ) ?? [];
    const same = others.find(
      (slot) =>
        !slot.paid &&
        slot.item.partyId === share.slot.item.partyId &&
        open(slot, at.reading) === open(share.slot, at.reading),
    );
    if (same) return because('twin', { number: same.item.document ?? '', name: '', count: 1 });
    const stranger = others.find((slot) => slot.item.partyId !== share.slot.item.partyId);
    const chosen = at.reading.payer.parties.length === 1 && at.reading.payer.parties[0]!.id === share.slot.item.partyId;
    if (stranger && !chosen)
      return because('number-shared', {
        number: stranger.item.document ?? '',
        name: at.parties.get(stranger.item.partyId)?.name ?? '',
      });
  }
  return null;
}

/** Another customer's settled item of this number and sum: who is no customer may pay that one again. */
function ofSameSum(paid: Slot, own: Slot): boolean {
  return paid.item.partyId !== own.item.partyId && paid.item.amountMinor === own.residual;
}

/** The label ends with the number, and a longer one exists that has the amount too: the bank may have cut it off. */
function goesOn(guess: Hypothesis, { reading, items }: Situation): Reason[] {
  const only = guess.shares.length === 1 ? guess.shares[0]!.slot : null;
  const mention = only && mentionOf(reading, only);
  if (!mention || mention.at === null || mention.at + mention.text.length < reading.label.plain.trimEnd().length)
    return [];
  const longer = continuations(squash(mention.text), items).find(
    (slot) => slot !== only && open(slot, reading) === reading.amount,
  );
  return longer ? [because('number-goes-on', { number: longer.item.document ?? '', text: mention.text })] : [];
}

function isTied(guess: Hypothesis): boolean {
  return guess.shares.length > 0 && (guess.tie === 'exact' || guess.tie === 'discount' || guess.tie === 'instructed');
}
