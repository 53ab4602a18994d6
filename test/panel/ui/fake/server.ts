// The panel's server, made up: the same routes and shapes as the real one, answered from memory, with faults on demand.
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { decisionRoutes } from './decide.ts';
import { elsewhereRoutes } from './elsewhere.ts';
import { inEnglish } from './english.ts';
import { type Fake, faultOf, TOKEN } from './fake.ts';
import type { World } from './model.ts';
import { ledgerRoutes, readRoutes } from './read.ts';
import { setupRoutes } from './setup.ts';
import { statementRoutes } from './statement.ts';
import { trustRoutes } from './trust.ts';

const DIST = join(import.meta.dirname, '../../../../panel/ui/dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

const ROUTES = [elsewhereRoutes, setupRoutes, readRoutes, ledgerRoutes, statementRoutes, trustRoutes, decisionRoutes];

const fresh = (world: World) => ({
  world,
  troubles: [],
  delayMs: 0,
  cut: false,
  seen: [],
  confirmed: [],
  slips: [],
});

export async function startFake(world: World, port = 0): Promise<Fake> {
  const fake: Fake = { ...fresh(world), url: '', renew: () => {}, close: async () => {} };
  let app = appOf(fake);
  fake.renew = (next) => {
    Object.assign(fake, fresh(next));
    app = appOf(fake);
  };
  const server = serve({ fetch: (request, env) => app.fetch(request, env), port, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fake.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return fake;
}

function appOf(fake: Fake): Hono {
  const app = new Hono();
  app.use('/api/*', inEnglish);
  app.use('/api/*', async (c, next) => {
    if (fake.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, fake.delayMs));
    // A gateway that reaches nobody: for the panel the same as no network.
    if (fake.cut) return c.body(null, 502);
    const isOpen = c.req.path === '/api/host' || c.req.path.startsWith('/api/host/sign-');
    const isOwn = c.req.header('lettrage-session') === 'own' && fake.world.signedIn;
    if (!isOpen && !isOwn && c.req.header('authorization') !== `Bearer ${TOKEN}`)
      return c.json({ fault: faultOf('session-missing', 'La session n’est pas ouverte.') }, 401);
    const trouble = fake.troubles.find((it) => it.times > 0 && it.path.test(c.req.path));
    if (trouble) {
      trouble.times -= 1;
      return c.json({ fault: { ...faultOf('erp-refused', 'Refusé.'), ...trouble.fault } }, trouble.status as 409);
    }
    if (c.req.method === 'POST') {
      const isJson = c.req.header('content-type')?.includes('json');
      fake.seen.push({
        method: 'POST',
        path: c.req.path,
        key: c.req.header('idempotency-key') ?? null,
        body: isJson ? await c.req.raw.clone().json() : null,
      });
    }
    return next();
  });
  for (const routes of ROUTES) app.route('/api', routes(fake));
  app.get('*', async (c) => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path;
    try {
      const bytes = await readFile(join(DIST, path));
      // Names of assets carry their hash: a page that is opened again in the same context need not ask.
      const kept = path.startsWith('/assets/') ? { 'cache-control': 'max-age=3600, immutable' } : {};
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      return c.body(new Uint8Array(bytes), 200, { 'content-type': type, ...kept });
    } catch {
      return c.notFound();
    }
  });
  return app;
}
