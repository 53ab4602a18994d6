// What decisions taught, and what managers allowed: appended rows, read as they stood at any decision.
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { ClassSwitch, Learned } from '../../sync/model/trust.ts';
import type { TrustRows } from '../../sync/port/trust.ts';
import { decisions } from '../schema/decision.ts';
import { classSwitches, lessons } from '../schema/trust.ts';
import { decisionOf } from './decisions.ts';
import { inForce } from './lessons.ts';
import { only, type Scope } from './scope.ts';

export function trustRows({ db, company }: Scope): TrustRows {
  return {
    async teach(lesson) {
      await db.insert(lessons).values({ ...lesson, companyId: company });
    },
    async lessons({ since, until, perPayerMax }) {
      const rows = await db.execute<Learned>(sql`
        select "decisionId", "lineId", kind, signature, payer, day, proven, facts, about, seq, "undoneSeq" from (
          select l.decision_id as "decisionId", l.line_id as "lineId", l.kind, l.signature, l.payer, l.day::text as day,
            l.proven, l.facts, l.about, d.seq, u.seq as "undoneSeq",
            row_number() over (partition by l.signature, l.payer, l.kind, u.seq is null order by d.seq desc) as nth,
            count(*) over (partition by l.line_id) as "onLine"
          from lessons l join decisions d on d.company_id = ${company} and d.id = l.decision_id
            left join decisions u on u.company_id = ${company} and u.undoes = l.decision_id
              and u.seq <= ${until} and u.by ->> 'kind' = 'person'
          where l.company_id = ${company} and d.seq <= ${until}
        ) known
        where "onLine" > 1 or kind in ('changed', 'refused') or "undoneSeq" is not null
          or (kind in ('accepted', 'confirmed') and day >= ${since} and nth <= ${perPayerMax})
        order by seq`);
      return [...rows];
    },
    async isConfirmed(decisionId) {
      const rows = await db.execute(sql`
        select from lessons l join decisions d on d.company_id = ${company} and d.id = l.decision_id
        where l.company_id = ${company} and l.about = ${decisionId} and ${inForce}`);
      return rows.length > 0;
    },
    async newest() {
      return only(
        await db.execute<{ seq: number }>(
          sql`select coalesce(max(seq), 0)::bigint as seq from decisions where company_id = ${company}`,
        ),
      ).seq;
    },
    async decidedByPerson(afterSeq) {
      const rows = await db.execute(sql`
        select from decisions where company_id = ${company} and seq > ${afterSeq} and by ->> 'kind' = 'person' limit 1`);
      return rows.length > 0;
    },
    async switches() {
      const rows = await db
        .select()
        .from(classSwitches)
        .where(eq(classSwitches.companyId, company))
        .orderBy(classSwitches.seq);
      return rows.map(({ companyId: _, seq: __, ...made }): ClassSwitch => made);
    },
    async addSwitch(made) {
      await db.insert(classSwitches).values({ ...made, companyId: company });
    },
    ...figureRows({ db, company }),
  };
}

/** What is asked of proposals and decisions for the record of the classes. */
function figureRows({ db, company }: Scope): Pick<TrustRows, 'waiting' | 'unattended' | 'writtenOff'> {
  return {
    async waiting() {
      const rows = await db.execute<{ signature: string; proven: boolean; count: number }>(sql`
        select p.signature, p.verdict = 'auto' as proven, count(*) as count
        from proposals p join bank_lines b on b.company_id = ${company} and b.id = p.line_id
        where p.company_id = ${company} and b.state in ('open', 'later') and p.signature is not null
        group by 1, 2 order by 1, 2`);
      return [...rows];
    },
    async unattended() {
      const rows = await db
        .select()
        .from(decisions)
        .where(and(eq(decisions.companyId, company), isNotNull(decisions.grounds)))
        .orderBy(decisions.seq);
      return rows.map(decisionOf);
    },
    async writtenOff(year, partyId) {
      const rows = await db.execute<{ partyId: string; minor: number }>(sql`
        select d.candidate ->> 'partyId' as "partyId", sum(abs(a.amount_minor))::bigint as minor
        from adjustments a join decisions d on d.company_id = ${company} and d.id = a.decision_id
          join bank_lines b on b.company_id = ${company} and b.id = d.line_id
        where a.company_id = ${company} and a.kind = 'rounding' and d.by ->> 'kind' = 'night' and ${inForce}
          and d.candidate ->> 'partyId' is not null ${partyId === null ? sql`` : sql`and d.candidate ->> 'partyId' = ${partyId}`}
          and b.booking_day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
        group by 1 order by 2 desc, 1`);
      return [...rows];
    },
  };
}
