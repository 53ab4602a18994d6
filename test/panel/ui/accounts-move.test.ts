// "Comptes à lettrer": a receipt that stands on the wrong customer is proposed there, moved by Enter, and comes back by its undo.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { MoveRow } from '../../../sync/port/ledger-view.ts';
import { arrived, chromiumPath, decided, press, settled } from './browser.ts';
import { HOLDER, misbooked, OWING } from './fake/misbooked.ts';
import { panelForEach } from './panel.ts';

describe.skipIf(chromiumPath === null)('a receipt on the wrong customer', () => {
  const { start, panel } = panelForEach();
  const enter = (page: Page) => page.locator('.acts .pri');
  const sent = () => decided(panel().fake).at(-1)?.body;

  async function onAccount(explained = false): Promise<Page> {
    const { page } = await start({ screen: 'accounts', before: (fake) => misbooked(fake, explained) });
    await settled(page);
    await press(page, 'f');
    await page.keyboard.type(HOLDER.name);
    await press(page, 'Enter');
    await page.getByRole('heading', { name: HOLDER.name }).waitFor();
    await settled(page);
    return page;
  }

  it('is ticked with what it pays, says why and what is posted, and goes by Enter', async () => {
    const page = await onAccount();
    await page.getByText('Il paraît régler une pièce de Lestrade').waitFor();
    await page.locator('.side', { hasText: OWING.name }).waitFor();
    await page.locator('.diff .entry').waitFor();
    await expect.poll(() => enter(page).innerText()).toContain('Transférer à Couverture Lestrade');
    await press(page, 'Enter');
    await arrived(panel().fake, 1);
    const [{ creditId, items }] = panel().fake.world.moves as [MoveRow];
    expect(sent()).toMatchObject({ itemIds: [creditId, items[0]?.itemId], adjustments: [], leave: false, move: true });
    await page.locator('.lane', { hasText: `de ${HOLDER.name} transférés à ${OWING.name}` }).waitFor();
  });

  it('ticked in part joins nothing', async () => {
    const page = await onAccount();
    await page.locator('.side', { hasText: OWING.name }).waitFor();
    await page.locator('.side tbody tr', { hasNotText: OWING.name }).filter({ hasText: '431,17' }).click();
    await expect.poll(() => enter(page).getAttribute('aria-disabled')).toBe('true');
    await press(page, 'Enter');
    expect(decided(panel().fake)).toEqual([]);
  });

  it('that the account takes itself is only doubted', async () => {
    const page = await onAccount(true);
    await page.getByText('Le libellé désigne une pièce de Lestrade').waitFor();
    expect(await page.locator('.groups [role=radio]').count()).toBe(1);
    await expect.poll(() => enter(page).innerText()).toContain('Lettrer 2 lignes');
  });
});
