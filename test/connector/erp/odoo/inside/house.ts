// A panel and an Odoo that are strangers, and what a person does with both: pair them, sign in, look at the frame.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { readConfig } from '../../../../../panel/config.ts';
import { type Running, serve } from '../../../../../panel/node.ts';
import { isFault } from '../../../../../sync/fault/index.ts';
import { company } from '../../../../db/company.ts';
import { type Fresh, freshStore } from '../../../../db/harness.ts';
import { quiet } from '../../../../db/quiet.ts';
import type { Seat } from '../../../../odoo/ask.ts';
import { callAs } from '../../../../odoo/call.ts';

const NIGHT_MS_MAX = 60_000;
/** The first who signs in waits until Odoo has put its scripts together: seconds, minutes on a machine that does other things. */
const BUNDLES_MS_MAX = 180_000;

export type House = {
  origin: string;
  /** Asks the panel's server as the person at its machine. */
  ask(path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }>;
  stop(): Promise<void>;
  close(): Promise<void>;
};

/** A panel that knows no ERP yet. */
export async function openHouse(): Promise<House> {
  const data = mkdtempSync(join(tmpdir(), 'lettrage-addon-'));
  const fresh: Fresh = await freshStore();
  // Some company of its own, so that no demonstration is made.
  await fresh.store.createCompany(company('files', { name: 'Dossier sans ERP' }));
  const config = { ...readConfig({ data, port: 0 }, { DATABASE_URL: fresh.url, USER: 'Claire' }) };
  const running = await serve(config, quiet);
  if (isFault(running)) throw new Error(running.code);
  return houseOf(running, async () => {
    await fresh.close();
    rmSync(data, { recursive: true });
  });
}

function houseOf(running: Running, tidy: () => Promise<void>): House {
  const { origin, hash } = new URL(running.url);
  let keys = 0;
  let stopped = false;
  const stop = async () => {
    if (!stopped) await running.stop();
    stopped = true;
  };
  return {
    origin,
    async ask(path, body) {
      const headers = {
        authorization: `Bearer ${hash.slice('#t='.length)}`,
        'idempotency-key': `key-of-house-${keys++}`,
      };
      const asked =
        body === undefined
          ? { headers }
          : {
              method: 'POST',
              headers: { ...headers, 'content-type': 'application/json' },
              body: JSON.stringify(body),
            };
      const response = await fetch(`${origin}/api${path}`, asked);
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    stop,
    async close() {
      await stop();
      await tidy();
    },
  };
}

/** What the administrator does: shows the code there, types it in here, and has the books read. */
export async function pairBoth(house: House, seat: Seat): Promise<void> {
  const code = await shownCode(seat);
  const paired = await house.ask('/host/pair', { url: seat.url, code, database: seat.database });
  if (paired.status !== 200) throw new Error(JSON.stringify(paired.body));
  await house.ask('/night', {});
  for (const until = Date.now() + NIGHT_MS_MAX; Date.now() < until; ) {
    const { body } = await house.ask('/night');
    if (body['running'] === null && body['pulledAt'] !== null) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('the books were not read');
}

async function shownCode(seat: Seat): Promise<string> {
  const action = await callAs(seat, 'controle', seat.keys, 'lettrage.pairing', 'action_show_code', {
    context: { allowed_company_ids: [1] },
  });
  return action.context.default_code;
}

export type Signed = { context: BrowserContext; page: Page; panel: FrameLocator; odooErrors: string[] };

/** Signs in to Odoo as a person does; with several databases at one address, the one is named as Odoo's own selector does. */
export async function signIn(browser: Browser, seat: Seat, login: string): Promise<Signed> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, locale: 'fr-FR' });
  const page = await context.newPage();
  const odooErrors: string[] = [];
  page.on('pageerror', (error) => odooErrors.push(String(error)));
  await page.goto(`${seat.url}/web?db=${seat.database}`);
  await page.goto(`${seat.url}/web/login`);
  // Odoo 19 shows the form once its own bundle has come, which it makes at the first question.
  await page.fill('input[name=login]', login, { timeout: BUNDLES_MS_MAX });
  await page.fill('input[name=password]', login);
  await page.click('form.oe_login_form button[type=submit]');
  await page.waitForSelector('.o_main_navbar', { timeout: BUNDLES_MS_MAX });
  return { context, page, panel: page.frameLocator('iframe[title=Lettrage]'), odooErrors };
}
