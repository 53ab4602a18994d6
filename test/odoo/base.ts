// The database that every test database is copied from: modules, French chart, users and keys, made once and kept in the cache.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '../../db/connection.ts';
import { serverAccount } from '../../db/embedded/account.ts';
import { findBinaries } from '../../db/embedded/binaries.ts';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { isFault, says } from '../../sync/fault/index.ts';
import { quiet } from '../db/quiet.ts';
import { enter, type Room } from './process.ts';
import type { Recipe } from './recipe.ts';
import { type Absent, CACHE, ended, installed, locked, shortHash } from './root.ts';

export const BASE = 'base';

/** Login to API key. */
export type Keys = Readonly<Record<string, string>>;

/** The directory of the prepared base: `pg` is the cluster, `work` Odoo's own directory, `keys.json` the users' keys. */
export async function baseOf(recipe: Recipe, root: string): Promise<string | Absent> {
  const binaries = await findBinaries();
  if (isFault(binaries)) return { absent: says(binaries, 'en') };
  const script = readFileSync(fileURLToPath(new URL('base.py', import.meta.url)), 'utf8');
  const name = shortHash(script, JSON.stringify(recipe), binaries.version, installed(root, recipe));
  const base = join(CACHE, `odoo${recipe.version}-base-${name}`);
  return locked(base, async () => {
    if (existsSync(join(base, 'keys.json'))) return base;
    const draft = `${base}.building`;
    const failed = await make(recipe, root, draft, script);
    if (failed !== null) return { absent: failed };
    rmSync(base, { recursive: true, force: true });
    renameSync(draft, base);
    return base;
  });
}

async function make(recipe: Recipe, root: string, draft: string, script: string): Promise<string | null> {
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const { database, room } = await roomOver(draft, root);
  try {
    await administer(database.url, `create database ${BASE} template template0 encoding 'UTF8'`);
    writeFileSync(join(room.work, 'base.py'), script);
    const odoo = ['odoo', '-c', '/mnt/odoo.conf', '-d', BASE];
    const init = ['-i', recipe.modules.join(','), '--without-demo=all', '--load-language=fr_FR', '--stop-after-init'];
    const log = join(draft, 'init.log');
    const code = await run(room, [...odoo, ...init], log);
    if (code !== 0) return `Odoo ${recipe.version} does not make a database (${code}; see ${log})`;
    const shell = join(draft, 'shell.log');
    const command = `odoo shell -c /mnt/odoo.conf -d ${BASE} --no-http --log-level=error < /mnt/base.py`;
    await run(room, ['/bin/sh', '-c', command], shell);
    const found = [...readFileSync(shell, 'utf8').matchAll(/KEY (\w+) (\w+)/g)];
    if (found.length < 2) return `Odoo ${recipe.version} does not take its users (see ${shell})`;
    writeFileSync(
      join(draft, 'keys.json'),
      JSON.stringify(Object.fromEntries(found.map(([, who, key]) => [who, key]))),
    );
    return null;
  } finally {
    await database.stop();
  }
}

/** A PostgreSQL of the project's own over this directory, and the room in which an Odoo works with it: with our addon, or without. */
export async function roomOver(
  dir: string,
  root: string,
  addon: string | null = null,
): Promise<{ database: Embedded; room: Room }> {
  chmodSync(dir, 0o711);
  const database = await startEmbedded({ dataDir: join(dir, 'pg'), log: quiet, durable: false });
  if (isFault(database)) throw new Error(says(database, 'en'));
  const { uid, gid } = serverAccount() ?? { uid: 0, gid: 0 };
  const room = { root, work: join(dir, 'work'), socket: socketOf(database.url), uid, gid };
  mkdirSync(join(room.work, 'data'), { recursive: true });
  writeFileSync(join(room.work, 'odoo.conf'), addon === null ? CONF : CONF + ADDONS_PATH);
  if (addon !== null) copyTree(addon, join(room.work, 'addons'));
  for (const path of [room.work, join(room.work, 'data')]) chownSync(path, uid, gid);
  return { database, room };
}

const CONF = `[options]
db_host = /media
db_user = lettrage
db_maxconn = 24
data_dir = /mnt/data
list_db = False
workers = 0
max_cron_threads = 0
`;

const ADDONS_PATH = `addons_path = /usr/lib/python3/dist-packages/odoo/addons,/mnt/addons
`;

function socketOf(url: string): string {
  return new URL(url).searchParams.get('host') ?? '';
}

async function run(room: Room, command: readonly string[], log: string): Promise<number | string> {
  const child = enter(room, command, log);
  const code = await ended(child);
  child.stdin?.end();
  return code;
}

export async function administer(url: string, statement: string): Promise<void> {
  const session = connect(url, { max: 1 });
  try {
    await session.unsafe(statement);
  } finally {
    await session.end();
  }
}

/** Whole directories with their owners, faster than node's own copy. */
export function copyTree(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}
