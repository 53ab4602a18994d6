// All guesses for one line, each set of items once: what it names, what its amount says, what sums say.

import type { Memory } from '../../model/memory.ts';
import type { Party } from '../../model/party.ts';
import { issueDay, type OpenItems } from '../open-items.ts';
import type { Parties } from '../parties.ts';
import type { Policy } from '../policy.ts';
import { LIMITS } from '../policy.ts';
import type { Reading } from '../reading/reading.ts';
import { amountHypotheses } from './amount.ts';
import { type Hypothesis, sameItems, withoutItems } from './hypothesis.ts';
import { namedHypotheses } from './named.ts';
import { offsetHypotheses } from './offset.ts';
import { sumHypotheses } from './sums.ts';

export function hypothesesFor(
  reading: Reading,
  index: OpenItems,
  parties: Parties,
  policy: Policy,
  memory: Memory,
): Hypothesis[] {
  if (reading.amount === 0) return [];
  const named = namedHypotheses(reading, index, policy);
  const settled = named.some(
    (guess) =>
      guess.tie === 'exact' && guess.extent !== 'completed' && guess.extent !== 'credit' && guess.extent !== 'subset',
  );
  const single = inTime(amountHypotheses(reading, index, parties), reading);
  const sums = settled ? [] : inTime(sumsFor(reading, index, single.length > 0), reading);
  const found: Hypothesis[] = [];
  for (const guess of [...named, ...offsetHypotheses(reading, index, memory), ...single, ...sums]) {
    if (!found.some((other) => sameItems(other, guess) && other.tie === guess.tie)) found.push(guess);
  }
  const payer = reading.payer.parties.length === 1 ? reading.payer.parties[0]! : null;
  // A known customer's money without an item is still that customer's: on account, for a person to place.
  if (found.length === 0 && payer && reading.sign > 0) found.push(withoutItems(reading, 'account', payer.id));
  return found.slice(0, LIMITS.hypothesesMax);
}

/** Money that names what the payer settled before never pays what was invoiced only after it came. */
function inTime(guesses: Hypothesis[], reading: Reading): Hypothesis[] {
  if (guesses.length === 0 || !namesSettled(reading)) return guesses;
  return guesses.filter((guess) => guess.shares.every(({ slot }) => issueDay(slot.item) <= reading.line.valueDay));
}

function namesSettled({ mentions, payer: { parties } }: Reading): boolean {
  return mentions.some(
    (mention) =>
      !mention.excluded &&
      mention.slots.every(
        (slot) => slot.paid && (parties.length === 0 || parties.some((party) => party.id === slot.item.partyId)),
      ),
  );
}

/** Sums are looked for only where it is clear whose items they would be, or whose of a few: then a person chooses. */
function sumsFor(reading: Reading, index: OpenItems, alone: boolean): Hypothesis[] {
  const owners = ownersOf(reading).filter((party) => !party.shared);
  if (owners.length > LIMITS.similarMax) return [];
  const own = owners.flatMap((party) => sumHypotheses(reading, party.id, index, alone));
  if (owners.length > 1) return own;
  // Customers of a similar name may be meant as well: their sums show it.
  const similar = own.length === 0 || alone ? [] : reading.payer.similar.slice(0, LIMITS.similarMax);
  return [...own, ...similar.flatMap((party) => sumHypotheses(reading, party.id, index, alone))];
}

/** Whom the line is paid for, else who pays; where the bank gives the payer in the label only, whom that names. */
function ownersOf({ payer, named, intents }: Reading): readonly Party[] {
  if (payer.how === 'absent' || (intents.has('on-behalf') && named.length === 1)) return named;
  return payer.parties;
}
