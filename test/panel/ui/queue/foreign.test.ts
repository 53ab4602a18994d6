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
});
