// What was decided, newest first, with whether it still stands.
import { sql } from 'drizzle-orm';
import type { HistoryRow } from '../../sync/port/view.ts';
import { iso } from '../schema/column.ts';
import { inForce } from '../store/lessons.ts';
import type { Scope } from '../store/scope.ts';
import { isWage } from './queue.ts';

export async function history({ db, company }: Scope, limit: number, lineId: string | null): Promise<HistoryRow[]> {
  const which = lineId === null ? sql`` : sql`and d.line_id = ${lineId}`;
  const rows = await db.execute<HistoryRow>(sql`
    select d.id as "decisionId", d.action, ${iso(sql`d.at`)} as at, coalesce(d.by ->> 'name', d.by ->> 'kind') as by,
      d.line_id as "lineId", coalesce(${isWage}, false) as wage, coalesce(b.counterparty, b.ultimate_party) as payer,
      coalesce(b.amount_minor, (select sum(greatest((a ->> 'amountMinor')::bigint, 0)) from
        jsonb_array_elements(d.candidate -> 'allocations') a)::bigint) as "amountMinor",
      -- A letter of documents in one foreign currency is decided in it.
      coalesce(b.currency, case when c.erp <> 'fec' then (
        select min(l.foreign_money ->> 'currency')
        from (select part ->> 'itemId' as item_id from jsonb_array_elements(d.candidate -> 'allocations') as a(part) offset 0) a
          join ledger_lines l on l.company_id = ${company} and l.id = a.item_id
        having count(distinct coalesce(l.foreign_money ->> 'currency', c.currency)) = 1) end, c.currency) as currency,
      -- The id is taken out of the JSON first: under row level security only plain columns are looked up by index.
      coalesce((select jsonb_agg(l.document order by a.place)
        from (select part ->> 'itemId' as item_id, place
          from jsonb_array_elements(d.candidate -> 'allocations') with ordinality as a(part, place) offset 0) a
          join ledger_lines l on l.company_id = ${company} and l.id = a.item_id
        where l.document is not null), '[]') as documents,
      not ${inForce} as undone, d.undoes, d.comment
    from (select * from decisions d where d.company_id = ${company} ${which} order by d.seq desc limit ${limit}) d
      join companies c on c.id = ${company}
      left join bank_lines b on b.company_id = ${company} and b.id = d.line_id
    order by d.seq desc`);
  return [...rows];
}
