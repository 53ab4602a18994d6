// One bank statement by keyboard: its proof, its lines, and the way from a line and back.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  chromiumPath,
  cursorName,
  goTo,
  type Opened,
  type OpenOptions,
  open,
  press,
  settled,
  startBrowser,
} from '../browser.ts';
import { addLine } from '../fake/line.ts';
import { dice } from '../fake/model.ts';

describe.skipIf(chromiumPath === null)('a bank statement', () => {
  let browser: Browser;
  let at: Opened;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(at.errors).toEqual([]);
    await at.close();
  });
  const start = async (options: OpenOptions = {}) => {
    at = await open(browser, options);
    return at;
  };

  it('shows every line with its state and the balance after it, down to the closing of the bank', async () => {
    const { page } = await start({ screen: 'imports' });
    await page.getByRole('link', { name: 'Voir les lignes' }).click();
    await page.waitForSelector('main.statement');
    await settled(page);
    const proof = page.getByRole('region', { name: 'Preuve du relevé' });
    expect(await proof.innerText()).toContain('Égale à la clôture de la banque');
    expect(await proof.innerText()).toContain('Suit sans trou le relevé 227');
    const closing = (await proof.locator('dd').last().innerText()).replace(/[^\d,]/g, '');
    await press(page, 'End');
    const last = page.locator('.st-row.cur');
    await expect.poll(() => last.getAttribute('aria-posinset')).toBe(await last.getAttribute('aria-setsize'));
    expect((await last.locator('.num').nth(1).innerText()).replace(/[^\d,]/g, '')).toBe(closing);
    const states = await page.locator('.st-row .st').allInnerTexts();
    for (const word of ['Certitude forte', 'Sans proposition', 'Écart', 'Revient le', 'Auto.', 'Acceptée'])
      expect(states.join(' ')).toContain(word);
    expect(await page.locator('.apart').innerText()).toContain('pas encore comptabilisé');
  });

  it('says in red what does not add up, and by how much', async () => {
    await start({
      screen: 'statement/s1',
      before: (fake) => {
        fake.world.statement = { offMinor: 4_200, gapMinor: -1_200 };
      },
    });
    const bad = await at.page.locator('.proof .bad').allInnerTexts();
    expect(bad).toHaveLength(2);
    expect(bad[0]).toContain('+42,00');
    expect(bad[1]).toContain('Trou de −12,00');
  });

  it('leads from a line to its statement and back to the line', async () => {
    const { page } = await start();
    await press(page, 'ArrowDown', 'ArrowDown');
    const name = await cursorName(page);
    await page.locator('.dl .link').click();
    await page.waitForSelector('.st-row.cur');
    expect(await page.locator('.st-row.cur').innerText()).toContain(name);
    await settled(page);
    await press(page, 'ArrowDown');
    const next = await page.locator('.st-row.cur .t').innerText();
    await press(page, 'Enter');
    await page.waitForSelector('main.queue');
    await expect.poll(() => cursorName(page)).toBe(next);
    await page.goBack();
    await page.waitForSelector('main.statement');
    await settled(page);
    await press(page, 'Escape');
    await page.waitForSelector('main.queue');
  });

  it('opens a settled line that the list does not hold, with what was done and its undo', async () => {
    const { page } = await start({ screen: 'queue/d1' });
    await expect.poll(() => page.locator('.detail .past').first().innerText()).toContain('FAC/2026/00851');
    expect(await page.locator('.li.cur').getAttribute('id')).toBe('line-d1');
  });

  it('goes to the statement before and after, and shows only what is still to do', async () => {
    const { page } = await start({ screen: 'statement/s1' });
    await press(page, 'ArrowLeft');
    await expect.poll(() => page.locator('.bar').innerText()).toContain('Relevé 227');
    await settled(page);
    expect(await page.locator('main').innerText()).toContain('tout était déjà importé');
    await press(page, 'ArrowRight');
    await expect.poll(() => page.locator('.bar').innerText()).toContain('Relevé 228');
    await settled(page);
    await press(page, 'f');
    await expect.poll(() => page.locator('.st-row.cur').getAttribute('aria-setsize')).toBe('24');
    expect((await page.locator('.st-row .st').allInnerTexts()).join(' ')).not.toContain('Acceptée');
  });

  it('draws only what is in view of forty thousand lines, and asks only for what is looked at', async () => {
    const asked: string[] = [];
    const { page, fake } = await start({ decided: false });
    const roll = dice(3);
    for (let i = 24; i < 40_000; i += 1) addLine(fake.world, { i, count: 40_000, kind: 'none', hostile: false }, roll);
    page.on('request', (request) => request.url().includes('/lines?') && asked.push(request.url()));
    await goTo(page, 'statement/s1');
    const row = page.locator('.st-row.cur');
    expect(await row.getAttribute('aria-setsize')).toBe('40000');
    await press(page, 'End');
    await expect.poll(() => row.getAttribute('aria-posinset')).toBe('40000');
    await expect.poll(() => row.locator('.amt').count()).toBe(1);
    await goTo(page, 'statement/s1/l35000');
    await expect.poll(() => row.getAttribute('aria-posinset')).toBe('35001');
    await row.locator('.amt').waitFor();
    expect(await page.locator('.statement-lines .li').count()).toBeLessThan(60);
    expect(asked.length).toBeLessThan(12);
  }, 90_000);

  it('says of a statement that is not there what to do', async () => {
    const { page } = await start();
    await page.evaluate(() => {
      location.hash = '#/statement/nothing';
    });
    await expect.poll(() => page.locator('main').innerText()).toContain('Ce relevé n’existe pas');
  });
});
