// Claims as the screens show them, with where each stands.
import { sql } from 'drizzle-orm';
import type { ClaimRow } from '../../sync/port/ledger-view.ts';
import { inForce } from '../store/lessons.ts';
import type { Scope } from '../store/scope.ts';

export async function claimsOf({ db, company }: Scope, limit: number, partyId: string | null): Promise<ClaimRow[]> {
  const which = partyId === null ? sql`` : sql`and k.party_id = ${partyId}`;
  const rows = await db.execute<ClaimRow>(sql`
    select * from (select k.id as "claimId", k.kind, k.item_id as "itemId", l.document, k.party_id as "partyId", who.name as "partyName",
      k.amount_minor as "amountMinor", l.currency, l.residual_minor as "residualMinor", k.opened_on::text as "openedOn",
      coalesce(d.by ->> 'name', d.by ->> 'kind') as by, k.note, d.line_id as "lineId",
      case when not ${inForce} then 'gone' when closed.id is not null then 'closed'
        when l.residual_minor = 0 then 'settled' else 'open' end as state,
      closed.id as "closedBy"
    from claims k
      join decisions d on d.company_id = ${company} and d.id = k.decision_id
      join ledger_lines l on l.company_id = ${company} and l.id = k.item_id
      left join parties who on who.company_id = ${company} and who.id = k.party_id
      left join lateral (
        select c.id from decisions c where c.company_id = ${company} and c.id = k.closed_by and not exists (
          select from decisions u where u.company_id = ${company} and u.undoes = c.id)) closed on true
    where k.company_id = ${company} ${which}) claim
    order by state <> 'open', "openedOn" desc, "claimId" limit ${limit}`);
  return [...rows];
}
