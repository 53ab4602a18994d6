// What is known of the company's ERP, and the nights that were run.
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Link, LinkRows, NightRows } from '../../sync/port/store.ts';
import { erpLinks, nights } from '../schema/link.ts';
import type { Scope } from './scope.ts';

const NOTHING: Link = {
  cursor: null,
  pulledAt: null,
  progress: null,
  books: null,
  halted: null,
  attachedAfter: null,
};

export function linkRows({ db, company }: Scope): LinkRows {
  const put = async (facts: Partial<Link>) => {
    const row = { companyId: company, ...facts };
    await db.insert(erpLinks).values(row).onConflictDoUpdate({ target: erpLinks.companyId, set: row });
  };
  return {
    async get() {
      const [row] = await db.select().from(erpLinks).where(eq(erpLinks.companyId, company));
      if (!row) return NOTHING;
      const { companyId: _, ...link } = row;
      return link;
    },
    put,
    async mark(facts) {
      await db.execute(sql`set local synchronous_commit to off`);
      await put(facts);
    },
  };
}

export function nightRows({ db, company }: Scope): NightRows {
  return {
    async begin(id, startedAt) {
      await db.insert(nights).values({ companyId: company, id, startedAt });
    },
    async note(id, summary) {
      await db
        .update(nights)
        .set({ summary })
        .where(and(eq(nights.companyId, company), eq(nights.id, id)));
    },
    async last(limit) {
      const rows = await db
        .select({ summary: nights.summary })
        .from(nights)
        .where(and(eq(nights.companyId, company), isNotNull(nights.summary)))
        .orderBy(desc(nights.startedAt))
        .limit(limit);
      return rows.flatMap(({ summary }) => (summary ? [summary] : []));
    },
  };
}
