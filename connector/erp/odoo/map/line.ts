// account.move.line and account.partial.reconcile as ledger lines and settlements.
import type { Discount, LedgerAccount, LedgerLine, LineKind, Settlement } from '../../../../sync/model/ledger.ts';
import { type Currency, mulDiv } from '../../../../sync/model/money.ts';
import type { Row } from '../host.ts';
import { day, linked, minor, text } from './value.ts';

export const LINE_FIELDS = [
  ...['account_id', 'partner_id', 'journal_id', 'move_id', 'move_name', 'name', 'ref', 'date', 'date_maturity'],
  ...['balance', 'amount_currency', 'currency_id', 'matching_number', 'discount_date', 'discount_balance'],
  'discount_amount_currency',
  ...['payment_id', 'statement_line_id'],
];

export const MOVE_FIELDS = [
  ...['move_type', 'payment_reference', 'ref', 'invoice_date', 'amount_tax_signed', 'amount_total_signed'],
];

export const PARTIAL_FIELDS = [
  ...['debit_move_id', 'credit_move_id', 'amount', 'max_date'],
  ...['debit_amount_currency', 'credit_amount_currency', 'debit_currency_id', 'credit_currency_id'],
];

/** What a line's links mean in this company. */
export type Links = {
  currency: Currency;
  accounts: ReadonlyMap<number, LedgerAccount>;
  journals: ReadonlyMap<number, { code: string; type: string }>;
  currencies: ReadonlyMap<number, Currency>;
};

/**
 * What of an invoice's VAT is due when it is paid, absent where nobody tells, and what its instalments before this line come to: their
 * shares of the VAT are rounded over the sum so far, so that together they are the invoice's, to the cent.
 */
export type Share = { waitingMinor?: number | undefined; beforeMinor: number };

const WHOLE: Share = { beforeMinor: 0 };

/** `move` is the line's account.move, absent where that is not known. Null for a line on an account that was not asked for. */
export function lineOf(row: Row, move: Row | undefined, links: Links, share = WHOLE): LedgerLine | null {
  const account = links.accounts.get(linked(row['account_id']) ?? -1);
  const date = day(row['date']);
  if (!account || date === null) return null;
  const kind = kindOf(row, move, links);
  const amountMinor = minor(row['balance'], links.currency);
  const entry = text(row['move_name']) ?? `#${linked(row['move_id'])}`;
  const invoice = kind === 'invoice' || kind === 'credit-note';
  const partner = linked(row['partner_id']);
  return {
    id: String(row.id),
    account: account.number,
    role: account.role,
    partyId: partner === null ? null : String(partner),
    journal: links.journals.get(linked(row['journal_id']) ?? -1)?.code ?? '',
    entry,
    document: invoice ? entry : (text(row['ref']) ?? entry),
    label: text(row['name']) ?? text(row['ref']) ?? entry,
    day: date,
    documentDay: day(move?.['invoice_date']),
    dueDay: invoice || (kind === 'other' && amountMinor > 0) ? day(row['date_maturity']) : null,
    dueComputed: false,
    amountMinor,
    currency: links.currency,
    foreign: foreignOf(row, links),
    kind,
    letter: text(row['matching_number']),
    paymentReference: invoice ? text(move?.['payment_reference']) : null,
    clientReference: invoice ? text(move?.['ref']) : null,
    discount: discountOf(row, amountMinor, links),
    ...(invoice ? vatOf(move, amountMinor, share, links.currency) : { vatMinor: null, vatWaitingMinor: null }),
  };
}

/** A partial of nothing in either currency ties an exchange difference; no residual falls by it. */
export function settlementOf(
  row: Row,
  { currency, currencies }: Pick<Links, 'currency' | 'currencies'>,
): Settlement | null {
  const debit = linked(row['debit_move_id']);
  const credit = linked(row['credit_move_id']);
  const date = day(row['max_date']);
  if (debit === null || credit === null || date === null) return null;
  const amountMinor = minor(row['amount'], currency);
  const foreign = (side: 'debit' | 'credit'): number | null => {
    const own = currencies.get(linked(row[`${side}_currency_id`]) ?? -1);
    return own === undefined || own === currency ? null : minor(row[`${side}_amount_currency`], own);
  };
  const [debitForeignMinor, creditForeignMinor] = [foreign('debit'), foreign('credit')];
  if (amountMinor === 0 && !debitForeignMinor && !creditForeignMinor) return null;
  const sides = { debitId: String(debit), creditId: String(credit) };
  return { id: `partial/${row.id}`, ...sides, amountMinor, debitForeignMinor, creditForeignMinor, day: date };
}

function kindOf(row: Row, move: Row | undefined, links: Links): LineKind {
  const type = move?.['move_type'];
  if (type === 'out_invoice' || type === 'out_receipt') return 'invoice';
  if (type === 'in_invoice' || type === 'in_receipt') return 'invoice';
  if (type === 'out_refund' || type === 'in_refund') return 'credit-note';
  const journal = links.journals.get(linked(row['journal_id']) ?? -1)?.type;
  const paid = linked(row['payment_id']) !== null || linked(row['statement_line_id']) !== null;
  if (paid || journal === 'bank' || journal === 'cash') return 'payment';
  return journal === 'situation' ? 'opening' : 'other';
}

/** An instalment holds its share of the invoice's VAT. */
function vatOf(
  move: Row | undefined,
  amountMinor: number,
  { waitingMinor, beforeMinor }: Share,
  currency: Currency,
): Pick<LedgerLine, 'vatMinor' | 'vatWaitingMinor'> {
  const [tax, total] = [move?.['amount_tax_signed'], move?.['amount_total_signed']];
  const totalMinor = typeof total === 'number' ? minor(total, currency) : 0;
  const part = (wholeMinor: number) => {
    const until = (each: number) => mulDiv(each, wholeMinor, totalMinor, 'half-up');
    return until(beforeMinor + amountMinor) - until(beforeMinor);
  };
  if (typeof tax !== 'number' || totalMinor === 0) return { vatMinor: null, vatWaitingMinor: null };
  return {
    vatMinor: part(minor(tax, currency)),
    vatWaitingMinor: waitingMinor === undefined ? null : part(waitingMinor),
  };
}

function foreignOf(row: Row, links: Links): LedgerLine['foreign'] {
  const currency = links.currencies.get(linked(row['currency_id']) ?? -1);
  if (currency === undefined || currency === links.currency) return null;
  return { minor: minor(row['amount_currency'], currency), currency };
}

function discountOf(row: Row, amountMinor: number, links: Links): Discount | null {
  const until = day(row['discount_date']);
  const told = (field: string, currency: Currency) =>
    typeof row[field] === 'number' ? minor(row[field], currency) : 0;
  const discounted = told('discount_balance', links.currency);
  if (until === null || discounted === 0 || amountMinor === 0) return null;
  const foreign = foreignOf(row, links);
  const own = foreign === null ? 0 : told('discount_amount_currency', foreign.currency);
  return {
    percentBp: mulDiv(amountMinor - discounted, 10_000, amountMinor, 'half-up'),
    until,
    discountedMinor: discounted,
    ...(own === 0 ? {} : { discountedForeignMinor: own }),
  };
}
