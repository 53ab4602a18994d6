// The whole program as a person starts it: its own process group, its address, and what it leaves behind.
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';

const ROOT = new URL('..', import.meta.url).pathname;
const START_SECONDS_MAX = 180;

export type Program = {
  url: string;
  token: string;
  child: ChildProcess;
  /** GET, or POST when there is a body; every POST with a key of its own. */
  call(path: string, body?: unknown): Promise<Response>;
};

/** `npm start` without npm, in a process group of its own, not waited for. */
export function spawnProgram(
  dataDir: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
): { child: ChildProcessByStdio<null, Readable, Readable> } {
  const child = spawn(process.execPath, ['panel/start.mjs', 'start', '--port', '0', '--data', dataDir, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return { child };
}

/** The same, until it serves. Rejects with what it said when it does not come up. */
export async function startProgram(
  dataDir: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Program> {
  const { child } = spawnProgram(dataDir, env, args);
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const url = await new Promise<URL>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}: ${said.join('').slice(-2_000)}`));
    const timer = setTimeout(() => fail('the program did not come up'), START_SECONDS_MAX * 1000);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /(http:\/\/\S+)\n/.exec(out)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(new URL(found));
    });
    child.once('exit', (code) => fail(`the program ended with ${code}`));
  });
  const token = url.hash.replace('#t=', '');
  let keys = 0;
  return {
    url: url.href,
    token,
    child,
    call: (path, body) =>
      fetch(new URL(path, url.origin), {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...(body === undefined ? {} : { 'idempotency-key': `${child.pid}-${++keys}` }),
        },
      }),
  };
}

/** Ctrl-C, and wait until it has gone; the exit code. */
export async function stopProgram({ child }: Pick<Program, 'child'>): Promise<number | null> {
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  const [code] = (await gone) as [number | null];
  return code;
}

/** kill -9 of the whole process group, at once. */
export async function killProgram({ child }: Pick<Program, 'child'>): Promise<void> {
  const gone = once(child, 'exit');
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await gone;
}

/** Command lines of running processes that name this directory; Linux only. */
export function processesNaming(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => commandLine(name))
    .filter((line) => line.includes(text));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
