// Where binaries, cluster, socket and log of a data directory live, given who has to be able to reach them.
import { createHash } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { chmod, chown, cp, lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault } from '../../sync/fault/index.ts';
import { StoreFault } from '../failure.ts';
import { type Account, succeedsAs } from './account.ts';
import { type Binaries, completeLinks, program } from './binaries.ts';

/**
 * `cluster` is PostgreSQL's own data directory, `socketDir` holds its socket, `log` is what the server says.
 * `account` is the user that the server runs as; null: ourselves.
 */
export type Place = {
  binaries: Binaries;
  account: Account | null;
  home: string;
  cluster: string;
  socketDir: string;
  log: string;
};

/** Where root keeps what its server user could not reach elsewhere. */
const ELSEWHERE = '/var/lib/lettrage';

/** The file in a data directory that says where its cluster is, when it is not in it; a moved directory keeps it. */
const POINTER = 'cluster-path';

/** Longest socket path in bytes: sun_path is 104 on macOS and 108 on Linux, with its closing zero. */
const SOCKET_PATH_BYTES_MAX = 103;

/** Decides and prepares the place; the cluster itself may not exist yet. Throws the fault data-denied. */
export async function placeOf(dataDir: string, binaries: Binaries, usual: Account | null): Promise<Place> {
  // The server's user must pass through a directory that root makes; what is secret lies one level below.
  await mkdir(dataDir, { recursive: true, mode: usual ? 0o711 : 0o700 });
  const home = await homeOf(realpathSync(dataDir), usual);
  const cluster = join(home, `postgres-${binaries.major}`);
  const account = accountFor(cluster, usual);
  const linked = await completeLinks(binaries);
  const usable = linked && succeedsAs(account, program(binaries, 'postgres'), ['--version']);
  const reachable = usable ? binaries : await copied(binaries, home);
  const socketDir = socketDirOf(home);
  await ownedDirectory(socketDir, account);
  return { binaries: reachable, account, home, cluster, socketDir, log: join(home, 'postgres.log') };
}

/** Makes a directory that only the server's user enters; refuses one that somebody else put there. */
export async function ownedDirectory(path: string, account: Account | null): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return;
  const { uid } = await lstat(path);
  if (uid !== process.getuid?.() && uid !== account?.uid) throw denied(path);
  if (account) await chown(path, account.uid, account.gid);
  await chmod(path, 0o700);
}

/** A cluster stays with the user that made it: PostgreSQL accepts no other. */
function accountFor(cluster: string, usual: Account | null): Account | null {
  if (!existsSync(cluster)) return usual;
  const { uid, gid } = statSync(cluster);
  if (!usual && uid !== process.getuid?.()) throw denied(cluster);
  return usual && uid !== 0 ? { name: `user ${uid}`, uid, gid } : usual;
}

function denied(dir: string): StoreFault {
  return new StoreFault(fault('data-denied', {}, { dir }));
}

async function homeOf(dataDir: string, account: Account | null): Promise<string> {
  const pointer = join(dataDir, POINTER);
  if (existsSync(pointer)) return (await readFile(pointer, 'utf8')).trim();
  if (!account || succeedsAs(account, '/bin/sh', ['-c', 'test -x "$1"', 'sh', dataDir])) return dataDir;
  const home = join(ELSEWHERE, shortHash(dataDir));
  await mkdir(home, { recursive: true, mode: 0o755 });
  await writeFile(pointer, `${home}\n`);
  return home;
}

/** A copy of the binaries that the server's user reaches, made once for each version. */
async function copied(binaries: Binaries, home: string): Promise<Binaries> {
  const root = join(home, `binaries-${binaries.version}`);
  if (!existsSync(root)) {
    const draft = `${root}.${process.pid}`;
    await cp(binaries.root, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await completeLinks({ ...binaries, root: join(draft, 'native') });
    await rename(draft, root).catch(async (error) => {
      await rm(draft, { recursive: true, force: true });
      if (!existsSync(root)) throw error;
    });
  }
  return { ...binaries, root: join(root, 'native') };
}

function socketDirOf(home: string): string {
  const beside = join(home, 'run');
  if (Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= SOCKET_PATH_BYTES_MAX) return beside;
  const temporary = join(tmpdir(), `lettrage-${shortHash(home)}`);
  const fits = Buffer.byteLength(join(temporary, '.s.PGSQL.5432')) <= SOCKET_PATH_BYTES_MAX;
  return fits ? temporary : join('/tmp', `lettrage-${shortHash(home)}`);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
