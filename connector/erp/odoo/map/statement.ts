// account.bank.statement and its lines as statements and bank lines.
import { sum } from '../../../../sync/model/money.ts';
import type { BankLine } from '../../../../sync/model/statement.ts';
import type { ErpBankLine, ErpStatement } from '../../../../sync/port/erp.ts';
import type { BankJournal, Chart } from '../chart.ts';
import type { Row } from '../host.ts';
import { detailsOf } from './details.ts';
import { day, linked, minor, text } from './value.ts';

export const STATEMENT_FIELDS = ['name', 'reference', 'date', 'journal_id', 'balance_start', 'balance_end_real'];

export const STATEMENT_LINE_FIELDS = [
  ...['date', 'amount', 'payment_ref', 'ref', 'narration', 'partner_name', 'account_number', 'transaction_details'],
  ...['foreign_currency_id', 'amount_currency', 'journal_id', 'statement_id', 'move_id'],
];

/** The id under which a line of an Odoo statement is known here. */
export function lineId(id: number): string {
  return `stl/${id}`;
}

/** Null for a statement without lines: nobody knows whose it is. */
export function statementOf(row: Row, chart: Chart): ErpStatement | null {
  const journal = chart.bankJournals.get(linked(row['journal_id']) ?? -1);
  if (!journal) return null;
  const money = (value: unknown) => (typeof value === 'number' ? minor(value, journal.currency) : null);
  return {
    id: `stmt/${row.id}`,
    journal: journal.code,
    number: text(row['name']) ?? text(row['reference']),
    day: day(row['date']),
    openingMinor: money(row['balance_start']),
    closingMinor: money(row['balance_end_real']),
  };
}

/** `entry`: its entry's lines on the bank's account and in suspense. A line of no day or journal that is known gives null. */
export function bankLineOf(row: Row, entry: readonly Row[], chart: Chart): ErpBankLine | null {
  const journal = chart.bankJournals.get(linked(row['journal_id']) ?? -1);
  const line = journal ? lineOf(row, journal, chart) : null;
  if (!journal || !line) return null;
  const on = (account: number | null) => entry.filter((it) => linked(it['account_id']) === account);
  const suspense = on(journal.suspense);
  const statement = linked(row['statement_id']);
  return {
    line,
    journal: journal.code,
    statement: statement === null || journal.isLent ? `journal/${journal.code}` : `stmt/${statement}`,
    ledgerLineIds: suspense.length > 0 ? [] : on(journal.account).map((it) => String(it.id)),
    waitingMinor: -sum(suspense.map((it) => minor(it['balance'], chart.currency))) || 0,
    waitingOwnMinor: ownWaiting(suspense, journal, chart),
    ours: detailsOf(row['transaction_details']).ours,
  };
}

/** Null where the journal is in the company's currency, or its suspense line in a third one. */
function ownWaiting(suspense: readonly Row[], { currency }: BankJournal, chart: Chart): number | null {
  const isOwn = (it: Row) => chart.currencies.get(linked(it['currency_id']) ?? -1) === currency;
  if (currency === chart.currency || !suspense.every(isOwn)) return null;
  return -sum(suspense.map((it) => minor(it['amount_currency'], currency))) || 0;
}

function lineOf(row: Row, { code, currency }: BankJournal, chart: Chart): BankLine | null {
  const booked = day(row['date']);
  if (booked === null) return null;
  const details = detailsOf(row['transaction_details']);
  const words = [text(row['payment_ref']), text(row['ref']), plain(text(row['narration'])), details.text];
  return {
    id: lineId(row.id),
    account: code,
    entryRef: details.entryRef,
    bookingDay: booked,
    valueDay: details.valueDay ?? booked,
    amountMinor: minor(row['amount'], currency),
    currency,
    counterparty: text(row['partner_name']),
    counterpartyAccount: text(row['account_number'])?.replace(/\s/g, '') ?? null,
    ultimateParty: details.ultimateParty,
    endToEndId: details.endToEndId,
    mandateId: details.mandateId,
    label: [...new Set(words.filter((it) => it !== null))].join(' '),
    references: details.references,
    bankCode: details.bankCode,
    instructed: instructedOf(row, chart),
    returnReason: details.returnReason,
    batch: null,
  };
}

function instructedOf(row: Row, { currencies }: Chart): BankLine['instructed'] {
  const currency = currencies.get(linked(row['foreign_currency_id']) ?? -1);
  if (currency === undefined || typeof row['amount_currency'] !== 'number') return null;
  return { amountMinor: minor(row['amount_currency'], currency), currency };
}

/** Notes are HTML in Odoo. */
function plain(html: string | null): string | null {
  if (html === null) return null;
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? null : words;
}
