// A whole account by keyboard: years, several lines ticked and lettered, letters shown, and a letter taken off where it is seen.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, press, settled } from './browser.ts';
import { panelForEach } from './panel.ts';

describe.skipIf(chromiumPath === null)('a whole account', () => {
  const { start, panel } = panelForEach();
  const rows = () => panel().page.locator('.bk-lines .li').allInnerTexts();

  /** The account of the first customer of all, opened whole. */
  async function opened() {
    const { page, fake } = await start({ screen: 'accounts' });
    await press(page, 'g', '0');
    await page.locator('#accounts .li', { hasText: 'Clinique Saint-Roch' }).click();
    await settled(page);
    await press(page, 'a');
    await page.locator('.bk-lines .li').first().waitFor();
    return { page, fake };
  }

  it('shows lettered lines with their letter, and a balance that a year does not change', async () => {
    const { page } = await opened();
    const [first = '', second = ''] = await rows();
    expect(first).toMatch(/03\/03\/2025[\s\S]*1\u00a0234,00[\s\S]*AB[\s\S]*1\u00a0234,00/);
    expect(second).toMatch(/AB[\s\S]*0,00$/);
    const last = (await rows()).at(-1);
    // Before 2025 stand all years; then each year by its arrow.
    await press(page, 'ArrowRight', 'ArrowRight');
    await settled(page);
    await page.locator('.bk-head', { hasText: 'Solde avant le 01/01/2026' }).waitFor();
    expect((await rows()).some((text) => text.includes('2025'))).toBe(false);
    expect((await rows()).at(-1)).toBe(last);
    await press(page, 'Home');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('account-book');
  });

  it('letters several lines ticked by keyboard, and takes the letter off again from there', async () => {
    const { page, fake } = await opened();
    const pair = [...fake.world.items.values()].filter((it) => it.partyId === 'p0' && it.residualMinor !== 0);
    const credit = pair.find((it) => it.kind === 'payment')!;
    const debit = pair.find((it) => it.residualMinor === -credit.residualMinor)!;
    await press(page, 'Escape', 'Home');
    for (const wanted of [debit, credit]) {
      await press(page, 'Home');
      for (let i = 0; i < 40; i += 1) {
        const text = await page.locator('.bk-lines .li.cur').innerText();
        if (text.includes(wanted.document ?? wanted.label) && !text.includes('AB')) break;
        await press(page, 'ArrowDown');
      }
      await press(page, 'Space');
    }
    expect(await page.locator('.bk-lines [aria-selected=true]').count()).toBe(2);
    await press(page, 'Enter');
    await arrived(fake, 1);
    expect(new Set(decided(fake)[0]?.body['itemIds'] as string[])).toEqual(new Set([debit.itemId, credit.itemId]));
    await expect.poll(() => page.locator('.bk-lines .li', { hasText: 'lettrée ici' }).count()).toBe(2);
    await page.locator('.bk-undo .btn', { hasText: 'Délettrer' }).waitFor();
    await press(page, 'u');
    await arrived(fake, 2);
    expect(decided(fake)[1]?.path).toMatch(/^\/decisions\/.*\/undo$/);
    await expect.poll(() => page.locator('.bk-lines .li', { hasText: 'lettrée ici' }).count()).toBe(0);
  });

  it('a letter of the ledger is taken off in the ledger, and that is said', async () => {
    const { page, fake } = await opened();
    await press(page, 'Home', 'u');
    expect(await page.locator('.bk-undo').innerText()).toContain('Lettre du grand livre');
    expect(decided(fake)).toEqual([]);
  });

  it('Escape goes back to the open lines, and A opens all of them again', async () => {
    const { page } = await opened();
    await press(page, 'Escape', 'Escape');
    await page.locator('.sides, .note').first().waitFor();
    expect(await page.locator('.bk-lines').count()).toBe(0);
    await press(page, 'a');
    await page.locator('.bk-lines').waitFor();
  });
});
