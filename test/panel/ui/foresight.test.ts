// What an ERP says before an undo or a letter: read on the first key, done by the second; a lock is said and nothing is done.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, type OpenOptions, press, settled } from './browser.ts';
import { panelForEach } from './panel.ts';

const LEAVES = 'L’annulation laisse des écritures dans Odoo : CABA/2026/07/0001.';
const LOCKED = 'La période est clôturée jusqu’au 30/06/2026.';
const NO_INVERSE = 'Lettrage ne peut pas contre-passer cette écriture.';
const INVERSE = {
  day: '2026-07-01',
  firstDay: '2026-07-01',
  entry: [
    { account: '411100', label: '', debitMinor: 2_500, creditMinor: 0 },
    { account: '627800', label: '', debitMinor: 0, creditMinor: 2_500 },
  ],
};
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

  /** What the ERP answers about the inverse of whatever is locked: an entry, or why there is none. */
  async function inverseIs(page: Page, answer: object | null): Promise<void> {
    const refused = { fault: { code: 'undo-no-inverse', says: NO_INVERSE, where: '', request: '' } };
    await page.route('**/inverse', (route) => route.fulfill({ status: answer ? 200 : 409, json: answer ?? refused }));
  }

  it('an undo in the history is read first too, and under a lock that nothing helps against never sent', async () => {
    const page = await beside({ language: 'en' }, ['period-locked', LOCKED]);
    await inverseIs(page, null);
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
    expect(await page.locator('.toast.warn').innerText()).toContain(NO_INVERSE);
  });

  it('under a lock the inverse is shown for the first open day, and posted by one key', async () => {
    const page = await beside({}, ['period-locked', LOCKED]);
    await inverseIs(page, INVERSE);
    await press(page, 'Enter');
    await arrived(panel().fake, 1);
    await settled(page);
    await press(page, 'h');
    await page.locator('#past tr.sel').waitFor();
    await settled(page);
    await press(page, 'u');
    const dialog = page.locator('dialog', { hasText: 'Contre-passer' });
    await dialog.locator('.msg', { hasText: LOCKED }).waitFor();
    expect(await dialog.locator('.entry').innerText()).toMatch(/411100 débit 25,00/);
    const go = dialog.locator('#inverse-go:not([disabled])', { hasText: 'Contre-passer au 01/07/2026' });
    await go.and(page.locator(':focus')).waitFor();
    expect(undone()).toEqual([]);
    await press(page, 'Enter');
    await arrived(panel().fake, 2);
    expect(undone().map((it) => it.body)).toEqual([{ on: '2026-07-01' }]);
    await page.locator('#past tr', { hasText: 'contre-passée au 01/07/2026' }).waitFor();
    expect(await page.locator('#past tr.undone').count()).toBe(1);
  });

  it('another open day is hers to choose, a locked one is not; Escape posts nothing', async () => {
    const page = await beside({ language: 'en' }, ['period-locked', LOCKED]);
    await inverseIs(page, { ...INVERSE, entry: [] });
    await press(page, 'Enter');
    await arrived(panel().fake, 1);
    await settled(page);
    const dialog = page.locator('dialog', { hasText: 'Reverse on an open day' });
    const open = async () => {
      await press(page, 'Control+z');
      await dialog.locator('#inverse-go:not([disabled])').and(page.locator(':focus')).waitFor();
    };
    await open();
    expect(await dialog.innerText()).toContain('without any entry');
    await press(page, 'Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(undone()).toEqual([]);
    await open();
    await dialog.locator('#inverse-day').fill('30/06/2026');
    await press(page, 'Enter');
    await dialog.locator('#inverse-go', { hasText: '1 Jul 2026' }).waitFor();
    await dialog.locator('#inverse-day').fill('15/07/2026');
    await press(page, 'Enter');
    await dialog.locator('#inverse-go', { hasText: '15 Jul 2026' }).and(page.locator(':focus')).waitFor();
    await press(page, 'Enter');
    await arrived(panel().fake, 2);
    expect(undone().map((it) => it.body)).toEqual([{ on: '2026-07-15' }]);
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
