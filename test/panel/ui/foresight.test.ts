// What an ERP says before an undo or a letter: read on the first key, done by the second; a lock is said and nothing is done.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, type OpenOptions, press, settled } from './browser.ts';
import { panelForEach } from './panel.ts';

const LEAVES = 'L’annulation laisse des écritures dans Odoo : CABA/2026/07/0001.';
const LOCKED = 'La période est clôturée jusqu’au 30/06/2026.';
const VAT = 'La TVA de FAC/1 serait datée de 2026-07.';

describe.skipIf(chromiumPath === null)('what the ERP says before', () => {
  const { start, panel } = panelForEach();

  /** A panel beside an ERP that answers so whatever is asked before. */
  async function beside(options: OpenOptions, ...said: [code: string, says: string][]): Promise<Page> {
    const { page } = await start(options);
    await page.route('**/api/session', async (route) => {
      const response = await route.fetch();
      const view = await response.json();
      await route.fulfill({ response, json: { ...view, company: { ...view.company, erp: 'odoo' } } });
    });
    const isUndo = (url: string) => url.includes('/decisions/');
    const list = said.map(([code, says]) => ({ code, says, where: '', request: '' }));
    await page.route('**/foresee', (route) =>
      route.fulfill({
        json: list.filter(({ code }) => (code === 'vat-other-month') !== isUndo(route.request().url())),
      }),
    );
    await page.reload();
    await page.waitForSelector('main');
    await settled(page);
    return page;
  }
  const undone = () => decided(panel().fake).filter((it) => it.path.endsWith('/undo'));
  const toast = (page: Page, text: string) => page.locator('.toast.warn', { hasText: text }).waitFor();

  it('an undo at the line is read on the first key and done by the second', async () => {
    const page = await beside({}, ['undo-leaves', LEAVES]);
    await press(page, 'Enter');
    await arrived(panel().fake, 1);
    await settled(page);
    await press(page, 'Control+z');
    await toast(page, LEAVES);
    expect(undone()).toEqual([]);
    expect(await page.locator('.toast.warn').innerText()).toContain('Annulez encore une fois');
    await press(page, 'Control+z');
    await arrived(panel().fake, 2);
    expect(undone()).toHaveLength(1);
  });

  it('what the ERP has nothing to say about is undone at once', async () => {
    const page = await beside({ language: 'en' });
    await press(page, 'Enter');
    await arrived(panel().fake, 1);
    await settled(page);
    await press(page, 'Control+z');
    await arrived(panel().fake, 2);
    expect(undone()).toHaveLength(1);
  });

  it('an undo in the history is read first too, and under a lock never sent', async () => {
    const page = await beside({ language: 'en' }, ['period-locked', LOCKED]);
    await press(page, 'Enter');
    await arrived(panel().fake, 1);
    await settled(page);
    await press(page, 'h');
    await page.locator('#past tr.sel').waitFor();
    await settled(page);
    await press(page, 'u');
    await toast(page, LOCKED);
    await press(page, 'u');
    await settled(page);
    expect(undone()).toEqual([]);
    expect(await page.locator('.toast.warn').innerText()).not.toContain('once more');
  });

  it('a letter taken off from the whole account is read first too', async () => {
    const page = await beside({ screen: 'accounts' }, ['undo-leaves', LEAVES]);
    await press(page, 'Enter');
    await arrived(panel().fake, 1);
    await settled(page);
    const first = decided(panel().fake)[0]?.body['itemIds'] as string[];
    const { partyName } = panel().fake.world.items.get(first[0]!)!;
    await press(page, 'g', '0');
    await page.locator('#accounts .li', { hasText: partyName! }).click();
    await settled(page);
    await press(page, 'a');
    const lettered = page.locator('.bk-lines .li', { hasText: 'lettrée ici' });
    await lettered.first().waitFor();
    const place = Number((await lettered.first().getAttribute('id'))?.replace('book-', ''));
    await press(page, 'Home', ...Array.from({ length: place }, () => 'ArrowDown'));
    await page.locator('.bk-undo .btn', { hasText: 'Délettrer' }).waitFor();
    await press(page, 'u');
    await toast(page, LEAVES);
    expect(undone()).toEqual([]);
    await press(page, 'u');
    await arrived(panel().fake, 2);
    expect(undone()).toHaveLength(1);
  });

  it('a letter whose VAT falls in another month asks for a second Enter', async () => {
    const page = await beside({ screen: 'accounts' }, ['vat-other-month', VAT]);
    await page.locator('.pane.detail .msg', { hasText: VAT }).waitFor();
    await press(page, 'Enter');
    await page.locator('.msg[role=alert]', { hasText: VAT }).waitFor();
    expect(decided(panel().fake)).toEqual([]);
    await press(page, 'Enter');
    await arrived(panel().fake, 1);
    expect(decided(panel().fake)[0]?.body['accepted']).toEqual(['vat-other-month']);
  });
});
