// Claims on customers: opened with a decision, closed by another.
import { and, eq } from 'drizzle-orm';
import type { Claim } from '../../sync/model/claim.ts';
import type { ClaimRows } from '../../sync/port/store.ts';
import { claims } from '../schema/claim.ts';
import type { Scope } from './scope.ts';

export function claimRows({ db, company }: Scope): ClaimRows {
  const named = (id: string) => and(eq(claims.companyId, company), eq(claims.id, id));
  return {
    async add(rows) {
      if (rows.length > 0) await db.insert(claims).values(rows.map((row) => ({ ...row, companyId: company })));
    },
    async get(id) {
      const [row] = await db.select().from(claims).where(named(id));
      return row ? claimOf(row) : null;
    },
    async close(id, decisionId) {
      await db.update(claims).set({ closedBy: decisionId }).where(named(id));
    },
  };
}

function claimOf({ companyId: _, closedBy: __, ...claim }: typeof claims.$inferSelect): Claim {
  return claim;
}
