// Companies: each transaction sees its own; the scheduler lists them all.
import { eq, sql } from 'drizzle-orm';
import type { Company } from '../../sync/model/company.ts';
import type { CompanyRows } from '../../sync/port/store.ts';
import type { Db } from '../connection.ts';
import { SCHEDULER } from '../roles.ts';
import { companies } from '../schema/company.ts';
import { openChain } from './audit.ts';
import { only, type Scope } from './scope.ts';

export function companyRows({ db, company }: Scope): CompanyRows {
  return {
    async get() {
      return companyOf(only(await db.select().from(companies).where(eq(companies.id, company))));
    },
    async update({ id, ...facts }) {
      if (id !== company) throw new Error(`company ${id} cannot be changed from inside ${company}`);
      await db.update(companies).set(facts).where(eq(companies.id, company));
    },
    async lock() {
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`company ${company}`}, 0))`);
    },
    async alone(what) {
      const name = `${what} of ${company}`;
      const found = await db.execute<{ mine: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as mine`,
      );
      return only(found).mine;
    },
  };
}

export async function insertCompany(scope: Scope, company: Company): Promise<void> {
  await scope.db.insert(companies).values(company);
  await openChain(scope);
}

/** Every company, in the order of creation, by the role that sees nothing else. */
export async function companiesOf(db: Db): Promise<Company[]> {
  await db.execute(sql`select set_config('role', ${SCHEDULER}, true)`);
  return (await db.select().from(companies).orderBy(companies.createdAt, companies.id)).map(companyOf);
}

function companyOf({ createdAt: _, ...company }: typeof companies.$inferSelect): Company {
  return company;
}
