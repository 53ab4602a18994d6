// A ledger line as columns and as JSON fields: one list for reading and for bulk writing.
import { type SQL, sql } from 'drizzle-orm';
import type { LedgerLine, OpenItem } from '../../sync/model/ledger.ts';
import { searchable } from './scope.ts';

/** Column of the table, field of the row in JSON, type. */
const COLUMNS = [
  ['account', 'account', 'text'],
  ['role', 'role', 'text'],
  ['party_id', 'partyId', 'text'],
  ['journal', 'journal', 'text'],
  ['entry', 'entry', 'text'],
  ['document', 'document', 'text'],
  ['label', 'label', 'text'],
  ['day', 'day', 'date'],
  ['document_day', 'documentDay', 'date'],
  ['due_day', 'dueDay', 'date'],
  ['due_computed', 'dueComputed', 'boolean'],
  ['amount_minor', 'amountMinor', 'bigint'],
  ['currency', 'currency', 'text'],
  ['kind', 'kind', 'text'],
  ['letter', 'letter', 'text'],
  ['payment_reference', 'paymentReference', 'text'],
  ['client_reference', 'clientReference', 'text'],
  ['discount', 'discount', 'jsonb'],
  ['foreign_money', 'foreign', 'jsonb'],
  ['vat_minor', 'vatMinor', 'bigint'],
  ['vat_waiting_minor', 'vatWaitingMinor', 'bigint'],
] as const;

const STORED = [...COLUMNS, ['search', 'search', 'text']] as const;

/** For `recordset` over rows of `lineFields`. */
export const lineRecord = ['id text', ...STORED.map(([, field, type]) => `"${field}" ${type}`)].join(', ');

/** Column names; with a table's name, of that table. */
export const lineColumns = (table?: string): SQL =>
  sql.raw(STORED.map(([column]) => (table === undefined ? column : `${table}.${column}`)).join(', '));

/** The fields of record `r`, in the order of the columns. */
export const lineValues: SQL = sql.raw(STORED.map(([, field]) => `r."${field}"`).join(', '));

/** What a bulk write sends of a line. */
export function lineFields(line: LedgerLine): object {
  return { ...line, search: searchable(line.document, line.label, line.paymentReference, line.clientReference) };
}

/** Selects ledger lines `l` as LedgerLine. */
export const selectLine: SQL = sql.raw(
  [
    'l.id',
    ...COLUMNS.map(([column, field, type]) => `l.${column}${type === 'date' ? '::text' : ''} as "${field}"`),
  ].join(', '),
);

/**
 * What receipts that wait for their entry close of line `l`'s foreign amount, signed as that; null where one of them does not say.
 * A fact and its taking back cancel each other in the sum.
 */
const RECEIVED_FOREIGN = sql`(
      select case when coalesce(sum(s.amount_minor) filter (where coalesce(s.debit_foreign_minor, s.credit_foreign_minor) is null), 0) = 0
        then coalesce(sum(case when s.debit_id = l.id then s.debit_foreign_minor else -s.credit_foreign_minor end), 0) end
      from settlements s where s.company_id = l.company_id and (s.debit_id = l.id and s.credit_id is null or s.credit_id = l.id and s.debit_id is null))`;

/** What is open of line `l`'s foreign amount, signed as that; null where there is none or nobody can tell. */
export const FOREIGN_OPEN: SQL = sql`(
  case when l.foreign_money is not null and l.unsplit_minor = 0 then (l.foreign_money ->> 'minor')::bigint - l.foreign_settled_minor
    - case when l.received_minor = 0 then 0 else ${RECEIVED_FOREIGN} end end)::bigint`;

/** Selects ledger lines `l` as OpenItem. */
export const selectItem: SQL = sql`${selectLine}, l.residual_minor as "residualMinor", ${FOREIGN_OPEN} as "foreignResidualMinor"`;

/** Rows of `selectLine` or `selectItem` are exactly these types. */
export type LineRow = LedgerLine & Record<string, unknown>;
export type ItemRow = OpenItem & Record<string, unknown>;
