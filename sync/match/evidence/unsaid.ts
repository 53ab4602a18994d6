// Doubts where the line does not name what it pays: words that may say something else, somebody else meant, a month left out.
import type { Reason } from '../../model/match.ts';
import type { Hypothesis } from '../hypotheses/hypothesis.ts';
import { issueDay, type Slot } from '../open-items.ts';
import { NUMBER_DIGITS_STRONG } from '../policy.ts';
import { damageOf } from '../reading/damage.ts';
import { strangeWord } from '../reading/meaning.ts';
import { isOfMonth } from '../reading/period.ts';
import { lettersOf } from '../series.ts';
import { because, type Situation } from '../situation.ts';
import { squash } from '../squash.ts';
import { figures } from './figure.ts';

/** Of a guess whose items the line does not name. */
export function unsaid(guess: Hypothesis, at: Situation): Reason[] {
  const behalf = onSomebodysBehalf(guess, at);
  // Who writes the number, be it damaged, meant this one.
  if (guess.shares.some(({ slot }) => damageOf(at.reading, slot.number) !== null)) return behalf;
  return [
    ...behalf,
    ...saysSomethingElse(guess, at),
    ...figures(guess, at),
    ...runsOn(guess, at),
    ...passedOver(guess, at),
  ];
}

/** A word that no payment needs: a rebate, a quotation, a transfer that was rejected, somebody's name. */
export function saysSomethingElse(guess: Hypothesis, { reading, parties }: Situation): Reason[] {
  const owner = parties.get(guess.partyId);
  const known = [...reading.named.map((party) => party.name), reading.line.counterparty, owner?.name, owner?.city];
  const names = known.filter((name) => typeof name === 'string');
  const heads = guess.shares.map(({ slot }) => lettersOf(slot.number));
  const text = strangeWord(reading, names, heads);
  return text === null ? [] : [because('word-unknown', { text })];
}

/** The bank states for whom the account pays, and it is neither the payer nor the customer of the guess. */
function onSomebodysBehalf(guess: Hypothesis, { reading: { line, payer }, parties }: Situation): Reason[] {
  const stated = line.ultimateParty?.trim() ?? '';
  if (stated === '' || payer.how === 'ultimate' || squash(stated) === squash(line.counterparty ?? '')) return [];
  const { best, full } = parties.fit(stated);
  return [...best, ...full].some(({ party }) => party.id === guess.partyId) ? [] : [because('word-on-behalf')];
}

/** A run of digits goes on where another number of this customer ends: two numbers in one, perhaps. */
function runsOn(guess: Hypothesis, { items, reading }: Situation): Reason[] {
  const { chunks } = reading.label;
  const isOther = ({ item }: Slot) =>
    item.partyId === guess.partyId && !guess.shares.some(({ slot }) => slot.item === item);
  for (const [i, { text, digits, masked }] of chunks.entries()) {
    if (!digits || masked || text.length < RUN_MIN) continue;
    let before = '';
    for (let at = i; ; at -= 1) {
      const letters = lettersOf(before);
      for (let length = text.length - 1; length >= 3; length -= 1) {
        if (before.length + length < NUMBER_DIGITS_STRONG || !items.shaped(letters, before.length + length)) continue;
        const other = items.written(before + text.slice(0, length)).find(isOther);
        if (other) return [because('cites-other', { text, number: other.item.document ?? '' })];
      }
      // What stands before without a blank is of the same number.
      if (at === 0 || chunks[at]!.gap === 'blank') break;
      before = chunks[at - 1]!.text + before;
    }
  }
  return [];
}

/** Digits that hold a whole number and the end of another. */
const RUN_MIN = 8;

/** The customer settled a later one of this amount and left this one out: for a reason, and what it pays now is perhaps the next. */
function passedOver(guess: Hypothesis, { items, reading }: Situation): Reason[] {
  const [only, ...more] = guess.shares;
  if (!only || more.length > 0 || isOfMonth(only.slot, reading)) return [];
  const { item } = only.slot;
  return items.settledLater(item.partyId, item.amountMinor, issueDay(item))
    ? [because('passed-over', { number: item.document ?? '' })]
    : [];
}
