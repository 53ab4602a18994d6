// Reads one bank line: what it names, what it means to be, who pays.
import type { Memory } from '../../model/memory.ts';
import type { Party } from '../../model/party.ts';
import type { BankLine } from '../../model/statement.ts';
import { nameWords } from '../company-name.ts';
import type { OpenItems, Slot } from '../open-items.ts';
import type { Parties } from '../parties.ts';
import { readFraction, readIntents } from './intent.ts';
import { readLabel } from './label.ts';
import { readNumbers } from './number.ts';
import { readPayer } from './payer.ts';
import { readMonths } from './period.ts';
import type { Mention, Payer, Reading } from './reading.ts';
import { readSchemes } from './scheme.ts';
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
  const read = [...schemes.mentions, ...numbers.mentions];
  const mentions = read.filter((mention) => keeps(mention, payer, amount));
  // "FACTURE 1405" names an invoice, be it nobody's who could be meant.
  const others =
    mentions.length === read.length ? [] : read.filter((one) => !mentions.includes(one) && isBroughtIn(label, one.at));
  const inScheme = (place: { at: number | null; text: string }) =>
    schemes.mentions.some(
      (scheme) =>
        place.at !== null && scheme.at !== null && place.at >= scheme.at && place.at < scheme.at + scheme.text.length,
    );
  return {
    line,
    sign: line.amountMinor < 0 ? -1 : 1,
    amount,
    label,
    mentions,
    unknown: [...schemes.unknown, ...numbers.unknown, ...others].filter((place) => !inScheme(place)),
    intents: readIntents(line, label),
    fraction: readFraction(label),
    months: readMonths(label, mentions),
    payer,
    named: namedInLabel(
      label.chunks.filter((chunk) => !chunk.digits && chunk.at !== null).map((chunk) => chunk.text),
      parties,
      payer,
    ),
  };
}

/** A few bare digits name an item only where its amount or its customer agrees. */
function keeps(mention: Mention, payer: Payer, amount: number): boolean {
  if (mention.kind !== 'weak' && mention.kind !== 'joined') return true;
  const agrees = (slot: Slot) =>
    Math.abs(slot.residual) === amount ||
    (slot.item.partyId !== null && payersOf(payer).some((party) => party.id === slot.item.partyId));
  return mention.slots.some(agrees);
}

/** Whoever may be the payer: of an account that pays for many, those who own it. */
function payersOf({ parties, similar }: Payer): readonly Party[] {
  return parties.length > 0 ? parties : similar;
}

function namedInLabel(words: readonly string[], parties: Parties, payer: Payer): Party[] {
  if (words.length < 2 || !words.some((word) => parties.knows(word))) return [];
  const kept = nameWords(words.join(' '));
  return parties
    .mentioned(kept)
    .map((named) => named.party)
    .filter((party) => !payer.parties.includes(party));
}
