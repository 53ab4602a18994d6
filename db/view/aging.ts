// The aged balance in SQL: open lines of a moment summed by row and column, or one by one, and the ledger's own totals beside them.
import { type SQL, sql } from 'drizzle-orm';
import type {
  AccountSum,
  Cell,
  CellQuery,
  DatedItem,
  DocumentCell,
  Grouping,
  LedgerSum,
  Member,
  Moment,
} from '../../sync/model/aging.ts';
import type { Scope } from '../store/scope.ts';
import { CUSTOMER, knownLines, knownUntil, linesAt } from './at.ts';
import { itemColumns, withParty } from './items.ts';

/** The value that a grouping gives line `l` of party `who`, and the words for it. */
const KEY: Readonly<Record<Grouping, SQL>> = {
  party: sql`l.party_id`,
  group: sql`coalesce(who.parent_id, l.party_id)`,
  salesperson: sql`who.salesperson`,
  country: sql`who.country`,
  currency: sql`coalesce(l.foreign_money ->> 'currency', l.currency)`,
  account: sql`l.account`,
};

export const memberOf = ({ by, key }: Member): SQL => sql`${KEY[by]} is not distinct from ${key}::text`;

/**
 * The document's amount less what facts say that they closed of it; what facts closed without saying is taken at the line's own rate,
 * and then it is not exact. A line that such facts closed whole is closed in both currencies.
 */
const FOREIGN_MINOR = sql`case when l.open_minor = 0 and l.unsplit_minor <> 0 then 0
    else (l.foreign_money ->> 'minor')::bigint - l.foreign_settled
      - coalesce(round(l.unsplit_minor * (l.foreign_money ->> 'minor')::numeric / nullif(l.amount_minor, 0)), 0)::bigint end`;

const IS_EXACT = sql`(l.unsplit_minor = 0 or l.open_minor = 0)`;

const OPEN_FOREIGN = sql`case when l.foreign_money is not null then jsonb_build_object(
  'currency', l.foreign_money ->> 'currency', 'minor', ${FOREIGN_MINOR}, 'exact', ${IS_EXACT}) end`;

export async function itemsAt(scope: Scope, at: Moment, only: Member | null): Promise<DatedItem[]> {
  // The party is known before the facts are turned back: a customer's lines are found by index.
  const party = only?.by === 'party' && only.key !== null ? sql`l.party_id = ${only.key}` : null;
  const rows = await scope.db.execute<DatedItem>(sql`
    with ${linesAt(scope, at, party, true)}
    select ${itemColumns(sql`l.open_minor - l.received_minor`, sql`l.received_minor`)},
      l.open_minor as "openMinor", ${OPEN_FOREIGN} as "openForeign"
    from at l ${withParty(scope.company)}
    where ${only === null ? sql`true` : memberOf(only)}
    order by l.day, l.id`);
  return [...rows];
}

/**
 * Dated columns first, in the order of `bounds`; then no due day, unallocated, credit note, deposit. A line is in the column of its
 * age by the same rule as sync/aging/column.ts, against which a test holds it.
 */
function columnOf({ asOf, basis, bounds }: CellQuery, open: SQL = sql`l.open_minor`): SQL {
  const dated = bounds.length + 1;
  const from = basis === 'due' ? sql`l.due_day` : sql`coalesce(l.document_day, l.day)`;
  return sql`case
    when l.role = 'advance' then ${dated + 3}
    when ${open} < 0 and l.kind = 'credit-note' then ${dated + 2}
    when ${open} < 0 then ${dated + 1}
    when ${from} is null then ${dated}
    else width_bucket(${asOf}::date - ${from}, ${`{${bounds.join(',')}}`}::int[]) end::int`;
}

type Summed = Omit<Cell, 'column'> & { column: number | null; account: string | null; role: AccountSum['role'] };

export async function cells(scope: Scope, query: CellQuery): Promise<{ cells: Cell[]; accounts: AccountSum[] }> {
  const { by, only } = query;
  const kept = only === null ? sql`true` : memberOf(only);
  const rows = await scope.db.execute<Summed>(sql`
    with ${linesAt(scope, query)},
    placed as (
      select ${KEY[by]} as key, ${columnOf(query)} as col, ${kept} as kept, l.account, l.role, l.open_minor, l.received_minor
      from at l ${withParty(scope.company)}),
    -- Lines by hash first: grouping sets sort what they are given.
    few as (
      select key, col, kept, account, role, sum(open_minor)::bigint as open_minor,
        sum(received_minor)::bigint as received_minor, count(*) filter (where open_minor <> 0) as items
      from placed group by key, col, kept, account, role),
    summed as (
      select key, col, account, role, sum(open_minor)::bigint as open_minor,
        sum(received_minor)::bigint as received_minor, sum(items)::bigint as items
      from few group by grouping sets ((key, col, kept), (account, role))
      having grouping(account) = 0 or kept)
    select s.key, ${by === 'party' || by === 'group' ? sql`who.name` : sql`s.key`} as name, s.col as column, s.account, s.role,
      s.open_minor as "openMinor", s.received_minor as "receivedMinor", s.items
    from summed s ${by === 'party' || by === 'group' ? sql`left join parties who on who.company_id = ${scope.company} and who.id = s.key` : sql``}`);
  return {
    cells: rows.flatMap(({ account, role: _, column, ...cell }) =>
      account === null && column !== null ? [{ ...cell, column }] : [],
    ),
    accounts: rows.flatMap(({ account, role, openMinor }) => (account === null ? [] : [{ account, role, openMinor }])),
  };
}

/** In the currency of each document. A line that is open in it alone stands on the side that this amount says. */
export async function documentCells(scope: Scope, query: CellQuery): Promise<DocumentCell[]> {
  const { by, only } = query;
  const named = by === 'party' || by === 'group';
  const rows = await scope.db.execute<DocumentCell>(sql`
    with ${linesAt(scope, query, null, true)},
    valued as (
      select l.*, case when l.foreign_money is null then l.open_minor else ${FOREIGN_MINOR} end as document_minor,
        l.foreign_money is null or ${IS_EXACT} as is_exact
      from at l),
    summed as (
      select ${KEY[by]} as key, ${KEY.currency} as currency,
        ${columnOf(query, sql`(case when l.open_minor = 0 then l.document_minor else l.open_minor end)`)} as col,
        sum(l.document_minor)::bigint as open_minor, count(*) as items, count(*) filter (where not l.is_exact) as shares
      from valued l ${withParty(scope.company)}
      where l.document_minor <> 0 and ${only === null ? sql`true` : memberOf(only)}
      group by 1, 2, 3)
    select s.key, ${named ? sql`who.name` : sql`s.key`} as name, s.currency, s.col as column, s.open_minor as "openMinor",
      s.items, s.shares
    from summed s ${named ? sql`left join parties who on who.company_id = ${scope.company} and who.id = s.key` : sql``}`);
  return [...rows];
}

/**
 * By another way than the report: the total that the ERP stated for the account, less the lines of later days. Lines of the whole
 * class are read, not only those that a report would show.
 */
export async function ledgerBalances(scope: Scope, at: Moment): Promise<LedgerSum[]> {
  const { db, company } = scope;
  const until = knownUntil(company, at.knownOn);
  const totals =
    until === null
      ? sql`select account, balance_minor from ledger_balances where company_id = ${company}`
      : sql`select account, balance_minor from ledger_balances where company_id = ${company} and known_since <= ${until}
        union all
        select account, balance_minor from ledger_balance_pasts
        where company_id = ${company} and known_from <= ${until} and known_until > ${until}`;
  const rows = await db.execute<LedgerSum>(sql`
    with watched as (
      select number, role from ledger_accounts
      where company_id = ${company} and (role in ${CUSTOMER} or role in ('suspense', 'accrual'))),
    totals as (${totals}),
    later as (
      select account, sum(amount_minor)::bigint as moved_minor
      from (${knownLines(company, at.knownOn, sql`l.account in (select number from watched) and l.day > ${at.asOf}`)}) lines
      group by account)
    select w.number as account, w.role, (coalesce(t.balance_minor, 0) - coalesce(later.moved_minor, 0))::bigint as "balanceMinor"
    from watched w left join totals t on t.account = w.number left join later on later.account = w.number
    order by w.number`);
  return [...rows];
}
