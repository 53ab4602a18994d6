// The embedded server on Windows, which has no private sockets: the loopback address, a free port, a random password.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Binaries, program } from './binaries.ts';
import { createCluster, OWNER } from './cluster.ts';
import type { Host } from './host.ts';
import type { Place } from './place.ts';
import type { Server } from './server.ts';

type Endpoint = { port: number; password: string };

export async function windowsHost(dataDir: string, binaries: Binaries): Promise<Host> {
  await mkdir(dataDir, { recursive: true });
  const cluster = join(dataDir, `postgres-${binaries.major}`);
  const place: Place = {
    binaries,
    account: null,
    home: dataDir,
    cluster,
    socketDir: '',
    log: join(dataDir, 'postgres.log'),
  };
  const file = join(dataDir, 'endpoint.json');
  const endpoint = async () => JSON.parse(await readFile(file, 'utf8')) as Endpoint;
  const stop = () => control(place, ['stop', '-m', 'fast']);
  return {
    home: dataDir,
    cluster,
    async create() {
      if (existsSync(cluster)) return;
      const password = randomBytes(24).toString('hex');
      await writeFile(file, JSON.stringify({ port: 0, password }), { mode: 0o600 });
      await createCluster(place, true, password);
    },
    async url() {
      const { port, password } = await endpoint();
      return `postgres://${OWNER}:${password}@127.0.0.1:${port || 1}/postgres`;
    },
    async start() {
      const port = await freePort();
      await writeFile(file, JSON.stringify({ ...(await endpoint()), port }), { mode: 0o600 });
      // pg_ctl gives up an administrator's rights, with which the server would refuse to run.
      const options = `-p ${port} -c listen_addresses=127.0.0.1 -c timezone=UTC -c max_connections=60`;
      const started = control(place, ['start', '-w', '-l', place.log, '-o', options]);
      return watched(started, stop);
    },
    stopAdopted: stop,
  };
}

/** pg_ctl ends while the server runs on: only a failure to start is seen here. */
function watched(started: Promise<void>, stop: () => Promise<void>): Server {
  let gone = false;
  const exited = started.then(
    () => new Promise<string>(() => {}),
    (error: Error) => error.message,
  );
  exited.finally(() => (gone = true));
  return { stop, exited, gone: () => gone };
}

function control(place: Place, args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(program(place.binaries, 'pg_ctl'), ['-D', place.cluster, ...args], {
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
    });
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`pg_ctl ${args[0]} ended with ${code}`))));
  });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? done(address.port) : failed(new Error('no port'))));
    });
  });
}
