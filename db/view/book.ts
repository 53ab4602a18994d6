// The customer accounts line by line over a period, the parts of invoices that were settled, and the audit as a list.
import { type SQL, sql } from 'drizzle-orm';
import type { Member } from '../../sync/model/aging.ts';
import type { Day } from '../../sync/model/day.ts';
import type { MonthlySales } from '../../sync/model/figure.ts';
import { sum } from '../../sync/model/money.ts';
import type { AuditRow, BookLine, BookOpening, Issued, Period, SettledPart } from '../../sync/model/report.ts';
import { only, type Scope } from '../store/scope.ts';
import { memberOf } from './aging.ts';
import { CUSTOMER, knownLines, knownUntil, linesAt } from './at.ts';
import { withParty } from './items.ts';

const ofMember = (member: Member | null): SQL => (member === null ? sql`true` : memberOf(member));

export async function book(scope: Scope, period: Period, member: Member | null): Promise<BookLine[]> {
  const { db, company } = scope;
  const booked = sql`(l.role in ${CUSTOMER} and l.day between ${period.from} and ${period.asOf})`;
  const rows = await db.execute<BookLine>(sql`
    with ${linesAt(scope, period)},
    booked as (${knownLines(company, period.knownOn, booked)})
    select l.id as "itemId", l.party_id as "partyId", who.name as "partyName", l.account, l.role, l.kind, l.journal, l.entry,
      l.document, l.label, l.day::text as day, l.due_day::text as "dueDay", l.amount_minor as "amountMinor",
      coalesce(at.open_minor, 0) as "openMinor", l.letter, l.vat_minor as "vatMinor", l.vat_waiting_minor as "vatWaitingMinor"
    from booked l left join at on at.id = l.id ${withParty(company)}
    where ${ofMember(member)}
    order by l.account, who.name, l.party_id, l.day, l.id`);
  return [...rows];
}

export async function bookOpenings(
  { db, company }: Scope,
  period: Period,
  member: Member | null,
): Promise<BookOpening[]> {
  const before = sql`(l.role in ${CUSTOMER} and l.day < ${period.from})`;
  const rows = await db.execute<BookOpening>(sql`
    with before as (${knownLines(company, period.knownOn, before)})
    select l.party_id as "partyId", who.name as "partyName", l.account, sum(l.amount_minor)::bigint as "balanceMinor"
    from before l ${withParty(company)} where ${ofMember(member)}
    group by l.party_id, who.name, l.account having sum(l.amount_minor) <> 0`);
  return [...rows];
}

export async function ties({ db, company }: Scope, { asOf, knownOn }: Period) {
  const until = knownUntil(company, knownOn);
  const known = until === null ? sql`true` : sql`learned_at <= ${until}`;
  const rows = await db.execute<{ debitId: string; creditId: string }>(sql`
    select debit_id as "debitId", credit_id as "creditId" from settlements
    where company_id = ${company} and debit_id is not null and credit_id is not null and day <= ${asOf} and ${known}
    group by debit_id, credit_id having sum(amount_minor) <> 0 or sum(debit_foreign_minor) <> 0 order by debit_id, credit_id`);
  return [...rows];
}

/** Facts `s` on claims of the customer who is named, so that one page does not read everyone's. */
const ownFacts = (company: string, { claim }: Sides, member: Member | null): SQL =>
  member?.by === 'party' && member.key !== null
    ? sql`${claim} in (select o.id from ledger_lines o where o.company_id = ${company} and o.party_id = ${member.key})`
    : sql`true`;

/** What was invoiced: invoices, what an opening carries over, and bills or doubtful debts that took an invoice over. */
const CLAIM = sql`(l.kind in ('invoice', 'opening') or (l.kind = 'other' and l.role in ('bills', 'doubtful')))`;

/** Which side of a fact is the claim `l` and which settles it; of a credit note, which is paid back, amounts are negative. */
type Sides = { claim: SQL; other: SQL; isClaim: SQL; amount: SQL };

const INVOICED: Sides = {
  claim: sql`s.debit_id`,
  other: sql`s.credit_id`,
  isClaim: CLAIM,
  amount: sql`s.amount_minor`,
};
const CREDITED: Sides = {
  ...{ claim: sql`s.credit_id`, other: sql`s.debit_id` },
  ...{ isClaim: sql`l.kind = 'credit-note'`, amount: sql`-s.amount_minor` },
};

/** The invoice that a transfer to bills or doubtful debts took over: it bears the same number. */
const originOf = (company: string): SQL => sql`left join lateral (
  select o.day, o.document_day, o.amount_minor, o.vat_minor, o.vat_waiting_minor from ledger_lines o
  where l.kind = 'other' and o.company_id = ${company} and o.party_id is not distinct from l.party_id and o.document = l.document
    and o.kind = 'invoice' and o.role = 'receivable' and o.amount_minor <> 0 and o.gone_at is null
  order by o.day, o.id limit 1) origin on true`;

/** VAT of the claim itself, or its share of the invoice's that it took over. */
const ofOrigin = (column: string): SQL =>
  sql.raw(`case when l.kind = 'other' then round(origin.${column}::numeric * l.amount_minor / origin.amount_minor)::bigint
        else l.${column} end`);

export function settledParts(scope: Scope, period: Period, member: Member | null): Promise<SettledPart[]> {
  return partsOf(scope, period, INVOICED, member);
}

export function creditedParts(scope: Scope, period: Period): Promise<SettledPart[]> {
  return partsOf(scope, period, CREDITED, null);
}

/** A settlement is net of its turns: one that was taken back is none. */
async function partsOf(
  { db, company }: Scope,
  { from, asOf, knownOn }: Period,
  sides: Sides,
  member: Member | null,
): Promise<SettledPart[]> {
  const until = knownUntil(company, knownOn);
  const known = until === null ? sql`true` : sql`s.learned_at <= ${until}`;
  const rows = await db.execute<SettledPart>(sql`
    with net as (
      select ${sides.claim} as claim_id, ${sides.other} as other_id, s.day, sum(${sides.amount})::bigint as amount_minor
      from settlements s where s.company_id = ${company} and s.debit_id is not null and s.credit_id is not null and s.day <= ${asOf} and ${known}
        and ${ownFacts(company, sides, member)}
      group by s.debit_id, s.credit_id, s.day having sum(s.amount_minor) <> 0),
    touched as (select distinct claim_id from net where day >= ${from})
    select l.id as "itemId", l.party_id as "partyId", who.name as "partyName", l.account, l.role, l.kind, l.document,
      coalesce(origin.document_day, origin.day, l.document_day, l.day)::text as "issueDay", l.due_day::text as "dueDay",
      l.amount_minor as "invoiceMinor",
      ${ofOrigin('vat_minor')} as "vatMinor", ${ofOrigin('vat_waiting_minor')} as "vatWaitingMinor", net.day::text as day, c.day::text as "paymentDay", c.kind as "paymentKind",
      c.journal as "paymentJournal", c.entry as "paymentEntry", net.amount_minor as "amountMinor"
    from net join touched on touched.claim_id = net.claim_id
      join ledger_lines l on l.company_id = ${company} and l.id = net.claim_id and ${sides.isClaim} and l.role in ${CUSTOMER}
      join ledger_lines c on c.company_id = ${company} and c.id = net.other_id
      ${originOf(company)} ${withParty(company)}
    where ${ofMember(member)}
    order by net.day, l.id, c.day, c.id`);
  return [...rows];
}

export async function monthlySales({ db, company }: Scope, { from, asOf, knownOn }: Period): Promise<MonthlySales[]> {
  const sold = sql`(l.role in ${CUSTOMER} and l.kind in ('invoice', 'credit-note') and l.day between ${from} and ${asOf})`;
  const rows = await db.execute<MonthlySales>(sql`
    with sold as (${knownLines(company, knownOn, sold)})
    select date_trunc('month', day)::date::text as month, sum(amount_minor)::bigint as "salesMinor"
    from sold group by 1 order by 1`);
  return [...rows];
}

export async function salesMinor(scope: Scope, period: Period): Promise<number> {
  return sum((await monthlySales(scope, period)).map((each) => each.salesMinor));
}

/** An invoice in instalments, or with a retention, is one. */
export async function issued({ db, company }: Scope, { from, asOf, knownOn }: Period): Promise<Issued> {
  const billed = sql`(l.role in ${CUSTOMER} and l.kind = 'invoice' and l.day between ${from} and ${asOf})`;
  return only(
    await db.execute<Issued>(sql`
      with billed as (${knownLines(company, knownOn, billed)})
      select count(distinct (party_id, coalesce(document, id))) as documents, coalesce(sum(amount_minor), 0)::bigint as "amountMinor"
      from billed`),
  );
}

export async function auditEvents({ db, company }: Scope, from: Day | null, until: Day): Promise<AuditRow[]> {
  const rows = await db.execute<AuditRow>(sql`
    with events as (select seq, hash, body::jsonb as body from audit_events where company_id = ${company})
    select seq, body ->> 'at' as at,
      coalesce(body -> 'by' ->> 'name', body -> 'by' ->> 'signature', body -> 'by' ->> 'kind', '') as by,
      body ->> 'what' as what, body ->> 'subject' as subject, (body -> 'facts')::text as facts, hash
    from events where left(body ->> 'at', 10) <= ${until} ${from === null ? sql`` : sql`and left(body ->> 'at', 10) >= ${from}`}
    order by seq`);
  return [...rows];
}
