// Backup and restore: the whole state in one file, back into an empty database, or nothing at all.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '../../db/backup.ts';
import { connect } from '../../db/connection.ts';
import { knownVersion, migrateDatabase, versionOf } from '../../db/migrate.ts';
import { openStore } from '../../db/open.ts';
import { restore } from '../../db/restore.ts';
import { TABLES } from '../../db/schema/tables.ts';
import { isFault } from '../../sync/fault/index.ts';
import { fillEveryTable } from './everything.ts';
import { company, type Fresh, freshDatabase, freshStore, hasDatabase } from './harness.ts';
import { quiet } from './quiet.ts';
import { everyRow } from './rows.ts';
import { decision } from './sample.ts';

describe.skipIf(!hasDatabase())('a backup', () => {
  let fresh: Fresh;
  let empty: Awaited<ReturnType<typeof freshDatabase>>;
  let directory: string;
  let whole: string;
  beforeAll(async () => {
    fresh = await freshStore();
    empty = await freshDatabase();
    directory = await mkdtemp(join(tmpdir(), 'lettrage-backup-'));
    whole = join(directory, 'whole.backup');
    for (const id of ['alpha', 'beta']) {
      await fresh.store.createCompany(company(id));
      await fillEveryTable(fresh.store, id);
    }
    const saved = await backup(fresh.url, whole);
    if (isFault(saved)) throw new Error(saved.code);
  });
  afterAll(async () => {
    await fresh.close();
    await empty.close();
    await rm(directory, { recursive: true });
  });

  it('counts what it holds and leaves no draft behind', async () => {
    const told: Record<string, number> = {};
    const again = join(directory, 'again.backup');
    const saved = await backup(fresh.url, again, (table, rows) => {
      told[table] = (told[table] ?? 0) + rows;
    });
    const rows = await everyRow(fresh.url);
    const counts = Object.fromEntries(TABLES.map((table) => [table, rows[table]?.length ?? 0]));
    expect(saved).toEqual({ companies: 2, rows: counts });
    expect(told).toEqual(counts);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
    expect(existsSync(`${again}.part`)).toBe(false);
  });

  it('made beside a working program is of one moment, and migrates nothing under it', async () => {
    const file = join(directory, 'beside.backup');
    const used = await freshStore();
    await used.store.createCompany(company('beta'));
    let working = true;
    const work = async () => {
      for (let i = 0; working; i += 1) {
        await used.store.within('beta', (tx) =>
          tx.audit.append({ at: '2026-02-01', by: { kind: 'program' }, what: 'import', subject: `${i}`, facts: {} }),
        );
      }
    };
    const busy = work();
    const saved = await backup(used.url, file, () => {}, { beside: true });
    working = false;
    await busy;
    await used.close();
    expect(saved).toMatchObject({ companies: 1 });
    const { url, close } = await freshDatabase();
    expect(await restore(url, file)).toMatchObject({ companies: 1 });
    const opened = await openStore({ url, log: quiet });
    if (isFault(opened)) throw new Error(opened.code);
    expect(await opened.store.within('beta', (tx) => tx.audit.verify())).toBe(null);
    await opened.close();
    await close();
    const older = await freshDatabase();
    await migrateDatabase(older.url, 'older', 1);
    const refused = await backup(older.url, join(directory, 'older.backup'), () => {}, { beside: true });
    expect(isFault(refused) && refused.code).toBe('data-in-use-older');
    const session = connect(older.url, { max: 1 });
    expect(await versionOf(session)).toBe(1);
    await session.end();
    await older.close();
  });

  it('restored into an empty database gives every row back, and work goes on', async () => {
    const { url, close } = await freshDatabase();
    expect(await restore(url, whole)).toMatchObject({ companies: 2 });
    expect(await everyRow(url)).toEqual(await everyRow(fresh.url));
    const opened = await openStore({ url, log: quiet });
    if (isFault(opened)) throw new Error(opened.code);
    await opened.store.within('alpha', async (tx) => {
      expect(await tx.audit.verify()).toBe(null);
      await tx.audit.append({ at: '2026-02-01', by: { kind: 'program' }, what: 'import', subject: 't', facts: {} });
      expect(await tx.audit.verify()).toBe(null);
      await tx.decisions.add(decision('after'));
      expect((await tx.decisions.list({ limit: 9 })).map((it) => it.id)).toEqual(['after', 'd']);
    });
    await opened.close();
    await close();
  });

  it('restored leaves companies apart: row level security is forced again', async () => {
    const { url, close } = await freshDatabase();
    await restore(url, whole);
    const session = connect(url, { max: 1 });
    const [row] = await session<{ open: number }[]>`
      select count(*) as open from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and not relforcerowsecurity`;
    expect(row).toEqual({ open: 0 });
    await session.end();
    await close();
  });

  it('of an older schema is restored as such and then migrated, also over newer empty tables', async () => {
    const old = join(directory, 'old.backup');
    const first = await columnsAt(FIRST);
    await writeFile(
      old,
      rewritten(await readFile(whole), (text) => asOld(text, first)),
    );
    const then = (rows: Record<string, string[]>) =>
      Object.entries(first).map(([table, names]) => [table, rows[table]?.map((row) => only(row, names))]);
    for (const target of [await freshDatabase(), await freshStore()]) {
      expect(await restore(target.url, old)).toMatchObject({ companies: 2 });
      expect(then(await everyRow(target.url))).toEqual(then(await everyRow(fresh.url)));
      const session = connect(target.url, { max: 1 });
      expect(await versionOf(session)).toBe(knownVersion());
      await session.end();
      await target.close();
    }
  });

  it('is refused by a database that already holds a company', async () => {
    const before = await everyRow(fresh.url);
    const refused = await restore(fresh.url, whole);
    expect(isFault(refused) && [refused.code, refused.params['companies']]).toEqual(['restore-not-empty', 2]);
    expect(await everyRow(fresh.url)).toEqual(before);
  });

  it('of a newer program is refused', async () => {
    const newer = join(directory, 'newer.backup');
    await writeFile(
      newer,
      rewritten(await readFile(whole), (text) => text.replace(/"schema":\d+/, '"schema":99')),
    );
    expect(await refusalOf(newer)).toEqual({ code: 'backup-newer', version: 0 });
  });

  const DAMAGE: [string, (bytes: Buffer) => Buffer][] = [
    ['is cut off after one byte', (bytes) => bytes.subarray(0, 1)],
    ['is cut off in the middle', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['is cut off before the last byte', (bytes) => bytes.subarray(0, -1)],
    ['is empty', () => Buffer.alloc(0)],
    [
      'has one byte changed',
      (bytes) => Buffer.concat([bytes.subarray(0, 500), Buffer.from([(bytes[500] ?? 0) ^ 1]), bytes.subarray(501)]),
    ],
    ['is no backup', () => gzipSync('{"some":"thing"}\n')],
    ['is not even compressed', () => Buffer.from('hello')],
    [
      'has a changed row',
      (bytes) => gzipSync(gunzipSync(bytes).toString().replace('"Société alpha"', '"Société omega"')),
    ],
    [
      'lacks a row',
      (bytes) =>
        gzipSync(
          gunzipSync(bytes)
            .toString()
            .replace(/\n\{"company_id":"alpha","id":"b"[^\n]*/, ''),
        ),
    ],
    [
      'lacks its end',
      (bytes) =>
        gzipSync(
          gunzipSync(bytes)
            .toString()
            .replace(/\{"end":true.*\n$/, ''),
        ),
    ],
    [
      'goes on after its end',
      (bytes) => gzipSync(Buffer.concat([gunzipSync(bytes), Buffer.from('{"table":"x","columns":[]}\n.\n')])),
    ],
  ];

  it.each(DAMAGE)('that %s is refused, and nothing is touched', async (_, damage) => {
    const damaged = join(directory, 'damaged.backup');
    const bytes = damage(await readFile(whole));
    expect(bytes.equals(await readFile(whole))).toBe(false);
    await writeFile(damaged, bytes);
    expect(await refusalOf(damaged)).toEqual({ code: 'backup-unreadable', version: 0 });
  });

  it('that is not there is refused', async () => {
    expect(await refusalOf(join(directory, 'nowhere'))).toEqual({ code: 'backup-unreadable', version: 0 });
  });

  it('cannot be written into a directory that is not there', async () => {
    const refused = await backup(fresh.url, join(directory, 'nowhere', 'file'));
    expect(isFault(refused) && refused.code).toBe('backup-unwritable');
  });

  /** The fault of a restore into the empty database, and the version of that database afterwards. */
  async function refusalOf(file: string): Promise<{ code: string | null; version: number }> {
    const refused = await restore(empty.url, file);
    const session = connect(empty.url, { max: 1 });
    const version = await versionOf(session);
    await session.end();
    return { code: isFault(refused) ? refused.code : null, version };
  }
});

/** The schema of the oldest backups. */
const FIRST = 1;

/** The columns of each table at a schema, by a database that was brought there. */
async function columnsAt(schema: number): Promise<Record<string, string[]>> {
  const { url, close } = await freshDatabase();
  await migrateDatabase(url, '', schema);
  const session = connect(url, { max: 1 });
  const rows = await session<{ table: string; names: string[] }[]>`
    select table_name as table, array_agg(column_name::text order by ordinal_position) as names
    from information_schema.columns where table_schema = 'public' group by 1`;
  await session.end();
  await close();
  return Object.fromEntries(rows.map(({ table, names }) => [table, names]));
}

/** The text of a backup as a program of that schema would have written it: without tables and columns that came later. */
function asOld(text: string, columns: Record<string, string[]>): string {
  const sections = text.replace(/"schema":\d+/, `"schema":${FIRST}`).split(/(?<=\n\.\n)/);
  const kept = sections.flatMap((section) => {
    const head = /\{"table":"(\w+)","columns":(\[[^\]]*\])\}/.exec(section);
    const names = head ? columns[head[1] ?? ''] : [];
    if (!head || names === undefined) return head ? [] : [section];
    return [
      section.replace(
        head[2] ?? '',
        JSON.stringify(JSON.parse(head[2] ?? '[]').filter((it: string) => names.includes(it))),
      ),
    ];
  });
  return kept.join('').replace(/"rows":\{[^}]*\}/, (rows) => {
    const counts = Object.entries(JSON.parse(rows.slice('"rows":'.length)) as Record<string, number>);
    return `"rows":${JSON.stringify(Object.fromEntries(counts.filter(([table]) => columns[table])))}`;
  });
}

function only(row: string, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(JSON.parse(row)).filter(([name]) => names.includes(name)));
}

/** The backup with its text changed and its checksum made right again. */
function rewritten(bytes: Buffer, change: (text: string) => string): Buffer {
  const text = change(gunzipSync(bytes).toString());
  const end = text.lastIndexOf('{"end":true');
  const sha256 = createHash('sha256').update(text.slice(0, end)).digest('hex');
  return gzipSync(text.slice(0, end) + text.slice(end).replace(/"sha256":"\w+"/, `"sha256":"${sha256}"`));
}
