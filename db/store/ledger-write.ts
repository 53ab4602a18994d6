// Bulk writes of the ledger: one statement a batch, and a row is touched only where it differs.
import { sql } from 'drizzle-orm';
import type { LedgerAccount, LedgerLine } from '../../sync/model/ledger.ts';
import type { Party } from '../../sync/model/party.ts';
import type { Written } from '../../sync/port/store.ts';
import { lineColumns, lineFields, lineRecord, lineValues } from './line.ts';
import { batches, only, recordset, type Scope, searchable, texts } from './scope.ts';
import { freshStatistics } from './statistics.ts';

/** `isWhole`: these are all accounts that can be posted to; any other is closed. */
export async function putAccounts(
  { db, company }: Scope,
  rows: readonly LedgerAccount[],
  isWhole = false,
): Promise<void> {
  for (const batch of batches(rows)) {
    await db.execute(sql`
      insert into ledger_accounts as a (company_id, number, name, role, closed)
      select ${company}, number, name, role, coalesce(closed, false)
      from ${recordset(batch, 'number text, name text, role text, closed boolean')}
      on conflict (company_id, number) do update set name = excluded.name, role = excluded.role, closed = excluded.closed
      where (a.name, a.role, a.closed) is distinct from (excluded.name, excluded.role, excluded.closed)`);
  }
  if (!isWhole) return;
  await db.execute(sql`
    update ledger_accounts set closed = true
    where company_id = ${company} and not closed and number <> all(${texts(rows.map((row) => row.number))})`);
}

/** Replaces the totals: an account that the ledger no longer names has none. What did not change is not touched. */
export async function putBalances(
  { db, company }: Scope,
  rows: readonly { account: string; balanceMinor: number }[],
): Promise<void> {
  await db.execute(sql`delete from ledger_balances
    where company_id = ${company} and account <> all(${texts(rows.map((row) => row.account))})`);
  for (const batch of batches(rows)) {
    await db.execute(sql`
      insert into ledger_balances as b (company_id, account, balance_minor)
      select ${company}, account, "balanceMinor" from ${recordset(batch, 'account text, "balanceMinor" bigint')}
      on conflict (company_id, account) do update set balance_minor = excluded.balance_minor
        where b.balance_minor <> excluded.balance_minor`);
  }
}

export async function putParties(scope: Scope, rows: readonly Party[]): Promise<void> {
  const { db, company } = scope;
  for (const batch of batches(rows)) {
    const searched = batch.map((party) => ({ ...party, search: searchable(party.name, party.city, party.id) }));
    await db.execute(sql`
      insert into parties (company_id, id, name, city, country, ibans, parent_id, salesperson, shared, dealing, search)
      select ${company}, id, name, city, country, ibans, "parentId", salesperson, shared, dealing, search from ${recordset(
        searched,
        'id text, name text, city text, country text, ibans jsonb, "parentId" text, salesperson text, shared boolean, dealing jsonb, search text',
      )}
      on conflict (company_id, id) do update set name = excluded.name, city = excluded.city,
        country = excluded.country, ibans = excluded.ibans, parent_id = excluded.parent_id,
        salesperson = excluded.salesperson, shared = excluded.shared, dealing = excluded.dealing,
        search = excluded.search`);
  }
  await freshStatistics(scope, 'parties', rows.length);
}

export async function putIbans(
  { db, company }: Scope,
  rows: readonly { partyId: string; ibans: readonly string[] }[],
): Promise<void> {
  const given = recordset(rows, '"partyId" text, ibans jsonb');
  await db.execute(sql`
    update parties p set ibans = coalesce(r.ibans, '[]') from parties q left join ${given} on r."partyId" = q.id
    where p.company_id = ${company} and q.company_id = ${company} and q.id = p.id
      and p.ibans is distinct from coalesce(r.ibans, '[]')`);
}

/** Adds or changes lines. A changed amount moves the residual by as much: the facts that settled it stay. */
export async function putLines(scope: Scope, rows: readonly LedgerLine[]): Promise<Written> {
  const written: Written = { added: 0, changed: 0, same: 0 };
  for (const batch of batches(rows)) {
    const { added, changed } = await putBatch(scope, batch);
    written.added += added;
    written.changed += changed;
    written.same += batch.length - added - changed;
  }
  await freshStatistics(scope, 'ledger_lines', written.added + written.changed);
  return written;
}

/** Marks as gone what a snapshot did not name. */
export async function retireLinesExcept({ db, company }: Scope, ids: readonly string[]): Promise<number> {
  const { count } = await db.execute(sql`update ledger_lines set gone_at = now()
    where company_id = ${company} and gone_at is null and id <> all(${texts(ids)})`);
  return count;
}

type Changes = Pick<Written, 'added' | 'changed'>;

async function putBatch({ db, company }: Scope, rows: readonly LedgerLine[]): Promise<Changes> {
  return only(
    await db.execute<Changes>(sql`
      with given (id, ${lineColumns()}) as (
        select r.id, ${lineValues} from ${recordset(rows.map(lineFields), lineRecord)}),
      -- An unchanged line is not touched: writing it again would double the table.
      -- Named by their ids: a planner without fresh statistics would read the whole ledger for a page of it.
      known as materialized (
        select * from ledger_lines where company_id = ${company} and id = any(${texts(rows.map((row) => row.id))})),
      fresh as (
        select given.* from given left join known l on l.id = given.id
        where l.id is null or l.gone_at is not null or (${lineColumns('l')}) is distinct from (${lineColumns('given')})),
      put as (
        insert into ledger_lines as l (company_id, id, ${lineColumns()}, residual_minor)
        select ${company}, id, ${lineColumns()}, amount_minor from fresh
        on conflict (company_id, id) do update set (${lineColumns()}) = row(${lineColumns('excluded')}), gone_at = null,
          residual_minor = l.residual_minor + excluded.amount_minor - l.amount_minor
        returning xmax = 0 as added)
      select count(*) filter (where added) as added, count(*) filter (where not added) as changed from put`),
  );
}
