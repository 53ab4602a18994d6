// One Ntry becomes its transactions: its details where they state the account's money, else the entry itself, and never a cent less.
import { fault } from '../../../sync/fault/index.ts';
import type { Decimal, EntryStatus, Transaction } from '../../../sync/model/statement.ts';
import { decimalSum, isZero, minus } from '../decimal.ts';
import { chargesOf, type DetailFacts, factsOf, instructedOf } from './detail.ts';
import type { DetailRecord, EntryRecord } from './shape.ts';
import { foreignTotalOf, shareOf } from './share.ts';
import { amountOf, bankCodeOf, type Context, dayOfText, isTrue, refuse, signed } from './terms.ts';
import { batchOf, type EntryFacts, entryOnly, transactionOf } from './transaction.ts';

/**
 * The entry's transactions; their amounts always sum to the entry's. Unreadable amounts and days are noted in the context.
 * The sign is CdtDbtInd's, also for reversals: ISO 20022 gives the booked direction there, and RvslInd only explains it.
 */
export function transactionsOf(entry: EntryRecord, context: Context): Transaction[] {
  const facts = entryFacts(entry, context);
  if (facts === null) return [];
  const transactions = divided(entry, facts, context);
  if (transactions === null) return [undivided(entry, facts, context)];
  if (transactions.length > 0) return withRest(transactions, entry, facts, context);
  const place = entryPlace(entry, context);
  return [transactionOf(facts, facts.amount, entryOnly(entry, context), batchOf(entry.blocks[0], 0), place)];
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
  const status = STATUSES.find((it) => it === entry.status) ?? null;
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

const STATUSES: readonly EntryStatus[] = ['BOOK', 'PDNG', 'INFO', 'FUTR'];

/** Every detail as a transaction; null when one of them states no amount in the entry's currency. */
function divided(entry: EntryRecord, facts: EntryFacts, context: Context): Transaction[] | null {
  const transactions: Transaction[] = [];
  for (const block of entry.blocks) {
    for (const detail of block.details) {
      const share = shareOf(detail, entry, facts, context);
      if (share.kind !== 'own') return null;
      const place = detailPlace(transactions.length, detail, context);
      const batch = batchOf(block, block.details.length);
      const transaction = transactionOf(facts, share.amount, factsOf(detail, entry, share, context), batch, place);
      if (detail.bankReference !== null && entry.bankReference !== null)
        transaction.entryReference = entry.bankReference;
      transactions.push(transaction);
    }
  }
  return transactions;
}

/** What the details leave of the entry is one more transaction, so that nothing is lost. */
function withRest(transactions: Transaction[], entry: EntryRecord, facts: EntryFacts, context: Context): Transaction[] {
  const only = transactions.length === 1 ? transactions[0] : undefined;
  const rest = only?.amount === facts.amount ? '0' : minus(facts.amount, totalOf(transactions));
  if (!isZero(rest)) {
    const own = { ...entryOnly(entry, context), instructed: null };
    transactions.push({ ...transactionOf(facts, rest, own, null, entryPlace(entry, context)), difference: true });
  } else if (only && only.charges.length === 0 && entry.charges.length > 0) {
    only.charges = chargesOf(entry.charges, context);
  }
  return transactions;
}

function totalOf(transactions: readonly Transaction[]): Decimal {
  const sum = decimalSum();
  for (const it of transactions) sum.add(it.amount);
  return sum.total();
}

/** The details do not say how the account's money divides: the entry is one transaction with what they tell together. */
function undivided(entry: EntryRecord, facts: EntryFacts, context: Context): Transaction {
  const movement = { credit: entry.sign !== 'DBIT', reversal: facts.reversal };
  const details = entry.blocks.flatMap((block) => block.details);
  const shares = details.map((detail) => shareOf(detail, entry, facts, context));
  const parts = details.map((detail) => factsOf(detail, entry, movement, context));
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
    instructed: agreed(parts, 'instructed') ?? foreignTotalOf(shares) ?? instructedOf(entry, context),
    returnReason: agreed(parts, 'returnReason'),
    bankReference: agreed(parts, 'bankReference') ?? entry.bankReference,
  };
  const [first, second] = details;
  const alone = first !== undefined && second === undefined;
  const place = alone ? detailPlace(0, first, context) : entryPlace(entry, context);
  return transactionOf(facts, facts.amount, together, batchOf(entry.blocks[0], details.length), place);
}

/** The fact that all parts share; null when they differ. A part's instructed amount is its own, so only one part can give it. */
function agreed<Fact extends keyof DetailFacts>(parts: readonly DetailFacts[], fact: Fact): DetailFacts[Fact] | null {
  const [first, ...others] = parts;
  if (first === undefined || (fact === 'instructed' && others.length > 0)) return null;
  return others.every((part) => part[fact] === first[fact]) ? first[fact] : null;
}

function entryPlace(entry: EntryRecord, context: Context): string {
  return `${context.path}, line ${entry.line}`;
}

/** `i` counts over all NtryDtls of the entry. */
function detailPlace(i: number, detail: DetailRecord, context: Context): string {
  return `${context.path}/TxDtls[${i + 1}], line ${detail.line}`;
}
