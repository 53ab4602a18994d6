// Creates a PostgreSQL cluster: whole or not at all, so that a kill in the middle leaves nothing to repair.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { type Account, identity } from './account.ts';
import { program } from './binaries.ts';
import { ownedDirectory, type Place } from './place.ts';

/** The role that owns everything in an embedded cluster. */
export const OWNER = 'lettrage';

/**
 * Runs initdb beside the final name, then renames.
 * UTF-8 with the built-in C.UTF-8 collation: the order of text never changes with the machine's C library.
 */
export async function createCluster(place: Place, durable: boolean, password: string | null): Promise<void> {
  const draft = `${place.cluster}.new-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await ownedDirectory(draft, place.account);
  const secret = password === null ? null : `${draft}.secret`;
  if (secret !== null) await writeFile(secret, `${password}\n`, { mode: 0o600 });
  await run(program(place.binaries, 'initdb'), argumentsOf(draft, durable, secret), place.account);
  if (secret !== null) await rm(secret, { force: true });
  await rename(draft, place.cluster).catch(async (error) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(place.cluster)) throw error;
  });
}

function argumentsOf(directory: string, durable: boolean, secret: string | null): string[] {
  return [
    ...['-D', directory, '-U', OWNER, '--encoding=UTF8', '--locale=C', '--no-instructions', '--data-checksums'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(secret === null
      ? ['--auth-local=trust', '--auth-host=reject']
      : ['--auth=scram-sha-256', `--pwfile=${secret}`]),
    ...(durable ? [] : ['--no-sync']),
  ];
}

function run(command: string, args: string[], account: Account | null): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      ...identity(account),
      ...quietEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk));
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`initdb ended with ${code}: ${said.trim()}`))));
  });
}

/** Nothing of our environment reaches the server, so that PGPORT and the like cannot bend it; Windows needs its own. */
export function quietEnvironment(): { env?: Record<string, string> } {
  return process.platform === 'win32' ? {} : { env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } };
}
