// Reads one bank line: what it names, what it means to be, who pays.
import type { Memory } from '../../model/memory.ts';
import type { Party } from '../../model/party.ts';
import type { BankLine } from '../../model/statement.ts';
import { nameWords } from '../company-name.ts';
import type { OpenItems } from '../open-items.ts';
import type { Parties } from '../parties.ts';
import { codedIn } from './customer-code.ts';
import { readFraction, readIntents } from './intent.ts';
import { type Label, readLabel } from './label.ts';
import { type Numbers, readNumbers } from './number.ts';
import { readPayer } from './payer.ts';
import { isPeriod, readMonths } from './period.ts';
import type { Mention, Month, Payer, Reading } from './reading.ts';
import { readSchemes, type Structured } from './scheme.ts';
import { isBroughtIn } from './unknown-number.ts';

export function readLine(
  line: BankLine,
  items: OpenItems,
  parties: Parties,
  memory: Memory,
  multi: ReadonlySet<string>,
): Reading {
  const label = readLabel(line);
  const payer = readPayer(line, parties, memory, multi);
  const schemes = readSchemes(label, items);
  const numbers = readNumbers(label, items);
  const amount = Math.abs(line.amountMinor);
  const fraction = readFraction(label);
  const read = schemes.mentions.length === 0 ? numbers.mentions : [...schemes.mentions, ...numbers.mentions];
  const months = readMonths(label, read.filter(namesByItself));
  const mentions = read.filter((mention) => keeps(mention, payer, amount) && !isYear(mention, months));
  return {
    line,
    sign: line.amountMinor < 0 ? -1 : 1,
    amount,
    label,
    mentions,
    unknown: unknownOf(label, read, mentions, schemes, numbers),
    intents: readIntents(line, label, fraction),
    fraction,
    months,
    payer,
    named: namedInLabel(label, parties, payer),
    coded: codedIn(label, parties),
  };
}

/** Numbers that name nothing: "FACTURE 1405" names an invoice, be it nobody's who could be meant. */
function unknownOf(
  label: Label,
  read: readonly Mention[],
  mentions: readonly Mention[],
  schemes: Structured,
  numbers: Numbers,
): Reading['unknown'] {
  const unknown = [...schemes.unknown, ...numbers.unknown];
  if (mentions.length < read.length) {
    const left = read.filter((one) => !mentions.includes(one));
    // One bare number of somebody's may be anything; two are a list.
    const open = left.filter((one) => one.slots.some((slot) => !slot.paid) && one.text.length >= BARE_DIGITS_MIN);
    unknown.push(...(open.length > 1 ? left : left.filter((one) => isBroughtIn(label, one.at))));
  }
  return schemes.mentions.length === 0
    ? unknown
    : unknown.filter((place) => !schemes.mentions.some((scheme) => isWithin(place, scheme)));
}

/** Digits of a bare number that is more than a count or a day. */
const BARE_DIGITS_MIN = 4;

type Place = { at: number | null; text: string };

function isWithin(place: Place, scheme: Place): boolean {
  return place.at !== null && scheme.at !== null && place.at >= scheme.at && place.at < scheme.at + scheme.text.length;
}

/** "LOYER T3 2026" names no invoice 2026, whoever owes it. */
function isYear(mention: Mention, months: readonly Month[]): boolean {
  return !namesByItself(mention) && isPeriod(months, mention.at, (mention.at ?? 0) + mention.text.length);
}

function namesByItself({ kind }: Mention): boolean {
  return kind !== 'weak' && kind !== 'joined';
}

/** A few bare digits name an item only where its amount or its customer agrees. */
function keeps(mention: Mention, payer: Payer, amount: number): boolean {
  if (namesByItself(mention)) return true;
  return mention.slots.some(
    (slot) =>
      Math.abs(slot.residual) === amount ||
      (slot.item.partyId !== null && payersOf(payer).some((party) => party.id === slot.item.partyId)),
  );
}

/** Whoever may be the payer: of an account that pays for many, those who own it. */
function payersOf({ parties, similar }: Payer): readonly Party[] {
  return parties.length > 0 ? parties : similar;
}

function namedInLabel({ chunks }: Label, parties: Parties, payer: Payer): Party[] {
  const words: string[] = [];
  for (const { digits, at, text } of chunks) if (!digits && at !== null) words.push(text);
  if (words.length < 2 || !words.some((word) => parties.knows(word))) return [];
  const kept = nameWords(words.join(' '));
  return parties
    .mentioned(kept)
    .map((named) => named.party)
    .filter((party) => !payer.parties.includes(party));
}
