// Bulk writes of the ledger: one statement a batch, and a row is touched only where it differs.
import { sql } from 'drizzle-orm';
import type { LedgerAccount, LedgerLine } from '../../sync/model/ledger.ts';
import type { Party } from '../../sync/model/party.ts';
import { batches, only, recordset, type Scope, searchable } from './scope.ts';

export async function putAccounts({ db, company }: Scope, rows: readonly LedgerAccount[]): Promise<void> {
  for (const batch of batches(rows)) {
    await db.execute(sql`
      insert into ledger_accounts (company_id, number, name, role)
      select ${company}, number, name, role from ${recordset(batch, 'number text, name text, role text')}
      on conflict (company_id, number) do update set name = excluded.name, role = excluded.role`);
  }
}

/** Replaces the totals: an account that the ledger no longer names has none. */
export async function putBalances(
  { db, company }: Scope,
  rows: readonly { account: string; balanceMinor: number }[],
): Promise<void> {
  await db.execute(sql`delete from ledger_balances where company_id = ${company}`);
  for (const batch of batches(rows)) {
    await db.execute(sql`
      insert into ledger_balances (company_id, account, balance_minor)
      select ${company}, account, "balanceMinor" from ${recordset(batch, 'account text, "balanceMinor" bigint')}`);
  }
}

export async function putParties({ db, company }: Scope, rows: readonly Party[]): Promise<void> {
  for (const batch of batches(rows)) {
    const searched = batch.map((party) => ({ ...party, search: searchable(party.name, party.city, party.id) }));
    await db.execute(sql`
      insert into parties (company_id, id, name, city, country, ibans, parent_id, shared, search)
      select ${company}, id, name, city, country, ibans, "parentId", shared, search from ${recordset(
        searched,
        'id text, name text, city text, country text, ibans jsonb, "parentId" text, shared boolean, search text',
      )}
      on conflict (company_id, id) do update set name = excluded.name, city = excluded.city,
        country = excluded.country, ibans = excluded.ibans, parent_id = excluded.parent_id,
        shared = excluded.shared, search = excluded.search`);
  }
}

/** Column of the table, name and type of the field in the JSON rows. */
const LINE_COLUMNS = [
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
  ['foreign_minor', 'foreignMinor', 'bigint'],
  ['foreign_currency', 'foreignCurrency', 'text'],
  ['kind', 'kind', 'text'],
  ['letter', 'letter', 'text'],
  ['payment_reference', 'paymentReference', 'text'],
  ['client_reference', 'clientReference', 'text'],
  ['discount', 'discount', 'jsonb'],
  ['vat_minor', 'vatMinor', 'bigint'],
  ['search', 'search', 'text'],
] as const;

const columns = sql.raw(LINE_COLUMNS.map(([column]) => column).join(', '));
const fields = sql.raw(LINE_COLUMNS.map(([, field]) => `r."${field}"`).join(', '));
const recordColumns = ['id text', ...LINE_COLUMNS.map(([, field, type]) => `"${field}" ${type}`)].join(', ');
const assignments = sql.raw(LINE_COLUMNS.map(([column]) => `${column} = excluded.${column}`).join(', '));
const [stored, given] = ['l', 'excluded'].map((table) =>
  sql.raw(LINE_COLUMNS.map(([column]) => `${table}.${column}`).join(', ')),
);

/** Adds or changes lines. A changed amount moves the residual by as much: the facts that settled it stay. */
export async function putLines(
  { db, company }: Scope,
  rows: readonly LedgerLine[],
): Promise<{ added: number; changed: number }> {
  const flat = rows.map(({ foreign, ...line }) => ({
    ...line,
    foreignMinor: foreign?.minor ?? null,
    foreignCurrency: foreign?.currency ?? null,
    search: searchable(line.document, line.label, line.paymentReference, line.clientReference),
  }));
  return only(
    await db.execute<{ added: number; changed: number }>(sql`
      with put as (
        insert into ledger_lines as l (company_id, id, ${columns}, residual_minor)
        select ${company}, r.id, ${fields}, r."amountMinor" from ${recordset(flat, recordColumns)}
        on conflict (company_id, id) do update set ${assignments}, gone_at = null,
          residual_minor = l.residual_minor + excluded.amount_minor - l.amount_minor
        where (${stored}) is distinct from (${given}) or l.gone_at is not null
        returning xmax = 0 as added)
      select count(*) filter (where added) as added, count(*) filter (where not added) as changed from put`),
  );
}
