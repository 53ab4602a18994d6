// Whole accounts of customers: all there are, and one of them line by line, lettered lines included, with its running balance.
import { sql } from 'drizzle-orm';
import type { Action } from '../../sync/model/decision.ts';
import type { AccountBook, AccountLine, AccountRow, BookPlace } from '../../sync/port/account-view.ts';
import { type Scope, texts } from '../store/scope.ts';
import { CUSTOMER } from './at.ts';
import { itemColumns, withParty } from './items.ts';

type Closing = { itemId: string; decisionId: string; action: Action; lineId: string | null };

/** An account without anything open is listed too: its letters can still be looked at. */
export async function accountsOfAll({ db, company }: Scope): Promise<AccountRow[]> {
  const rows = await db.execute<AccountRow>(sql`
    with l as (
      select party_id, account,
        coalesce(sum(residual_minor) filter (where residual_minor > 0), 0)::bigint as debit_minor,
        coalesce(-sum(residual_minor) filter (where residual_minor < 0), 0)::bigint as credit_minor,
        count(*) filter (where residual_minor > 0) as debits, count(*) filter (where residual_minor < 0) as credits
      from ledger_lines
      where company_id = ${company} and gone_at is null and role in ${CUSTOMER} group by party_id, account)
    select l.party_id as "partyId", who.name as "partyName", l.account, l.debit_minor as "debitMinor",
      l.credit_minor as "creditMinor", l.debits, l.credits, false as proposable
    from l ${withParty(company)} order by who.search nulls last, l.account, l.party_id`);
  return [...rows];
}

/** The balance runs over the whole account, so that a year shows the same figures as all of them. */
export async function accountBook(
  scope: Scope,
  partyId: string | null,
  account: string,
  { year, offset, limit }: BookPlace,
): Promise<AccountBook> {
  const { db, company } = scope;
  const party = partyId === null ? sql`l.party_id is null` : sql`l.party_id = ${partyId}`;
  const own = sql`l.company_id = ${company} and ${party} and l.account = ${account} and l.gone_at is null
    and l.role in ${CUSTOMER}`;
  const years = await db.execute<{ year: number; lines: number }>(sql`
    select extract(year from l.day)::int as year, count(*) as lines from ledger_lines l where ${own} group by 1 order by 1`);
  const rows = await db.execute<AccountLine>(sql`
    with run as (
      select l.id, l.day, sum(l.amount_minor) over (order by l.day, l.id) as minor from ledger_lines l where ${own}),
    page as (
      select id, minor from run ${year === null ? sql`` : sql`where day between ${year.from} and ${year.until}`}
      order by day, id offset ${offset} limit ${limit})
    select ${itemColumns()}, page.minor::bigint as "balanceMinor", null as "closedBy"
    from page join ledger_lines l on l.company_id = ${company} and l.id = page.id ${withParty(company)}
    order by l.day, l.id`);
  const closings = await closingsOf(
    scope,
    rows.map((row) => row.itemId),
  );
  const inYear = years.filter((it) => year === null || it.year === Number(year.from.slice(0, 4)));
  return {
    lines: rows.map((row) => ({ ...row, closedBy: closings.get(row.itemId) ?? null })),
    total: inYear.reduce((sum, it) => sum + it.lines, 0),
    years: [...years],
  };
}

/** The latest decision in force that closed a part of each of these lines. */
async function closingsOf(
  { db, company }: Scope,
  itemIds: readonly string[],
): Promise<Map<string, AccountLine['closedBy']>> {
  const side = (id: 'debit_id' | 'credit_id') => sql`
    select ${sql.raw(id)} as item_id, decision_id from settlements
    where company_id = ${company} and ${sql.raw(id)} = any(${texts(itemIds)}) and decision_id is not null
    group by id, ${sql.raw(id)}, decision_id having sum(amount_minor) > 0`;
  const rows = await db.execute<Closing>(sql`
    select distinct on (fact.item_id) fact.item_id as "itemId", d.id as "decisionId", d.action, d.line_id as "lineId"
    from (${side('debit_id')} union ${side('credit_id')}) fact
      join decisions d on d.company_id = ${company} and d.id = fact.decision_id
    order by fact.item_id, d.seq desc`);
  return new Map(rows.map(({ itemId, ...closing }) => [itemId, closing]));
}
