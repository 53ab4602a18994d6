// "États", the report of VAT: what the company declares of invoices of which the ledger does not tell.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided } from '../browser.ts';
import { panelForEach } from '../panel.ts';

const CHOICE = '#vat-due';

describe.skipIf(chromiumPath === null)('the regime of VAT in "États"', () => {
  const { start } = panelForEach();

  it('stands above that report alone, declared by nobody, and is sent when it is chosen', async () => {
    const { page, fake } = await start({ screen: 'reports' });
    await page.waitForSelector('.sheet-one');
    expect(await page.locator(CHOICE).count()).toBe(0);
    await page.locator('.reports-list button', { hasText: 'TVA' }).click();
    await page.waitForSelector(CHOICE);
    expect(await page.locator(CHOICE).inputValue()).toBe('');
    await page.locator(CHOICE).selectOption('receipts');
    await arrived(fake, 1);
    expect(decided(fake)).toMatchObject([{ path: '/reports/vat-due', body: { vatDue: 'receipts' } }]);
    await expect.poll(() => page.locator(CHOICE).inputValue()).toBe('receipts');
  });

  it('is shown to who may not declare it, and cannot be changed', async () => {
    const { page } = await start({ screen: 'reports', role: 'bookkeeper' });
    await page.waitForSelector('.sheet-one');
    await page.locator('.reports-list button', { hasText: 'TVA' }).click();
    await page.waitForSelector(CHOICE);
    expect(await page.locator(CHOICE).isDisabled()).toBe(true);
  });
});
