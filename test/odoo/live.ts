// A real Odoo for tests: started over a copy of the prepared base, with a fresh database for whoever asks.
import { pbkdf2Sync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withDatabase } from '../../db/connection.ts';
import { administer, BASE, baseOf, copyTree, type Keys, roomOver } from './base.ts';
import { enter, type Room } from './process.ts';
import { RECIPES, type Version } from './recipe.ts';
import { type Absent, ended, installed, rootOf } from './root.ts';

export type { Version } from './recipe.ts';
export type { Absent } from './root.ts';

/** `keys`: API keys of `lettrage` (the product's user, least rights) and of `controle` (an accountant who checks). */
export type Live = {
  version: Version;
  package: string;
  url: string;
  keys: Keys;
  /**
   * A copy of the base, or of another database as it stands, under this name, ready for calls. Names are never used twice:
   * Odoo keeps caches by name.
   */
  database(name: string, from?: string): Promise<void>;
  /** Where the database itself is reached, as its administrator. */
  address(name: string): string;
  /** Installs our addon in such a database before anything else works with it, and runs its own tests there if wanted. */
  install(name: string, withTests: boolean): Promise<Installed>;
  stop(): Promise<void>;
};

/** `log`: what Odoo said; `code` 0 when it was installed and no test failed. */
export type Installed = { code: number | string; log: string };

const ADDON = fileURLToPath(new URL('../../connector/erp/odoo/addon', import.meta.url));
const START_MS_MAX = 90_000;

/**
 * The users' passwords (their logins) hashed in one round. Odoo 14 tries a key as a password first, at every call: 13 ms of processor
 * with its own rounds. Odoo 19 remembers whom it let in, and hashes anew what it finds hashed so cheaply.
 */
const CHEAP_PASSWORDS = ['lettrage', 'controle']
  .map((login) => `update res_users set password = '${hashOnce(login)}' where login = '${login}'`)
  .join('; ');

/** As passlib writes it. */
function hashOnce(password: string): string {
  const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('+', '.').replaceAll('=', '');
  const salt = Buffer.from('made-up salt');
  return `$pbkdf2-sha512$1$${plain(salt)}$${plain(pbkdf2Sync(password, salt, 1, 64, 'sha512'))}`;
}

/** Builds what is missing, then starts. `absent` says in words why there is none here. */
export async function startOdoo(version: Version): Promise<Live | Absent> {
  const recipe = RECIPES[version];
  const root = await rootOf(recipe);
  if (typeof root !== 'string') return root;
  const base = await baseOf(recipe, root);
  if (typeof base !== 'string') return base;
  const dir = mkdtempSync(join(tmpdir(), `lettrage-odoo${version}-`));
  for (const part of ['pg', 'work']) copyTree(join(base, part), dir);
  const { database, room } = await roomOver(dir, root, version === '19' ? ADDON : null);
  if (version === '14') await administer(withDatabase(database.url, BASE), CHEAP_PASSWORDS);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = join(dir, 'odoo.log');
  const listen = [`--http-interface=127.0.0.1`, `--http-port=${port}`];
  const child = enter(room, ['odoo', '-c', '/mnt/odoo.conf', ...listen], log);
  const exit = ended(child);
  const stop = async () => {
    child.stdin?.end();
    await exit;
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  if (!(await answers(url, exit))) {
    const said = readFileSync(log, 'utf8').slice(-2_000);
    await stop();
    return { absent: `Odoo ${version} does not start: ${said}` };
  }
  const keys = JSON.parse(readFileSync(join(base, 'keys.json'), 'utf8')) as Keys;
  return {
    version,
    package: installed(root, recipe),
    url,
    keys,
    address: (name) => withDatabase(database.url, name),
    async database(name, from = BASE) {
      const server = withDatabase(database.url, 'postgres');
      // Odoo keeps sessions open; it opens others when it is asked next.
      await administer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
      // By way of the log, which is what PostgreSQL does by itself, it takes five times as long.
      await administer(server, `create database "${name}" template "${from}" strategy file_copy`);
    },
    install: (name, withTests) => install(room, dir, name, withTests),
    stop,
  };
}

async function install(room: Room, dir: string, name: string, withTests: boolean): Promise<Installed> {
  const log = join(dir, `${name}.log`);
  const tests = withTests
    ? ['--test-tags=/lettrage', `--http-interface=127.0.0.1`, `--http-port=${await freePort()}`]
    : [];
  const odoo = ['odoo', '-c', '/mnt/odoo.conf', '-d', name, '-i', 'lettrage', '--stop-after-init'];
  const child = enter(room, [...odoo, ...(withTests ? tests : ['--no-http'])], log);
  const code = await ended(child);
  child.stdin?.end();
  return { code, log: readFileSync(log, 'utf8') };
}

/** Any answer of the web server will do: without a database it has none to show. */
async function answers(url: string, exit: Promise<unknown>): Promise<boolean> {
  let gone = false;
  exit.then(() => (gone = true));
  for (const until = Date.now() + START_MS_MAX; Date.now() < until && !gone; ) {
    const answered = await fetch(`${url}/xmlrpc/2/common`, {
      method: 'POST',
      body: '<?xml version="1.0"?><methodCall><methodName>version</methodName><params></params></methodCall>',
      headers: { 'content-type': 'text/xml' },
      signal: AbortSignal.timeout(5_000),
    }).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return true;
    await new Promise((done) => setTimeout(done, 200));
  }
  return false;
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
