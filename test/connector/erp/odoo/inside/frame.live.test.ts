// The panel in Odoo's frame over a long day: sessions end and are renewed, links open tabs, tokens are tried twice, the program stops.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasDatabase } from '../../../../db/harness.ts';
import { type Seat, seatAt, withAddon } from '../../../../odoo/ask.ts';
import { callAs } from '../../../../odoo/call.ts';
import { chromiumPath, startBrowser } from '../../../../panel/ui/browser.ts';
import { type Books, type Invoice, openBooks } from '../books.ts';
import { type House, openHouse, pairBoth, type Signed, signIn } from './house.ts';

const seat = await seatAt('19', 'frame');
const isHere = !('absent' in seat) && hasDatabase() && chromiumPath !== null;
/** What a machine that does other things takes at the worst. */
const SLOW_MS_MAX = 90_000;
const where = 'absent' in seat ? seat.absent : 'with Chromium and a database';

describe.skipIf(!isHere)(`a day in the frame of live Odoo 19 (${where})`, { timeout: 240_000 }, () => {
  const at = seat as Seat;
  let browser: Browser;
  let house: House;
  let books: Books;
  let invoice: Invoice;
  let claire: Signed;

  beforeAll(async () => {
    const { code, log } = await withAddon(at, false);
    expect(code, log.slice(-2_000)).toBe(0);
    books = await openBooks(at);
    const customer = await books.partner('Dupont Menuiserie');
    invoice = await books.invoice(customer, [[1200]]);
    await books.bankLine(1200, '2026-06-15', {
      payment_ref: `VIR DUPONT MENUISERIE ${invoice.name}`,
      partner_name: 'DUPONT MENUISERIE',
    });
    house = await openHouse();
    await pairBoth(house, at);
    expect((await house.ask('/trust/mode', { mode: 'suggest' })).status).toBe(200);
    browser = await startBrowser({ whole: true });
    claire = await signIn(browser, at, 'controle');
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const paymentState = async () =>
    (await books.search('account.move', [['id', '=', invoice.move]], ['payment_state']))[0].payment_state;
  const openPanel = async () => {
    await claire.page.goto(`${at.url}/odoo/lettrage`);
    await claire.panel.locator('.held').first().waitFor();
  };
  /** What the panel's server answers when a token of Odoo's page is handed over. */
  async function handOver(token: string): Promise<string> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'a-token-is-good-once' };
    const body = JSON.stringify({ token });
    const answer = await fetch(`${house.origin}/api/host/enter`, { method: 'POST', headers, body });
    const said = (await answer.json()) as { fault?: { code: string } };
    return said.fault?.code ?? String(answer.status);
  }
  const tokenOf = async (): Promise<string> =>
    (await callAs(at, 'controle', at.keys, 'res.users', 'lettrage_session', { context: { allowed_company_ids: [1] } }))
      .token;
  const entered = (page: Page) =>
    page.waitForResponse((it) => it.url() === `${house.origin}/api/host/enter` && it.status() === 200);

  test('a token is good once, and only as Odoo signed it', async () => {
    const token = await tokenOf();
    expect([await handOver(token), await handOver(token)]).toEqual(['200', 'hand-over-used']);
    const [head, claims, signature] = (await tokenOf()).split('.');
    const raised = Buffer.from(JSON.stringify({ ...decoded(claims), role: 'administrator', sub: '1' }));
    expect(await handOver([head, raised.toString('base64url'), signature].join('.'))).toBe('hand-over-invalid');
    expect(await handOver([head, claims, signature?.split('').reverse().join('')].join('.'))).toBe('hand-over-invalid');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    expect(await handOver(`${none}.${claims}.`)).toBe('hand-over-invalid');
  });

  test('the middle button opens Odoo’s form in a tab of its own, signed in, and the panel stays', async () => {
    const { context, page, panel } = claire;
    await openPanel();
    const opened = context.waitForEvent('page', { timeout: SLOW_MS_MAX });
    await panel.locator('.held .in-erp').first().click({ button: 'middle' });
    const tab = await opened;
    await tab.locator('.o_form_view', { hasText: invoice.name }).waitFor({ timeout: SLOW_MS_MAX });
    expect(await panel.locator('.li.cur .t').innerText()).toContain('DUPONT MENUISERIE');
    expect(page.url()).toContain('/odoo/lettrage');
    await tab.close();
  });

  test('a link of the panel in a tab of its own asks who it is, and then shows what it was about', async () => {
    const { context, panel } = claire;
    await openPanel();
    const opened = context.waitForEvent('page', { timeout: SLOW_MS_MAX });
    await panel.locator('.det a.link').first().click({ button: 'middle' });
    const tab = await opened;
    await tab.locator('input[name=login]').fill('controle');
    await tab.locator('input[name=password]').fill('controle');
    await tab.locator('form button[type=submit]').click();
    await tab.locator('main.statement').waitFor();
    await tab.close();
  });

  test('before the five minutes are over the session is renewed by itself, and nothing on the page moves', async () => {
    const { page, panel } = claire;
    await page.clock.install();
    await openPanel();
    for (const _ of ['once', 'and again']) {
      const renewed = entered(page);
      await page.clock.fastForward('04:30');
      await renewed;
    }
    expect(await panel.locator('.li.cur .t').innerText()).toContain('DUPONT MENUISERIE');
    await page.close();
    claire = await signIn(browser, at, 'controle');
  });

  test('a session that ended meanwhile is renewed by Odoo’s page, and the decision is not lost', async () => {
    const { page, panel } = claire;
    await openPanel();
    const [user] = await books.search('res.users', [['login', '=', 'controle']], ['id']);
    const [company] = await books.search('res.company', [], ['id']);
    await books.call('res.users', 'write', { ids: [user.id], vals: { company_ids: [[4, company.id]] } });
    // Tokens say when they were made to the second: the next one must be later than the end of what was held before.
    await page.waitForTimeout(2_000);
    const renewed = entered(page);
    await panel.locator('#lines').press('Enter');
    await renewed;
    await expect.poll(paymentState, { timeout: 30_000 }).toBe('paid');
    await panel.locator('body').press('Control+z');
    await expect.poll(paymentState, { timeout: 30_000 }).toBe('not_paid');
  });

  test('a person without rights in accounting gets no token', async () => {
    const [group] = await callAs(at, 'controle', at.keys, 'ir.model.data', 'search_read', {
      domain: [
        ['module', '=', 'base'],
        ['name', '=', 'group_user'],
      ],
      fields: ['res_id'],
    });
    const facts = { name: 'stock', login: 'stock', password: 'stock', group_ids: [[6, 0, [group.res_id]]] };
    await books.create('res.users', facts);
    const { context, page } = await signIn(browser, at, 'stock');
    const said = await page.evaluate(async () => {
      const params = { model: 'res.users', method: 'lettrage_session', args: [], kwargs: {} };
      const body = JSON.stringify({ jsonrpc: '2.0', method: 'call', params });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/web/dataset/call_kw', { method: 'POST', headers, body });
      return answer.json();
    });
    expect(said.result).toBe(undefined);
    expect(said.error.data.name).toBe('odoo.exceptions.AccessError');
    await context.close();
  });

  test('the program stops while the panel is open: it says so, Odoo works on, and nothing of Odoo breaks', async () => {
    const { page, panel } = claire;
    await openPanel();
    await house.stop();
    await panel.locator('#lines').press('Enter');
    await panel.locator('.banner.bad').waitFor({ timeout: 60_000 });
    await page.locator('.o_menu_sections').getByText('Configuration').click();
    await page.locator('.o-dropdown--menu').first().waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${at.url}/odoo/account.move/${invoice.move}`);
    await page.locator('.o_form_view', { hasText: invoice.name }).waitFor();
    await page.locator('button[name=action_open_lettrage]').click();
    await page.locator('.o_lettrage_words .btn').waitFor({ timeout: 60_000 });
    expect(await paymentState()).toBe('not_paid');
    expect(claire.odooErrors).toEqual([]);
  });
});

function decoded(part = ''): object {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
}
