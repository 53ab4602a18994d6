// What one line says against another's guess: its owner pays himself, two make one, it was sent back, months mean something else.
import { daysBetween } from '../model/day.ts';
import type { Party, PartyId } from '../model/party.ts';
import type { BankLine } from '../model/statement.ts';
import type { Batch } from './batch.ts';
import type { OpenItems, Slot } from './open-items.ts';
import { isEarlyInMonth, isOfMonth, isOfNextMonth } from './reading/period.ts';
import type { Reading } from './reading/reading.ts';

/** References that name an item by themselves. */
export const DIRECT: ReadonlySet<string> = new Set([
  'whole',
  'scheme',
  'e2e',
  'order',
  'short',
  'tail',
  'range',
  'joined',
]);

/** Payers who must have shown that months are those of the invoices. */
const MONTHS_SHOWN = 2;

/**
 * What the labels that name a month show about when this company invoices. Against: the payer has items of the amount and none
 * is of that month. For: one is, and none of the month after, which would be meant where one invoices afterwards.
 */
export function months(readings: readonly Reading[], items: OpenItems): Pick<Batch, 'monthsMislead' | 'monthsHold'> {
  let [against, shown] = [0, 0];
  for (const reading of readings) {
    const payer = reading.payer.parties.length === 1 ? reading.payer.parties[0]! : null;
    if (!payer || reading.months.length !== 1 || reading.mentions.length > 0) continue;
    const same = items.ofPartyWithAmount(payer.id, reading.line.currency, reading.sign * reading.amount);
    if (same.length < 2 || !same.every((slot) => isEarlyInMonth(slot))) continue;
    if (!same.some((slot) => isOfMonth(slot, reading))) against += 1;
    else if (!same.some((slot) => isOfNextMonth(slot, reading))) shown += 1;
  }
  return { monthsMislead: against > 0, monthsHold: against === 0 && shown >= MONTHS_SHOWN };
}

export function ownerPays(readings: readonly Reading[]): Batch['ownerPays'] {
  const paying = new Map<string, Reading[]>();
  for (const reading of readings)
    for (const party of mayPayAs(reading)) push(paying, moneyOf(party.id, reading.line, 1), reading);
  return (slot, reading) =>
    slot.item.partyId !== null &&
    !payersOf(reading).some((party) => party.id === slot.item.partyId) &&
    (paying.get(moneyOf(slot.item.partyId, reading.line, 1)) ?? []).some((other) => !tiesWithAnother(other, slot));
}

/** The line names another document of this amount that is its payer's: it is no payment of this one. */
function tiesWithAnother(reading: Reading, slot: Slot): boolean {
  const { mentions, sign, amount } = reading;
  const own = new Set(mayPayAs(reading).map((party) => party.id));
  return mentions.some(
    (mention) =>
      DIRECT.has(mention.kind) &&
      !mention.slots.includes(slot) &&
      mention.slots.some((other) => sign * other.residual === amount && own.has(other.item.partyId ?? '')),
  );
}

/** Whom the bank's own fields mean; where they name nobody, whom the label names. */
export function payersOf({ payer, named }: Reading): readonly Party[] {
  return payer.how === 'absent' ? named : payer.parties;
}

function mayPayAs(reading: Reading): readonly Party[] {
  const payers = payersOf(reading);
  return reading.payer.similar.length === 0 ? payers : [...payers, ...reading.payer.similar];
}

function moneyOf(partyId: PartyId, line: BankLine, sign: 1 | -1): string {
  return `${partyId}|${sign * line.amountMinor}|${line.currency}`;
}

/** Lines of one payer that are compared with each other. */
const TOGETHER_MAX = 40;

export function completes(readings: readonly Reading[], items: OpenItems): Batch['completes'] {
  const missing = new Map<string, string[]>();
  const loose = new Map<PartyId, BankLine[]>();
  for (const reading of readings) {
    const { line, mentions, sign, amount } = reading;
    const mayBe = mayPayAs(reading);
    let tied = false;
    for (const mention of mentions) {
      if (mention.excluded) continue;
      for (const slot of mention.slots) {
        const left = sign * slot.residual - amount;
        if (left === 0) tied = true;
        if (!DIRECT.has(mention.kind) && !mayBe.some((party) => party.id === slot.item.partyId)) continue;
        if (left > 0 && slot.item.currency === line.currency)
          push(missing, `${slot.item.partyId}|${sign * left}|${line.currency}`, line.id);
      }
    }
    if (!tied) for (const party of mayBe) push(loose, party.id, line);
  }
  return (partyId, { line }) =>
    (missing.get(`${partyId}|${line.amountMinor}|${line.currency}`) ?? []).some((id) => id !== line.id) ||
    (loose.get(partyId) ?? NO_LINES).some((other, i) => i < TOGETHER_MAX && makeOne(partyId, line, other, items));
}

const NO_LINES: readonly BankLine[] = [];

/** Two lines of a payer, neither of which names what it pays, that together make one open item. */
function makeOne(partyId: PartyId, a: BankLine, b: BankLine, items: OpenItems): boolean {
  return (
    a.id !== b.id &&
    a.currency === b.currency &&
    Math.sign(a.amountMinor) === Math.sign(b.amountMinor) &&
    items.ofPartyWithAmount(partyId, a.currency, a.amountMinor + b.amountMinor).length > 0
  );
}

export function sentBack(readings: readonly Reading[]): Batch['sentBack'] {
  const out = new Set<string>();
  for (const reading of readings) {
    const { line, intents, mentions, amount } = reading;
    if (line.amountMinor >= 0 || intents.has('return')) continue;
    for (const party of mayPayAs(reading)) out.add(moneyOf(party.id, line, -1));
    for (const slot of mentions.flatMap((mention) => mention.slots))
      if (slot.item.partyId !== null && slot.item.amountMinor === amount) out.add(moneyOf(slot.item.partyId, line, -1));
  }
  return (reading) => out.size > 0 && mayPayAs(reading).some((party) => out.has(moneyOf(party.id, reading.line, 1)));
}

/** Days after which a bank no longer takes back what it booked by mistake. */
const CORRECTED_DAYS_MAX = 10;

/** What the bank took off the account again in words of a correction, without saying whose it was. */
export function corrected(readings: readonly Reading[]): Batch['corrected'] {
  const taken = new Map<number, BankLine[]>();
  for (const { line, intents, payer, named, mentions } of readings) {
    if (line.amountMinor >= 0 || !intents.has('correction')) continue;
    if (payer.how === 'absent' && named.length === 0 && mentions.length === 0) push(taken, -line.amountMinor, line);
  }
  return ({ line }) =>
    (taken.get(line.amountMinor) ?? NO_LINES).some((back) => {
      const days = daysBetween(line.bookingDay, back.bookingDay);
      return (
        back.account === line.account && back.currency === line.currency && days >= 0 && days <= CORRECTED_DAYS_MAX
      );
    });
}

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
