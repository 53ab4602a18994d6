// Statistics for the planner after a bulk write: autovacuum would bring them a minute later, and the same transaction asks now.
import { sql } from 'drizzle-orm';
import { APP } from '../roles.ts';
import type { Scope } from './scope.ts';

/** Below this the old statistics do. */
const ROWS_MIN = 2_000;
const SHARE_MIN = 0.1;

/**
 * Analyses a table when the rows just written are a good part of it; the owner may, so the role is put down for a moment.
 * Another transaction that analyses it is not waited for.
 */
export async function freshStatistics({ db }: Scope, table: string, written: number): Promise<void> {
  if (written < ROWS_MIN) return;
  const [known] = await db.execute<{ rows: number }>(
    sql`select reltuples::bigint as rows from pg_class where oid = ${table}::regclass`,
  );
  if (known && written < known.rows * SHARE_MIN) return;
  await db.execute(sql`select set_config('role', 'none', true)`);
  await db.execute(sql.raw(`analyze (skip_locked) ${table}`));
  await db.execute(sql`select set_config('role', ${APP}, true)`);
}
