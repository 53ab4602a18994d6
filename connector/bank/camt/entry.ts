// One Ntry becomes its transactions: its details where they state the account's money, else the entry itself, and never a cent less.
import { fault } from '../../../sync/fault/index.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { Amount, Decimal, EntryStatus, Transaction } from '../../../sync/model/statement.ts';
import { decimalSum, isZero, minus, negated } from '../decimal.ts';
import { chargesOf, type DetailFacts, factsOf, instructedOf, type Movement, textsOf } from './detail.ts';
import type { BlockRecord, DetailRecord, EntryRecord } from './shape.ts';
import { amountOf, bankCodeOf, type Context, dayOfText, isTrue, refuse, signed } from './terms.ts';

/** What the entry says for all its details. */
type EntryFacts = {
  amount: Decimal;
  currency: string;
  bookingDate: Day | null;
  valueDate: Day | null;
  status: EntryStatus | null;
  statusText: string | null;
  reversal: boolean;
};

type Detail = { record: DetailRecord; block: BlockRecord };

/**
 * The entry's transactions; their amounts always sum to the entry's. Unreadable amounts and days are noted in the context.
 * The sign is CdtDbtInd's, also for reversals: ISO 20022 gives the booked direction there, and RvslInd only explains it.
 */
export function transactionsOf(entry: EntryRecord, context: Context): Transaction[] {
  const facts = entryFacts(entry, context);
  if (facts === null) return [];
  const details = entry.blocks.flatMap((block) => block.details.map((record) => ({ record, block })));
  if (details.length === 0)
    return [whole(entry, facts, entryOnly(entry, context), context, batchOf(entry.blocks[0], 0))];
  const shares = details.map((detail) => shareOf(detail.record, entry, facts, context));
  if (shares.some((share) => share.kind !== 'own')) return [undivided(entry, facts, details, shares, context)];
  return divided(entry, facts, details, shares, context);
}

function entryFacts(entry: EntryRecord, context: Context): EntryFacts | null {
  const { line } = entry;
  const amount = amountOf(entry.amount, context, line);
  if (entry.amount === null) refuse(context, line, fault('entry-incomplete', {}, { what: 'Amt' }));
  const currency = entry.currency ?? context.currency;
  const signKnown = entry.sign === 'CRDT' || entry.sign === 'DBIT';
  if (!signKnown) refuse(context, line, fault('entry-incomplete', {}, { what: 'CdtDbtInd' }));
  if (currency === null) refuse(context, line, fault('entry-incomplete', {}, { what: 'Amt/@Ccy' }));
  const bookingDate = dayOfText(entry.bookingDate, context, line);
  const valueDate = dayOfText(entry.valueDate, context, line);
  if (amount === null || currency === null || !signKnown) return null;
  const status = STATUS[entry.status ?? ''] ?? null;
  return {
    amount: signed(amount, entry.sign),
    currency,
    bookingDate,
    valueDate,
    status,
    statusText: status === null ? entry.status : null,
    reversal: isTrue(entry.reversal),
  };
}

const STATUS: Readonly<Record<string, EntryStatus>> = { BOOK: 'BOOK', PDNG: 'PDNG', INFO: 'INFO', FUTR: 'FUTR' };

/** own: in the entry's currency. foreign: in another one, positive in the entry's direction. missing: no amount stated. */
type Share = Movement &
  ({ kind: 'own'; amount: Decimal } | { kind: 'foreign'; amount: Decimal; currency: string } | { kind: 'missing' });

/**
 * What of the entry this detail is. TxDtls/Amt is the account's money; older versions say it in TxAmt, and after an exchange
 * the countervalue may be the account's. InstdAmt never is: it is what was ordered, before charges and exchange.
 */
function shareOf(detail: DetailRecord, entry: EntryRecord, facts: EntryFacts, context: Context): Share {
  const sign = detail.sign ?? entry.sign;
  const credit = sign !== 'DBIT';
  const { reversal } = facts;
  const own = amountIn(facts.currency, detail);
  const foreign = own === null ? (detail.amount ?? detail.transactionAmount ?? detail.countervalue) : null;
  const amount = amountOf(own ?? foreign, context, detail.line);
  if (amount === null) return { kind: 'missing', credit, reversal };
  if (own !== null) return { kind: 'own', amount: credit ? amount : negated(amount), credit, reversal };
  const currency = detail.currency ?? detail.transactionCurrency ?? detail.countervalueCurrency ?? '';
  return { kind: 'foreign', amount: sign === entry.sign ? amount : negated(amount), currency, credit, reversal };
}

/** The first amount of the detail that is in this currency; one that names no currency is. */
function amountIn(currency: string, detail: DetailRecord): string | null {
  if (detail.amount !== null && (detail.currency ?? currency) === currency) return detail.amount;
  if (detail.transactionAmount !== null && (detail.transactionCurrency ?? currency) === currency) {
    return detail.transactionAmount;
  }
  return (detail.countervalueCurrency ?? currency) === currency ? detail.countervalue : null;
}

/** Every detail is a transaction; what they leave of the entry is one more, so that nothing is lost. */
function divided(
  entry: EntryRecord,
  facts: EntryFacts,
  details: readonly Detail[],
  shares: readonly Share[],
  context: Context,
): Transaction[] {
  const transactions: Transaction[] = [];
  for (const [i, { record, block }] of details.entries()) {
    const share = shares[i];
    if (share?.kind !== 'own') continue;
    const place = detailPlace(i, record, context);
    const batch = batchOf(block, block.details.length);
    transactions.push(transactionOf(facts, share.amount, factsOf(record, entry, share, context), batch, place));
  }
  const only = transactions.length === 1 ? transactions[0] : undefined;
  const rest = only?.amount === facts.amount ? '0' : minus(facts.amount, totalOf(transactions));
  const charges = chargesOf(entry.charges, context);
  if (!isZero(rest)) {
    const difference = whole(entry, facts, { ...entryOnly(entry, context), charges, instructed: null }, context, null);
    transactions.push({ ...difference, amount: rest, difference: true });
  } else if (only && only.charges.length === 0) {
    only.charges = charges;
  }
  return transactions;
}

/** The details do not say how the account's money divides: the entry is one transaction with what they tell together. */
function undivided(
  entry: EntryRecord,
  facts: EntryFacts,
  details: readonly Detail[],
  shares: readonly Share[],
  context: Context,
): Transaction {
  const movement = { credit: entry.sign !== 'DBIT', reversal: facts.reversal };
  const parts = details.map((detail) => factsOf(detail.record, entry, movement, context));
  const instructed = agreed(parts, 'instructed') ?? foreignTotalOf(shares) ?? instructedOf(entry, context);
  const charges = parts.flatMap((part) => part.charges);
  const together: DetailFacts = {
    counterparty: agreed(parts, 'counterparty'),
    counterpartyAccount: agreed(parts, 'counterpartyAccount'),
    ultimateParty: agreed(parts, 'ultimateParty'),
    endToEndId: agreed(parts, 'endToEndId'),
    mandateId: agreed(parts, 'mandateId'),
    remittance: parts.flatMap((part) => part.remittance),
    note: [...new Set(parts.flatMap((part) => part.note))],
    references: parts.flatMap((part) => part.references),
    documents: parts.flatMap((part) => part.documents),
    bankCode: agreed(parts, 'bankCode') ?? bankCodeOf(entry, null),
    charges: charges.length > 0 ? charges : chargesOf(entry.charges, context),
    instructed,
    returnReason: agreed(parts, 'returnReason'),
    bankReference: agreed(parts, 'bankReference') ?? entry.bankReference,
  };
  const transaction = whole(entry, facts, together, context, batchOf(details[0]?.block, details.length));
  const [only, second] = details;
  return only === undefined || second !== undefined
    ? transaction
    : { ...transaction, place: detailPlace(0, only.record, context) };
}

function detailPlace(i: number, detail: DetailRecord, context: Context): string {
  return `${context.path}/TxDtls[${i + 1}], line ${detail.line}`;
}

function totalOf(transactions: readonly Transaction[]): Decimal {
  const sum = decimalSum();
  for (const it of transactions) sum.add(it.amount);
  return sum.total();
}

/** The entry's amount with these facts. */
function whole(
  entry: EntryRecord,
  facts: EntryFacts,
  detail: DetailFacts,
  context: Context,
  batch: Transaction['batch'],
): Transaction {
  return transactionOf(facts, facts.amount, detail, batch, `${context.path}, line ${entry.line}`);
}

/** Written out, because spreading objects of this size costs more than the parsing. */
function transactionOf(
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
function entryOnly(entry: EntryRecord, context: Context): DetailFacts {
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

/** The fact that all parts share; null when they differ. A part's instructed amount is its own, so only one part can give it. */
function agreed<Fact extends keyof DetailFacts>(parts: readonly DetailFacts[], fact: Fact): DetailFacts[Fact] | null {
  const [first, ...others] = parts;
  if (first === undefined || (fact === 'instructed' && others.length > 0)) return null;
  return others.every((part) => part[fact] === first[fact]) ? first[fact] : null;
}

/** The details' money in their own currency, when they share one. */
function foreignTotalOf(shares: readonly Share[]): Amount | null {
  const sum = decimalSum();
  const currencies = new Set<string>();
  for (const share of shares) {
    if (share.kind !== 'foreign') return null;
    currencies.add(share.currency);
    sum.add(share.amount);
  }
  const [currency] = currencies;
  return currencies.size === 1 && currency !== undefined && currency !== '' ? { amount: sum.total(), currency } : null;
}

/** A collective booking says how many payments it holds, also where their details come in another message. */
function batchOf(block: BlockRecord | undefined, details: number): Transaction['batch'] {
  const batch = block?.batches[0];
  if (batch === undefined) return null;
  const count = /^\d{1,9}$/.test(batch.count ?? '') ? Number(batch.count) : details;
  return { count };
}
