// Starts an Odoo when the first test file asks for one, shares it among all, and stops it after the last.
import { createServer, type ServerResponse } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type Absent, type Live, startOdoo, type Version } from './live.ts';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: vitest's registry is an interface to be merged with
  export interface ProvidedContext {
    /** Where test files ask for an Odoo. */
    odooDesk: string;
  }
}

type Started = { odoo: Promise<Live | Absent>; ready: Live | Absent | null };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = new Map<Version, Started>();
  const server = createServer((request, response) => {
    const [, version, database, from] = (request.url ?? '').split('/');
    if (version !== '19' && version !== '14') return void response.writeHead(404).end();
    const it = started.get(version) ?? begin(started, version);
    const done =
      request.method === 'POST' ? install(it, database, from, response) : answer(it, database, from, response);
    done.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  // A connection that lies idle while Odoo is built is not to be cut under the next question.
  server.keepAliveTimeout = 3_600_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  project.provide('odooDesk', `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    for (const { odoo } of started.values()) {
      const it = await odoo;
      if (!('absent' in it)) await it.stop();
    }
  };
}

function begin(started: Map<Version, Started>, version: Version): Started {
  const odoo = startOdoo(version).catch((error: unknown): Absent => ({ absent: String(error) }));
  const it: Started = { odoo, ready: null };
  odoo.then((ready) => {
    it.ready = ready;
  });
  started.set(version, it);
  return it;
}

/** 202 while it is being built: no answer is kept waiting longer than a client waits. */
async function answer(
  { ready }: Started,
  database: string | undefined,
  from: string | undefined,
  response: ServerResponse,
): Promise<void> {
  if (ready === null) return void response.writeHead(202).end();
  if (database !== undefined && !('absent' in ready)) await ready.database(database, from);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ready));
}

/** Our addon in a database; `how` 'tested': its own tests run there too. */
async function install(
  { ready }: Started,
  database: string | undefined,
  how: string | undefined,
  response: ServerResponse,
): Promise<void> {
  if (ready === null || 'absent' in ready || database === undefined) return void response.writeHead(404).end();
  const installed = await ready.install(database, how === 'tested');
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(installed));
}
