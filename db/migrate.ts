// Brings a database to this program's schema under a lock, and leaves one of a newer program untouched.
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { type Fault, fault } from '../sync/fault/index.ts';
import { type Client, connect, databaseOf } from './connection.ts';
import { ensureRoles } from './roles.ts';

const FOLDER = fileURLToPath(new URL('./migration', import.meta.url));
const LOCK = { space: 411, key: 513 };
const LOCK_WAIT_MS = 120_000;
const OLDEST_SERVER = 150000;

type Journal = { entries: { when: number; tag: string }[] };

/** How many migrations this program knows: the version of its schema. */
export function knownVersion(): number {
  return journal().entries.length;
}

/**
 * Migrates to `version` (default: the newest). Faults: data-newer, database-too-old, database-role-missing; in each case
 * nothing was changed. `place` names the database in the fault.
 */
export async function migrateDatabase(url: string, place: string, version = knownVersion()): Promise<Fault | null> {
  const session = connect(url, { max: 1, connection: { lock_timeout: LOCK_WAIT_MS } });
  try {
    const [server] = await session<{ number: number; name: string }[]>`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as name`;
    if (server && server.number < OLDEST_SERVER) {
      return fault('database-too-old', {}, { found: server.name, known: '15' });
    }
    await session`select pg_advisory_lock(${LOCK.space}, ${LOCK.key})`;
    const found = await versionOf(session);
    if (found > knownVersion()) return fault('data-newer', {}, { dir: place, found, known: knownVersion() });
    if (found >= version) return null;
    return (await ensureRoles(session)) ?? (await apply(session, version));
  } finally {
    await session.end({ timeout: 5 });
  }
}

/** What keeps us from a database that another program works on, which is never migrated under it: data-newer, data-in-use-older. */
export async function otherVersion(session: Client, place: string): Promise<Fault | null> {
  const [found, known] = [await versionOf(session), knownVersion()];
  if (found === known) return null;
  return fault(found > known ? 'data-newer' : 'data-in-use-older', {}, { dir: place, found, known });
}

/** The number of migrations that a database has seen; 0 for a new one. */
export async function versionOf(session: Client): Promise<number> {
  const [table] = await session<{ there: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return 0;
  const [row] = await session<{ count: number }[]>`select count(*) as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

async function apply(session: Client, version: number): Promise<null> {
  if (version === knownVersion()) {
    await migrate(databaseOf(session), { migrationsFolder: FOLDER });
    return null;
  }
  const partial = await mkdtemp(join(tmpdir(), 'lettrage-migration-'));
  try {
    await cp(FOLDER, partial, { recursive: true });
    const file = join(partial, 'meta', '_journal.json');
    const whole = JSON.parse(await readFile(file, 'utf8')) as Journal;
    await writeFile(file, JSON.stringify({ ...whole, entries: whole.entries.slice(0, version) }));
    await migrate(databaseOf(session), { migrationsFolder: partial });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return null;
}

function journal(): Journal {
  return JSON.parse(readFileSync(join(FOLDER, 'meta', '_journal.json'), 'utf8')) as Journal;
}
