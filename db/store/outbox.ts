// What is to be written to the ERP, and what became of it.
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { OutboxRow, OutboxRows } from '../../sync/port/store.ts';
import { outbox } from '../schema/decision.ts';
import type { Scope } from './scope.ts';

export function outboxRows({ db, company }: Scope): OutboxRows {
  const mine = eq(outbox.companyId, company);
  return {
    async add(row) {
      await db.insert(outbox).values({ ...row, companyId: company });
    },
    async mark(id, state, answer) {
      const marked = await db
        .update(outbox)
        .set({ state, answer, markedAt: sql`now()` })
        .where(and(mine, eq(outbox.id, id)))
        .returning({ id: outbox.id });
      if (marked.length === 0) throw new Error(`outbox row ${id} does not exist`);
    },
    async byDecision(id) {
      const where = and(mine, eq(outbox.decisionId, id));
      return (await db.select().from(outbox).where(where).orderBy(outbox.seq)).map(outboxRowOf);
    },
    async waiting() {
      const where = and(mine, inArray(outbox.state, ['planned', 'sent', 'unknown']));
      return (await db.select().from(outbox).where(where).orderBy(outbox.seq)).map(outboxRowOf);
    },
  };
}

function outboxRowOf(row: typeof outbox.$inferSelect): OutboxRow {
  const { companyId: _, seq: __, plannedAt: ___, markedAt: ____, ...rest } = row;
  return rest;
}
