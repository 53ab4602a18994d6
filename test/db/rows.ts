// A database as an outsider sees it, past row level security: for tests that compare or tamper.
import { type Client, connect } from '../../db/connection.ts';
import { TABLES } from '../../db/schema/tables.ts';

/** Runs with row level security off for the owner, as whoever holds the database could. */
export async function asOwner<T>(url: string, work: (session: Client) => Promise<T>): Promise<T> {
  const session = connect(url, { max: 1 });
  try {
    for (const table of TABLES) await session.unsafe(`alter table ${table} no force row level security`);
    const result = await work(session);
    for (const table of TABLES) await session.unsafe(`alter table ${table} force row level security`);
    return result;
  } finally {
    await session.end();
  }
}

/** Every row of every table, as text, in a fixed order. */
export function everyRow(url: string): Promise<Record<string, string[]>> {
  return asOwner(url, async (session) => {
    const tables: Record<string, string[]> = {};
    for (const table of TABLES) {
      const rows = await session.unsafe<{ row: string }[]>(
        `select row_to_json(t)::text as row from ${table} t order by 1`,
      );
      // Which transaction wrote a row is the server's own count: a restored row was written by the restore.
      tables[table] = rows.map((it) => it.row.replace(/,"changed_in":"\d+"/, ''));
    }
    return tables;
  });
}
