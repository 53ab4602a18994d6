// Runs the server process: started detached, stopped when asked, and never left over when this program dies.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identity } from './account.ts';
import { program } from './binaries.ts';
import { quietEnvironment } from './cluster.ts';
import type { Place } from './place.ts';

/** `exited` settles when the process has gone, with what it last said. */
export type Server = { stop(): Promise<void>; exited: Promise<string>; gone(): boolean };

/**
 * A shell holds the reading end of a pipe from this program and turns its closing into a fast shutdown. So the server
 * outlives Ctrl-C until the application has drained, and does not outlive a kill -9.
 */
const GUARD = `exec 3<&0
"$@" </dev/null 3<&- & server=$!
{ read -r _ <&3; kill -INT $server; } & guard=$!
exec 3<&-
wait $server; code=$?
kill $guard 2>/dev/null
exit $code`;

const LOG_BYTES_MAX = 10_000_000;

export async function startServer(place: Place, durable: boolean): Promise<Server> {
  await forgetDeadOwner(place.cluster);
  const size = await logSize(place.log);
  const log = await open(place.log, 'a', 0o600);
  const command = [program(place.binaries, 'postgres'), ...settings(place, durable)];
  const child = spawn('/bin/sh', ['-c', GUARD, 'lettrage-postgres', ...command], {
    ...identity(place.account),
    ...quietEnvironment(),
    cwd: '/',
    detached: true,
    stdio: ['pipe', log.fd, log.fd],
  });
  const exited = exitOf(child, place.log, size).finally(() => log.close());
  let gone = false;
  exited.finally(() => (gone = true));
  child.unref();
  if (child.stdin && 'unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  const stop = async () => {
    child.ref();
    child.stdin?.end();
    await exited;
  };
  return { stop, exited, gone: () => gone };
}

/** The process id of a running server, from its own file; null when none runs. */
export function serverPid(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : Number.NaN;
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : null;
}

const STARTER = /^lettrage (\d+)$/;

function starterName(pid: number): string {
  return `lettrage ${pid}`;
}

/** The living program, other than this one, that started the server of this name and stops it when it ends; null when none does. */
export function otherStarter(clusterName: string): number | null {
  const pid = Number(STARTER.exec(clusterName)?.[1] ?? 0);
  return pid > 0 && pid !== process.pid && isAlive(pid) ? pid : null;
}

/** The directory of a running server's socket: another program may have put it elsewhere. */
export function runningSocketDir(cluster: string): string | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8').split('\n')[4]?.trim() || null;
}

/** Stops a server that we adopted: a fast shutdown, then waits until it has gone. */
export async function stopAdopted(cluster: string): Promise<void> {
  const pid = serverPid(cluster);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
}

function settings(place: Place, durable: boolean): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: place.socketDir,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // Who started it: another program that gets the lock first leaves the server to its starter.
    cluster_name: starterName(process.pid),
    // No replica reads the log, and no parallel worker needs /dev/shm, which containers keep at 64 MB.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    io_method: 'sync',
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return ['-D', place.cluster, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/**
 * After a reboot or in a new container the number in a left-over postmaster.pid may belong to another program, and
 * PostgreSQL would refuse to start. Only the number is made dead: the rest of the file still guards shared memory.
 */
async function forgetDeadOwner(cluster: string): Promise<void> {
  const pid = serverPid(cluster);
  if (pid === null || process.platform !== 'linux') return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
  if (command.includes('postgres')) return;
  const file = join(cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8')).split('\n');
  // Above the kernel's limit of 2^22 no process can exist.
  await writeFile(file, ['4194305', ...lines.slice(1)].join('\n'));
}

async function exitOf(child: ChildProcess, log: string, from: number): Promise<string> {
  await new Promise<void>((done, failed) => child.once('exit', () => done()).once('error', failed));
  return (await readFile(log)).subarray(from).toString('utf8').trim();
}

async function logSize(path: string): Promise<number> {
  const size = await stat(path).then(
    (it) => it.size,
    () => 0,
  );
  if (size <= LOG_BYTES_MAX) return size;
  await truncate(path);
  return 0;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
