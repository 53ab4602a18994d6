// Puts a backup back into an empty database: all of it in one transaction, or nothing.

import type { TransactionSql } from 'postgres';
import { type Fault, fault, isFault } from '../sync/fault/index.ts';
import { type Checked, check, isSectionEnd, linesOf, type Section } from './backup/file.ts';
import type { Progress, Saved } from './backup.ts';
import { type Client, connect } from './connection.ts';
import { failureOf } from './failure.ts';
import { surviving } from './lost.ts';
import { knownVersion, migrateDatabase, versionOf } from './migrate.ts';
import { TABLES } from './schema/tables.ts';

const ROWS_AT_ONCE = 2_000;
const BYTES_AT_ONCE = 8_000_000;

/**
 * Proves the file, brings the database to the schema that the rows fit, copies them in, counts them, and migrates on.
 * Faults: backup-unreadable, backup-newer, restore-not-empty, store-unreachable and those of a migration.
 */
export async function restore(url: string, file: string, progress: Progress = () => {}): Promise<Saved | Fault> {
  const checked = await check(file);
  if (isFault(checked)) return checked;
  const { schema } = checked.header;
  if (schema > knownVersion()) return fault('backup-newer', { file }, { found: schema, known: knownVersion() });
  const session = connect(url, { max: 1 });
  try {
    const occupied = await emptied(session, schema);
    if (occupied) return occupied;
    const refused = await migrateDatabase(url, file, schema);
    if (refused) return refused;
    await surviving<TransactionSql, void>(
      (run) => session.begin(run) as Promise<void>,
      (tx) => load(tx, file, checked, progress),
    );
    const behind = await migrateDatabase(url, file);
    if (behind) return behind;
    const { rows } = checked.trailer;
    return { companies: rows['companies'] ?? 0, rows };
  } catch (error) {
    const failure = failureOf(error);
    if (failure) return failure;
    throw error;
  } finally {
    await session.end({ timeout: 5 });
  }
}

/** Refuses a database that holds a company; takes the tables of one that is empty but newer than the backup away. */
async function emptied(session: Client, schema: number): Promise<Fault | null> {
  const found = await versionOf(session);
  if (found === 0) return null;
  const count = await session.begin(async (tx) => {
    await tx`select set_config('role', 'lettrage_scheduler', true)`;
    return (await tx<{ count: number }[]>`select count(*) as count from companies`)[0]?.count ?? 0;
  });
  if (count > 0) return fault('restore-not-empty', {}, { companies: count });
  if (found <= schema) return null;
  await session.begin(async (tx) => {
    await tx.unsafe(`drop table if exists ${TABLES.join(', ')} cascade`);
    await tx.unsafe(
      'drop function if exists check_residual(), entry_sum(jsonb), keep_line_past(), keep_balance_past(), mark_change() cascade',
    );
    await tx.unsafe('drop schema drizzle cascade');
  });
  return null;
}

async function load(tx: TransactionSql, file: string, { trailer }: Checked, progress: Progress): Promise<void> {
  const tables = Object.keys(trailer.rows);
  // The owner sees every company only while the force is off; other sessions are kept out by the lock that this takes.
  for (const table of tables) await tx.unsafe(`alter table "${table}" no force row level security`);
  await copyIn(tx, file, progress);
  await tx`set constraints all immediate`;
  for (const table of tables) {
    const [row] = await tx.unsafe<{ count: number }[]>(`select count(*) as count from "${table}"`);
    if (row?.count !== trailer.rows[table])
      throw new Error(`${table}: ${row?.count} rows restored of ${trailer.rows[table]}`);
    await tx.unsafe(`alter table "${table}" force row level security`);
    await continueSequences(tx, table);
  }
}

/** Rows go in by INSERT from JSON: COPY would be faster, but postgres.js waits for ever when the server refuses a row. */
async function copyIn(tx: TransactionSql, file: string, progress: Progress): Promise<void> {
  let section: { table: string; columns: string; rows: number } | null = null;
  let waiting: Buffer[] = [];
  let bytesWaiting = 0;
  const flush = async ({ table, columns }: { table: string; columns: string }) => {
    const rows = `[${waiting.map((row) => row.toString('utf8')).join(',')}]`;
    waiting = [];
    bytesWaiting = 0;
    await tx.unsafe(
      `insert into "${table}" (${columns}) overriding system value
       select ${columns} from json_populate_recordset(null::"${table}", $1::text::json)`,
      [rows],
    );
  };
  for await (const { bytes } of linesOf(file)) {
    if (section === null) {
      const { table, columns } = JSON.parse(bytes.toString('utf8')) as Partial<Section>;
      if (table === undefined || columns === undefined) continue;
      section = { table, columns: columns.map((column) => `"${column}"`).join(', '), rows: 0 };
    } else if (isSectionEnd(bytes)) {
      if (waiting.length > 0) await flush(section);
      progress(section.table, section.rows);
      section = null;
    } else {
      section.rows += 1;
      bytesWaiting += bytes.length;
      waiting.push(bytes);
      if (waiting.length >= ROWS_AT_ONCE || bytesWaiting >= BYTES_AT_ONCE) await flush(section);
    }
  }
}

/** Identity columns go on after the highest number that was restored. */
async function continueSequences(tx: TransactionSql, table: string): Promise<void> {
  const columns = await tx<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attidentity <> ''`;
  for (const { name } of columns) {
    await tx.unsafe(`select setval(pg_get_serial_sequence('${table}', '${name}'), max("${name}")) from "${table}"`);
  }
}
