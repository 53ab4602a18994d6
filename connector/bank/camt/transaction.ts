// A transaction put together: the entry's amount, days and state with the facts of a detail, or with the entry's own.
import type { Decimal, Transaction } from '../../../sync/model/statement.ts';
import { chargesOf, type DetailFacts, instructedOf, textsOf } from './detail.ts';
import type { BlockRecord, EntryRecord } from './shape.ts';
import { bankCodeOf, type Context } from './terms.ts';

/** What the entry says for all its details; the amount is signed. */
export type EntryFacts = Pick<
  Transaction,
  'amount' | 'currency' | 'bookingDate' | 'valueDate' | 'status' | 'statusText' | 'reversal'
>;

/** Written out, because spreading objects of this size costs more than the parsing. */
export function transactionOf(
  facts: EntryFacts,
  amount: Decimal,
  detail: DetailFacts,
  batch: Transaction['batch'],
  place: string,
): Transaction {
  return {
    amount,
    currency: facts.currency,
    bookingDate: facts.bookingDate,
    valueDate: facts.valueDate,
    status: facts.status,
    statusText: facts.statusText,
    reversal: facts.reversal,
    counterparty: detail.counterparty,
    counterpartyAccount: detail.counterpartyAccount,
    ultimateParty: detail.ultimateParty,
    endToEndId: detail.endToEndId,
    mandateId: detail.mandateId,
    remittance: detail.remittance,
    note: detail.note,
    references: detail.references,
    documents: detail.documents,
    bankCode: detail.bankCode,
    charges: detail.charges,
    instructed: detail.instructed,
    returnReason: detail.returnReason,
    bankReference: detail.bankReference,
    batch,
    place,
  };
}

/** What an entry tells without details. */
export function entryOnly(entry: EntryRecord, context: Context): DetailFacts {
  return {
    counterparty: null,
    counterpartyAccount: null,
    ultimateParty: null,
    endToEndId: null,
    mandateId: null,
    remittance: [],
    note: textsOf(entry.note),
    references: [],
    documents: [],
    bankCode: bankCodeOf(entry, null),
    charges: chargesOf(entry.charges, context),
    instructed: instructedOf(entry, context),
    returnReason: null,
    bankReference: entry.bankReference,
  };
}

/** A collective booking says how many payments it holds, also where their details come in another message. */
export function batchOf(block: BlockRecord | undefined, details: number): Transaction['batch'] {
  const batch = block?.batches[0];
  if (batch === undefined) return null;
  const count = /^\d{1,9}$/.test(batch.count ?? '') ? Number(batch.count) : details;
  const reference = batch.payment ?? batch.message;
  return reference === null ? { count } : { count, reference };
}
