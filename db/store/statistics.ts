// Statistics for the planner after a bulk write: autovacuum would bring them a minute later, and the same transaction asks now.
import { sql } from 'drizzle-orm';
import { APP } from '../roles.ts';
import type { Scope } from './scope.ts';

/** Below this the old statistics do. */
const ROWS_MIN = 2_000;
/** Analysing takes as long as writing thousands of rows: a table that grows page by page is analysed when it is four times as large. */
const GROWTH_MIN = 4;

/**
 * Analyses a table that has grown to four times its size since it was analysed last; the owner may, so the role is put down for a
 * moment. Another transaction that analyses it is not waited for.
 */
export async function freshStatistics({ db }: Scope, table: string, written: number): Promise<void> {
  if (written < ROWS_MIN) return;
  const [grown] = await db.execute<{ isDue: boolean }>(sql`
    select pg_relation_size(oid) >= ${GROWTH_MIN} * relpages * current_setting('block_size')::bigint as "isDue"
    from pg_class where oid = ${table}::regclass`);
  if (!grown?.isDue) return;
  await db.execute(sql`select set_config('role', 'none', true)`);
  await db.execute(sql.raw(`analyze (skip_locked) ${table}`));
  await db.execute(sql`select set_config('role', ${APP}, true)`);
}
