// What we asked the bank to collect, or brought it as cheques, and what was rejected (ISO 20022 words): the key of a credit that
// has no details.
import type { Day } from './day.ts';
import type { Currency } from './money.ts';
import type { Decimal } from './statement.ts';

/** One direct debit of a collection, or one cheque of a slip. Absent facts are null. */
export type CollectionItem = {
  endToEndId: string | null;
  mandateId: string | null;
  /** The debtor, its account, and for whom it pays. */
  name: string | null;
  account: string | null;
  ultimateName: string | null;
  /** Positive, plain decimal text. */
  amount: Decimal;
  currency: Currency;
  remittance: string[];
  references: string[];
};

/** One PmtInf of a pain.008: what the bank credits as one sum, unless it was asked for single entries. */
export type Collection = {
  /** PmtInfId and MsgId: the bank and the reject report name the collection by them. */
  id: string | null;
  message: string | null;
  /** The day asked for (ReqdColltnDt). */
  day: Day | null;
  /** Our account that is credited. */
  account: string | null;
  /** A slip of cheques: `id` is its number, `day` the day it was handed in. */
  cheques?: true;
  items: CollectionItem[];
};

/** A rejected item; without `endToEndId` the whole collection, without `collection` the whole message. `reason` is ISO's code. */
export type Reject = {
  message: string | null;
  collection: string | null;
  endToEndId: string | null;
  reason: string | null;
  text: string | null;
};

/** All that files of collections say. */
export type Collected = { collections: Collection[]; rejects: Reject[] };
