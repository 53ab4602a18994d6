// What the lines of one run say about each other: repeats, claims on the same item, accounts that pay for many, pairs.
import { daysBetween } from '../model/day.ts';
import { type PartyId, payingForMany } from '../model/party.ts';
import type { BankLine } from '../model/statement.ts';
import { completes, corrected, DIRECT, months, ownerPays, payersOf, push, sentBack } from './cross.ts';
import type { OpenItems, Slot } from './open-items.ts';
import type { Parties } from './parties.ts';
import type { Reading } from './reading/reading.ts';
import { squash } from './squash.ts';

export type Batch = {
  /** Lines that the bank delivered before under another id: line id to the id that is kept. */
  readonly duplicates: ReadonlyMap<string, string>;
  /** Customers whose invoices a customer pays besides its own, as references of this run show. */
  readonly paysFor: ReadonlyMap<PartyId, ReadonlySet<PartyId>>;
  /** Months named in labels do not follow the invoices' months here: no twin is told apart by its month. */
  readonly monthsMislead: boolean;
  /** Some payers named months for which no later invoice was open: here months are those of the invoices. */
  readonly monthsHold: boolean;
  claimedElsewhere(slot: Slot, lineId: string): boolean;
  /** Another line of the item's own customer has this line's amount: whoever else names the item has perhaps mistyped. */
  ownerPays(slot: Slot, reading: Reading): boolean;
  /** Another line of this customer is short of an item by exactly this line's amount, or makes one together with it. */
  completes(partyId: PartyId, reading: Reading): boolean;
  /** The same amount went out to the same payer: it was perhaps sent back. */
  sentBack(reading: Reading): boolean;
  /** The bank took the same amount back soon after: it was booked by mistake, or twice. */
  corrected(reading: Reading): boolean;
  /** How many lines of this run have the same payer and amount, this one included. */
  sameMoney(reading: Reading): number;
  /** The line that a return undoes: same end-to-end id, else same payer and opposite amount; null when none or several. */
  originalOf(reading: Reading): string | null;
  /** The other side of a transfer between two own accounts. */
  pairOf(reading: Reading): string | null;
};

/** Days between the two sides of a transfer between own accounts. */
const PAIR_DAYS_MAX = 5;

/** Accounts that in this run pay, by whole numbers and their amounts, for several customers who have nothing in common. */
export function manyDebtorAccounts(readings: readonly Reading[], parties: Parties): Set<string> {
  return payingForMany(debtsPaid(readings, parties));
}

function* debtsPaid(readings: readonly Reading[], parties: Parties): Generator<readonly [string, PartyId]> {
  for (const { line, mentions, amount } of readings) {
    if (line.counterpartyAccount === null) continue;
    for (const { slots, kind, excluded } of mentions) {
      const slot = slots[0];
      if ((kind !== 'whole' && kind !== 'scheme') || excluded || !slot || slot.item.partyId === null) continue;
      if (Math.abs(slot.residual) !== amount) continue;
      yield [squash(line.counterpartyAccount), rootOf(slot.item.partyId, parties)];
    }
  }
}

/** The head of a customer's group stands for all of it. */
function rootOf(id: PartyId, parties: Parties): PartyId {
  return parties.get(id)?.parentId ?? id;
}

export function readBatch(readings: readonly Reading[], items: OpenItems, parties: Parties): Batch {
  const duplicates = findDuplicates(readings.map((reading) => reading.line));
  const kept = readings.filter((reading) => !duplicates.has(reading.line.id));
  const claims = new Map<Slot, string[]>();
  const money = new Map<string, Reading[]>();
  for (const reading of kept) {
    for (const mention of reading.mentions) {
      if (mention.excluded || !DIRECT.has(mention.kind)) continue;
      for (const slot of mention.slots) if (mayPay(reading, slot)) push(claims, slot, reading.line.id);
    }
    for (const key of moneyKeys(reading)) push(money, key, reading);
  }
  return {
    duplicates,
    paysFor: findPaysFor(kept, parties),
    ...months(kept, items),
    ownerPays: ownerPays(kept),
    completes: completes(kept, items),
    sentBack: perLine(sentBack(kept)),
    corrected: corrected(kept),
    claimedElsewhere: (slot, lineId) => claims.get(slot)?.some((id) => id !== lineId) ?? false,
    sameMoney: perLine((reading) => Math.max(1, ...moneyKeys(reading).map((key) => money.get(key)?.length ?? 1))),
    originalOf: originals(kept, money),
    pairOf: pairs(kept),
  };
}

/** Every guess of a line asks the same again, and lines are judged one after another. */
function perLine<Answer>(answerFor: (reading: Reading) => Answer): (reading: Reading) => Answer {
  let last: { reading: Reading; answer: Answer } | null = null;
  return (reading) => {
    if (last?.reading !== reading) last = { reading, answer: answerFor(reading) };
    return last.answer;
  };
}

/** A single number of another customer's item, with another amount, is a slip of the finger: no claim on that item. */
function mayPay(reading: Reading, slot: Slot): boolean {
  const payers = reading.payer.parties;
  return (
    payers.length !== 1 ||
    payers[0]!.id === slot.item.partyId ||
    Math.abs(slot.residual) === reading.amount ||
    reading.mentions.length > 1
  );
}

/** The same entry delivered twice repeats its reference, day, amount and account, and nothing that both state differs. */
function findDuplicates(lines: readonly BankLine[]): Map<string, string> {
  const seen = new Map<string, BankLine[]>();
  const duplicates = new Map<string, string>();
  for (const line of [...lines].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    // With its amount: a payer may give all his transfers one end-to-end id.
    const keys = namesOf(line).map((name) => `${name} ${line.amountMinor}`);
    const twin = twinOf(line, keys, seen);
    if (twin) duplicates.set(line.id, twin.id);
    else for (const key of keys) push(seen, key, line);
  }
  return duplicates;
}

function twinOf(line: BankLine, keys: readonly string[], seen: ReadonlyMap<string, BankLine[]>): BankLine | null {
  for (const key of keys) {
    for (const other of seen.get(key) ?? NO_LINES) {
      const same = other.entryRef === line.entryRef || ofTwoFeeds(other, line);
      if (sameMovement(other, line) && sameStatement(other, line) && same) return other;
    }
  }
  return null;
}

const NO_LINES: readonly BankLine[] = [];

/** Of one amount already. */
function sameMovement(a: BankLine, b: BankLine): boolean {
  return (
    a.bookingDay === b.bookingDay &&
    a.currency === b.currency &&
    (a.account === b.account || squash(a.account) === squash(b.account))
  );
}

/** By what an entry is known again: the bank's reference, or the end-to-end id that the payer gave it. */
function namesOf({ entryRef, endToEndId }: BankLine): string[] {
  const names = entryRef === null || entryRef === '' ? [] : [`entry ${entryRef}`];
  if (endToEndId !== null && squash(endToEndId) !== 'NOTPROVIDED' && endToEndId !== '') names.push(`end ${endToEndId}`);
  return names;
}

/**
 * One account read through two feeds: each writes the bank's reference in its own way, or not at all. Two references of one
 * shape are two entries, even of one end-to-end id: an order that the payer gave twice.
 */
function ofTwoFeeds(a: BankLine, b: BankLine): boolean {
  if (a.batch && b.batch && a.batch.id === b.batch.id) return false;
  const [one, two] = [a.entryRef ?? '', b.entryRef ?? ''];
  if (one === '' || two === '') return one !== two;
  return shapeOf(one) !== shapeOf(two);
}

function shapeOf(reference: string): string {
  return reference.replace(/\d/g, '9').replace(/[A-Za-z]/g, 'A');
}

function sameStatement(a: BankLine, b: BankLine): boolean {
  return (
    agree(a.counterpartyAccount, b.counterpartyAccount) &&
    agree(a.counterparty, b.counterparty) &&
    agree(a.label, b.label) &&
    agree(a.endToEndId, b.endToEndId)
  );
}

/** One of the two states nothing, or less of the same. */
function agree(a: string | null, b: string | null): boolean {
  const [one, two] = [squash(a ?? ''), squash(b ?? '')];
  return one === '' || two === '' || one.startsWith(two) || two.startsWith(one);
}

/** One key for each customer who may have paid: a poor feed shows one payer as one of several, or not at all. */
function moneyKeys(reading: Reading, amountMinor = reading.line.amountMinor): string[] {
  const { line } = reading;
  // Two months of one subscription are two payments, not the same money twice.
  const month = reading.months.length === 0 ? '' : reading.months.map((one) => `${one.year}-${one.month}`).join();
  const what = `|${amountMinor}|${line.currency}|${month}`;
  const known = payersOf(reading);
  if (known.length > 0) return known.map((party) => party.id + what);
  const stated = squash(line.counterpartyAccount ?? line.counterparty ?? '');
  return stated === '' ? [] : [stated + what];
}

function findPaysFor(readings: readonly Reading[], parties: Parties): Map<PartyId, Set<PartyId>> {
  const paysFor = new Map<PartyId, Set<PartyId>>();
  for (const reading of readings) {
    const payer = reading.payer.parties.length === 1 ? reading.payer.parties[0]! : null;
    if (!payer) continue;
    for (const id of paidFor(reading))
      if (id !== payer.id && parties.get(id)) paysFor.set(payer.id, (paysFor.get(payer.id) ?? new Set()).add(id));
  }
  return paysFor;
}

/** The customers whose invoices the line names to be paid. Only what ties by its amount too shows that; a slip may hit anybody's number. */
function paidFor(reading: Reading): PartyId[] {
  const ids = reading.intents.has('on-behalf') ? reading.named.map((party) => party.id) : [];
  for (const mention of reading.mentions) {
    if (mention.kind !== 'whole' && mention.kind !== 'scheme') continue;
    for (const slot of mention.slots)
      if (slot.item.partyId !== null && Math.abs(slot.residual) === reading.amount) ids.push(slot.item.partyId);
  }
  return ids;
}

function originals(readings: readonly Reading[], money: ReadonlyMap<string, readonly Reading[]>): Batch['originalOf'] {
  // Made when the first return asks: most runs have none.
  let byEndToEnd: Map<string, string[]> | null = null;
  return (reading) => {
    const { line } = reading;
    byEndToEnd ??= endToEnds(readings);
    const direct =
      line.endToEndId === null ? [] : (byEndToEnd.get(`${squash(line.endToEndId)}|${-line.amountMinor}`) ?? []);
    if (direct.length === 1) return direct[0]!;
    const same = new Set<string>();
    for (const key of moneyKeys(reading, -line.amountMinor))
      for (const other of money.get(key) ?? []) if (!other.intents.has('return')) same.add(other.line.id);
    return same.size === 1 ? [...same][0]! : null;
  };
}

function endToEnds(readings: readonly Reading[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { intents, line } of readings) {
    if (intents.has('return') || line.endToEndId === null || squash(line.endToEndId) === 'NOTPROVIDED') continue;
    push(ids, `${squash(line.endToEndId)}|${line.amountMinor}`, line.id);
  }
  return ids;
}

function pairs(readings: readonly Reading[]): Batch['pairOf'] {
  const byAmount = new Map<string, Reading[]>();
  for (const reading of readings) {
    if (reading.intents.has('internal'))
      push(byAmount, `${reading.line.amountMinor}|${reading.line.currency}`, reading);
  }
  return (reading) => {
    const others = byAmount.get(`${-reading.line.amountMinor}|${reading.line.currency}`) ?? [];
    const near = others.filter(
      (other) =>
        other.line.account !== reading.line.account &&
        Math.abs(daysBetween(other.line.bookingDay, reading.line.bookingDay)) <= PAIR_DAYS_MAX,
    );
    return near.length === 1 ? near[0]!.line.id : null;
  };
}
