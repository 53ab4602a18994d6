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

/** For `json_to_recordset` over rows of `lineFields`. */
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

/** Selects ledger lines `l` as OpenItem. */
export const selectItem: SQL = sql`${selectLine}, l.residual_minor as "residualMinor"`;

/** Rows of `selectLine` or `selectItem` are exactly these types. */
export type LineRow = LedgerLine & Record<string, unknown>;
export type ItemRow = OpenItem & Record<string, unknown>;
