// On a phone, with fingers: read a line, accept it, put one off; everything to tap is large enough; the panel can be installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, settled } from './browser.ts';
import { panelForEach } from './panel.ts';

const PHONE = { width: 390, height: 844, touch: true } as const;
const TAP_PX = 44;
const PUBLIC = join(import.meta.dirname, '../../../panel/ui/public');

describe.skipIf(chromiumPath === null)('on a phone', () => {
  const { start } = panelForEach();

  it('a line is read, accepted and put off by taps alone, one after the other', async () => {
    const { page, fake } = await start(PHONE);
    await page.locator('.li .t').first().tap();
    await page.locator('.detail h2', { hasText: 'CLINIQUE SAINT-ROCH' }).waitFor();
    await page.locator('.acts .btn.pri').tap();
    await arrived(fake, 1);
    // The next line is there at once, without the list between.
    await page.locator('.detail h2', { hasText: 'TRANSPORTS DELMAS' }).waitFor();
    await settled(page);
    await page.locator('.acts .btn', { hasText: 'Plus tard' }).tap();
    await page.locator('[role=menuitem]', { hasText: 'Demain' }).tap();
    await arrived(fake, 2);
    expect(decided(fake).map((it) => it.path)).toEqual(['/lines/l0/accept', '/lines/l1/later']);
    await page.locator('.toast button', { hasText: 'Annuler' }).tap();
    await arrived(fake, 3);
    await page.locator('.detail > .btn.ghost').tap();
    expect(await page.locator('#lines').isVisible()).toBe(true);
  });

  it('everything to tap on the list, a line and its menu is at least 44 px', async () => {
    const { page } = await start(PHONE);
    expect(await small(page)).toEqual([]);
    await page.locator('.li .t').nth(3).tap();
    await settled(page);
    expect(await small(page)).toEqual([]);
    await page.locator('.acts .btn', { hasText: 'Plus tard' }).tap();
    await page.locator('[role=menuitem]').first().waitFor();
    expect(await small(page)).toEqual([]);
  });

  it('nothing is wider than the phone, and no key is printed', async () => {
    const { page } = await start(PHONE);
    await page.locator('.li .t').nth(3).tap();
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    expect(await page.locator('.kbd:visible').count()).toBe(0);
  });

  it('tabs and counters scroll: no word of one lies over the next', async () => {
    const { page } = await start(PHONE);
    for (const row of ['.tabs > a', '.counters > button']) {
      const wide = await page
        .locator(row)
        .evaluateAll((cells) =>
          cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
        );
      expect(wide).toEqual([]);
    }
  });

  it('a long name in the aged balance ends within its cell: past it nothing but three dots would be drawn', async () => {
    const { page } = await start({ ...PHONE, hostile: true, screen: 'aging' });
    await page.locator('.matrix .party').first().waitFor();
    const past = await page.locator('.matrix .party .first').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const name = cell.querySelector('.el');
        const isPast = name && name.getBoundingClientRect().right > cell.getBoundingClientRect().right;
        return isPast ? [name.textContent] : [];
      }),
    );
    expect(past).toEqual([]);
  });

  it('says of itself what an installer asks: name, start, colours, icons of both sizes, each as large as it says', async () => {
    const manifest = JSON.parse(readFileSync(join(PUBLIC, 'manifest.webmanifest'), 'utf8')) as {
      display: string;
      start_url: string;
      icons: { src: string; sizes: string; type: string; purpose: string }[];
    };
    expect([manifest.display, manifest.start_url]).toEqual(['standalone', './']);
    const pictures = manifest.icons.filter((it) => it.type === 'image/png');
    expect(pictures.map((it) => `${it.sizes} ${it.purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
    const { page } = await start(PHONE);
    for (const { src, sizes } of pictures) {
      const size = await page.evaluate(async (url) => {
        const picture = new Image();
        picture.src = url;
        await picture.decode();
        return `${picture.naturalWidth}x${picture.naturalHeight}`;
      }, src);
      expect(size).toBe(sizes);
    }
  });
});

/** What can be tapped and is smaller than a finger; of a box its hit area counts. */
function small(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const all = document.querySelectorAll<HTMLElement>('button, a[href], select, input, [role=menuitem], .cb');
    return [...all].flatMap((it) => {
      const { width, height, left, top } = it.getBoundingClientRect();
      const isSeen = width > 0 && it.checkVisibility({ visibilityProperty: true }) && !it.closest('.hear');
      if (!isSeen || left < 0 || left > innerWidth) return [];
      const grown = it.matches('.cb') ? -2 * Number.parseInt(getComputedStyle(it, '::before').top, 10) : 0;
      const name = `${it.className} ${it.textContent?.trim().slice(0, 20)} ${Math.round(width)}x${Math.round(height)}`;
      return height + grown >= least && width + grown >= least ? [] : top >= 0 ? [name] : [];
    });
  }, TAP_PX);
}
