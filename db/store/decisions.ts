// Decisions: appended with their adjustments, undone by another decision.
import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Decision } from '../../sync/model/decision.ts';
import type { EntryLine } from '../../sync/model/entry.ts';
import type { DecisionRows, StoredLine } from '../../sync/port/store.ts';
import { adjustments, decisions } from '../schema/decision.ts';
import { inForce, lessonRows } from './lessons.ts';
import { type Scope, texts } from './scope.ts';
import { selectLines, ticksOf } from './select-lines.ts';

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
      const isMade = decision.action === 'accept' || decision.action === 'letter';
      const differences = isMade ? (decision.candidate?.adjustments ?? []) : [];
      if (differences.length === 0) return;
      const facts = { companyId: company, decisionId: decision.id };
      await db.insert(adjustments).values(differences.map((it, position) => ({ ...facts, position, ...it })));
    },
    get: async (id) => (await byIds([id])).get(id) ?? null,
    async list({ lineId, limit }) {
      const where = lineId === undefined ? here : and(here, eq(decisions.lineId, lineId));
      return (await db.select().from(decisions).where(where).orderBy(desc(decisions.seq)).limit(limit)).map(decisionOf);
    },
    ...lessonRows(scope),
    async keptApart(lineIds) {
      const rows = await db
        .selectDistinct({ id: decisions.lineId })
        .from(decisions)
        .where(
          and(
            here,
            eq(decisions.action, 'keep-apart'),
            sql`${decisions.lineId} = any(${texts(lineIds)})`,
            sql`not exists (select from decisions u where u.company_id = ${company} and u.undoes = ${decisions.id})`,
          ),
        );
      return rows.flatMap(({ id }) => (id === null ? [] : [id]));
    },
    async undoneBy(id) {
      const [row] = await db
        .select({ id: decisions.id })
        .from(decisions)
        .where(and(here, isNotNull(decisions.undoes), eq(decisions.undoes, id)));
      return row?.id ?? null;
    },
    ...inErp(scope, byIds),
  };
}

type ByIds = (ids: readonly string[]) => Promise<Map<string, Decision>>;

/** What the ERP's books say, or do not say yet, of decisions in force. */
function inErp(scope: Scope, byIds: ByIds): Pick<DecisionRows, 'lettersUndoneInErp' | 'unbooked'> {
  const { db, company } = scope;
  return {
    async lettersUndoneInErp() {
      const rows = await db.execute<{ id: string }>(sql`
        select d.id from decisions d
        where d.company_id = ${company} and d.action = 'letter' and ${inForce}
          and exists (select from outbox o where o.company_id = ${company} and o.decision_id = d.id and o.kind = 'post'
            and o.state = 'verified')
          and exists (select from ${itemsOf('d')} join ledger_lines l on l.company_id = ${company} and l.id = item.id
            where l.residual_minor <> 0)
          and not exists (select from settlements s where s.company_id = ${company} and s.origin = 'ledger'
            and s.debit_id in (select item.id from ${itemsOf('d')}) and s.credit_id in (select item.id from ${itemsOf('d')})
            group by s.id having sum(s.amount_minor) > 0)
        order by d.seq`);
      const found = await byIds(rows.map((row) => row.id));
      return [...found.values()];
    },
    async unbooked() {
      const lines = await db.execute<StoredLine & { accepted: string; entry: EntryLine[] }>(sql`
        select line.*, d.id as accepted, coalesce((
          select o.entry from outbox o where o.company_id = ${company} and o.decision_id = d.id and o.kind = 'post'
          order by o.seq desc limit 1), '[]') as entry
        from (${selectLines(scope)} where b.company_id = ${company} and b.decision_id is not null and b.state = 'settled'
          and b.gone_at is null and not exists (select ${ticksOf(company)})) line
        join decisions d on d.company_id = ${company} and d.id = line."decisionId"
        where d.action = 'accept' and ${inForce} order by line."bookingDay", line."statementId", line.position`);
      const found = await byIds(lines.map((row) => row.accepted));
      return lines.flatMap(({ accepted, entry, ...line }) => {
        const decision = found.get(accepted);
        return decision ? [{ decision, line, entry }] : [];
      });
    },
  };
}

/** The items of decision `d` as rows `item`; the id is taken out of the JSON first, so that indexes on plain columns serve. */
function itemsOf(d: string): SQL {
  return sql`(select part ->> 'itemId' as id from jsonb_array_elements(${sql.raw(d)}.candidate -> 'allocations') part offset 0) item`;
}

export function decisionOf({ companyId: _, seq: __, ...decision }: typeof decisions.$inferSelect): Decision {
  return decision;
}
