// What one bank line says, before any guess about what it pays.
import type { Finding } from '../../model/match.ts';
import type { Party } from '../../model/party.ts';
import type { BankLine } from '../../model/statement.ts';
import type { Slot } from '../open-items.ts';
import type { Label } from './label.ts';

/**
 * How a number was found. whole: as printed, or with all that makes it unique. scheme: a structured reference.
 * order: the customer's own order number. short: zeros or a part left out. joined: across a blank. tail, range: after a whole one.
 * weak: a few bare digits.
 */
export type MentionKind = 'whole' | 'scheme' | 'order' | 'e2e' | 'short' | 'joined' | 'tail' | 'range' | 'weak';

export type Mention = {
  readonly kind: MentionKind;
  readonly type: Finding['type'];
  readonly text: string;
  readonly at: number | null;
  /** Items that carry it; several when instalments or journals share a number. Settled ones included. */
  readonly slots: readonly Slot[];
  /** Named in order to be left out: "SAUF 103". */
  readonly excluded: boolean;
  /** The word before it that may make something else of it than an invoice of ours; null where none does. */
  readonly after: string | null;
};

export type Intent =
  | 'partial'
  | 'final'
  | 'discount'
  | 'dispute'
  | 'retention'
  | 'withholding'
  | 'on-behalf'
  | 'return'
  | 'refund'
  | 'cheque'
  | 'card'
  | 'internal'
  | 'balance'
  | 'deposit'
  | 'compensation'
  | 'correction'
  | 'negation'
  | 'purpose';

/** Who pays many unrelated customers' invoices. */
export type Collective = 'public' | 'factor' | 'insurer' | 'notary' | 'provider' | 'lessor' | 'agent' | 'several';

export type Payer = {
  /** account: the ERP's. alias: learned. name: full and alone. near: the best, but similar names exist. part: partly. */
  readonly how:
    | 'account'
    | 'alias'
    | 'ultimate'
    | 'name'
    | 'near'
    | 'part'
    | 'homonym'
    | 'conflict'
    | 'stranger'
    | 'absent';
  /** Exactly one when identified; several for homonyms and conflicts; none for strangers. */
  readonly parties: readonly Party[];
  readonly collective: Collective | null;
  /** The account is known for another customer than the name says, or for several. */
  readonly accountOf: readonly Party[];
  /** Other customers whose name is much the same. */
  readonly similar: readonly Party[];
  /** The number of confirmations of a learned alias. */
  readonly confirmed: number;
};

export type Month = {
  readonly month: number;
  readonly year: number | null;
  readonly text: string;
  readonly at: number;
  /** Where it ends in the label, its year included. */
  readonly end: number;
};

export type Reading = {
  readonly line: BankLine;
  /** 1 for money in, -1 for money out; amounts below are positive in its direction. */
  readonly sign: 1 | -1;
  readonly amount: number;
  readonly label: Label;
  readonly mentions: readonly Mention[];
  /** Text that has the shape of one of our numbers but names no item. */
  readonly unknown: readonly { text: string; at: number | null }[];
  readonly intents: ReadonlySet<Intent>;
  /** "ECHEANCE 2/3": which, of how many. */
  readonly fraction: { nth: number; of: number } | null;
  readonly months: readonly Month[];
  readonly payer: Payer;
  /** Customers named in the label, other than the payer. */
  readonly named: readonly Party[];
  /** Customers whose number in our books the label gives. */
  readonly coded: readonly Party[];
};
