// Decisions: appended with their adjustments, undone by another decision.
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Decision } from '../../sync/model/decision.ts';
import type { EntryLine } from '../../sync/model/entry.ts';
import type { Alias } from '../../sync/model/memory.ts';
import type { DecisionRows, StoredLine } from '../../sync/port/store.ts';
import { adjustments, decisions } from '../schema/decision.ts';
import { OLDEST_FIRST, selectLines, ticksOf } from './bank.ts';
import { type Scope, texts } from './scope.ts';

/** The decision `d` still stands: nothing undid it. */
export const inForce = sql`not exists (
  select from decisions u where u.company_id = d.company_id and u.undoes = d.id)`;

export function decisionRows(scope: Scope): DecisionRows {
  const { db, company } = scope;
  const here = eq(decisions.companyId, company);
  const byIds = async (ids: readonly string[]): Promise<Map<string, Decision>> => {
    const rows =
      ids.length === 0
        ? []
        : await db
            .select()
            .from(decisions)
            .where(and(here, sql`${decisions.id} = any(${texts(ids)})`));
    return new Map(rows.map((row) => [row.id, decisionOf(row)]));
  };
  return {
    async add(decision) {
      await db.insert(decisions).values({ ...decision, companyId: company });
      const differences = decision.action === 'accept' ? (decision.candidate?.adjustments ?? []) : [];
      if (differences.length === 0) return;
      const facts = { companyId: company, decisionId: decision.id };
      await db.insert(adjustments).values(differences.map((it, position) => ({ ...facts, position, ...it })));
    },
    get: async (id) => (await byIds([id])).get(id) ?? null,
    async list({ lineId, limit }) {
      const where = lineId === undefined ? here : and(here, eq(decisions.lineId, lineId));
      return (await db.select().from(decisions).where(where).orderBy(desc(decisions.seq)).limit(limit)).map(decisionOf);
    },
    async rejected(lineIds) {
      const rows = await db.execute<{ lineId: string; itemIds: string[] }>(sql`
        select d.line_id as "lineId", coalesce((
          select jsonb_agg(a ->> 'itemId' order by a ->> 'itemId') from jsonb_array_elements(d.candidate -> 'allocations') a
        ), '[]') as "itemIds"
        from decisions d where d.company_id = ${company} and d.line_id = any(${texts(lineIds)}) and d.action = 'reject'
          and d.candidate is not null and ${inForce} order by d.seq`);
      return [...rows];
    },
    async aliases() {
      const rows = await db.execute<Alias>(sql`
        with accepted as (
          select b.counterparty_account, coalesce(b.counterparty, b.ultimate_party) as name,
            d.candidate ->> 'partyId' as party_id, ${inForce} as stands
          from decisions d join bank_lines b on b.company_id = ${company} and b.id = d.line_id
          where d.company_id = ${company} and d.action = 'accept' and d.by ->> 'kind' = 'person'
            and b.amount_minor > 0 and d.candidate ->> 'partyId' is not null),
        payers as (
          select 'account' as kind, replace(counterparty_account, ' ', '') as text, party_id, stands from accepted
          union all select 'name', name, party_id, stands from accepted)
        select kind, text, party_id as "partyId", count(*) filter (where stands) as confirmed,
          count(*) filter (where not stands) as undone
        from payers where text <> '' group by kind, text, party_id order by kind, text, party_id`);
      return [...rows];
    },
    async undoneBy(id) {
      const [row] = await db
        .select({ id: decisions.id })
        .from(decisions)
        .where(and(here, isNotNull(decisions.undoes), eq(decisions.undoes, id)));
      return row?.id ?? null;
    },
    async unbooked() {
      const lines = await db.execute<StoredLine & { accepted: string; entry: EntryLine[] }>(sql`
        select line.*, d.id as accepted, coalesce((
          select o.entry from outbox o where o.company_id = ${company} and o.decision_id = d.id and o.kind = 'post'
          order by o.seq desc limit 1), '[]') as entry
        from (${selectLines(scope)} where b.company_id = ${company} and b.decision_id is not null and b.state = 'settled'
          and not exists (select ${ticksOf(company)}) ${OLDEST_FIRST}) line
        join decisions d on d.company_id = ${company} and d.id = line."decisionId"
        where d.action = 'accept' and ${inForce}`);
      const found = await byIds(lines.map((row) => row.accepted));
      return lines.flatMap(({ accepted, entry, ...line }) => {
        const decision = found.get(accepted);
        return decision ? [{ decision, line, entry }] : [];
      });
    },
  };
}

function decisionOf({ companyId: _, seq: __, ...decision }: typeof decisions.$inferSelect): Decision {
  return decision;
}
