// The work list "À rapprocher": bank lines by where they stand, with the best proposal of each.
import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '../../sync/model/day.ts';
import { WAGE_CODE, WAGE_WORDS } from '../../sync/model/wage.ts';
import type { Counter, QueueFilter, QueuePage, QueueRow, View } from '../../sync/port/view.ts';
import { iso } from '../schema/column.ts';
import { only, type Scope, texts } from '../store/scope.ts';
import { ticksOf } from '../store/select-lines.ts';

/** What each filter shows, on bank line `b`, proposal `p` and decision `d`; `pending` is a line that waits for someone. */
const FILTERS: Readonly<Record<QueueFilter, SQL>> = {
  'to-do': sql`pending`,
  approve: sql`pending and proposed and difference_minor = 0`,
  difference: sql`pending and proposed and difference_minor <> 0`,
  none: sql`pending and not proposed`,
  later: sql`state = 'later' and not pending`,
  auto: sql`state = 'settled' and by_night_today`,
  settled: sql`state = 'settled'`,
  'set-aside': sql`state = 'set-aside'`,
};

/** Decided lines newest first; the others oldest first, those that came back before the rest of their day. */
const NEWEST_FIRST: ReadonlySet<QueueFilter> = new Set(['auto', 'settled', 'set-aside']);

export async function queue(
  scope: Scope,
  filter: QueueFilter,
  today: Day,
  page: Parameters<View['queue']>[2],
): Promise<QueuePage> {
  const order = NEWEST_FIRST.has(filter)
    ? sql`order by booking_day desc, statement_id desc, position desc`
    : sql`order by booking_day, (state <> 'later'), statement_id, position`;
  const rows = await scope.db.execute<QueueRow>(sql`
    with standing as (${standing(scope, today, page.bank, stateOf(filter, today))}),
    page as (select id from standing where ${FILTERS[filter]} ${order} offset ${page.offset} limit ${page.limit})
    ${queueRows(scope, today, sql`b.id in (select id from page)`, order)}`);
  const counted = await counters(scope, today, page.bank);
  const total = counted.find((it) => it.filter === filter)?.count ?? 0;
  return { rows: [...rows], counters: counted, total };
}

export async function rowsOf(scope: Scope, lineIds: readonly string[], today: Day): Promise<QueueRow[]> {
  const rows = await scope.db.execute<QueueRow>(queueRows(scope, today, sql`b.id = any(${texts(lineIds)})`, sql``));
  const byId = new Map(rows.map((row) => [row.lineId, row]));
  return lineIds.flatMap((id) => byId.get(id) ?? []);
}

/** Count and sum of each filter; sums are of lines in the company's currency. */
export async function counters(scope: Scope, today: Day, bank: string | null): Promise<Counter[]> {
  const filters = Object.keys(FILTERS) as QueueFilter[];
  const columns = filters.flatMap((filter, i) => [
    sql`count(*) filter (where ${FILTERS[filter]}) as ${sql.raw(`count_${i}`)}`,
    sql`coalesce(sum(amount_minor) filter (where own_currency and ${FILTERS[filter]}), 0)::bigint as ${sql.raw(`sum_${i}`)}`,
  ]);
  const row = only(
    await scope.db.execute<Record<string, number>>(sql`
      select ${sql.join(columns, sql`, `)} from (${standing(scope, today, bank, sql`true`)}) standing`),
  );
  return filters.map((filter, i) => ({ filter, count: row[`count_${i}`] ?? 0, amountMinor: row[`sum_${i}`] ?? 0 }));
}

/** Bank lines with what the filters ask about; `among` narrows them by an indexed column of `b`. */
function standing({ company }: Scope, today: Day, bank: string | null, among: SQL): SQL {
  const midnight = (days: number) => sql`(${today}::date + ${days}::int)::timestamp at time zone
    (select zone from companies where id = ${company})`;
  return sql`
    select b.id, b.state, b.amount_minor, b.booking_day, b.statement_id, b.position,
      b.state = 'open' or (b.state = 'later' and b.until <= ${today}) as pending,
      coalesce(p.verdict, 'none') <> 'none' as proposed, p.difference_minor,
      b.currency = (select currency from companies where id = ${company}) as own_currency,
      b.decision_id in (
        select d.id from decisions d where d.company_id = ${company} and d.by ->> 'kind' = 'night'
          and d.at >= ${midnight(0)} and d.at < ${midnight(1)}) as by_night_today
    from bank_lines b
      left join proposals p on p.company_id = ${company} and p.line_id = b.id
    where b.company_id = ${company} and b.gone_at is null and ${among} ${bank === null ? sql`` : sql`and b.account = ${bank}`}`;
}

/** The states that a filter can show, so that the list of what is to do never reads what is done. */
function stateOf(filter: QueueFilter, today: Day): SQL {
  switch (filter) {
    case 'later':
      return sql`b.state = 'later' and b.until > ${today}`;
    case 'auto':
    case 'settled':
      return sql`b.state = 'settled'`;
    case 'set-aside':
      return sql`b.state = 'set-aside'`;
    default:
      return sql`b.state in ('open', 'later')`;
  }
}

/** The line pays a wage, by its bank code or its words. */
export const isWage = sql`(b.amount_minor < 0 and (coalesce(b.bank_code, '') like ${`%${WAGE_CODE}%`} or b.label ~* ${WAGE_WORDS}))`;

/** Whether the unattended decision `d` was looked at, or is in the sample that shall be. */
function lookOf(company: string): SQL {
  return sql`case
    when exists (select from lessons l where l.company_id = ${company} and l.about = d.id and not exists (
      select from decisions u where u.company_id = ${company} and u.undoes = l.decision_id)) then 'done'
    when d.grounds ->> 'sampled' = 'true' then 'asked' end`;
}

export async function unattendedToday(scope: Scope, today: Day): ReturnType<View['unattendedToday']> {
  return only(
    await scope.db.execute<{ settled: number; asked: number; looked: number }>(sql`
      select count(*) as settled, count(*) filter (where look = 'asked') as asked,
        count(*) filter (where look = 'done') as looked
      from (select ${lookOf(scope.company)} as look
        from (${standing(scope, today, null, sql`b.state = 'settled'`)}) s
          join bank_lines b on b.company_id = ${scope.company} and b.id = s.id
          join decisions d on d.company_id = ${scope.company} and d.id = b.decision_id
        where s.by_night_today) looks`),
  );
}

function queueRows({ company }: Scope, today: Day, which: SQL, order: SQL): SQL {
  const party = sql`case when b.state = 'settled' then d.candidate ->> 'partyId' else p.party_id end`;
  return sql`
    select b.id as "lineId", b.booking_day::text as day, b.account, b.amount_minor as "amountMinor", b.currency,
      coalesce(b.counterparty, b.ultimate_party) as payer, b.label,
      case when b.state = 'later' and b.until <= ${today} then 'open' else b.state end as state,
      b.flagged, b.until::text as until, ${isWage} as wage, exists (select ${ticksOf(company)}) as booked,
      case p.verdict when 'auto' then 'strong' when 'suggest' then 'medium' else 'none' end as certainty,
      coalesce(p.difference_minor, 0) as "differenceMinor", ${party} as "partyId",
      (select name from parties who where who.company_id = ${company} and who.id = ${party}) as "partyName",
      coalesce(jsonb_path_query_array(p.candidates, '$[0].allocations[*].itemId'), '[]') as "itemIds",
      b.decision_id as "decisionId",
      case when b.state = 'settled' then coalesce(d.by ->> 'kind', 'ledger') end as "settledBy",
      case when b.state = 'settled' then ${iso(sql`d.at`)} end as "settledAt",
      case when b.state = 'settled' and d.by ->> 'kind' = 'night' then ${lookOf(company)} end as look
    from bank_lines b
      left join proposals p on p.company_id = ${company} and p.line_id = b.id
      left join decisions d on d.company_id = ${company} and d.id = b.decision_id
    where b.company_id = ${company} and b.gone_at is null and ${which} ${order}`;
}
