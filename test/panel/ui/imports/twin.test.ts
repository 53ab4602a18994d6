// Lines that a file and the ERP may both hold: said by one key on Imports, and taken back by another.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, goTo, open, press, settled, startBrowser } from '../browser.ts';

describe.skipIf(chromiumPath === null)('a line that may be there twice', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it('is called the same by M, which U takes back', async () => {
    const { page, errors, close } = await open(browser);
    const line = { id: 'f1', amountMinor: 120_00, currency: 'EUR', bookingDay: '2026-11-18', label: 'VIR DUPONT' };
    const pair = { line, erp: { ...line, id: 'stl/9', bookingDay: '2026-11-20', label: 'Dupont, saisi' } };
    let pairs = [pair];
    const asked: unknown[] = [];
    await page.route('**/api/session', async (route) => {
      const response = await route.fetch();
      const view = await response.json();
      await route.fulfill({ response, json: { ...view, company: { ...view.company, erp: 'odoo' } } });
    });
    await page.route('**/foresee', (route) => route.fulfill({ json: [] }));
    await page.route('**/api/erp/twins', (route) => route.fulfill({ json: pairs }));
    await page.route('**/api/erp/twins/f1', async (route) => {
      asked.push(route.request().postDataJSON());
      pairs = [];
      await route.fulfill({ json: { decision: { decisionId: 'd1' }, row: null, counters: [] } });
    });
    await page.route('**/api/decisions/d1/undo', async (route) => {
      pairs = [pair];
      await route.fulfill({ json: { decision: { decisionId: 'd2' }, row: null, counters: [] } });
    });
    await page.reload();
    await page.waitForSelector('main');
    await settled(page);
    await goTo(page, 'imports');
    await page.locator('.twins', { hasText: 'Dupont, saisi' }).waitFor();
    await press(page, 'm');
    await page.locator('.twins', { hasText: 'Plus aucune ligne' }).waitFor();
    expect(asked).toEqual([{ same: true }]);
    await press(page, 'u');
    await page.locator('.twins', { hasText: 'Dupont, saisi' }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});
