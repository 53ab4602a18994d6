// Ledger lines as the screens show them, and the customer accounts that have something to letter.
import { type SQL, sql } from 'drizzle-orm';
import type { AccountRow } from '../../sync/port/account-view.ts';
import type { ItemRow } from '../../sync/port/view.ts';
import { type Scope, texts } from '../store/scope.ts';

/** In the words of the partial index on open lines, so that PostgreSQL uses it. */
export const OPEN_LINE = sql`(l.residual_minor <> 0 or l.received_minor <> 0) and l.gone_at is null
  and l.role in ('receivable', 'retention', 'bills', 'doubtful', 'advance')`;

/** Columns of an ItemRow on ledger line `l` and its party `who`; residual and received may be those of another day. */
export function itemColumns(residual: SQL = sql`l.residual_minor`, received: SQL = sql`l.received_minor`): SQL {
  return sql`l.id as "itemId", l.party_id as "partyId", who.name as "partyName", l.account, l.role, l.kind, l.document,
    l.label, l.journal, l.day::text as day, l.document_day::text as "documentDay", l.due_day::text as "dueDay",
    l.due_computed as "dueComputed", l.amount_minor as "amountMinor", ${residual} as "residualMinor",
    ${received} as "receivedMinor", l.currency, l.letter`;
}

export const withParty = (company: string) =>
  sql`left join parties who on who.company_id = ${company} and who.id = l.party_id`;

export async function itemsByIds({ db, company }: Scope, ids: readonly string[]): Promise<ItemRow[]> {
  const rows = await db.execute<ItemRow>(sql`
    select ${itemColumns()} from ledger_lines l ${withParty(company)}
    where l.company_id = ${company} and l.id = any(${texts(ids)})`);
  const byId = new Map(rows.map((row) => [row.itemId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The open lines of one customer on one account, oldest first. */
export async function accountItems(
  { db, company }: Scope,
  partyId: string | null,
  account: string,
): Promise<ItemRow[]> {
  const party = partyId === null ? sql`l.party_id is null` : sql`l.party_id = ${partyId}`;
  const rows = await db.execute<ItemRow>(sql`
    select ${itemColumns()} from ledger_lines l ${withParty(company)}
    where l.company_id = ${company} and ${party} and l.account = ${account} and ${OPEN_LINE} and l.residual_minor <> 0
    order by l.day, l.id`);
  return [...rows];
}

/** Accounts with open lines on both sides; those where a debit equals a credit, or all cancel out, first. */
export async function accountsToLetter({ db, company }: Scope): Promise<AccountRow[]> {
  const rows = await db.execute<AccountRow>(sql`
    with open as materialized (
      select l.party_id, coalesce(l.party_id, '') as party, l.account, l.residual_minor, l.kind = 'earlier' as earlier
      from ledger_lines l
      where l.company_id = ${company} and ${OPEN_LINE} and l.residual_minor <> 0),
    tied as (
      select distinct d.party, d.account from open d join open c
        on c.account = d.account and c.party = d.party and c.residual_minor = -d.residual_minor
      where d.residual_minor > 0 and not d.earlier and not c.earlier),
    sides as (
      select party_id, account,
        coalesce(sum(residual_minor) filter (where residual_minor > 0), 0)::bigint as debit_minor,
        coalesce(-sum(residual_minor) filter (where residual_minor < 0), 0)::bigint as credit_minor,
        bool_or(earlier) as earlier, count(*) filter (where residual_minor > 0) as debits, count(*) filter (where residual_minor < 0) as credits
      from open group by party_id, account)
    select l.party_id as "partyId", who.name as "partyName", l.account, l.debit_minor as "debitMinor",
      l.credit_minor as "creditMinor", l.debits, l.credits,
      (l.debit_minor = l.credit_minor and not l.earlier) or tied.party is not null as proposable
    from sides l left join tied on tied.account = l.account and tied.party = coalesce(l.party_id, '') ${withParty(company)}
    where l.debits > 0 and l.credits > 0
    order by proposable desc, least(l.debit_minor, l.credit_minor) desc, l.account, l.party_id`);
  return [...rows];
}
