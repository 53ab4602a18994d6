// A line in another currency than the company's: whether it can be taken only the server knows, and nobody is faster than it.
import { describe, expect, it } from 'vitest';
import { chromiumPath, decided, press } from '../browser.ts';
import { panelForEach } from '../panel.ts';

const SAYS = 'En EUR et non en USD : le cours à retenir est celui de votre comptabilité.';

describe.skipIf(chromiumPath === null)('a line in another currency', () => {
  const { start } = panelForEach();

  it('is not accepted before the server said whether it can be, nor after it said no', async () => {
    const { page, fake } = await start();
    await page.route('**/api/session', async (route) => {
      const response = await route.fetch();
      const view = await response.json();
      await route.fulfill({ response, json: { ...view, company: { ...view.company, currency: 'USD' } } });
    });
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/preview', async (route) => {
      await asked;
      await route.fulfill({
        status: 422,
        json: { fault: { code: 'line-foreign', says: SAYS, where: '', request: '' } },
      });
    });
    await page.reload();
    const accept = page.locator('.acts .btn.pri');
    await accept.waitFor();
    await expect.poll(() => accept.getAttribute('title')).toBe('En devise : vérification…');
    await press(page, 'Enter');
    expect(await accept.getAttribute('aria-disabled')).toBe('true');
    answer();
    await expect.poll(() => page.locator('.det').innerText()).toContain(SAYS);
    await press(page, 'Enter');
    expect(decided(fake)).toEqual([]);
  });

  it('shows the entry in the company’s money with its own beside, and is taken once the server has answered', async () => {
    const { page, fake } = await start();
    await page.route('**/api/session', async (route) => {
      const response = await route.fetch();
      const view = await response.json();
      await route.fulfill({ response, json: { ...view, company: { ...view.company, currency: 'USD' } } });
    });
    const row = (account: string, debitMinor: number, creditMinor: number, minor: number | null) => ({
      ...{ account, label: '', debitMinor, creditMinor },
      ...(minor === null ? {} : { foreign: { minor, currency: 'EUR' } }),
    });
    const entry = [row('512900', 100_000, 0, 90_000), row('411100', 0, 99_000, 90_000), row('766000', 0, 1_000, null)];
    await page.route('**/preview', (route) => route.fulfill({ json: { entry, differenceMinor: 0 } }));
    await page.reload();
    await expect.poll(() => page.locator('.det .entry').innerText()).toContain('766000');
    const shown = (await page.locator('.det .entry').innerText()).replace(/\s/g, ' ');
    expect(shown).toContain('512900 débit 1 000,00 (900,00 EUR)');
    expect(shown).toContain('766000 crédit 10,00');
    expect(shown).not.toContain('10,00 (');
    const accept = page.locator('.acts .btn.pri');
    await expect.poll(() => accept.getAttribute('aria-disabled')).not.toBe('true');
    await press(page, 'Enter');
    await expect.poll(() => decided(fake).length).toBe(1);
  });
});
