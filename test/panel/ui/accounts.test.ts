// "Comptes à lettrer" by keyboard: sides that do not tie, what their difference is, and the entry that this posts.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, type Opened, open, press, settled, startBrowser } from './browser.ts';

describe.skipIf(chromiumPath === null)('accounts to letter', () => {
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

  /** Ticks the first debit and the first credit that do not tie; says what lies between them. */
  async function uneven(language: 'fr' | 'en', more: 'debit' | 'credit'): Promise<Page> {
    at = await open(browser, { screen: 'accounts', language });
    const { page, fake } = at;
    await settled(page);
    await press(page, 'Escape');
    const items = [...fake.world.items.values()];
    const credit = items.find((it) => it.residualMinor < 0 && it.kind === 'payment')!;
    const party = items.filter((it) => it.partyId === credit.partyId && it.residualMinor > 0);
    const debit = party.find((it) =>
      more === 'debit' ? it.residualMinor > -credit.residualMinor : it.residualMinor < -credit.residualMinor,
    );
    const wanted = debit ?? party[0]!;
    if (debit === undefined) {
      const enough = more === 'debit' ? -credit.residualMinor + 12_00 : -credit.residualMinor - 12_00;
      wanted.amountMinor = wanted.residualMinor = enough;
    }
    await press(page, 'f');
    await page.keyboard.type(credit.partyName ?? '');
    await press(page, 'Enter');
    await page.getByRole('heading', { name: credit.partyName ?? '' }).waitFor();
    await settled(page);
    await press(page, 'Escape');
    for (const { itemId } of [wanted, credit]) {
      const name = fake.world.items.get(itemId)!;
      await page
        .locator('.side tbody tr', { hasText: name.document ?? name.label })
        .first()
        .click();
    }
    await page.locator('.det ~ .diff').waitFor();
    return page;
  }
  const enter = (page: Page) => page.locator('.acts .pri');
  const sent = () => decided(at.fake).at(-1)?.body;

  it('names a discount by its key, shows the entry, and sends it', async () => {
    const page = await uneven('fr', 'debit');
    await expect.poll(() => enter(page).getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator('.diff').innerText()).toContain('de plus au débit');
    await press(page, 'e');
    await expect.poll(() => enter(page).innerText()).toContain('avec escompte');
    await page.locator('.diff .entry').waitFor();
    await press(page, 'Enter');
    await arrived(at.fake, 1);
    const adjustments = sent()?.['adjustments'] as { kind: string; amountMinor: number }[];
    expect(adjustments.map(({ kind, amountMinor }) => [kind, amountMinor < 0])).toEqual([['discount', true]]);
    expect(sent()?.['leave']).toBe(false);
  });

  it('leaves the rest open by its key', async () => {
    const page = await uneven('en', 'debit');
    await press(page, 'l');
    await expect.poll(() => enter(page).innerText()).toContain('stay open');
    await press(page, 'Enter');
    await arrived(at.fake, 1);
    expect(sent()).toMatchObject({ adjustments: [], leave: true });
  });

  it('keeps what is ticked meanwhile, when the answer to a letter brings the accounts anew', async () => {
    const page = await uneven('en', 'debit');
    await press(page, 'l');
    await expect.poll(() => enter(page).innerText()).toContain('stay open');
    at.fake.delayMs = 2_000;
    await press(page, 'Enter', 'Escape');
    const open = page.locator('.side tbody tr').first();
    await open.click();
    const ticked = () => page.locator('.side tbody tr.lit').allInnerTexts();
    const own = await ticked();
    expect(own).toHaveLength(1);
    const readAgain = page.waitForResponse((it) => it.url().includes('/api/accounts/items'));
    await arrived(at.fake, 1);
    await readAgain;
    await page.waitForTimeout(200);
    expect(await ticked()).toEqual(own);
  });

  it('takes an account with VAT from the menu', async () => {
    const page = await uneven('fr', 'debit');
    await press(page, 'q');
    await page.locator('[role=menu]').waitFor();
    await page.getByRole('menuitem', { name: /Autre compte/ }).click();
    await page.locator('#account-wanted').waitFor();
    await page.keyboard.type('6061');
    await page.locator('[role=option][aria-selected=true]', { hasText: '606100' }).waitFor();
    await page.locator('.rates [role=radio]', { hasText: '20' }).click();
    await page.locator('.rates [aria-checked=true]', { hasText: '20' }).waitFor();
    await page.locator('#account-wanted').press('Enter');
    await page.locator('.diff', { hasText: 'dont TVA' }).waitFor();
    await press(page, 'Enter');
    await arrived(at.fake, 1);
    expect(sent()?.['adjustments']).toMatchObject([
      { kind: 'other', account: '606100', vat: { rateBp: 2000, account: '445660' } },
    ]);
  });

  it('keeps the name of a difference while somebody letters elsewhere', async () => {
    const page = await uneven('fr', 'credit');
    await press(page, 'd');
    await expect.poll(() => enter(page).innerText()).toContain('avec écart');
    const letters = [{ action: 'letter', by: 'Paul', userId: '2', comment: null }];
    const news = { at: 2, files: '', decided: [], letters, rows: [], counters: [], imported: false };
    const body = `event: news\nid: 2\ndata: ${JSON.stringify(news)}\n\n`;
    const readAgain = page.waitForResponse((it) => it.url().includes('/api/accounts/items'));
    await page.route('**/api/events*', (it) => it.fulfill({ contentType: 'text/event-stream', body }), { times: 1 });
    await readAgain;
    await settled(page);
    expect(await enter(page).innerText()).toContain('avec écart');
    await press(page, 'Enter');
    await arrived(at.fake, 1);
  });

  it('a refusal is said and the lines come back', async () => {
    const page = await uneven('fr', 'credit');
    await press(page, 'd');
    await expect.poll(() => enter(page).innerText()).toContain('avec écart');
    await page.locator('.diff .entry').waitFor();
    const before = await page.locator('.side tbody tr').count();
    await page.route('**/api/accounts/letter', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/json',
        body: JSON.stringify({
          fault: { code: 'period-locked', says: 'La période est clôturée.', where: '', request: '' },
        }),
      }),
    );
    await press(page, 'Enter');
    await page.getByText('La période est clôturée.').first().waitFor();
    await expect.poll(() => page.locator('.side tbody tr').count()).toBe(before);
  });
});
