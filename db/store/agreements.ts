// Agreements to set off: each row stands for ever, only its end is written later.
import { and, eq } from 'drizzle-orm';
import type { AgreementRows } from '../../sync/port/trust.ts';
import { agreements } from '../schema/trust.ts';
import type { Scope } from './scope.ts';

export function agreementRows({ db, company }: Scope): AgreementRows {
  const here = eq(agreements.companyId, company);
  return {
    async list() {
      const rows = await db.select().from(agreements).where(here).orderBy(agreements.seq);
      return rows.map(({ companyId: _, seq: __, ...agreement }) => agreement);
    },
    async add(agreement) {
      await db.insert(agreements).values({ ...agreement, companyId: company });
    },
    async end(id, ended) {
      await db
        .update(agreements)
        .set({ ended })
        .where(and(here, eq(agreements.id, id)));
    },
  };
}
