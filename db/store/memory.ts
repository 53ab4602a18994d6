// What people marked to forget or to learn, and what their decisions say about customers.
import { sql } from 'drizzle-orm';
import type { Habit } from '../../sync/model/memory.ts';
import type { PartyId } from '../../sync/model/party.ts';
import type { MemoryRows, RefusedPair } from '../../sync/port/trust.ts';
import { iso } from '../schema/column.ts';
import { memoryMarks } from '../schema/trust.ts';
import { inForce, notForgotten } from './lessons.ts';
import type { Scope } from './scope.ts';

export function memoryRows({ db, company }: Scope): MemoryRows {
  return {
    async mark(mark) {
      await db.insert(memoryMarks).values({ ...mark, companyId: company });
    },
    async learnedAccounts() {
      const rows = await db.execute<{ text: string; partyId: PartyId }>(sql`
        select text, party_id as "partyId" from (
          select distinct on (text, party_id) text, party_id, verdict from memory_marks
          where company_id = ${company} and kind = 'account' and party_id is not null
          order by text, party_id, seq desc) last
        where verdict = 'learn' order by text, party_id`);
      return [...rows];
    },
    async refusedPairs(limit) {
      const rows = await db.execute<RefusedPair>(sql`
        select d.id as "decisionId", d.line_id as "lineId", ${iso(sql`d.at`)} as at,
          coalesce(b.counterparty, b.ultimate_party) as payer, b.amount_minor as "amountMinor", b.currency,
          coalesce((select jsonb_agg(l.document order by a.place)
            from (select part ->> 'itemId' as item_id, place
              from jsonb_array_elements(d.candidate -> 'allocations') with ordinality as a(part, place) offset 0) a
              join ledger_lines l on l.company_id = ${company} and l.id = a.item_id
            where l.document is not null), '[]') as documents,
          d.reject_reason as reason, d.comment
        from decisions d join bank_lines b on b.company_id = ${company} and b.id = d.line_id
        where d.company_id = ${company} and d.action = 'reject' and d.candidate is not null and ${inForce}
          and ${notForgotten(company, sql`'refusal'`, sql`d.id`, sql`null`)}
        order by d.seq desc limit ${limit}`);
      return [...rows];
    },
    async habits() {
      const rows = await db.execute<Habit>(sql`
        with receipts as (
          select d.seq, d.candidate ->> 'partyId' as party_id,
            jsonb_array_length(d.candidate -> 'allocations') > 1 as several,
            exists (select from jsonb_array_elements(d.candidate -> 'adjustments') a where a ->> 'kind' = 'discount')
              and exists (select from jsonb_array_elements(d.candidate -> 'doubts') a where a ->> 'key' like '%late%') as late,
            d.proposal -> 'signature' is not null
              and (d.proposal ->> 'signature') ~ '^\\S+ \\S+ (group|conflict|other|name-other) ' as other
          from decisions d join bank_lines b on b.company_id = ${company} and b.id = d.line_id
          where d.company_id = ${company} and d.action = 'accept' and d.by ->> 'kind' = 'person' and b.amount_minor > 0
            and d.candidate ->> 'partyId' is not null and ${inForce}),
        habits as (
          select party_id, 'several-at-once' as kind, seq, several as shown from receipts
          union all select party_id, 'late-discount', seq, late from receipts
          union all select party_id, 'by-another', seq, other from receipts)
        select party_id as "partyId", kind, count(*) filter (where shown) as times, count(*) as receipts
        from habits d where ${notForgotten(company, sql`'habit'`, sql`d.kind`, sql`d.party_id`)}
        group by party_id, kind having count(*) filter (where shown) >= 2
        order by count(*) filter (where shown) desc, party_id, kind`);
      return [...rows];
    },
  };
}
