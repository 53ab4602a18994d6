// Settlement facts: appended with the instant we learned them, taken back by facts of their own, residuals moved alongside.
import { type SQL, sql } from 'drizzle-orm';
import type { DecisionId } from '../../sync/model/decision.ts';
import type { Settlement } from '../../sync/model/ledger.ts';
import type { LedgerRows } from '../../sync/port/store.ts';
import { batches, only, recordset, type Scope, texts } from './scope.ts';
import { freshStatistics } from './statistics.ts';

type Origin = Parameters<LedgerRows['addSettlements']>[1];

/** Appends settlements that are not in force as given; one in force with other content is taken back first. Returns how many were new. */
export async function addSettlements(scope: Scope, rows: readonly Settlement[], origin: Origin): Promise<number> {
  let count = 0;
  for (const batch of batches(rows)) count += await add(scope, batch, origin);
  await freshStatistics(scope, 'settlements', count);
  return count;
}

/** Takes back what a decision settled; returns how many settlements that were. */
export function revokeDecision(scope: Scope, decisionId: DecisionId): Promise<number> {
  const ids = sql`(select id from settlements where company_id = ${scope.company} and decision_id = ${decisionId})`;
  return revoke(scope, sql`s.id in ${ids}`, sql`last.decision_id = ${decisionId}`);
}

/** Takes back the ledger's own settlements that it no longer names; returns how many. */
export function revokeLedgerExcept(scope: Scope, ids: readonly string[]): Promise<number> {
  return revoke(scope, sql`s.id <> all(${texts(ids)})`, sql`last.origin = 'ledger'`);
}

/** The settlements in force that decisions made between two ledger lines. */
export async function decidedSettlements({ db, company }: Scope) {
  const rows = await db.execute<Settlement & { decisionId: DecisionId }>(sql`
    with decided as (select distinct id from settlements where company_id = ${company} and decision_id is not null),
    last as (${lastTurns(company, sql`s.id in (select id from decided)`)})
    select id, debit_id as "debitId", credit_id as "creditId", amount_minor as "amountMinor", day::text as day,
      decision_id as "decisionId"
    from last where turn % 2 = 1 and origin = 'decision' and debit_id is not null and credit_id is not null
    order by learned_at, id`);
  return [...rows];
}

/** The ledger's own settlements in force on these lines. */
export async function ledgerFactsOn({ db, company }: Scope, ids: readonly string[]): Promise<Settlement[]> {
  const touching = sql`(select id from settlements where company_id = ${company} and origin = 'ledger'
    and (debit_id = any(${texts(ids)}) or credit_id = any(${texts(ids)})))`;
  const rows = await db.execute<Settlement & Record<string, unknown>>(sql`
    with last as (${lastTurns(company, sql`s.id in ${touching}`)})
    select id, debit_id as "debitId", credit_id as "creditId", amount_minor as "amountMinor", day::text as day,
      debit_foreign_minor as "debitForeignMinor", credit_foreign_minor as "creditForeignMinor"
    from last where turn % 2 = 1 order by id`);
  return [...rows];
}

/** Decisions whose facts in force touch a line that is gone, settled beyond its amount, or moved to a day after the fact's. */
export async function overtaken({ db, company }: Scope): Promise<DecisionId[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with decided as (select distinct id from settlements where company_id = ${company} and decision_id is not null),
    last as (${lastTurns(company, sql`s.id in (select id from decided)`)})
    select distinct last.decision_id as id from last
      join ledger_lines l on l.company_id = ${company} and l.id in (last.debit_id, last.credit_id)
    where last.turn % 2 = 1 and last.origin = 'decision'
      and (l.gone_at is not null or l.residual_minor * sign(l.amount_minor) < 0 or l.day > last.day)
    order by last.decision_id`);
  return rows.map(({ id }) => id);
}

/** Lines whose kept residual or received part is not what the facts say, computed anew. */
export async function drifted({ db, company }: Scope): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with moves as (
      ${movesOf(sql`settlements`, sql`and company_id = ${company}`)}),
    sums as (${sumsOf()})
    select l.id from ledger_lines l left join sums on sums.id = l.id
    where l.company_id = ${company} and (l.residual_minor <> l.amount_minor + coalesce(sums.by_minor, 0)
      or l.received_minor <> -coalesce(sums.received_minor, 0)
      or l.foreign_settled_minor <> -coalesce(sums.foreign_minor, 0) or l.unsplit_minor <> -coalesce(sums.unsplit_minor, 0))
    order by l.id`);
  return rows.map(({ id }) => id);
}

async function add({ db, company }: Scope, rows: readonly Settlement[], origin: Origin): Promise<number> {
  const decisionId = origin.from === 'decision' ? origin.decisionId : null;
  const onlyKept = origin.from === 'ledger' && origin.onlyKept === true;
  const lineIds = new Set(rows.flatMap(({ debitId, creditId }) => [debitId, creditId]));
  const given = recordset(
    rows,
    'id text, "debitId" text, "creditId" text, "amountMinor" bigint, day date, "debitForeignMinor" bigint, "creditForeignMinor" bigint',
  );
  return only(
    await db.execute<{ count: number }>(sql`
      -- Named by their ids, as the facts below: a page of matches reads as much of the ledger, and not all of it.
      with known as materialized (
        select id from ledger_lines where company_id = ${company} and id = any(${texts([...lineIds])})),
      given as (
        select r.id, d.id as debit_id, c.id as credit_id, r."amountMinor" as amount_minor, r.day,
          r."debitForeignMinor" as debit_foreign_minor, r."creditForeignMinor" as credit_foreign_minor,
          -- What is no line of the ledger stands for a receipt that is not yet booked; the decision's own id for its entry.
          nullif(case when d.id is null then r."debitId" when c.id is null then r."creditId" end, ${decisionId}::text) as bank_line_id
        from ${given}
          left join known d on d.id = r."debitId" left join known c on c.id = r."creditId"
        where not ${onlyKept}::boolean or (d.id is not null and c.id is not null)),
      last as (${lastTurns(company, sql`s.id = any(${texts(rows.map((row) => row.id))})`)}),
      fresh as (
        select given.*, coalesce(last.turn, 0) as turn from given left join last using (id)
        where coalesce(last.turn, 0) % 2 = 0
          or (given.debit_id, given.credit_id, given.bank_line_id, given.amount_minor, given.day)
            is distinct from (last.debit_id, last.credit_id, last.bank_line_id, last.amount_minor, last.day)
          -- Who does not say the foreign parts does not deny them.
          or coalesce(given.debit_foreign_minor, last.debit_foreign_minor) is distinct from last.debit_foreign_minor
          or coalesce(given.credit_foreign_minor, last.credit_foreign_minor) is distinct from last.credit_foreign_minor),
      facts as (
        select last.id, last.turn + 1 as turn, last.debit_id, last.credit_id, last.bank_line_id,
          -last.amount_minor as amount_minor, -last.debit_foreign_minor as debit_foreign_minor,
          -last.credit_foreign_minor as credit_foreign_minor, last.day, last.origin, last.decision_id
        from last join fresh using (id) where last.turn % 2 = 1
        union all
        select id, turn + 1 + turn % 2, debit_id, credit_id, bank_line_id, amount_minor, debit_foreign_minor,
          credit_foreign_minor, day,
          ${origin.from}::text, ${decisionId}::text from fresh),
      ${appendFacts(company)}
      select (select count(*) from fresh) as count, (select count(*) from moved_lines) as moved`),
  ).count;
}

async function revoke({ db, company }: Scope, among: SQL, which: SQL): Promise<number> {
  return only(
    await db.execute<{ count: number }>(sql`
      with last as (${lastTurns(company, among)}),
      facts as (
        select id, turn + 1 as turn, debit_id, credit_id, bank_line_id, -amount_minor as amount_minor,
          -debit_foreign_minor as debit_foreign_minor, -credit_foreign_minor as credit_foreign_minor, day, origin, decision_id
        from last where turn % 2 = 1 and ${which}),
      ${appendFacts(company)}
      select (select count(*) from facts) as count, (select count(*) from moved_lines) as moved`),
  ).count;
}

/** The last turn of each settlement `s` among those named. */
function lastTurns(company: string, among: SQL): SQL {
  return sql`select distinct on (s.id) s.* from settlements s
    where s.company_id = ${company} and ${among} order by s.id, s.turn desc`;
}

/** What each fact moves of the lines that it touches; `among` is the table, `where` more conditions. */
function movesOf(among: SQL, where: SQL = sql``): SQL {
  const side = (id: SQL, other: SQL, sign: SQL, foreign: SQL) => sql`
      select ${id} as id, ${sign} * amount_minor as by_minor, ${other} is null as waits,
        case when ${other} is not null then ${sign} * ${foreign} end as foreign_minor
      from ${among} where ${id} is not null ${where}`;
  const debit = side(sql`debit_id`, sql`credit_id`, sql`-1`, sql`debit_foreign_minor`);
  return sql`${debit} union all ${side(sql`credit_id`, sql`debit_id`, sql`1`, sql`credit_foreign_minor`)}`;
}

/** `moves` by line; a receipt that the ledger lacks says nothing of foreign parts. */
function sumsOf(): SQL {
  return sql`
      select id, sum(by_minor)::bigint as by_minor,
        coalesce(sum(by_minor) filter (where waits), 0)::bigint as received_minor,
        coalesce(sum(foreign_minor), 0)::bigint as foreign_minor,
        coalesce(sum(by_minor) filter (where not waits and foreign_minor is null), 0)::bigint as unsplit_minor
      from moves group by id`;
}

/** Appends the rows of `facts` and moves the residuals of the lines that they touch, all in the one statement. */
function appendFacts(company: string): SQL {
  return sql`
    appended as (
      insert into settlements (company_id, id, turn, debit_id, credit_id, bank_line_id, amount_minor, debit_foreign_minor,
        credit_foreign_minor, day, origin, decision_id)
      select ${company}, id, turn, debit_id, credit_id, bank_line_id, amount_minor, debit_foreign_minor, credit_foreign_minor,
        day, origin, decision_id from facts
      returning debit_id, credit_id, bank_line_id, amount_minor, debit_foreign_minor, credit_foreign_minor),
    moves as (${movesOf(sql`appended`)}),
    sums as (${sumsOf()}),
    moved_lines as (
      update ledger_lines l set residual_minor = l.residual_minor + sums.by_minor,
        received_minor = l.received_minor - sums.received_minor,
        foreign_settled_minor = l.foreign_settled_minor - sums.foreign_minor,
        unsplit_minor = l.unsplit_minor - sums.unsplit_minor
      from sums where l.company_id = ${company} and l.id = sums.id returning l.id)`;
}
