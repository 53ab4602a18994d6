// The embedded server as a person meets it: started, refused, killed, adopted, moved, and never left over.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../db/connection.ts';
import { serverAccount } from '../../db/embedded/account.ts';
import { type Binaries, completeLinks, findBinaries } from '../../db/embedded/binaries.ts';
import { placeOf } from '../../db/embedded/place.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { type Opened, openStore } from '../../db/open.ts';
import { isFault } from '../../sync/fault/index.ts';
import { company } from './company.ts';
import { quiet } from './quiet.ts';
import { asOwner } from './rows.ts';

const binaries = await findBinaries();
const root = process.getuid?.() === 0;
const ELSEWHERE = '/var/lib/lettrage';

describe.skipIf(isFault(binaries) || process.platform === 'win32')('an embedded database', { timeout: 120_000 }, () => {
  const directories: string[] = [];
  const programs: ChildProcess[] = [];
  afterEach(async () => {
    for (const program of programs.splice(0)) if (program.exitCode === null) program.kill('SIGKILL');
    for (const directory of directories.splice(0)) {
      await stopServerOf(directory);
      await rm(directory, { recursive: true, force: true });
    }
  });

  async function newDirectory(mode = 0o711): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'lettrage-embedded-'));
    directories.push(directory);
    await chmod(directory, mode);
    return directory;
  }

  async function opened(dataDir: string): Promise<Opened> {
    const it = await openStore({ dataDir, log: quiet, durable: false });
    if (isFault(it)) throw new Error(`${it.code} ${JSON.stringify(it.params)}`);
    return it;
  }

  /** Starts a program on the directory and gives its first word, and all its words as they come. */
  async function program(dataDir: string, mode = 'wait') {
    const args = ['--import', 'tsx', 'test/db/program.ts', dataDir, mode];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    programs.push(child);
    const words: Record<string, unknown>[] = [];
    const first = new Promise<Record<string, unknown>>((done) => {
      child.once('exit', (code) => done({ ended: code }));
      createInterface({ input: child.stdout }).on('line', (line) => {
        words.push(JSON.parse(line));
        done(words[0] ?? {});
      });
    });
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    return { child, words, ended, first: await first };
  }

  it('is a PostgreSQL with checksums, in UTF-8, whose text order depends on no C library, and with no port', async () => {
    const dataDir = await newDirectory();
    const embedded = await startEmbedded({ dataDir, log: quiet });
    if (isFault(embedded)) throw new Error(embedded.code);
    const session = connect(embedded.url, { max: 1 });
    const settings = async (name: string) => (await session.unsafe(`show ${name}`))[0]?.[name];
    expect(await settings('listen_addresses')).toBe('');
    expect([await settings('fsync'), await settings('synchronous_commit'), await settings('full_page_writes')]).toEqual(
      ['on', 'on', 'on'],
    );
    expect([await settings('data_checksums'), await settings('server_encoding')]).toEqual(['on', 'UTF8']);
    const [locale] =
      await session`select datlocprovider as provider, datlocale as locale from pg_database where datname = current_database()`;
    expect(locale).toEqual({ provider: 'b', locale: 'C.UTF-8' });
    const cluster = statSync(join(dataDir, 'postgres-18'));
    expect([cluster.mode & 0o777, statSync(join(dataDir, 'run')).mode & 0o777]).toEqual([0o700, 0o700]);
    expect(cluster.uid === 0).toBe(false);
    await session.end();
    await embedded.stop();
  });

  it('once stopped leaves no process, and its data for the next start', async () => {
    const dataDir = await newDirectory();
    const first = await opened(dataDir);
    await first.store.createCompany(company('c'));
    const pid = await serverPid(dataDir);
    await first.close();
    expect([isAlive(pid), existsSync(join(dataDir, 'postgres-18', 'postmaster.pid'))]).toEqual([false, false]);
    const second = await opened(dataDir);
    expect(await second.store.companies()).toHaveLength(1);
    await second.close();
  });

  it('refuses a second program, and tells where the first one is', async () => {
    const dataDir = await newDirectory();
    const first = await program(dataDir);
    const second = await openStore({ dataDir, log: quiet });
    expect(second).toMatchObject({
      code: 'data-in-use',
      params: { dir: dataDir, pid: `${first.child.pid}`, address: ', http://127.0.0.1:8484/' },
    });
    first.child.kill('SIGTERM');
    await first.ended;
    const third = await opened(dataDir);
    await third.close();
  });

  it('that two programs start at once belongs to one of them', async () => {
    const dataDir = await newDirectory();
    const both = await Promise.all([program(dataDir), program(dataDir)]);
    const said = both.map(({ first }) => ('ready' in first ? 'ready' : first['fault'])).sort();
    expect(said).toEqual(['data-in-use', 'ready']);
    const winner = both.find(({ first }) => 'ready' in first);
    winner?.child.kill('SIGTERM');
    await winner?.ended;
  });

  it('of a program that is killed stops by itself, and keeps all that was acknowledged', async () => {
    const dataDir = await newDirectory();
    const killed = await program(dataDir, 'write');
    const pid = await serverPid(dataDir);
    while (killed.words.length < 30) await pause(10);
    process.kill(-(killed.child.pid ?? 0), 'SIGKILL');
    await killed.ended;
    const acknowledged = killed.words.length - 1;
    const next = await opened(dataDir);
    expect(await serverPid(dataDir)).not.toBe(pid);
    expect(isAlive(pid)).toBe(false);
    const written = await asOwner(next.url, (session) => session`select from audit_events`);
    expect(written.length).toBeGreaterThanOrEqual(acknowledged);
    expect(await next.store.within('c', (tx) => tx.audit.verify())).toBe(null);
    await next.close();
  });

  it('whose program and guard are killed is adopted by the next start, and stopped by it', async () => {
    const dataDir = await newDirectory();
    const killed = await program(dataDir, 'write');
    const pid = await serverPid(dataDir);
    while (killed.words.length < 5) await pause(10);
    for (const guard of await guardsOf(pid)) process.kill(guard, 'SIGKILL');
    process.kill(-(killed.child.pid ?? 0), 'SIGKILL');
    await killed.ended;
    expect(isAlive(pid)).toBe(true);
    const next = await opened(dataDir);
    expect(await serverPid(dataDir)).toBe(pid);
    expect(await next.store.within('c', (tx) => tx.audit.verify())).toBe(null);
    await next.close();
    expect(isAlive(pid)).toBe(false);
  });

  it('whose server is killed says so as a fault that a retry may mend, and comes back', async () => {
    const dataDir = await newDirectory();
    const it = await opened(dataDir);
    await it.store.createCompany(company('c'));
    const pid = await serverPid(dataDir);
    let broken: unknown = null;
    const waiting = it.store.within('c', async () => {
      process.kill(pid, 'SIGKILL');
      await pause(10_000, undefined, { ref: false });
    });
    broken = await waiting.catch((error: unknown) => error);
    expect(broken).toBeInstanceOf(Error);
    expect(isFault(broken) && [broken.code, broken.retry]).toEqual(['store-unreachable', true]);
    const names = async () => (await it.store.companies()).map((found) => found.id);
    await expect.poll(() => names().catch(() => null), { timeout: 20_000 }).toEqual(['c']);
    expect(await serverPid(dataDir)).not.toBe(pid);
    await it.close();
    expect(existsSync(join(dataDir, 'postgres-18', 'postmaster.pid'))).toBe(false);
  });

  it('starts where a crash left the number of a process that is now another program', async () => {
    const dataDir = await newDirectory();
    await (await opened(dataDir)).close();
    // This test's own process is alive and no server.
    const left = [
      process.pid,
      join(dataDir, 'postgres-18'),
      1_700_000_000,
      5432,
      join(dataDir, 'run'),
      '',
      '  1  1',
      'ready',
    ];
    await writeFile(join(dataDir, 'postgres-18', 'postmaster.pid'), `${left.join('\n')}\n`);
    await (await opened(dataDir)).close();
  });

  it('takes no notice of a cluster that was killed while it was made', async () => {
    const dataDir = await newDirectory();
    await mkdir(join(dataDir, 'postgres-18.new-4711', 'base'), { recursive: true });
    await (await opened(dataDir)).close();
  });

  it('of another major version is left alone', async () => {
    const dataDir = await newDirectory();
    await mkdir(join(dataDir, 'postgres-17'));
    const refused = await openStore({ dataDir, log: quiet });
    expect(refused).toMatchObject({ code: 'data-other-major', params: { found: '17', known: '18' } });
    expect(await readdir(join(dataDir, 'postgres-17'))).toEqual([]);
  });

  it('in a directory with a very long name has its socket elsewhere', async () => {
    const outer = await newDirectory();
    const dataDir = join(outer, 'x'.repeat(90), 'y'.repeat(90));
    const it = await opened(dataDir);
    const host = new URL(it.url).searchParams.get('host') ?? '';
    expect(host.startsWith(join(tmpdir(), 'lettrage-'))).toBe(true);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(await it.store.companies()).toEqual([]);
    await it.close();
    await rm(host, { recursive: true });
  });

  it('makes the links of libraries that an install script would have made', async () => {
    const place = await newDirectory();
    const native = join(place, 'native');
    await mkdir(join(native, 'lib'), { recursive: true });
    await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'library');
    const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
      source: 'native/lib/libpq.so.5.18',
      target: `native/lib/${name}`,
    }));
    await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
    const copy: Binaries = { root: native, major: '18', version: '18.0' };
    expect(await completeLinks(copy)).toBe(true);
    expect(await completeLinks(copy)).toBe(true);
    expect(await readFile(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  });

  it.skipIf(!root)('that the server cannot reach lives elsewhere, and moves with its directory', async () => {
    const dataDir = await newDirectory(0o700);
    const first = await opened(dataDir);
    await first.store.createCompany(company('c'));
    await first.close();
    const home = (await readFile(join(dataDir, 'cluster-path'), 'utf8')).trim();
    expect(home.startsWith(`${ELSEWHERE}/`)).toBe(true);
    expect(statSync(join(home, 'postgres-18')).uid).toBe(serverAccount()?.uid);
    const moved = `${dataDir}-moved`;
    await rename(dataDir, moved);
    directories.push(moved, home);
    const second = await opened(moved);
    expect(await second.store.companies()).toHaveLength(1);
    await second.close();
  });

  it.skipIf(!root)('takes a copy of binaries that the server cannot reach', async () => {
    if (isFault(binaries)) throw new Error('unreachable');
    const dataDir = await newDirectory();
    const hidden = await newDirectory(0o700);
    await cp(binaries.root, join(hidden, 'native'), { recursive: true, verbatimSymlinks: true });
    const place = await placeOf(dataDir, { ...binaries, root: join(hidden, 'native') }, serverAccount());
    expect(place.binaries.root).toBe(join(dataDir, `binaries-${binaries.version}`, 'native'));
    expect(existsSync(join(place.binaries.root, 'bin', 'postgres'))).toBe(true);
  });
});

async function serverPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres-18', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** The processes of the shell that guards a server: its other children, then itself. */
async function guardsOf(server: number): Promise<number[]> {
  const shell = await parentOf(server);
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== server);
  const children = await Promise.all(
    pids.map(async (pid) => ((await parentOf(pid).catch(() => 0)) === shell ? [pid] : [])),
  );
  return [...children.flat(), shell];
}

async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** So that a failing test leaves nothing running. */
async function stopServerOf(dataDir: string): Promise<void> {
  const pid = await serverPid(dataDir).catch(() => null);
  if (pid === null || !isAlive(pid) || pid === process.pid) return;
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await pause(20);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
