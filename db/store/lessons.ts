// What decisions teach: which customer a payer is, and what must not be proposed again.
import { type SQL, sql } from 'drizzle-orm';
import type { CompanyId } from '../../sync/model/company.ts';
import type { SeenAlias } from '../../sync/model/memory.ts';
import type { PartyId } from '../../sync/model/party.ts';
import type { DecisionRows } from '../../sync/port/store.ts';
import { type Scope, texts } from './scope.ts';

/** The decision `d` still stands: nothing undid it. */
export const inForce = sql`not exists (
  select from decisions u where u.company_id = d.company_id and u.undoes = d.id)`;

/** No mark to forget this kind of thing is newer than the decision `d`; `party` null: the thing is nobody's in particular. */
export function notForgotten(company: CompanyId, kind: SQL, thing: SQL, party: SQL): SQL {
  return sql`not exists (select from memory_marks m where m.company_id = ${company} and m.kind = ${kind} and m.text = ${thing}
    and m.party_id is not distinct from ${party} and m.verdict = 'forget' and m.after_seq >= d.seq)`;
}

export function lessonRows({ db, company }: Scope): Pick<DecisionRows, 'rejected' | 'aliases'> {
  return {
    async rejected(lineIds) {
      const rows = await db.execute<{ lineId: string; itemIds: string[]; wrongPartyId: PartyId | null }>(sql`
        select d.line_id as "lineId", coalesce((
          select jsonb_agg(a ->> 'itemId' order by a ->> 'itemId') from jsonb_array_elements(d.candidate -> 'allocations') a
        ), '[]') as "itemIds",
        case d.reject_reason when 'wrong-customer' then d.candidate ->> 'partyId' end as "wrongPartyId"
        from decisions d where d.company_id = ${company} and d.line_id = any(${texts(lineIds)}) and d.action = 'reject'
          and d.candidate is not null and ${inForce} and ${notForgotten(company, sql`'refusal'`, sql`d.id`, sql`null`)}
        order by d.seq`);
      return [...rows];
    },
    async aliases() {
      const rows = await db.execute<SeenAlias>(sql`
        with accepted as (
          select b.counterparty_account, coalesce(b.counterparty, b.ultimate_party) as name, d.seq, b.booking_day,
            d.candidate ->> 'partyId' as party_id, ${inForce} as stands
          from decisions d join bank_lines b on b.company_id = ${company} and b.id = d.line_id
          where d.company_id = ${company} and d.action = 'accept' and d.by ->> 'kind' = 'person'
            and b.amount_minor > 0 and d.candidate ->> 'partyId' is not null),
        payers as (
          select 'account' as kind, replace(counterparty_account, ' ', '') as text, party_id, stands, seq, booking_day
          from accepted
          union all select 'name', name, party_id, stands, seq, booking_day from accepted)
        select kind, text, party_id as "partyId", count(*) filter (where stands) as confirmed,
          count(*) filter (where not stands) as undone, min(seq) as "firstSeq", max(booking_day)::text as "lastDay"
        from payers d where text <> '' and ${notForgotten(company, sql`d.kind`, sql`d.text`, sql`d.party_id`)}
        group by kind, text, party_id order by kind, text, party_id`);
      return [...rows];
    },
  };
}
