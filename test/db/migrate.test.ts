// Migrations: an older database is brought up, a newer one is left untouched, and the files say what the schema says.
import { readFile } from 'node:fs/promises';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { describe, expect, it } from 'vitest';
import { connect } from '../../db/connection.ts';
import { knownVersion, migrateDatabase } from '../../db/migrate.ts';
import { openStore } from '../../db/open.ts';
import * as bankTables from '../../db/schema/bank.ts';
import * as claimTables from '../../db/schema/claim.ts';
import * as companyTables from '../../db/schema/company.ts';
import * as decisionTables from '../../db/schema/decision.ts';
import * as journalTables from '../../db/schema/journal.ts';
import * as ledgerTables from '../../db/schema/ledger.ts';
import * as linkTables from '../../db/schema/link.ts';
import * as pastTables from '../../db/schema/past.ts';
import * as settlementTables from '../../db/schema/settlement.ts';
import * as trustTables from '../../db/schema/trust.ts';
import { isFault } from '../../sync/fault/index.ts';
import { company, freshDatabase, freshStore, hasDatabase } from './harness.ts';
import { quiet } from './quiet.ts';

// drizzle-kit gives every array a method of its own, which whoever walks arrays by their keys would find (pdf.js refuses to work).
Reflect.deleteProperty(Array.prototype, 'random');

describe.skipIf(!hasDatabase())('a database', () => {
  it('of an older program is migrated, its rows kept', async () => {
    const { url, close } = await freshDatabase();
    expect(await migrateDatabase(url, 'old', 1)).toBe(null);
    const session = connect(url, { max: 1 });
    await session`insert into companies (id, name, currency, zone, mode, erp, terms, accounts, difference_accounts)
      values ('c', 'Ancienne SA', 'EUR', 'Europe/Paris', 'auto', 'fec', '{}', '{}', '{}')`;
    await session.end();
    const opened = await openStore({ url, log: quiet });
    if (isFault(opened)) throw new Error(opened.code);
    expect((await opened.store.companies()).map((it) => it.name)).toEqual(['Ancienne SA']);
    await opened.close();
    await close();
  });

  it('of a newer program is refused and left untouched', async () => {
    const fresh = await freshStore();
    await fresh.store.createCompany(company('c'));
    const session = connect(fresh.url, { max: 1 });
    await session`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9999999999999)`;
    const state = () => session`
      select relname, relfilenode, (select count(*) from pg_attribute where attrelid = c.oid) as columns,
        (select max(id) from drizzle.__drizzle_migrations) as last from pg_class c
      where relnamespace in ('public'::regnamespace, 'drizzle'::regnamespace) order by 1`;
    const before = [...(await state())];
    const refused = await openStore({ url: fresh.url, log: quiet });
    expect(isFault(refused) && refused.code).toBe('data-newer');
    expect(isFault(refused) && refused.params).toMatchObject({ found: knownVersion() + 1, known: knownVersion() });
    expect([...(await state())]).toEqual(before);
    await session.end();
    await fresh.close();
  });

  it('that several programs open at once is migrated once', async () => {
    const { url, close } = await freshDatabase();
    const programs = Array.from({ length: 4 }, () => migrateDatabase(url, 'new'));
    expect(await Promise.all(programs)).toEqual([null, null, null, null]);
    const session = connect(url, { max: 1 });
    const [row] = await session`select count(*) as count from drizzle.__drizzle_migrations`;
    expect(row).toEqual({ count: knownVersion() });
    await session.end();
    await close();
  });

  it('that does not answer is a fault that a retry may mend', async () => {
    const opened = await openStore({ url: 'postgres://nobody@127.0.0.1:1/nothing', log: quiet });
    expect(isFault(opened) && [opened.code, opened.retry]).toEqual(['store-unreachable', true]);
  });
});

describe('the migration files', () => {
  it('hold everything that the schema says', async () => {
    const last = String(knownVersion() - 1).padStart(4, '0');
    const stored = JSON.parse(await readFile(`db/migration/meta/${last}_snapshot.json`, 'utf8')) as Snapshot;
    const modules = [
      companyTables,
      ledgerTables,
      pastTables,
      bankTables,
      settlementTables,
      decisionTables,
      trustTables,
      claimTables,
      journalTables,
      linkTables,
    ];
    const now = generateDrizzleJson(Object.assign({}, ...modules), stored.id, undefined, 'snake_case');
    expect(await generateMigration(stored, now)).toEqual([]);
  });
});

type Snapshot = ReturnType<typeof generateDrizzleJson>;
