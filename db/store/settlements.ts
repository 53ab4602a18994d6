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
    select id, debit_id as "debitId", credit_id as "creditId", amount_minor as "amountMinor", day::text as day
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
      select debit_id as id, -amount_minor as by_minor, credit_id is null as waits from settlements
      where company_id = ${company} and debit_id is not null
      union all
      select credit_id, amount_minor, debit_id is null from settlements
      where company_id = ${company} and credit_id is not null),
    sums as (
      select id, sum(by_minor) as by_minor,
        coalesce(sum(by_minor) filter (where waits), 0) as received_minor
      from moves group by id)
    select l.id from ledger_lines l left join sums on sums.id = l.id
    where l.company_id = ${company} and (l.residual_minor <> l.amount_minor + coalesce(sums.by_minor, 0)
      or l.received_minor <> -coalesce(sums.received_minor, 0))
    order by l.id`);
  return rows.map(({ id }) => id);
}

async function add({ db, company }: Scope, rows: readonly Settlement[], origin: Origin): Promise<number> {
  const decisionId = origin.from === 'decision' ? origin.decisionId : null;
  const onlyKept = origin.from === 'ledger' && origin.onlyKept === true;
  const given = recordset(rows, 'id text, "debitId" text, "creditId" text, "amountMinor" bigint, day date');
  return only(
    await db.execute<{ count: number }>(sql`
      with given as (
        select r.id, d.id as debit_id, c.id as credit_id, r."amountMinor" as amount_minor, r.day,
          -- What is no line of the ledger stands for a receipt that is not yet booked; the decision's own id for its entry.
          nullif(case when d.id is null then r."debitId" when c.id is null then r."creditId" end, ${decisionId}::text) as bank_line_id
        from ${given}
          left join ledger_lines d on d.company_id = ${company} and d.id = r."debitId"
          left join ledger_lines c on c.company_id = ${company} and c.id = r."creditId"
        where not ${onlyKept}::boolean or (d.id is not null and c.id is not null)),
      last as (${lastTurns(company, sql`s.id in (select id from given)`)}),
      fresh as (
        select given.*, coalesce(last.turn, 0) as turn from given left join last using (id)
        where coalesce(last.turn, 0) % 2 = 0
          or (given.debit_id, given.credit_id, given.bank_line_id, given.amount_minor, given.day)
            is distinct from (last.debit_id, last.credit_id, last.bank_line_id, last.amount_minor, last.day)),
      facts as (
        select last.id, last.turn + 1 as turn, last.debit_id, last.credit_id, last.bank_line_id,
          -last.amount_minor as amount_minor, last.day, last.origin, last.decision_id
        from last join fresh using (id) where last.turn % 2 = 1
        union all
        select id, turn + 1 + turn % 2, debit_id, credit_id, bank_line_id, amount_minor, day,
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
        select id, turn + 1 as turn, debit_id, credit_id, bank_line_id, -amount_minor as amount_minor, day, origin,
          decision_id
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

/** Appends the rows of `facts` and moves the residuals of the lines that they touch, all in the one statement. */
function appendFacts(company: string): SQL {
  return sql`
    appended as (
      insert into settlements (company_id, id, turn, debit_id, credit_id, bank_line_id, amount_minor, day, origin, decision_id)
      select ${company}, id, turn, debit_id, credit_id, bank_line_id, amount_minor, day, origin, decision_id from facts
      returning debit_id, credit_id, bank_line_id, amount_minor),
    moves as (
      select debit_id as id, -amount_minor as by_minor, credit_id is null as waits from appended where debit_id is not null
      union all
      select credit_id, amount_minor, debit_id is null from appended where credit_id is not null),
    sums as (
      select id, sum(by_minor)::bigint as by_minor,
        coalesce(sum(by_minor) filter (where waits), 0)::bigint as received_minor
      from moves group by id),
    moved_lines as (
      update ledger_lines l set residual_minor = l.residual_minor + sums.by_minor,
        received_minor = l.received_minor - sums.received_minor
      from sums where l.company_id = ${company} and l.id = sums.id returning l.id)`;
}
