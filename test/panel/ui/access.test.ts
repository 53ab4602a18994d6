// Axe on every screen and state, and nothing cut or scrolling sideways in any frame.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { CASES } from '../../screens/case.ts';
import { chromiumPath, goTo, type Opened, open, openAgain, press, startBrowser } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of WCAG 2.2 A and AA that axe can see, as 'rule: first place'. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const result = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return result.violations.map((it) => `${it.id}: ${it.nodes[0]?.html.slice(0, 160)} ${it.nodes[0]?.failureSummary}`);
  });
}

describe.skipIf(chromiumPath === null)('every screen and state', () => {
  let browser: Browser;
  let at: Opened;
  beforeAll(async () => {
    browser = await startBrowser();
    at = await open(browser);
  });
  afterAll(() => browser.close());

  test.each(CASES.map((it, i) => [it.name, it, i] as const))('%s has no violation that axe sees', async (_, it, i) => {
    const theme = i % 2 === 0 ? 'light' : 'dark';
    const language = i % 3 === 0 ? 'en' : 'fr';
    at = await openAgain(at, { ...it.world, theme, language, ...(it.before ? { before: it.before } : {}) });
    const { page, fake } = at;
    if (it.screen) await goTo(page, it.screen);
    await it.go?.(page, fake);
    // What answers late, such as a preview, begins to be asked for a moment after the last key.
    await page.waitForTimeout(200);
    expect(await violations(page)).toEqual([]);
  });
});

describe.skipIf(chromiumPath === null)('in every frame', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  const SCREENS = [
    'queue',
    'accounts',
    'aging',
    'customer/p0',
    'claims',
    'reports',
    'history',
    'trust',
    'imports',
    'statement/s1',
    'settings',
  ];
  const FRAMES = [
    [1440, 900],
    [1366, 768],
    [1024, 768],
    // 1440 by 900 at a zoom of 200 %.
    [720, 450],
    [640, 450],
    [390, 844],
    [320, 640],
  ] as const;

  test.each(FRAMES)(
    '%i by %i: the page never scrolls sideways, and no amount or button is cut',
    async (width, height) => {
      const { page, close } = await open(browser, { width, height, hostile: true });
      for (const screen of SCREENS) {
        await goTo(page, screen);
        if (width === 720 || width === 390) expect(await violations(page), screen).toEqual([]);
        const wrong = await page.evaluate(() => {
          const cut = [
            ...document.querySelectorAll<HTMLElement>('.btn, .amt, .sum, .acts, .find .held, .detail .held'),
          ].filter((it) => it.offsetParent !== null && it.scrollWidth > it.clientWidth + 1);
          const out = [...document.querySelectorAll<HTMLElement>('.acts .btn, .host > *')].filter(
            (it) => it.offsetParent !== null && it.getBoundingClientRect().right > window.innerWidth + 1,
          );
          // What scrolls by itself must be worth scrolling.
          const low = [...document.querySelectorAll<HTMLElement>('.list, .det, .scroll, .page')].filter(
            (it) => it.offsetParent !== null && it.clientHeight < 96,
          );
          const isWide = document.documentElement.scrollWidth > window.innerWidth;
          return [...cut, ...out, ...low]
            .map((it) => `${it.className}: ${it.innerText.slice(0, 80)}`)
            .concat(isWide ? ['page'] : []);
        });
        expect(wrong, screen).toEqual([]);
      }
      await close();
    },
  );

  it.each(['aging', 'statement/s1'])('twice as large, a key shows the row that it marks (%s)', async (screen) => {
    const { page, close } = await open(browser, { width: 720, height: 450, screen });
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    const marked = page.locator('tr.sel, .li.cur');
    await expect
      .poll(() => marked.evaluate((row) => row.getBoundingClientRect().bottom - window.innerHeight))
      .toBeLessThanOrEqual(0);
    await close();
  });

  it.each(['queue', 'imports', 'statement/s1'])(
    'nothing moves for whoever asked for less motion (%s)',
    async (screen) => {
      const { page, fake, close } = await open(browser, { screen });
      fake.delayMs = 600;
      await page.keyboard.press('Enter');
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((it) => {
          const { animationName, transitionDuration } = getComputedStyle(it);
          const isStill = animationName === 'none' && /^(0s(, )?)+$/.test(transitionDuration);
          return isStill ? [] : [it.className];
        }),
      );
      expect(moving).toEqual([]);
      await close();
    },
  );

  it.each([1440, 1024, 390])('the shortcut sheet is seen at %i wide, and gives the focus back', async (width) => {
    const { page, close } = await open(browser, { width });
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await expect.poll(focused).toBe('lines');
    await page.keyboard.press('?');
    await page.locator('dialog').waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await expect.poll(focused).toBe('lines');
    await close();
  });

  it('what must be seen without scrolling at 1024 by 768 is seen', async () => {
    const { page, close } = await open(browser, { width: 1024, height: 768, demo: false });
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown');
    const bottom = await page.locator('.lane').evaluate((it) => it.getBoundingClientRect().top);
    for (const part of ['.detail h2', '.sum', '.raw', '.detail tbody', '.diff .btns', '.sig li:first-child']) {
      const box = await page.locator(part).first().boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 9999), part).toBeLessThanOrEqual(bottom);
    }
    await close();
  });
});
