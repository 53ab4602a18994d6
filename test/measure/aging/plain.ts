// The aged balance as one plain SQL statement over the graph of matches: what a person would write who has only the tables.
import type { Client } from '../../../db/connection.ts';

type Row = { party: string; column: number; minor: number };

/** Every line up to the day less what matches up to the day took off, by customer and column of 30 days. */
export function plainAging(session: Client, company: string, day: string): Promise<Row[]> {
  return session<Row[]>`
    select party_id as party,
      case when open < 0 then 5 when due_day is null then 6
        else width_bucket(${day}::date - due_day, array[1, 31, 61, 91]) end as column,
      sum(open)::bigint as minor
    from (
      select l.party_id, l.due_day, l.amount_minor - coalesce(d.minor, 0) + coalesce(c.minor, 0) as open
      from ledger_lines l
        left join (select debit_id, sum(amount_minor) as minor from settlements
          where company_id = ${company} and day <= ${day} group by debit_id) d on d.debit_id = l.id
        left join (select credit_id, sum(amount_minor) as minor from settlements
          where company_id = ${company} and day <= ${day} group by credit_id) c on c.credit_id = l.id
      where l.company_id = ${company} and l.day <= ${day} and l.gone_at is null
        and l.role in ('receivable', 'retention', 'bills', 'doubtful', 'advance')) lines
    where open <> 0 group by 1, 2`;
}

export function summed(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.minor, 0);
}
