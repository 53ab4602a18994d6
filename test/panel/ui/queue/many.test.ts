// Ten thousand lines, and a hundred in a row.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, open, press, startBrowser } from '../browser.ts';

describe.skipIf(chromiumPath === null)('many lines', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it('draws only what is in view of ten thousand, and reaches the last', async () => {
    const { page, close, errors } = await open(browser, { lines: 10_000, decided: false });
    await expect
      .poll(() => page.locator('[role=listbox]').getAttribute('aria-busy'), { timeout: 20_000 })
      .toBe('false');
    expect(await page.locator('.li').count()).toBeLessThan(60);
    await press(page, 'End');
    expect(await page.locator('.li.cur').getAttribute('aria-posinset')).toBe('10000');
    expect(await page.locator('.li.cur').getAttribute('aria-setsize')).toBe('10000');
    expect(await page.locator('.li.cur').isVisible()).toBe(true);
    await press(page, 'Home', 'PageDown', 'ArrowDown');
    expect(await page.locator('.li.cur').getAttribute('aria-posinset')).toBe('12');
    expect(errors).toEqual([]);
    await close();
  });

  it('loads every line once while lines are decided under the loading pages', async () => {
    const { page, fake, close } = await open(browser, {
      lines: 1_200,
      decided: false,
      before: (fake) => {
        fake.delayMs = 60;
      },
    });
    await page.waitForSelector('.li');
    await press(page, 'Enter', 'Enter', 'Enter');
    await expect
      .poll(() => page.locator('[role=listbox]').getAttribute('aria-busy'), { timeout: 20_000 })
      .toBe('false');
    fake.delayMs = 0;
    await press(page, 'End');
    expect(await page.locator('.li.cur').getAttribute('aria-posinset')).toBe('1200');
    await close();
  });

  it('a hundred lines take at most 1.3 keys each, and the focus is never lost', async () => {
    const { page, fake, close } = await open(browser, { lines: 130, decided: false });
    let keys = 0;
    let lost = 0;
    const look = () =>
      page.evaluate(() => ({
        focus: document.activeElement?.id,
        position: document.querySelector('.li.cur')?.getAttribute('aria-posinset'),
        isNone: document.querySelector('.nothing') !== null,
        isOver: document.querySelector('.diff.calm, .diff .warn-text') !== null,
      }));
    const key = async (stroke: string) => {
      keys += 1;
      await press(page, stroke);
    };
    for (let accepted = 0; accepted < 100; ) {
      const before = await look();
      if (before.focus !== 'lines') lost += 1;
      if (before.isNone) {
        await key('ArrowDown');
        continue;
      }
      if (before.isOver) await key('a');
      await key('Enter');
      accepted += 1;
      expect((await look()).position).not.toBe(before.position);
    }
    await arrived(fake, 100);
    expect(decided(fake)).toHaveLength(100);
    expect(lost).toBe(0);
    expect(keys / 100).toBeLessThanOrEqual(1.3);
    await close();
  }, 120_000);
});
