// A warning of the ERP on the desk: said on the line before it is accepted, and accepted by a second Enter.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, open, press, settled, startBrowser } from '../browser.ts';

const SAYS = 'La TVA de FAC/1 serait datée de 2026-07, alors que l’encaissement est de 2026-06.';

describe.skipIf(chromiumPath === null)('a warning of the ERP', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it('is read on the first Enter and accepted by the second', async () => {
    const { page, fake, errors, close } = await open(browser);
    await page.route('**/api/session', async (route) => {
      const response = await route.fetch();
      const view = await response.json();
      await route.fulfill({ response, json: { ...view, company: { ...view.company, erp: 'odoo' } } });
    });
    const warning = { code: 'vat-other-month', says: SAYS, where: '', request: '' };
    await page.route('**/foresee', (route) => route.fulfill({ json: [warning] }));
    await page.reload();
    await page.waitForSelector('main');
    await settled(page);
    await page.locator('.msg', { hasText: SAYS }).waitFor();
    await press(page, 'Enter');
    await page.locator('.msg[role=alert]', { hasText: SAYS }).waitFor();
    expect(decided(fake).filter((it) => it.path.endsWith('/accept'))).toEqual([]);
    await press(page, 'Enter');
    await arrived(fake, 1);
    expect(decided(fake)[0]?.body['accepted']).toEqual(['vat-other-month']);
    expect(errors).toEqual([]);
    await close();
  });
});
