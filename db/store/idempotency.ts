// Answers already given: the same key gets the same answer, stored in the transaction of its effect.
import { and, eq, lt, sql } from 'drizzle-orm';
import type { IdempotencyRows } from '../../sync/port/store.ts';
import { idempotencyKeys as keys } from '../schema/journal.ts';
import type { Scope } from './scope.ts';

const DAYS_KEPT = 7;

export function idempotencyRows({ db, company }: Scope): IdempotencyRows {
  return {
    async find(user, key, bodyHash) {
      // A second request with the same key waits here until the first has committed, and then finds its answer.
      const name = JSON.stringify(['idempotency', company, user, key]);
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
      const [row] = await db
        .select({ bodyHash: keys.bodyHash, answer: keys.answer })
        .from(keys)
        .where(and(eq(keys.companyId, company), eq(keys.userId, user), eq(keys.key, key)));
      if (!row) return null;
      return row.bodyHash === bodyHash ? { answer: row.answer } : 'other';
    },
    async put(userId, key, bodyHash, answer) {
      const oldest = sql`now() - make_interval(days => ${DAYS_KEPT})`;
      await db.delete(keys).where(and(eq(keys.companyId, company), lt(keys.createdAt, oldest)));
      await db.insert(keys).values({ companyId: company, userId, key, bodyHash, answer });
    },
  };
}
