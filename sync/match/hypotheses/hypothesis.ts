// One guess at what a line pays, in numbers that always add up to the line.

import type { Adjustment, AdjustmentKind } from '../../model/match.ts';
import { allocate, sum } from '../../model/money.ts';
import type { PartyId } from '../../model/party.ts';
import type { Slot } from '../open-items.ts';
import type { Reading } from '../reading/reading.ts';

/** How the money meets the items. part: less, the rest stays open. rest: no item at all. */
export type Tie =
  | 'exact'
  | 'instructed'
  | 'discount'
  | 'late-discount'
  | 'cents'
  | 'fee'
  | 'part'
  | 'short'
  | 'over'
  | 'converted'
  | 'rest';

/** Which items. list: two or more. subset: some of the named. credit: with an unnamed credit note. completed: a cut list with its rest. offset: less what we owe the customer. */
export type Extent =
  | 'one'
  | 'list'
  | 'sum-2'
  | 'sum-3'
  | 'sum-5'
  | 'balance'
  | 'subset'
  | 'credit'
  | 'completed'
  | 'offset'
  | 'lot';

/**
 * Whether another choice of items ties as well, and how easily sums tie by accident: `chance` of any sum that was
 * searched for, `own` of sums of this size. `accidental`: beside one item of exactly the amount, this sum is the accident.
 */
export type Proof = { state: 'proven' | 'several' | 'unfinished'; chance: Chance; own: Chance; accidental: boolean };

export type Chance = 'rare' | 'some' | 'common';

export type Share = { readonly slot: Slot; readonly amountMinor: number; readonly lineMinor: number | null };

export type Hypothesis = {
  readonly origin: 'named' | 'amount' | 'sum' | 'account' | 'reverse' | 'transfer' | 'rule';
  readonly tie: Tie;
  readonly extent: Extent;
  readonly shares: readonly Share[];
  readonly adjustments: readonly Adjustment[];
  readonly restMinor: number;
  readonly proof: Proof;
  /** The customer when there is one only; null for several or none. */
  readonly partyId: PartyId | null;
  readonly reverses: string | null;
};

export const PROVEN: Proof = { state: 'proven', chance: 'rare', own: 'rare', accidental: false };

/** What is open of an item in the line's direction: positive when the line can pay it, negative for a credit against it. */
export function open(slot: Slot, reading: Reading): number {
  return reading.sign * slot.residual;
}

/** True for what we owe: a receipt never nets it without an agreement. */
export function isPayable(slot: Slot): boolean {
  return slot.item.role === 'payable';
}

type Draft = {
  origin: Hypothesis['origin'];
  tie: Tie;
  slots: readonly Slot[];
  extent?: Extent;
  proof?: Proof;
  /** Fall of each item in the line's direction, where it is not the whole residual. */
  falls?: readonly number[];
  adjustment?: AdjustmentKind;
  /** Falls are in another currency than the line. */
  foreign?: boolean;
  /** What of a difference is left as the customer's rest instead of an adjustment. */
  rest?: number;
};

/** Completes a draft: signs, the adjustment that closes the difference, the customer; asserts the sum. */
export function hypothesis(reading: Reading, draft: Draft): Hypothesis {
  const { sign, amount } = reading;
  const falls = draft.falls ?? draft.slots.map((slot) => open(slot, reading));
  const lineFalls = draft.foreign ? allocate(amount, falls.map(Math.abs)) : falls;
  const rest = draft.rest ?? 0;
  const difference = amount - sum(lineFalls) - rest;
  const shares = draft.slots.map((slot, i) => ({
    slot,
    amountMinor: sign * falls[i]!,
    lineMinor: draft.foreign ? sign * lineFalls[i]! : null,
  }));
  const adjustments: Adjustment[] =
    difference === 0 ? [] : [{ kind: draft.adjustment ?? fail(reading), amountMinor: sign * difference }];
  return {
    origin: draft.origin,
    tie: draft.tie,
    extent: draft.extent ?? extentOf(draft.slots.length),
    shares,
    adjustments,
    restMinor: rest === 0 ? 0 : sign * rest,
    proof: draft.proof ?? PROVEN,
    partyId: onlyParty(draft.slots),
    reverses: null,
  };
}

/** A guess without items: the whole line stays as the customer's, or nobody's, rest. */
export function withoutItems(
  reading: Reading,
  origin: Hypothesis['origin'],
  partyId: PartyId | null,
  reverses: string | null = null,
): Hypothesis {
  return {
    origin,
    tie: 'rest',
    extent: 'lot',
    shares: [],
    adjustments: [],
    restMinor: reading.line.amountMinor,
    proof: PROVEN,
    partyId,
    reverses,
  };
}

export function extentOf(count: number): Extent {
  return count === 1 ? 'one' : 'list';
}

/** Two guesses that move the same money on the same items are one. */
export function sameItems(a: Hypothesis, b: Hypothesis): boolean {
  return a.shares.length === b.shares.length && a.shares.every((share, i) => share.slot === b.shares[i]!.slot);
}

function onlyParty(slots: readonly Slot[]): PartyId | null {
  const first = slots[0]?.item.partyId ?? null;
  return slots.every((slot) => slot.item.partyId === first) ? first : null;
}

function fail(reading: Reading): never {
  throw new Error(`match: line ${reading.line.id} leaves a difference that nothing explains`);
}
