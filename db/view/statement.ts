// One bank statement with its proof and its neighbours, and its lines with the balance after each.
import { sql } from 'drizzle-orm';
import type { Day } from '../../sync/model/day.ts';
import { parseMinor } from '../../sync/model/money.ts';
import type { Transaction } from '../../sync/model/statement.ts';
import type {
  ApartEntry,
  StatementLine,
  StatementPage,
  StatementPlace,
  StatementView,
} from '../../sync/port/statement-view.ts';
import { only, type Scope } from '../store/scope.ts';
import { rowsOf } from './queue.ts';

const APART_MAX = 200;

type Stated = Omit<StatementView, 'lines' | 'earlier' | 'computedMinor' | 'states' | 'before' | 'after' | 'apart'> & {
  linesMinor: number;
  duplicateCount: number;
  apart: Transaction[];
};
type Held = { count: number; sumMinor: number } & Pick<StatementView, 'states' | 'before' | 'after'>;

export async function statementView(scope: Scope, statementId: string): Promise<StatementView | null> {
  const { db, company } = scope;
  const [row] = await db.execute<Stated>(sql`
    select s.id as "statementId", s.account, coalesce(a.name, '') as "accountName", s.number, s.currency, s.format,
      f.name as "fileName", s.opening_minor as "openingMinor", s.opening_day::text as "openingDay",
      s.opening_carried as "openingCarried", s.closing_minor as "closingMinor", s.closing_day::text as "closingDay",
      s.lines_minor as "linesMinor", s.duplicate_count as "duplicateCount", jsonb_array_length(s.apart) as "apartCount",
      jsonb_path_query_array(s.apart, ${`$[0 to ${APART_MAX - 1}]`}::jsonpath) as apart
    from statements s
      left join files f on f.company_id = ${company} and f.id = s.file_id
      left join bank_accounts a on a.company_id = ${company} and a.account = s.account
    where s.company_id = ${company} and s.id = ${statementId}`);
  if (!row) return null;
  const { linesMinor, duplicateCount, apart, ...stated } = row;
  const { count, sumMinor, ...held } = await heldBy(scope, statementId);
  // What the file states beyond the lines that stand here came with an earlier statement; without such lines it is missing.
  const earlier = duplicateCount > 0 ? { count: duplicateCount, sumMinor: linesMinor - sumMinor } : NONE;
  return {
    ...stated,
    ...held,
    lines: { count, sumMinor },
    earlier,
    computedMinor: stated.openingMinor === null ? null : stated.openingMinor + earlier.sumMinor + sumMinor,
    apart: apart.map(apartEntry),
  };
}

const NONE = { count: 0, sumMinor: 0 };

/** Its own lines by state, and the statements of the account before and after it. */
async function heldBy({ db, company }: Scope, statementId: string): Promise<Held> {
  const neighbour = sql`jsonb_build_object('statementId', n.id, 'number', n.number, 'closingMinor', n.closing_minor,
    'day', n.closing_day)`;
  return only(
    await db.execute<Held>(sql`
      with own as (select * from statements where company_id = ${company} and id = ${statementId}),
      held as (
        select state, count(*) as lines, sum(amount_minor) as minor from bank_lines
        where company_id = ${company} and statement_id = ${statementId} and gone_at is null group by state)
      select (select coalesce(sum(lines), 0)::int from held) as count,
        (select coalesce(sum(minor), 0)::bigint from held) as "sumMinor",
        jsonb_build_object('open', 0, 'settled', 0, 'later', 0, 'set-aside', 0) ||
          coalesce((select jsonb_object_agg(state, lines) from held), '{}') as states,
        -- Of several of one day the one that ends where this one begins.
        (select ${neighbour} from own, statements n where n.company_id = ${company} and n.account = own.account
          and n.closing_day <= coalesce(own.opening_day, own.closing_day)
          and (n.closing_day, n.imported_at, n.id) < (own.closing_day, own.imported_at, own.id)
          order by n.closing_day desc, (n.closing_minor = own.opening_minor) desc nulls last, n.imported_at desc, n.id desc
          limit 1) as before,
        (select ${neighbour} from own, statements n where n.company_id = ${company} and n.account = own.account
          and n.closing_day >= own.closing_day
          and (n.closing_day, n.imported_at, n.id) > (own.closing_day, own.imported_at, own.id)
          order by n.closing_day, n.imported_at, n.id limit 1) as after`),
  );
}

/** A page of the lines. The balance runs over the whole statement, from its opening and what an earlier statement brought. */
export async function statementLines(
  scope: Scope,
  statementId: string,
  today: Day,
  { offset, limit, waiting, lineId }: StatementPlace,
): Promise<StatementPage> {
  const { db, company } = scope;
  const listed = sql`
    with run as (
      select id, sum(amount_minor) over (order by position, id) as minor, amount_minor, position, state, until from bank_lines
      where company_id = ${company} and statement_id = ${statementId} and gone_at is null),
    listed as (
      select id, minor, (row_number() over (order by position, id) - 1)::int as at from run
      where ${waiting ? sql`state = 'open' or (state = 'later' and until <= ${today})` : sql`true`})`;
  const { total, found, startMinor } = only(
    await db.execute<{ total: number; found: number | null; startMinor: number | null }>(sql`${listed}
      select (select count(*)::int from listed) as total, (select at from listed where id = ${lineId}) as found,
        (select opening_minor + case when duplicate_count = 0 then 0
          else lines_minor - (select coalesce(sum(amount_minor), 0) from run) end::bigint
          from statements where company_id = ${company} and id = ${statementId})::bigint as "startMinor"`),
  );
  const from = found === null ? offset : Math.floor(found / limit) * limit;
  const page = await db.execute<{ id: string; minor: number; at: number }>(sql`${listed}
    select id, minor::bigint as minor, at from listed where at >= ${from} and at < ${from + limit} order by at`);
  const rows = await rowsOf(
    scope,
    page.map(({ id }) => id),
    today,
  );
  const places = new Map(page.map((it) => [it.id, it]));
  const lines = rows.flatMap((row): StatementLine[] => {
    const place = places.get(row.lineId);
    if (!place) return [];
    return [{ ...row, at: place.at, balanceMinor: startMinor === null ? null : startMinor + place.minor }];
  });
  return { lines, total };
}

function apartEntry({
  bookingDate,
  valueDate,
  counterparty,
  remittance,
  note,
  amount,
  currency,
  status,
}: Transaction): ApartEntry {
  return {
    day: bookingDate ?? valueDate,
    counterparty,
    label: [...remittance, ...note].join(' '),
    amountMinor: parseMinor(amount, currency),
    currency,
    status,
  };
}
