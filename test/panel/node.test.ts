// The program on Node: it answers on its port, shows the panel to whoever has the token, says why it cannot start, and stops.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hc } from 'hono/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../panel/app.ts';
import { readConfig } from '../../panel/config.ts';
import { type Running, serve } from '../../panel/node.ts';
import { isFault } from '../../sync/fault/index.ts';
import { freshStore, hasDatabase } from '../db/harness.ts';
import { quiet } from '../db/quiet.ts';

describe.skipIf(!hasDatabase())('the program', () => {
  const data = mkdtempSync(join(tmpdir(), 'lettrage-node-'));
  let fresh: Awaited<ReturnType<typeof freshStore>>;
  let running: Running;
  const config = (facts: object = {}) => ({
    ...readConfig({ data, port: 0 }, { LETTRAGE_ERP: 'fec', DATABASE_URL: fresh.url, USER: 'Claire' }),
    ...facts,
  });

  beforeAll(async () => {
    fresh = await freshStore();
    const started = await serve(config(), quiet);
    if (isFault(started)) throw new Error(started.code);
    running = started;
  });
  afterAll(async () => {
    await fresh.close();
    rmSync(data, { recursive: true });
  });

  it('is healthy, and keeps everything else to whoever has the token of its address', async () => {
    const { origin, hash } = new URL(running.url);
    expect(await (await fetch(`${origin}/health`)).json()).toMatchObject({ status: 'ok' });
    expect((await fetch(`${origin}/api/session`)).status).toBe(401);
    const client = hc<App>(origin, { headers: { authorization: `Bearer ${hash.slice('#t='.length)}` } });
    const session = await (await client.api.session.$get()).json();
    expect(session).toMatchObject({
      company: { name: 'Ma société', demo: false, mode: 'suggest' },
      user: { name: 'Claire' },
    });
    const page = await (await client.api.queue.$get({ query: { filter: 'to-do', limit: '5' } })).json();
    expect([page.rows, page.total]).toEqual([[], 0]);
    expect((await fetch(`${origin}/metrics`)).status).toBe(200);
  });

  it('says that its address is taken', async () => {
    const blocker = createServer();
    const port = await new Promise<number>((resolve) => {
      blocker.listen(0, '127.0.0.1', () => {
        const address = blocker.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    expect(await serve(config({ port }), quiet)).toMatchObject({
      code: 'address-taken',
      params: { address: `127.0.0.1:${port}` },
    });
    await new Promise((resolve) => blocker.close(resolve));
  });

  it('stops while somebody is connected, and answers no more', async () => {
    const { origin } = new URL(running.url);
    await fetch(`${origin}/health`);
    await running.stop();
    await expect(fetch(`${origin}/health`)).rejects.toThrow();
  });
});
