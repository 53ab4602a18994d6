// One TxDtls in plain facts: who, why, with which references.
import type { Amount, Decimal, Transaction } from '../../../sync/model/statement.ts';
import { negated } from '../decimal.ts';
import type { ChargeRecord, DetailRecord, EntryRecord, StructuredRecord } from './shape.ts';
import { accountText, amountOf, bankCodeOf, type Context, signed } from './terms.ts';

/** The facts of a transaction that do not depend on its amount, day and state. */
export type DetailFacts = Pick<
  Transaction,
  | 'counterparty'
  | 'counterpartyAccount'
  | 'ultimateParty'
  | 'endToEndId'
  | 'mandateId'
  | 'remittance'
  | 'note'
  | 'references'
  | 'documents'
  | 'bankCode'
  | 'charges'
  | 'instructed'
  | 'returnReason'
  | 'bankReference'
>;

/** `credit`: the movement came in. `reversal`: it takes an earlier one back, whose parties it names. */
export type Movement = { credit: boolean; reversal: boolean };

export function factsOf(detail: DetailRecord, entry: EntryRecord, movement: Movement, context: Context): DetailFacts {
  const documents: DetailFacts['documents'] = [];
  const references: string[] = [];
  const remittance = [...detail.unstructured];
  for (const block of detail.structured) {
    addDocuments(documents, block, context);
    if (block.reference !== null) references.push(block.reference);
    for (const text of block.additional) remittance.push(text);
  }
  const party = partiesOf(detail, movement, context);
  return {
    counterparty: party.counterparty,
    counterpartyAccount: party.counterpartyAccount,
    ultimateParty: party.ultimateParty,
    endToEndId: referenceOf(detail.endToEndId),
    mandateId: referenceOf(detail.mandateId),
    remittance,
    note: notesOf(detail, entry),
    references,
    documents,
    bankCode: bankCodeOf(entry, detail),
    charges: chargesOf(detail.charges, context),
    instructed: instructedOf(detail, context),
    returnReason: detail.returnReason,
    bankReference: detail.bankReference ?? entry.bankReference,
  };
}

/**
 * The other side. Money that comes in was sent by the debtor, money that goes out is for the creditor; a reversal keeps the
 * parties of the payment that it takes back. Not every bank marks a return with RvslInd: where the accounts say on which side
 * we are ourselves, and the other side is named, that is the other side.
 */
function partiesOf(detail: DetailRecord, movement: Movement, context: Context): Side {
  const debtor = {
    counterparty: detail.debtor ?? detail.debtorAccountName,
    counterpartyAccount: accountText(detail.debtorAccount),
    ultimateParty: detail.ultimateDebtor,
  };
  const creditor = {
    counterparty: detail.creditor ?? detail.creditorAccountName,
    counterpartyAccount: accountText(detail.creditorAccount),
    ultimateParty: detail.ultimateCreditor,
  };
  const theyAreDebtor = movement.credit !== movement.reversal;
  const expected = theyAreDebtor ? debtor : creditor;
  const other = theyAreDebtor ? creditor : debtor;
  return isOurs(expected, context) && !isOurs(other, context) && isNamed(other) ? other : expected;
}

type Side = Pick<DetailFacts, 'counterparty' | 'counterpartyAccount' | 'ultimateParty'>;

function isOurs(side: Side, context: Context): boolean {
  return side.counterpartyAccount !== null && side.counterpartyAccount === context.account;
}

function isNamed(side: Side): boolean {
  return side.counterparty !== null || side.counterpartyAccount !== null;
}

/** What the bank adds in words, to the detail, to its return and to the entry; many banks say the same twice. */
function notesOf(detail: DetailRecord, entry: EntryRecord): string[] {
  if (detail.returnNotes.length === 0 && (detail.note === null || detail.note === entry.note))
    return textsOf(entry.note);
  return [...new Set([...textsOf(detail.note), ...detail.returnNotes, ...textsOf(entry.note)])];
}

const NO_REFERENCE = /^NOT ?(?:PROVIDED|AVAILABLE|AVAIL)$/i;

/** The ISO words for "none given" are no references. */
export function referenceOf(text: string | null): string | null {
  return text === null || NO_REFERENCE.test(text) ? null : text;
}

/**
 * Documents that the payer names. Their amounts stand beside them for the whole block, so only a block with one document
 * gives its document an amount; what a credit note takes off is negative, so that documents sum to what they explain.
 */
function addDocuments(documents: DetailFacts['documents'], block: StructuredRecord, context: Context): void {
  const alone = block.documents.length === 1;
  for (const { number, type } of block.documents) {
    if (number === null) continue;
    const amount = alone ? documentAmount(block, type, context) : null;
    documents.push(amount === null ? { number } : { number, amount });
  }
}

function documentAmount(block: StructuredRecord, type: string | null, context: Context): Decimal | null {
  const paid = amountOf(block.remitted ?? block.due, context, block.line);
  const credited = amountOf(block.credited, context, block.line);
  if (paid === null || type === 'CREN') {
    const amount = credited ?? paid;
    return amount === null ? null : negated(amount);
  }
  return paid;
}

/** Charges of one transaction: what the bank took is positive, what it gave back negative. */
export function chargesOf(records: readonly ChargeRecord[], context: Context): Amount[] {
  if (records.length === 0) return [];
  const single = records.flatMap((it) => [it, ...it.records]).filter((it) => it.amount !== null);
  const stated =
    single.length > 0
      ? single
      : records.map((it) => ({ amount: it.total, currency: it.totalCurrency, sign: it.sign, line: it.line }));
  return stated.flatMap((it) => {
    const amount = amountOf(it.amount, context, it.line);
    const currency = it.currency ?? context.currency;
    if (amount === null || currency === null) return [];
    return [{ amount: it.sign === 'CRDT' ? signed(amount, 'DBIT') : amount, currency }];
  });
}

/** What the payer asked for, in the currency that he asked it in. */
export function instructedOf(
  record: { instructed: string | null; instructedCurrency: string | null; line: number },
  context: Context,
): Amount | null {
  if (record.instructed === null) return null;
  const amount = amountOf(record.instructed, context, record.line);
  const currency = record.instructedCurrency ?? context.currency;
  return amount === null || currency === null ? null : { amount, currency };
}

/** A list of what there is. */
export function textsOf(text: string | null): string[] {
  return text === null ? [] : [text];
}
