// What we ask of a customer who paid less than was due: the item stays open, and the claim says why and since when.
import type { Day } from './day.ts';
import type { DecisionId } from './decision.ts';
import type { LedgerLineId } from './ledger.ts';
import type { PartyId } from './party.ts';

/** contested: the customer disputes it. undue-discount: a discount taken late or without right, which we claim back. */
export type ClaimKind = 'contested' | 'undue-discount';

/**
 * Opened by a decision on a bank line, and gone with it when that is undone. `amountMinor` (positive) is the part of the item
 * that is claimed; it is over when the item is settled, or when a person closes it.
 */
export type Claim = {
  id: string;
  kind: ClaimKind;
  itemId: LedgerLineId;
  partyId: PartyId | null;
  amountMinor: number;
  openedOn: Day;
  decisionId: DecisionId;
  note: string | null;
};

/** Why a claim was closed by hand: the customer was right (a credit note follows), or we let it go. */
export type ClaimOutcome = 'accepted' | 'dropped';
