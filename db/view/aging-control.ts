// Beside the aged balance: entries to look at where it differs from the ledger, and money that no customer account holds yet.
import { sql } from 'drizzle-orm';
import type { AgingOutside, Moment, Suspect } from '../../sync/model/aging.ts';
import { inForce } from '../store/lessons.ts';
import { only, recordset, type Scope } from '../store/scope.ts';
import { ticksOf } from '../store/select-lines.ts';
import { knownUntil } from './at.ts';

const OF_EACH_KIND = 10;

/** A few lines of each reason, on the accounts that differ. */
export async function suspects(
  { db, company }: Scope,
  { asOf }: Moment,
  differing: readonly { account: string; differenceMinor: number }[],
): Promise<Suspect[]> {
  const columns = sql`l.id as "itemId", l.account, l.journal, l.entry, l.document, l.day::text as day,
    l.amount_minor as "amountMinor"`;
  const rows = await db.execute<Suspect>(sql`
    with differing as (select * from ${recordset(differing, 'account text, "differenceMinor" bigint')}),
    mine as (
      select l.*, d."differenceMinor" as difference from ledger_lines l join differing d on d.account = l.account
      where l.company_id = ${company} and l.gone_at is null),
    moves as (
      select debit_id as id, -amount_minor as by_minor from settlements where company_id = ${company} and debit_id is not null
      union all
      select credit_id, amount_minor from settlements where company_id = ${company} and credit_id is not null),
    sums as (select id, sum(by_minor) as by_minor from moves where id in (select id from mine) group by id)
    (select ${columns}, 'drift' as why from mine l left join sums on sums.id = l.id
      where l.residual_minor <> l.amount_minor + coalesce(sums.by_minor, 0) order by l.day desc, l.id limit ${OF_EACH_KIND})
    union all
    (select ${columns}, 'apart' from mine l join settlements s on s.company_id = ${company} and l.id in (s.debit_id, s.credit_id)
      join ledger_lines o on o.company_id = ${company} and o.id in (s.debit_id, s.credit_id) and o.id <> l.id
      where o.account <> l.account or o.gone_at is not null
      group by l.id, l.account, l.journal, l.entry, l.document, l.day, l.amount_minor
      having sum(s.amount_minor) <> 0 order by l.day desc, l.id limit ${OF_EACH_KIND})
    union all
    (select ${columns}, 'amount' from mine l
      where l.day <= ${asOf} and abs(l.amount_minor) in (abs(l.difference), abs(l.difference) / 2) and l.difference <> 0
      order by l.day desc, l.id limit ${OF_EACH_KIND})
    union all
    (select ${columns}, 'recent' from mine l where l.day <= ${asOf} order by l.known_since desc, l.id limit ${OF_EACH_KIND})`);
  const seen = new Set<string>();
  return rows.filter(({ itemId }) => !seen.has(itemId) && seen.add(itemId));
}

/** Bank lines booked up to the day that the ledger does not hold: those that a decision settled, and those that wait for one. */
export async function outside(
  { db, company }: Scope,
  { asOf, knownOn }: Moment,
): Promise<Omit<AgingOutside, 'suspenseMinor'>> {
  const until = knownUntil(company, knownOn);
  if (until !== null) return knownOutside({ db, company }, asOf, until);
  return only(
    await db.execute<Omit<AgingOutside, 'suspenseMinor'>>(sql`
      with received as (
        select case when b.currency = c.currency then b.amount_minor else coalesce(b.waiting_minor, 0) end as amount_minor,
          b.state = 'settled' and d.id is not null as accepted from bank_lines b join companies c on c.id = ${company}
          left join decisions d on d.company_id = ${company} and d.id = b.decision_id and d.action = 'accept' and ${inForce}
        where b.company_id = ${company} and b.gone_at is null and b.booking_day <= ${asOf} and b.state <> 'set-aside'
          and not exists (select ${ticksOf(company)}))
      select coalesce(sum(amount_minor) filter (where accepted), 0)::bigint as "receivedNotBookedMinor",
        count(*) filter (where accepted) as "receivedNotBookedLines",
        coalesce(sum(amount_minor) filter (where not accepted and amount_minor > 0), 0)::bigint as "waitingMinor",
        count(*) filter (where not accepted and amount_minor > 0) as "waitingLines"
      from received`),
  );
}

/** As known then: what receipts had taken off by facts; whether a line was ticked by then is not kept, so none is said to wait. */
async function knownOutside(
  { db, company }: Scope,
  asOf: Moment['asOf'],
  until: NonNullable<ReturnType<typeof knownUntil>>,
): Promise<Omit<AgingOutside, 'suspenseMinor'>> {
  return only(
    await db.execute<Omit<AgingOutside, 'suspenseMinor'>>(sql`
      with lines as (
        select bank_line_id, sum(case when debit_id is null then -amount_minor else amount_minor end) as minor
        from settlements where company_id = ${company} and bank_line_id is not null and day <= ${asOf}
          and learned_at <= ${until} group by bank_line_id)
      select coalesce(sum(minor), 0)::bigint as "receivedNotBookedMinor", count(*) filter (where minor <> 0) as "receivedNotBookedLines",
        0 as "waitingMinor", 0 as "waitingLines" from lines`),
  );
}
