// Signal: what the label or the other lines say against the guess. Its value is empty.
import { daysBetween } from '../../model/day.ts';
import type { Reason } from '../../model/match.ts';
import type { Party } from '../../model/party.ts';
import type { BankLine } from '../../model/statement.ts';
import { nameWords } from '../company-name.ts';
import type { Hypothesis } from '../hypotheses/hypothesis.ts';
import { issueDay, type Slot } from '../open-items.ts';
import { ADVANCE_DAYS_MAX } from '../policy.ts';
import { damageOf } from '../reading/damage.ts';
import { creditWordBefore, isCalledInvoice, opens, strangeWordBefore } from '../reading/introduction.ts';
import { chunkAt } from '../reading/label.ts';
import { isOfMonth, otherDay } from '../reading/period.ts';
import type { Intent, Mention, Reading } from '../reading/reading.ts';
import { because, evidence, type Signal, type Situation } from '../situation.ts';
import { squash } from '../squash.ts';
import { isNamed, mentionOf } from './reference.ts';
import { saysSomethingElse, unsaid } from './unsaid.ts';

const NOT_A_TRANSFER: readonly Intent[] = [
  'return',
  'internal',
  'cheque',
  'card',
  'refund',
  'compensation',
  'negation',
];

export const contradiction: Signal = (guess, at) => {
  const { reading, batch } = at;
  if (guess.shares.length === 0) return evidence('', [], paidAlready(reading));
  const direct = isNamed(guess, reading);
  const doubts = citations(guess, at);
  for (const intent of NOT_A_TRANSFER) {
    if (intent === 'compensation' && guess.extent === 'offset') continue;
    if (reading.intents.has(intent)) doubts.push(because(`word-${intent}`));
  }
  // "2 % DEDUIT" beside a discount that the terms grant is no dispute.
  if (reading.intents.has('dispute') && guess.tie !== 'exact' && guess.tie !== 'discount')
    doubts.push(because('word-dispute'));
  if (guess.shares.some((share) => batch.ownerPays(share.slot, reading))) doubts.push(because('owner-pays'));
  if (batch.sentBack(reading)) doubts.push(because('sent-back'));
  if (batch.corrected(reading)) doubts.push(because('corrected'));
  doubts.push(...ofSomethingElse(guess, at), ...mixed(guess, at), ...onAccount(guess, at, direct));
  // Of two instalments of one number, the day in the label says which.
  const instalment = guess.extent === 'subset' && guess.shares.length === 1;
  const dated = guess.shares.length === 1 ? otherDay(guess.shares[0]!.slot, reading) : null;
  if (dated !== null && (!direct || instalment)) doubts.push(because('period-other', { text: dated }));
  if (direct) doubts.push(...bySomebodyElse(guess, at));
  else {
    if (guess.partyId !== null && batch.completes(guess.partyId, reading)) doubts.push(because('completes-other'));
    doubts.push(...issuedAfter(guess, at), ...unsaid(guess, at));
    if (reading.intents.has('purpose')) doubts.push(because('word-purpose'));
    // A part payment that ties with a whole item by itself is more likely a part of another one.
    if (reading.intents.has('partial')) doubts.push(because('word-partial'));
    const other = [...reading.named, ...reading.coded].find((party) => party.id !== guess.partyId);
    if (other) doubts.push(because('names-other', { name: other.name }));
    else if (reading.intents.has('on-behalf') && reading.named.length === 0) doubts.push(because('word-on-behalf'));
    if (guess.shares.some((share) => batch.claimedElsewhere(share.slot, reading.line.id)))
      doubts.push(because('claimed'));
    if (batch.sameMoney(reading) > 1) doubts.push(because('same-money', { count: batch.sameMoney(reading) }));
    if (reading.months.length > 0 && guess.shares.length === 1 && !isOfMonth(guess.shares[0]!.slot, reading)) {
      doubts.push(because('period-other', { text: reading.months[0]!.text }));
    }
  }
  return evidence('', [], doubts);
};

/**
 * The label's number is another customer's, but one slip away from this one's: the slip made another document's number of it.
 * Only where the payer is known, for then the other customer's document is not what he pays.
 */
function isSlip(mention: Mention, guess: Hypothesis, at: Situation): boolean {
  const slot = guess.shares.length === 1 ? guess.shares[0]!.slot : null;
  if (!slot || guess.partyId === null || !at.reading.payer.parties.some((party) => party.id === guess.partyId))
    return false;
  // Of two customers who may be the payer, the number's own is as likely.
  const owners = new Set<string | null>([guess.partyId, ...at.reading.payer.parties.map((party) => party.id)]);
  if (mention.kind === 'scheme' || mention.slots.some((other) => owners.has(other.item.partyId))) return false;
  return damageOf(at.reading, slot.number)?.at === mention.at;
}

/**
 * Where the bank names no payer, another customer whom the label names more fully, or a word that is not understood, may be his
 * name: the number may be a slip.
 */
function bySomebodyElse(guess: Hypothesis, at: Situation): Reason[] {
  const { payer, named, label, line, sign, amount } = at.reading;
  const { items } = at;
  if (payer.how !== 'absent') return [];
  const words = new Set(label.chunks.map((chunk) => chunk.text));
  const said = (party: Party) => nameWords(party.name).filter((word) => words.has(word)).length;
  const own = named.find((party) => party.id === guess.partyId);
  const owes = (party: Party) => items.ofPartyWithAmount(party.id, line.currency, sign * amount).length > 0;
  const other = named.find(
    (party) => party !== own && (!own || said(party) > said(own) || (said(party) === said(own) && owes(party))),
  );
  if (other) return [because('names-other', { name: other.name })];
  return own ? [] : saysSomethingElse(guess, at);
}

/** A piece of what may be the guess's own number, damaged or cut. */
function isWithin(place: { at: number | null }, damage: { at: number | null; text: string } | null): boolean {
  if (damage === null || damage.at === null || place.at === null) return damage !== null && damage.at === place.at;
  return place.at >= damage.at && place.at < damage.at + damage.text.length;
}

/** What the bank's column left of the number: too little to name it, and no contradiction either. */
function isCutOf(place: { text: string; at: number | null }, number: string, reading: Reading): boolean {
  if (!reading.label.cut || place.at === null || place.at + place.text.length < reading.label.plain.trimEnd().length)
    return false;
  return number.startsWith(squash(place.text));
}

/**
 * A number that only its word could make ours, from a payer who has nothing to do with the customer: "BAIL 10456" numbers a lease.
 * The payer's own name may stand before the number.
 */
function ofSomethingElse(guess: Hypothesis, at: Situation): Reason[] {
  const { payer, named, line } = at.reading;
  if (named.some((party) => party.id === guess.partyId) || isPayer(guess, at.reading)) return [];
  for (const share of guess.shares) {
    const mention = mentionOf(at.reading, share.slot) ?? damagedMention(share.slot, at.reading);
    if (mention?.type !== 'invoice-number') continue;
    const said =
      payer.collective === 'public'
        ? [wordAtOnceBefore(mention, at.reading)]
        : [
            mention.after,
            ownId(mention, line),
            numberBehind(mention, at.reading),
            calledCredit(mention, share.slot, at.reading),
            besideBare(mention, guess, at),
          ];
    const text = said.find((one) => one !== null && !nameWords(line.counterparty ?? '').includes(one)) ?? null;
    if (text === null) continue;
    return [because('number-of-what', { text, number: mention.text })];
  }
  return [];
}

/** The customer of the guess is the payer, and not by a single word that others have in their names too. */
function isPayer({ partyId }: Hypothesis, { payer: { how, parties }, line }: Reading): boolean {
  if (!parties.some((party) => party.id === partyId)) return false;
  return !(how === 'part' || how === 'homonym') || nameWords(line.counterparty ?? '').length > 1;
}

type Place = Pick<Mention, 'type' | 'text' | 'at' | 'after'>;

/** The item's number as it stands in the label with a slip, and the word before it. */
function damagedMention(slot: Slot, reading: Reading): Place | null {
  const damage = damageOf(reading, slot.number);
  const { chunks } = reading.label;
  const from = damage === null || damage.at === null ? -1 : chunkAt(chunks, damage.at);
  if (damage === null || from < 0) return null;
  return { type: 'invoice-number', text: damage.text, at: damage.at, after: strangeWordBefore(chunks, from) };
}

/** A number of nobody's that follows at once is of the same list: who pays out orders by their numbers writes such lists. */
function numberBehind({ at, text }: Place, { label, mentions }: Reading): string | null {
  if (at === null) return null;
  const next = label.chunks.find((chunk) => chunk.at !== null && chunk.at >= at + text.length);
  if (!next?.digits || next.masked || next.text.length < LISTED_DIGITS_MIN || /^20[0-4]\d$/.test(next.text))
    return null;
  return mentions.some((one) => one.at === next.at) ? null : next.text;
}

/**
 * Bare digits that no word calls an invoice's: other digits at once before them ("0171 7654321"), or a word of the label that says
 * neither a payment nor a name ("75012 PARIS", "10456 KWH"), may make something else of them.
 */
function besideBare({ at: place, text }: Place, guess: Hypothesis, at: Situation): string | null {
  const { chunks } = at.reading.label;
  const from = place === null || /\D/.test(text) ? -1 : chunkAt(chunks, place);
  if (from < 0 || isCalledInvoice(chunks, from)) return null;
  const before = chunks[from - 1];
  if (before?.digits && !at.reading.mentions.some((one) => one.at === before.at)) return before.text;
  return (saysSomethingElse(guess, at)[0]?.params['text'] as string | undefined) ?? null;
}

/** An invoice of ours with the number of a credit note: that of somebody who pays back. */
function calledCredit({ at }: Place, { residual }: Slot, { label: { chunks } }: Reading): string | null {
  const from = at === null || residual < 0 ? -1 : chunkAt(chunks, at);
  return from < 0 ? null : creditWordBefore(chunks, from);
}

/** Digits of what is a document's number rather than a day or a count. */
const LISTED_DIGITS_MIN = 4;

/** Public accountants write their own numbers first, each behind its word ("MDT 2231 BORD 88"): what stands behind them all is ours. */
function wordAtOnceBefore({ at, text }: Place, { label }: Reading): string | null {
  if (at === null || /[A-Z]/.test(text)) return null;
  const word = /([A-Z]{2,})[^A-Z0-9]*(?:N[O°]?[^A-Z0-9]*)?$/.exec(label.plain.slice(0, at))?.[1] ?? null;
  return word === null || opens(word) ? null : word;
}

/** Where the bank asks the payer for a number of his own, a number of ours is as likely his. */
function ownId({ at, text }: Place, line: BankLine): string | null {
  const isOwn = at === null && squash(line.endToEndId ?? '').includes(squash(text));
  return isOwn && !line.references.some((one) => squash(one).includes(squash(text))) ? 'EndToEndId' : null;
}

/** The payer's own documents with one of somebody else, be it of his group: a slip may have made that number. */
function mixed(guess: Hypothesis, { reading: { payer }, parties }: Situation): Reason[] {
  const owner = guess.shares[0]?.slot.item.partyId ?? null;
  if (payer.collective === 'public' || guess.shares.every(({ slot }) => slot.item.partyId === owner)) return [];
  const items = guess.shares.map(({ slot }) => slot.item);
  const stranger =
    items.find((item) => !payer.parties.some((one) => one.id === item.partyId)) ??
    items.find((item) => item.partyId !== owner);
  const name = parties.get(stranger?.partyId ?? null)?.name ?? '';
  return [because('list-mixed', { number: stranger?.document ?? '', name })];
}

/**
 * A credit of this very amount stands open: money on account, so that this may be paid twice, or that was for this; or a credit
 * note, which cancels the item of the amount: of a named one, a credit note not older than the item.
 */
function onAccount(guess: Hypothesis, at: Situation, direct: boolean): Reason[] {
  const { line } = at.reading;
  const first = guess.shares[0]!.slot;
  const held = at.items
    .ofPartyWithAmount(guess.partyId, line.currency, -line.amountMinor)
    .find(
      ({ item }) =>
        (!direct || item.kind === 'payment' || issueDay(item) >= issueDay(first.item)) &&
        !guess.shares.some(({ slot }) => slot.item === item),
    );
  return held ? [because('on-account', { number: held.item.document ?? '', day: held.item.day })] : [];
}

/** The number that the line names is settled: that is what a person must know where nothing is proposed. */
function paidAlready(reading: Reading): Reason[] {
  const paid = reading.mentions.find((mention) => !mention.excluded && mention.slots.every((slot) => slot.paid));
  return paid ? [because('cites-paid', { text: paid.text, number: paid.slots[0]?.item.document ?? '' })] : [];
}

/**
 * Issued after the money came, and not named: paid in advance perhaps, but where it is long after, or the customer
 * settled the same amount before, the money is rather for the earlier one.
 */
function issuedAfter(guess: Hypothesis, at: Situation): Reason[] {
  const { valueDay } = at.reading.line;
  for (const { slot } of guess.shares) {
    const { item } = slot;
    const day = issueDay(item);
    // Who writes its number, be it with a slip or cut, knew it.
    if (day <= valueDay || damageOf(at.reading, slot.number) !== null) continue;
    const late =
      daysBetween(valueDay, day) > ADVANCE_DAYS_MAX || at.items.settledBefore(item.partyId, item.amountMinor);
    return [because(late ? 'issued-too-late' : 'issued-after', { number: item.document ?? '', day })];
  }
  return [];
}

/** Numbers in the label that the guess leaves out: settled, open, or unknown. */
function citations(guess: Hypothesis, at: Situation): Reason[] {
  const { reading } = at;
  const doubts: Reason[] = [];
  for (const mention of reading.mentions) {
    const own = mention.slots.some((slot) => guess.shares.some((share) => share.slot === slot));
    if (mention.excluded || own || isSlip(mention, guess, at)) continue;
    const key = mention.slots.every((slot) => slot.paid) ? 'cites-paid' : 'cites-other';
    // A purchase order or a range may also cover what is settled.
    if (key === 'cites-paid' && (mention.kind === 'range' || mention.kind === 'order') && guess.origin === 'named')
      continue;
    if (!doubts.some((doubt) => doubt.key === key))
      doubts.push(because(key, { text: mention.text, number: mention.slots[0]?.item.document ?? '' }));
  }
  const strange = reading.unknown.find(
    (place) =>
      !guess.shares.some(
        (share) => isWithin(place, damageOf(reading, share.slot.number)) || isCutOf(place, share.slot.number, reading),
      ),
  );
  if (strange) doubts.push(because('cites-unknown', { text: strange.text }));
  return doubts;
}
