// A Debian root with Odoo in it: built once for each recipe, kept in the machine's cache, and why there is none where it cannot be.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Recipe } from './recipe.ts';

export const CACHE = process.env['LETTRAGE_CACHE'] ?? '/var/cache/lettrage';

/** Why there is no live Odoo here; said by name in the report, never red. */
export type Absent = { absent: string };

/** A cold build took 100 to 160 s; a slow archive is given ten times that. */
const BUILD_MS_MAX = 25 * 60_000;

/** The root's directory. Two runs on one machine never build the same one twice. */
export async function rootOf(recipe: Recipe): Promise<string | Absent> {
  const missing = missingHere();
  if (missing) return { absent: missing };
  const root = join(CACHE, `odoo${recipe.version}`);
  mkdirSync(CACHE, { recursive: true });
  return locked(root, async () => {
    if (existsSync(join(root, 'usr', 'bin', 'odoo'))) return root;
    const draft = `${root}.building`;
    const built = await build(recipe, draft);
    if (built !== null) return { absent: built };
    rmSync(root, { recursive: true, force: true });
    renameSync(draft, root);
    return root;
  });
}

/** What `dpkg` says is installed there: names the cache of the database that was made with it. */
export function installed(root: string, recipe: Recipe): string {
  const said = spawnSync('chroot', [root, 'dpkg-query', '-W', '-f', `\${Version}`, recipe.package], {
    encoding: 'utf8',
  });
  return said.stdout.trim() || 'unknown';
}

export function shortHash(...texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12);
}

/** One at a time for this name on this machine; the lock of a program that died counts for nothing. */
export async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const file = `${name}.lock`;
  while (!take(file)) await new Promise((done) => setTimeout(done, 500));
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (holder > 0 && !existsSync(`/proc/${holder}`)) rmSync(file, { force: true });
    return false;
  }
}

function missingHere(): string | null {
  if (process.env['LETTRAGE_ODOO'] === 'off') return 'switched off by LETTRAGE_ODOO';
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux';
  if (!existsSync('/usr/bin/apt-get')) return 'needs Debian packages';
  const space = spawnSync('unshare', ['--mount', '--pid', '--fork', 'true'], { stdio: 'ignore' });
  return space.status === 0 ? null : 'this machine forbids namespaces';
}

/** Null when built, else the reason. */
async function build(recipe: Recipe, root: string): Promise<string | null> {
  const script = fileURLToPath(new URL('root.sh', import.meta.url));
  const { suite, package: name, pinned, from, beside, trim } = recipe;
  const log = `${root}.log`;
  const what = [root, suite, name, pinned, from ?? '-', trim ? 'yes' : 'no', ...beside];
  const child = spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', 'sh', script, ...what], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: BUILD_MS_MAX,
    killSignal: 'SIGKILL',
  });
  const into = createWriteStream(log);
  child.stdout.pipe(into);
  child.stderr.pipe(into);
  const code = await ended(child);
  return code === 0 ? null : `the archive does not give ${name} (${code}; see ${log})`;
}

export function ended(child: ChildProcess): Promise<number | string> {
  return new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(code ?? signal ?? 'killed'));
  });
}
