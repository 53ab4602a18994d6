// Two browsers on one real server and database: what one decides, the other sees; the second decision on a line is refused with the first.
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../../panel/app.ts';
import { fault } from '../../../../sync/fault/index.ts';
import { importFiles } from '../../../../sync/job/import.ts';
import { linkBankAccount } from '../../../../sync/job/link-account.ts';
import { hasDatabase } from '../../../db/harness.ts';
import { quiet } from '../../../db/quiet.ts';
import { BY, must, request, type TestDesk, testDesk } from '../../../sync/job/desk.ts';
import { camt, fec, IBAN, invoice } from '../../../sync/job/paper.ts';
import { hostAt } from '../../api/server.ts';
import { chromiumPath, startBrowser } from '../browser.ts';
import { openGate } from '../gate.ts';

const DIST = join(import.meta.dirname, '../../../../panel/ui/dist');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const USERS = { anne: 'Anne Roy', paul: 'Paul Vidal' } as const;
const CUSTOMERS = ['DUPONT', 'MARTIN', 'BERNARD'] as const;
const PAPERS = [
  fec(CUSTOMERS.flatMap((name, i) => invoice(`FA00${i + 1}`, '2026-09-01', name, `${name} SARL`, (i + 1) * 1_000_00))),
  camt(
    CUSTOMERS.map((name, i) => ({
      day: `2026-11-0${i + 3}`,
      amount: (i + 1) * 1_000_00,
      ref: `R${i}`,
      payer: `${name} SARL`,
      text: `VIR FA00${i + 1}`,
    })),
  ),
];

describe.skipIf(!hasDatabase() || chromiumPath === null)('two people at once', { timeout: 60_000 }, () => {
  let it_: TestDesk;
  let browser: Browser;
  let server: ServerType;
  let port = 0;
  beforeAll(async () => {
    browser = await startBrowser();
    it_ = await testDesk();
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(ms, 100)));
    const app = createApp({
      desk: { ...it_.desk, clock: { ...it_.desk.clock, wait }, log: quiet },
      sessions: (token) => (token in USERS ? { id: token, name: USERS[token as 'anne'], role: 'bookkeeper' } : null),
      config: { publicUrl: null },
      host: hostAt(null),
      remoteAddress: () => '127.0.0.1',
      work: { flush: async () => null, night: async () => fault('company-busy'), running: () => null },
      ready: async () => null,
    });
    app.get('/*', async (c) => {
      const path = c.req.path === '/' ? '/index.html' : c.req.path;
      const bytes = await readFile(join(DIST, path));
      return c.body(new Uint8Array(bytes), 200, { 'content-type': TYPES[extname(path)] ?? 'image/svg+xml' });
    });
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise<void>((resolve) => server.once('listening', () => resolve()));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(async () => {
    const company = await it_.next();
    const link = { account: IBAN, ledgerAccount: '512100', journal: 'BQ' };
    must(await linkBankAccount(it_.desk, company, link, request()));
    await importFiles(it_.desk, company, PAPERS, BY);
  });
  afterAll(async () => {
    await browser.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await it_.close();
  });

  const enter = async (who: keyof typeof USERS, url = `http://127.0.0.1:${port}`): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr' });
    const page = await context.newPage();
    await page.goto(`${url}/#t=${who}`);
    await page.waitForSelector('.li.cur');
    await page.waitForSelector('.acts .btn.pri:not(.off)');
    return page;
  };
  const row = (page: Page, name: string) => page.locator('.li', { hasText: name });

  it('shows the other’s decision, says it on the line under the cursor, and refuses the second with the first', async () => {
    const [anne, paul] = [await enter('anne'), await enter('paul')];
    // Paul stands on the second line and has it open when Anne accepts it.
    await paul.keyboard.press('ArrowDown');
    await paul.waitForSelector('.head h2:has-text("MARTIN")');
    await anne.keyboard.press('ArrowDown');
    await anne.waitForSelector('.head h2:has-text("MARTIN")');
    await anne.waitForSelector('.acts .btn.pri:not(.off)');
    await anne.keyboard.press('Enter');
    await paul.waitForSelector('.toast:has-text("Anne Roy")');
    expect(await paul.locator('.li.cur .t').innerText()).toBe('MARTIN SARL');
    expect(await paul.locator('.li.cur').getAttribute('class')).not.toContain('done');
    await paul.keyboard.press('Enter');
    await paul.waitForSelector('.li.err');
    expect(await row(paul, 'MARTIN').innerText()).toContain('Anne Roy');
    // A line where nobody's cursor stands changes by itself.
    await anne.keyboard.press('Home');
    await anne.waitForSelector('.head h2:has-text("DUPONT")');
    await anne.waitForSelector('.acts .btn.pri:not(.off)');
    await anne.keyboard.press('Enter');
    await paul.waitForSelector('.li.done:has-text("DUPONT")');
    await Promise.all([anne.context().close(), paul.context().close()]);
  });

  it('after the network was cut, what happened meanwhile is shown', async () => {
    const cable = await openGate(port);
    const [anne, paul] = [await enter('anne'), await enter('paul', cable.url)];
    await paul.keyboard.press('End');
    cable.cut();
    await anne.keyboard.press('Enter');
    await anne.waitForSelector('.li.done:has-text("DUPONT")');
    expect(await row(paul, 'DUPONT').getAttribute('class')).not.toContain('done');
    cable.mend();
    await paul.waitForSelector('.li.done:has-text("DUPONT")', { timeout: 30_000 });
    await Promise.all([anne.context().close(), paul.context().close()]);
    await cable.close();
  });
});
