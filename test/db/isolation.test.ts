// One company's data is never visible to another: row level security, forced on every table, for every role.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, connect } from '../../db/connection.ts';
import { openStore } from '../../db/open.ts';
import { TABLES } from '../../db/schema/tables.ts';
import { isFault } from '../../sync/fault/index.ts';
import { fillEveryTable } from './everything.ts';
import { administer, company, type Fresh, freshDatabase, freshStore, hasDatabase } from './harness.ts';
import { quiet } from './quiet.ts';

describe.skipIf(!hasDatabase())('companies apart', () => {
  let fresh: Fresh;
  let session: Client;
  beforeAll(async () => {
    fresh = await freshStore();
    session = connect(fresh.url, { max: 1 });
    for (const id of ['own', 'other']) {
      await fresh.store.createCompany(company(id));
      await fillEveryTable(fresh.store, id);
    }
  });
  afterAll(async () => {
    await session.end();
    await fresh.close();
  });

  /** Runs as a role with a company set, as `within` does, and rolls back. */
  async function as<T>(role: string, companyId: string, work: (tx: Client) => Promise<T>): Promise<T> {
    let result: { value: T } | null = null;
    await session
      .begin(async (tx) => {
        await tx`select set_config('role', ${role}, true), set_config('lettrage.company', ${companyId}, true)`;
        result = { value: await work(tx as unknown as Client) };
        throw new Error('roll back');
      })
      .catch((error: Error) => {
        if (error.message !== 'roll back') throw error;
      });
    if (result === null) throw new Error('unreachable');
    return (result as { value: T }).value;
  }

  const companyColumn = (table: string) => (table === 'companies' ? 'id' : 'company_id');

  it('every table of the database is in the list, with row level security forced', async () => {
    const rows = await session<{ name: string; forced: boolean }[]>`
      select relname as name, relrowsecurity and relforcerowsecurity as forced from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`;
    expect(rows.map((row) => row.name).sort()).toEqual([...TABLES].sort());
    expect(rows.filter((row) => !row.forced)).toEqual([]);
  });

  it('the application role neither logs in nor bypasses anything, and owns no table', async () => {
    const rows = await session`
      select rolname as role, rolcanlogin as login, rolsuper as super, rolbypassrls as bypass,
        exists (select from pg_class where relowner = r.oid) as owner
      from pg_roles r where rolname in ('lettrage_app', 'lettrage_scheduler') order by 1`;
    const powerless = { login: false, super: false, bypass: false, owner: false };
    expect([...rows]).toEqual([
      { role: 'lettrage_app', ...powerless },
      { role: 'lettrage_scheduler', ...powerless },
    ]);
  });

  it.each(TABLES)('%s: a company sees its own rows and no other', async (table) => {
    const seen = await as('lettrage_app', 'own', (tx) =>
      tx.unsafe<{ id: string }[]>(`select distinct ${companyColumn(table)} as id from ${table}`),
    );
    expect(seen.map((row) => row.id)).toEqual(['own']);
  });

  it.each(TABLES)('%s: without a company nothing is seen', async (table) => {
    const seen = await as('lettrage_app', '', (tx) => tx.unsafe(`select from ${table}`));
    expect(seen).toHaveLength(0);
  });

  it.each(TABLES)('%s: a row of another company cannot be written, nor one of ours given away', async (table) => {
    const column = companyColumn(table);
    const stolen = `insert into ${table} select (jsonb_populate_record(t, '{"${column}": "other"}')).* from ${table} t`;
    await expect(as('lettrage_app', 'own', (tx) => tx.unsafe(stolen))).rejects.toMatchObject({
      // Refused by the policy, or by the identity column before it is asked.
      code: expect.stringMatching(/^(42501|428C9)$/),
    });
    const given = `update ${table} set ${column} = 'other'`;
    await expect(as('lettrage_app', 'own', (tx) => tx.unsafe(given))).rejects.toMatchObject({ code: '42501' });
  });

  it.each(TABLES.filter((table) => table !== 'companies'))('%s: the scheduler may not look into it', async (table) => {
    const looked = as('lettrage_scheduler', 'own', (tx) => tx.unsafe(`select from ${table}`));
    await expect(looked).rejects.toMatchObject({ code: '42501' });
  });

  it('the scheduler sees all companies and changes none', async () => {
    const seen = await as('lettrage_scheduler', '', (tx) => tx<{ id: string }[]>`select id from companies order by id`);
    expect(seen.map((row) => row.id)).toEqual(['other', 'own']);
    const changed = as('lettrage_scheduler', 'own', (tx) => tx`update companies set name = 'x'`);
    await expect(changed).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['settlements', 'decisions', 'adjustments', 'statements', 'audit_events'])(
    '%s: what is appended can be neither changed nor deleted',
    async (table) => {
      for (const statement of [
        `delete from ${table}`,
        `update ${table} set company_id = company_id`,
        `truncate ${table}`,
      ]) {
        await expect(as('lettrage_app', 'own', (tx) => tx.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
      }
    },
  );

  it('the application cannot switch row level security off', async () => {
    const statements = ['alter table parties disable row level security', 'drop policy company_only on parties'];
    for (const statement of statements) {
      await expect(as('lettrage_app', 'own', (tx) => tx.unsafe(statement))).rejects.toMatchObject({ code: '42501' });
    }
    const hidden = as('lettrage_app', 'own', async (tx) => {
      await tx`set local row_security = off`;
      return tx`select from parties`;
    });
    await expect(hidden).rejects.toMatchObject({ code: '42501' });
  });

  it('after a transaction its connection belongs to nobody', async () => {
    await fresh.store.within('own', async () => {});
    const [row] = await session<{ role: string; company: string | null }[]>`
      select current_user <> session_user as role, nullif(current_setting('lettrage.company', true), '') as company`;
    expect(row).toEqual({ role: false, company: null });
  });

  it('transactions of two companies at once never mix', async () => {
    const read = (id: string) =>
      fresh.store.within(id, async (tx) => {
        const before = await tx.company.get();
        const items = await tx.ledger.openItems();
        return [before.id, (await tx.company.get()).id, items.length];
      });
    const ids = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 'own' : 'other'));
    const seen = await Promise.all(ids.map(read));
    expect(seen).toEqual(ids.map((id) => [id, id, 2]));
  });
});

describe.skipIf(!hasDatabase())('a login without special rights', () => {
  it('is told what its administrator has to run, and then owns a store that it cannot look into itself', async () => {
    const database = await freshDatabase();
    const login = `lettrage_login_${process.pid}`;
    const name = new URL(database.url).pathname.slice(1);
    await administer(`create role ${login} login password 'secret'`);
    await administer(`alter database ${name} owner to ${login}`);
    try {
      const url = new URL(database.url);
      url.username = login;
      url.password = 'secret';
      const refused = await openStore({ url: url.href, log: quiet });
      expect(isFault(refused) && [refused.code, refused.params['role']]).toEqual([
        'database-role-missing',
        'lettrage_app',
      ]);
      await administer(`grant lettrage_app, lettrage_scheduler to ${login}`);
      const opened = await openStore({ url: url.href, log: quiet });
      if (isFault(opened)) throw new Error(opened.code);
      await opened.store.createCompany(company('c'));
      await fillEveryTable(opened.store, 'c');
      expect(await opened.store.companies()).toHaveLength(1);
      await opened.close();
      const owner = connect(url.href, { max: 1 });
      // The list of companies is the scheduler's to see, and the login may be the scheduler.
      const hidden = TABLES.filter((table) => table !== 'companies');
      for (const table of hidden) expect(await owner.unsafe(`select from ${table}`)).toHaveLength(0);
      await owner.end();
    } finally {
      await database.close();
      await administer(`drop role ${login}`);
    }
  });
});
