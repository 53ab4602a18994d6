// The customer accounts at a day: what was open, what the ledger's own totals say, and what is received but not booked.
import { sql } from 'drizzle-orm';
import type { Day } from '../../sync/model/day.ts';
import type { AccountRole } from '../../sync/model/ledger.ts';
import type { ItemRow } from '../../sync/port/view.ts';
import { ticksOf } from '../store/bank.ts';
import { inForce } from '../store/lessons.ts';
import { only, type Scope } from '../store/scope.ts';
import { itemColumns, OPEN_LINE, withParty } from './items.ts';

/**
 * Lines open at the end of `asOf`, as known at `knownOn`: today's residual with every later fact turned back. Later means
 * a later accounting day, or learned after `knownOn`; so the cost is that of what happened since, not of the history.
 */
export async function itemsAt({ db, company }: Scope, asOf: Day, knownOn: string | null): Promise<ItemRow[]> {
  const later = knownOn === null ? sql`day > ${asOf}` : sql`(day > ${asOf} or learned_at > ${knownOn})`;
  const known =
    knownOn === null
      ? sql`l.gone_at is null`
      : sql`l.learned_at <= ${knownOn} and (l.gone_at is null or l.gone_at > ${knownOn})`;
  const goneSince = knownOn === null ? sql`` : sql`or l.gone_at > ${knownOn}`;
  const residual = sql`l.residual_minor + coalesce(since.by_minor, 0)`;
  const received = sql`l.received_minor - coalesce(since.received_minor, 0)`;
  const rows = await db.execute<ItemRow>(sql`
    with moves as (
      select debit_id as id, amount_minor as by_minor, bank_line_id from settlements
      where company_id = ${company} and ${later} and debit_id is not null
      union all
      select credit_id, -amount_minor, bank_line_id from settlements
      where company_id = ${company} and ${later} and credit_id is not null),
    since as materialized (
      select id, sum(by_minor)::bigint as by_minor,
        coalesce(sum(by_minor) filter (where bank_line_id is not null), 0)::bigint as received_minor
      from moves group by id),
    -- What is open now, and what was until something happened since.
    lines as (
      select l.* from ledger_lines l where l.company_id = ${company} and ${OPEN_LINE}
      union all
      select l.* from ledger_lines l where l.company_id = ${company} and not (${OPEN_LINE})
        and (l.id in (select id from since) ${goneSince}))
    select ${itemColumns(residual, received)}
    from lines l left join since on since.id = l.id ${withParty(company)}
    where l.role in ('receivable', 'retention', 'bills', 'doubtful', 'advance') and l.day <= ${asOf} and ${known}
      and (${residual} <> 0 or ${received} <> 0)
    order by l.day, l.id`);
  return [...rows];
}

export type BalanceRow = { account: string; role: AccountRole; balanceMinor: number };

export async function ledgerBalances({ db, company }: Scope, asOf: Day): Promise<BalanceRow[]> {
  const rows = await db.execute<BalanceRow>(sql`
    select b.account, a.role, (b.balance_minor - coalesce((
      select sum(l.amount_minor) from ledger_lines l
      where l.company_id = ${company} and l.account = b.account and l.day > ${asOf} and l.gone_at is null), 0))::bigint
      as "balanceMinor"
    from ledger_balances b join ledger_accounts a on a.company_id = ${company} and a.number = b.account
    where b.company_id = ${company} and a.role in ('receivable', 'retention', 'bills', 'doubtful', 'advance', 'suspense')
    order by b.account`);
  return [...rows];
}

/** Bank lines booked up to `asOf` whose acceptance stands while the ledger does not hold the movement yet. */
export async function receivedNotBooked(
  { db, company }: Scope,
  asOf: Day,
): Promise<{ amountMinor: number; lines: number }> {
  return only(
    await db.execute<{ amountMinor: number; lines: number }>(sql`
      select coalesce(sum(b.amount_minor), 0)::bigint as "amountMinor", count(*) as lines
      from bank_lines b join decisions d on d.company_id = ${company} and d.id = b.decision_id
      where b.company_id = ${company} and b.decision_id is not null and b.state = 'settled' and b.booking_day <= ${asOf}
        and d.action = 'accept' and ${inForce} and not exists (select ${ticksOf(company)})`),
  );
}
