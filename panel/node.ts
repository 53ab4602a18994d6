// The program on Node: opens the store, sets up the first company, serves the API and the built panel, and stops cleanly.
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve as listen, type ServerType } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Fault, fault, isFault } from '../sync/fault/index.ts';
import { followImport } from '../sync/job/import.ts';
import type { Day } from '../sync/model/day.ts';
import type { Log } from '../sync/port/log.ts';
import { readAdvice } from './advice/index.ts';
import type { Parts } from './api/context.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { type OpenDesk, openDesk } from './desk.ts';
import { erpWork, type Workshop } from './erp-work.ts';
import { numberIn } from './erps.ts';
import { firstCompany } from './first-company.ts';
import { anyOf, hostPage, type Numbers } from './host-page.ts';
import { watchInbox } from './inbox.ts';
import { ownSessions } from './own-sessions.ts';
import { pairingOf } from './pair.ts';
import { pairingsIn } from './pairing.ts';
import { newSession } from './session-token.ts';

const PANEL = join(import.meta.dirname, 'ui', 'dist');
/** Requests under way when the program stops get this long to end. */
const DRAIN_MS_MAX = 10_000;

export type Running = {
  /** With the session token in the fragment, which no server and no other page sees. */
  url: string;
  /** Lets requests under way end, then closes the server and the store. */
  stop(): Promise<void>;
};

/**
 * Opens everything and serves it. A fault says why it cannot be: the data are in use, the port is taken. `today` fixes the
 * calendar; `tell` hears what takes its time.
 */
export async function serve(
  config: Config,
  log: Log,
  today: Day | null = null,
  tell: (text: string) => void = () => {},
): Promise<Running | Fault> {
  const open = await openDesk(config, log, { today });
  if (isFault(open)) return open;
  try {
    await firstCompany(open.desk, config, tell);
    return await serveDesk(open, config, log);
  } catch (error) {
    await open.close();
    if (isFault(error)) return fault(error.code, error.place, error.params);
    throw error;
  }
}

async function serveDesk(open: OpenDesk, config: Config, log: Log): Promise<Running | Fault> {
  const { token, sessions: local } = newSession({ id: 'local', name: config.person, role: 'administrator' });
  let address = config.publicUrl ?? '';
  const pairings = pairingsIn(config, () => new URL(address).origin);
  const numberOf: Numbers = (id, paired) => numberIn(config.erpAccess, id, paired);
  const signIn = ownSessions(open.desk, config, numberOf);
  const { host, sessions } = hostPage(open.desk, pairings, numberOf, signIn.endOf);
  const work = erpWork(open.desk, { url: open.url, inbox: config.inbox });
  if (config.erp === 'odoo') work.begin();
  const pairing = pairingOf({ desk: open.desk, config, pairings, work, address: () => new URL(address).origin });
  const closing = new AbortController();
  const parts = { ...partsOf(open, config), host, signIn, sessions: anyOf(local, sessions), pairing, work };
  const app = withPanel({ ...parts, closing: closing.signal });
  const server = await listening(app.fetch, config);
  if ('code' in server) {
    await open.close();
    return server;
  }
  const { port } = server.address() as AddressInfo;
  address = config.publicUrl ?? `http://${shownHost(config.host)}:${port}`;
  await open.announce(address);
  log.info('serving', { address });
  const caughtUp = catchUp(open);
  void nightsMissed(open, work);
  const inbox = config.inbox === null ? null : watchInbox(config.inbox, open.desk);
  const stopAll = async () => {
    closing.abort();
    await inbox?.stop();
    await work.close();
    await caughtUp;
    await stop(server, open, log);
  };
  return { url: `${address}/#t=${token}`, stop: stopAll };
}

/** A night that was missed this morning. It is cut where the program stops meanwhile, and the next start runs it again. */
async function nightsMissed({ desk }: OpenDesk, work: Workshop): Promise<void> {
  try {
    await work.catchUp();
  } catch (error) {
    desk.log.error('a missed night is not caught up', { error: error instanceof Error ? error.stack : String(error) });
  }
}

/** An import that was killed before its ticks and proposals gets them now, while people already work. */
async function catchUp({ desk }: OpenDesk): Promise<void> {
  try {
    for (const { id } of await desk.store.companies()) await followImport(desk, id);
  } catch (error) {
    desk.log.error('not caught up', { error: error instanceof Error ? error.stack : String(error) });
  }
}

function partsOf(open: OpenDesk, config: Config): Omit<Parts, 'sessions' | 'work' | 'host' | 'pairing'> {
  const { desk } = open;
  return {
    desk,
    config,
    remoteAddress: (c) => getConnInfo(c).remote.address ?? null,
    readAdvice: (file) => readAdvice(file),
    async ready() {
      try {
        await desk.store.companies();
        return null;
      } catch (error) {
        return isFault(error) ? fault(error.code) : fault('store-unreachable');
      }
    },
  };
}

/** The API, and under it the built panel; a file with a hash in its name never changes. */
function withPanel(parts: Parts) {
  const app = createApp(parts);
  if (!existsSync(PANEL)) {
    parts.desk.log.warn('panel not built', { folder: PANEL });
    return app;
  }
  app.get(
    '/*',
    serveStatic({
      root: PANEL,
      onFound: (path, c) =>
        c.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  );
  return app;
}

function listening(fetch: Parameters<typeof listen>[0]['fetch'], { host, port }: Config): Promise<ServerType | Fault> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname: host, port }, () => resolve(server));
    server.once('error', (error) => {
      const code = 'code' in error ? error.code : '';
      if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL') {
        resolve(fault('address-taken', {}, { address: `${host}:${port}` }));
      } else reject(error);
    });
  });
}

async function stop(server: ServerType, open: OpenDesk, log: Log): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const timer = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), DRAIN_MS_MAX);
  await closed;
  clearTimeout(timer);
  await open.close();
  log.info('stopped');
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
