// Writes the whole state into one file, as one consistent moment, through the same row level security as everyone.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { TransactionSql } from 'postgres';
import { type Fault, fault } from '../sync/fault/index.ts';
import { type Header, SECTION_END, type Section, type Trailer } from './backup/file.ts';
import { connect } from './connection.ts';
import { failureOf } from './failure.ts';
import { surviving } from './lost.ts';
import { knownVersion, migrateDatabase, otherVersion } from './migrate.ts';
import { APP, SCHEDULER } from './roles.ts';
import { TABLES } from './schema/tables.ts';

export type Saved = { companies: number; rows: Record<string, number> };

const ROWS_AT_ONCE = 1_000;

/** Called after each table of each company. */
export type Progress = (table: string, rows: number) => void;

/**
 * Backs the database up into a file; it appears under its name only when whole. An older database is migrated first.
 * `beside`: another program works on it and nothing may be migrated; one of another version is left alone (data-in-use-older,
 * data-newer). Faults: backup-unwritable, store-unreachable and those of a migration.
 */
export async function backup(
  url: string,
  file: string,
  progress: Progress = () => {},
  { beside = false } = {},
): Promise<Saved | Fault> {
  const draft = `${file}.part`;
  const session = connect(url, { max: 1, connection: { TimeZone: 'UTC' } });
  try {
    const refused = beside ? await otherVersion(session, 'lettrage') : await migrateDatabase(url, file);
    if (refused) return refused;
    const writer = writerTo(draft);
    const saved = await surviving<TransactionSql, Saved>(
      (run) => session.begin('isolation level repeatable read read only', run) as Promise<Saved>,
      (tx) => save(tx, writer, progress),
    );
    await writer.close();
    await rename(draft, file);
    return saved;
  } catch (error) {
    await rm(draft, { force: true });
    const failure = failureOf(error);
    if (failure) return failure;
    if (isFileError(error)) return fault('backup-unwritable', { file }, { what: error.message });
    throw error;
  } finally {
    await session.end({ timeout: 5 });
  }
}

async function save(tx: TransactionSql, writer: Writer, progress: Progress): Promise<Saved> {
  const [now] = await tx<Pick<Header, 'at' | 'server'>[]>`
    select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, current_setting('server_version') as server`;
  await writer.line({
    lettrage: 'backup',
    form: 1,
    schema: knownVersion(),
    at: now?.at ?? '',
    server: now?.server ?? '',
  } satisfies Header);
  await tx`select set_config('role', ${SCHEDULER}, true)`;
  const companies = await tx<{ id: string }[]>`select id from companies order by created_at, id`;
  await tx`select set_config('role', ${APP}, true)`;
  const rows: Record<string, number> = Object.fromEntries(TABLES.map((table) => [table, 0]));
  for (const table of TABLES) {
    const columns = await columnsOf(tx, table);
    for (const { id } of companies) {
      await tx`select set_config('lettrage.company', ${id}, true)`;
      await writer.line({ table, columns } satisfies Section);
      const count = await saveRows(tx, table, writer);
      await writer.text(`${SECTION_END}\n`);
      rows[table] = (rows[table] ?? 0) + count;
      progress(table, count);
    }
  }
  await writer.line({ end: true, rows, sha256: writer.sha256() } satisfies Trailer);
  return { companies: companies.length, rows };
}

async function saveRows(tx: TransactionSql, table: string, writer: Writer): Promise<number> {
  let count = 0;
  // Files hold their bytes: one at a time.
  const batch = table === 'files' ? 1 : ROWS_AT_ONCE;
  const rows = tx.unsafe<{ row: string }[]>(`select row_to_json(t)::text as row from ${table} t`).cursor(batch);
  for await (const some of rows) {
    await writer.text(some.map(({ row }) => `${row}\n`).join(''));
    count += some.length;
  }
  return count;
}

async function columnsOf(tx: TransactionSql, table: string): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
    order by attnum`;
  return rows.map((row) => row.name);
}

type Writer = ReturnType<typeof writerTo>;

function writerTo(file: string) {
  const hash = createHash('sha256');
  const gzip = createGzip({ level: 6 });
  const done = pipeline(gzip, createWriteStream(file, { mode: 0o600 }));
  // A failure is met by the next write or by close, whichever comes first.
  done.catch(() => {});
  const text = async (it: string) => {
    if (gzip.destroyed) await done;
    hash.update(it);
    if (!gzip.write(it)) await Promise.race([once(gzip, 'drain'), done]);
  };
  return {
    text,
    line: (part: object) => text(`${JSON.stringify(part)}\n`),
    sha256: () => hash.copy().digest('hex'),
    async close() {
      gzip.end();
      await done;
      // The name is given only to what is on the disk.
      const written = await open(file, 'r+');
      await written.sync();
      await written.close();
    },
  };
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'errno' in error;
}
