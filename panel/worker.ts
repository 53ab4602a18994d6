// The program on Cloudflare Workers: the same API on a PostgreSQL behind Hyperdrive; migrations are run from a machine beforehand.
import { openBankFile } from '../connector/bank/index.ts';
import { openPool } from '../db/pool.ts';
import { storeOf } from '../db/store/index.ts';
import { fault, isFault } from '../sync/fault/index.ts';
import { IndexShelf } from '../sync/job/index-shelf.ts';
import type { Parts } from './api/context.ts';
import { createApp } from './app.ts';
import { clockOf } from './clock.ts';
import { deskFiles } from './files.ts';
import { logTo } from './log.ts';
import { sessionOf } from './session-token.ts';

export type Bindings = {
  HYPERDRIVE: { connectionString: string };
  /** The bearer key of whoever may sign in; set as a secret, never in wrangler.toml. */
  LETTRAGE_SECRET: string;
  LETTRAGE_PUBLIC_URL?: string;
};

export default {
  fetch(request: Request, env: Bindings): Response | Promise<Response> {
    if (!env.LETTRAGE_SECRET) return new Response('LETTRAGE_SECRET is not set', { status: 500 });
    return createApp(partsOf(env)).fetch(request);
  },
};

/** Where Workers collect what a program says. */
function say(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the platform's log is its console
  console.log(line.trimEnd());
}

/** Parts of one request: Hyperdrive keeps the connections, so the pool here is as short-lived as the request. */
function partsOf(env: Bindings): Parts {
  const store = storeOf(openPool(env.HYPERDRIVE.connectionString));
  const desk = {
    store,
    clock: clockOf(),
    log: logTo(say),
    // On Workers companies come from a machine's night; this side shows and decides.
    erps: { open: () => null },
    files: deskFiles(({ name, bytes }) => openBankFile(name, bytes)),
    indexes: new IndexShelf(),
    newId: () => crypto.randomUUID(),
  };
  return {
    desk,
    sessions: sessionOf(env.LETTRAGE_SECRET, { id: 'owner', name: 'owner', role: 'administrator' }),
    config: { publicUrl: env.LETTRAGE_PUBLIC_URL ?? null },
    // Nobody pairs here: the ERP's page opens a panel that runs beside its own night.
    host: { origin: () => null, enter: async () => fault('unpaired'), revoke: async () => fault('unpaired') },
    work: { flush: async () => null, night: async () => fault('company-busy'), running: () => null },
    remoteAddress: () => null,
    ready: () =>
      store.companies().then(
        () => null,
        (error: unknown) => (isFault(error) ? fault(error.code) : fault('store-unreachable')),
      ),
  };
}
