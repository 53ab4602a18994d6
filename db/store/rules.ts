// The company's rules: each row's words stand for ever, only where it stands changes.
import { and, eq, ne } from 'drizzle-orm';
import type { StoredRule } from '../../sync/model/rule.ts';
import type { RuleRows } from '../../sync/port/trust.ts';
import { rules } from '../schema/trust.ts';
import type { Scope } from './scope.ts';

export function ruleRows({ db, company }: Scope): RuleRows {
  const here = eq(rules.companyId, company);
  return {
    async list() {
      const rows = await db
        .select()
        .from(rules)
        .where(and(here, ne(rules.state, 'gone')))
        .orderBy(rules.seq);
      return rows.map(ruleOf);
    },
    async get(id) {
      const [row] = await db
        .select()
        .from(rules)
        .where(and(here, eq(rules.id, id)));
      return row ? ruleOf(row) : null;
    },
    async add(rule) {
      await db.insert(rules).values({ ...rule, companyId: company });
    },
    async setState(id, state) {
      await db
        .update(rules)
        .set({ state })
        .where(and(here, eq(rules.id, id)));
    },
    async setTrial(id, trial) {
      await db
        .update(rules)
        .set({ trial })
        .where(and(here, eq(rules.id, id)));
    },
  };
}

function ruleOf({ companyId: _, seq: __, ...rule }: typeof rules.$inferSelect): StoredRule {
  return rule;
}
