// Guesses from the amount: one item of the payer, of a customer named in the label, or of anybody, with exactly this residual.
import type { PartyId } from '../../model/party.ts';
import { inOrder, type OpenItems, type Slot } from '../open-items.ts';
import type { Parties } from '../parties.ts';
import { LIMITS, SUM } from '../policy.ts';
import type { Reading } from '../reading/reading.ts';
import { discountOf } from './discount.ts';
import { type Hypothesis, hypothesis, open } from './hypothesis.ts';

/** Customers who may stand behind the line: the payer, those named in the label, and the payer's group. */
export function partiesBehind(reading: Reading, parties: Parties): PartyId[] {
  const ids: PartyId[] = [];
  for (const party of reading.payer.parties) ids.push(party.id);
  for (const party of reading.named) ids.push(party.id);
  for (const party of reading.payer.parties) for (const member of parties.groupOf(party.id)) ids.push(member.id);
  return ids.length < 2 ? ids : [...new Set(ids)].slice(0, SUM.itemsLarge);
}

export function amountHypotheses(reading: Reading, index: OpenItems, parties: Parties): Hypothesis[] {
  const behind = partiesBehind(reading, parties);
  const found = behind.flatMap((partyId) => ofParty(reading, partyId, index));
  if (found.length > 0) return found;
  if (behind.length > 0 && reading.payer.how !== 'part' && reading.payer.how !== 'homonym') return [];
  const anyone = index.withAmount(reading.line.currency, reading.sign * reading.amount) ?? [];
  return anyone.length > LIMITS.candidatesMax ? [] : inOrder(anyone).map((slot) => exact(reading, slot));
}

function ofParty(reading: Reading, partyId: PartyId, index: OpenItems): Hypothesis[] {
  const { line, sign, amount } = reading;
  const singles = index.ofPartyWithAmount(partyId, line.currency, sign * amount).map((slot) => exact(reading, slot));
  for (const slot of index.withTerms(partyId).slice(0, SUM.itemsMax)) {
    const off = slot.item.currency === line.currency ? discountOf(slot, reading, 'granted') : 0;
    if (off > 0 && open(slot, reading) - off === amount) {
      singles.push(hypothesis(reading, { origin: 'amount', tie: 'discount', slots: [slot], adjustment: 'discount' }));
    }
  }
  const told = line.instructed && line.instructed.currency !== line.currency ? line.instructed : null;
  if (told) {
    for (const slot of index.ofPartyWithAmount(partyId, told.currency, sign * Math.abs(told.amountMinor))) {
      singles.push(hypothesis(reading, { origin: 'amount', tie: 'instructed', slots: [slot], foreign: true }));
    }
  }
  return singles;
}

function exact(reading: Reading, slot: Slot): Hypothesis {
  return hypothesis(reading, { origin: 'amount', tie: 'exact', slots: [slot] });
}
