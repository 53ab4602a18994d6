// An accounting entry that a decision posts: its lines sum to zero, always.
import type { Day } from './day.ts';
import type { LedgerLineId } from './ledger.ts';
import type { Money } from './money.ts';
import type { PartyId } from './party.ts';

/** `foreignMinor`: the same in the line's own currency, where that is another. */
export type Granted = { itemId: LedgerLineId; amountMinor: number; foreignMinor?: number };

export type EntryLine = {
  account: string;
  partyId: PartyId | null;
  label: string;
  /** Debit positive, credit negative. */
  amountMinor: number;
  /** The open item that this line settles. */
  settles: LedgerLineId | null;
  /** The same in the item's own currency, where that is another: by it the item's residual falls. Of a foreign bank line all lines have it. */
  foreign?: Money;
  /** Of a discount or its VAT: what of this line each of its invoices is granted. Absent: all that are settled share it. */
  granted?: readonly Granted[];
  /** The paid invoice that this line makes owed again: a collection came back. */
  reopens?: LedgerLineId;
  /** What the line is for, so that an ERP connector can add taxes and tags. */
  part:
    | 'bank'
    | 'customer'
    | 'on-account'
    | 'advance'
    | 'discount'
    | 'discount_vat'
    | 'bank_fee'
    | 'small'
    | 'withholding'
    | 'exchange'
    | 'retention'
    | 'transfer'
    | 'other'
    | 'other_vat';
  /** When what this line leaves open is due: of a retention. */
  dueDay?: Day | undefined;
};

/** Short enough for the piece columns of accounting programs; the end of an id is where ids differ. */
export function pieceOf(decisionId: string): string {
  return `L${decisionId
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(-12)
    .toUpperCase()}`;
}
