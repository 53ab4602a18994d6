// Inside a real Odoo: installed, paired, and a day of work without leaving it; by people of different rights, and with the panel away.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasDatabase } from '../../../../db/harness.ts';
import { type Seat, seatAt, withAddon } from '../../../../odoo/ask.ts';
import { callAs } from '../../../../odoo/call.ts';
import { chromiumPath, startBrowser } from '../../../../panel/ui/browser.ts';
import { type Books, type Invoice, openBooks } from '../books.ts';
import { type House, openHouse, pairBoth, type Signed, signIn } from './house.ts';

const seat = await seatAt('19', 'addon');
const isHere = !('absent' in seat) && hasDatabase() && chromiumPath !== null;
/** Set, the pictures of Odoo's own pages in the French guide are renewed. */
const PICTURES = process.env['LETTRAGE_PICTURES'] === '1';
const where = 'absent' in seat ? seat.absent : 'with Chromium and a database';

describe.skipIf(!isHere)(`inside live Odoo 19 (${where})`, { timeout: 120_000 }, () => {
  const at = seat as Seat;
  let browser: Browser;
  let house: House;
  let books: Books;
  let invoice: Invoice;
  let customer = 0;
  let line = 0;
  let log = '';
  let code: number | string = '';
  let claire: Signed;

  beforeAll(async () => {
    ({ log, code } = await withAddon(at, true));
    books = await openBooks(at);
    customer = await books.partner('Dupont Menuiserie');
    invoice = await books.invoice(customer, [[1200]]);
    line = await books.bankLine(1200, '2026-06-15', {
      payment_ref: `VIR DUPONT MENUISERIE ${invoice.name}`,
      partner_name: 'DUPONT MENUISERIE',
    });
    house = await openHouse();
    await pairBoth(house, at);
    const mode = await house.ask('/trust/mode', { mode: 'suggest' });
    expect(mode.status).toBe(200);
    browser = await startBrowser({ whole: true });
    claire = await signIn(browser, at, 'controle');
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const paymentState = async () =>
    (await books.search('account.move', [['id', '=', invoice.move]], ['payment_state']))[0].payment_state;

  async function picture(page: Page, name: string): Promise<void> {
    const path = join(import.meta.dirname, '../../../../../docs/odoo', `${name}.png`);
    if (PICTURES) await page.screenshot({ path });
  }

  test('its own tests pass in Odoo’s runner', () => {
    expect(log).toMatch(/0 failed, 0 error\(s\) of [1-9]\d* tests/);
    expect(code).toBe(0);
  });

  test('nothing that it brings is warned about by Odoo', () => {
    expect(log.split('\n').filter((it) => / (WARNING|ERROR) .*lettrage/i.test(it))).toEqual([]);
  });

  test('the code that the menu shows is good once, and neither it nor the secret is in a log', async () => {
    const { page } = claire;
    await page.goto(`${at.url}/odoo/action-account.action_move_out_invoice`);
    await page.locator('.o_menu_sections').getByText('Configuration').click();
    await page.locator('.o-dropdown--menu').getByText('Lettrage', { exact: true }).click();
    const spent = await page.locator('.modal [name=code]').innerText();
    await picture(page, 'code-odoo');
    await page.locator('.modal footer .btn-primary').click();
    const first = await house.ask('/host/pair', { url: at.url, code: spent, database: at.database });
    expect(first.status).toBe(200);
    const again = await house.ask('/host/pair', { url: at.url, code: spent, database: at.database });
    expect(again.body).toMatchObject({ fault: { code: 'pairing-code-refused' } });
    expect(log).not.toContain(spent);
  });

  test('the menu counts the lines that wait, and opens the panel as the person who is signed in', async () => {
    const { page, panel } = claire;
    await page.goto(`${at.url}/odoo/action-account.action_move_out_invoice`);
    await page.getByText('Lettrage (1)').first().click();
    await panel.locator('.held').first().waitFor();
    expect(await panel.locator('.li.cur .t').innerText()).toContain('DUPONT MENUISERIE');
    expect(await panel.locator('header.host').count()).toBe(0);
    expect(page.url()).not.toMatch(/token|eyJ/);
  });

  test('what is accepted in the frame is paid in Odoo, and undone there', async () => {
    const { panel } = claire;
    await panel.locator('#lines').press('Enter');
    await expect.poll(paymentState, { timeout: 20_000 }).toBe('paid');
    await panel.locator('body').press('Control+z');
    await expect.poll(paymentState, { timeout: 20_000 }).toBe('not_paid');
  });

  test('an item opens in Odoo’s own page around the panel', async () => {
    const { page, panel } = claire;
    await panel.locator('.held .in-erp').first().click();
    await page.locator('.o_form_view', { hasText: invoice.name }).waitFor();
  });

  test('the button on the invoice opens its customer in the panel', async () => {
    const { page, panel } = claire;
    await picture(page, 'facture-odoo');
    await page.locator('button[name=action_open_lettrage]').click();
    await panel.locator('main.customer h2', { hasText: 'Dupont Menuiserie' }).waitFor();
  });

  test('the button on a bank line’s entry opens that line', async () => {
    const { page, panel } = claire;
    const move = await books.moveOf(line);
    await page.goto(`${at.url}/odoo/account.move/${move}`);
    await page.locator('button[name=action_open_lettrage]').click();
    await panel.locator('main.queue .li.cur').waitFor();
    expect(await panel.locator('.li.cur .t').innerText()).toContain('DUPONT MENUISERIE');
  });

  test('the language of the person in Odoo is the panel’s', async () => {
    const { page, panel } = claire;
    await setUser('controle', { lang: 'en_US' });
    await page.goto(`${at.url}/odoo/lettrage`);
    await panel.locator('nav.tabs').waitFor();
    await expect.poll(() => panel.locator('nav.tabs').innerText()).toContain('To reconcile');
    await setUser('controle', { lang: 'fr_FR' });
  });

  test('another company in the switcher is not shown this one’s books', async () => {
    const { page, panel } = claire;
    const other = await books.create('res.company', { name: 'Autre SARL' });
    await setUser('controle', { company_ids: [[4, other]] });
    await claire.context.addCookies([{ name: 'cids', value: String(other), url: at.url }]);
    await page.goto(`${at.url}/odoo/lettrage`);
    await panel.locator('main.closed').waitFor();
    // In the language that this browser spoke last: who is not let in is not asked for another.
    expect(await panel.locator('main.closed').innerText()).toMatch(/pas suivie par Lettrage|is not kept by Lettrage/);
    await claire.context.addCookies([{ name: 'cids', value: '1', url: at.url }]);
  });

  test('a person who may only read sees and does not decide', async () => {
    await person('lecteur', ['account.group_account_readonly']);
    const { context, page, panel } = await signIn(browser, at, 'lecteur');
    await page.goto(`${at.url}/odoo/lettrage`);
    await panel.locator('.held').first().waitFor();
    await panel.locator('#lines').press('Enter');
    await panel.locator('.msg', { hasText: 'Votre rôle ne permet pas' }).first().waitFor();
    expect(await paymentState()).toBe('not_paid');
    await context.close();
  });

  test('a person without rights in accounting is told so, and the panel is not asked', async () => {
    await person('stock', []);
    const { context, page } = await signIn(browser, at, 'stock');
    await page.goto(`${at.url}/odoo/lettrage`);
    await page.locator('.o_lettrage_words').waitFor();
    expect(await page.locator('iframe[title=Lettrage]').count()).toBe(0);
    await context.close();
  });

  test('a user who is archived in Odoo is out of the panel too', async () => {
    const id = await person('partant', ['account.group_account_user']);
    const { context, page, panel } = await signIn(browser, at, 'partant');
    await page.goto(`${at.url}/odoo/lettrage`);
    await panel.locator('.held').first().waitFor();
    await books.call('res.users', 'write', { ids: [id], vals: { active: false } });
    // Told by Odoo in the background; the session is refused from then on, and the page gives no other.
    await page.waitForTimeout(1_000);
    await panel.locator('#lines').press('Enter');
    await page.locator('.o_lettrage_words').waitFor();
    expect(await paymentState()).toBe('not_paid');
    await context.close();
  });

  test('unpaired in Odoo, both sides say so, and a new code joins them again', async () => {
    const { page, panel } = claire;
    const id = await books.create('lettrage.pairing', {});
    await books.call('lettrage.pairing', 'action_unpair', { ids: [id] });
    await page.goto(`${at.url}/odoo/lettrage`);
    await page.locator('.o_lettrage_words').waitFor();
    expect(await page.locator('iframe[title=Lettrage]').count()).toBe(0);
    const { body } = await house.ask('/erp/checks');
    const failing = Object.values(body as Record<string, { step: string; ok: boolean }>).filter((it) => !it.ok);
    expect(failing.map(({ step }) => step)).toEqual(['key']);
    await pairBoth(house, at);
    await page.goto(`${at.url}/odoo/lettrage`);
    await panel.locator('.held').first().waitFor();
  });

  test('with the panel away Odoo works, and says so with a way to try again', async () => {
    const { page } = claire;
    await house.stop();
    await page.goto(`${at.url}/odoo/lettrage`);
    await page.locator('.o_lettrage_words .btn').waitFor({ timeout: 30_000 });
    await page.goto(`${at.url}/odoo/account.move/${invoice.move}`);
    await page.locator('.o_form_view').waitFor();
    await setUser('controle', { tz: 'Europe/Brussels' });
    expect(claire.odooErrors).toEqual([]);
  });

  test('after signing out of Odoo nothing is left of the session', async () => {
    const { page } = claire;
    await page.goto(`${at.url}/web/session/logout`);
    await page.goto(`${at.url}/odoo/lettrage`);
    await page.waitForURL(/login/);
    expect(await page.locator('iframe').count()).toBe(0);
  });

  async function setUser(login: string, vals: Record<string, unknown>): Promise<void> {
    const [user] = await books.search('res.users', [['login', '=', login]], ['id']);
    await books.call('res.users', 'write', { ids: [user.id], vals });
  }

  async function person(login: string, groups: readonly string[]): Promise<number> {
    const ids = [];
    for (const name of ['base.group_user', ...groups]) {
      const [module, xmlid] = name.split('.');
      const found = await callAs(at, 'controle', at.keys, 'ir.model.data', 'search_read', {
        domain: [
          ['module', '=', module],
          ['name', '=', xmlid],
        ],
        fields: ['res_id'],
      });
      ids.push(found[0].res_id);
    }
    const facts = { name: login, login, password: login, lang: 'fr_FR', group_ids: [[6, 0, ids]] };
    return books.create('res.users', facts);
  }
});
