// The keys as a French keyboard sends them: digits without Shift are signs, letters stand elsewhere.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, open, press, settled, startBrowser } from './browser.ts';

type Held = { shiftKey?: boolean; ctrlKey?: boolean };

/** Presses a key where the focus is, with the name and the place that the keyboard gives it. */
async function send(page: Page, key: string, code: string, held: Held = {}): Promise<void> {
  await page.evaluate(
    ([name, place, keys]) => {
      const init = { key: name, code: place, ...keys, bubbles: true, cancelable: true };
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init));
    },
    [key, code, held] as const,
  );
}

describe.skipIf(chromiumPath === null)('on AZERTY', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it('digits act without Shift and with it, and letters where they are printed', async () => {
    const { page, fake, close } = await open(browser);
    await press(page, 'ArrowDown');
    await settled(page);
    const heading = () => page.locator('.detail .h2 h3').innerText();
    expect(await heading()).toBe('Proposition 1 sur 2');
    await send(page, 'é', 'Digit2');
    await expect.poll(heading).toBe('Proposition 2 sur 2');
    await send(page, '1', 'Digit1', { shiftKey: true });
    await expect.poll(heading).toBe('Proposition 1 sur 2');
    await send(page, 'r', 'KeyR');
    await page.getByRole('menu').waitFor();
    await send(page, '"', 'Digit3');
    await arrived(fake, 1);
    expect(decided(fake)[0]?.path).toBe('/lines/l1/reject');
    await send(page, 'z', 'KeyW', { ctrlKey: true });
    await arrived(fake, 2);
    await send(page, 'g', 'KeyG');
    await send(page, 'é', 'Digit2');
    await expect.poll(() => page.locator('.counters [aria-pressed=true]').innerText()).toContain('Avec écart');
    await close();
  });

  it('the sheet, the search and what is left of an amount are reached', async () => {
    const { page, close } = await open(browser);
    await send(page, '?', 'KeyM', { shiftKey: true });
    await page.getByRole('dialog').waitFor();
    await press(page, 'Escape');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await send(page, '/', 'Period', { shiftKey: true });
    await page.getByRole('dialog').waitFor();
    await press(page, 'Escape');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await send(page, 'm', 'Semicolon');
    const field = page.locator('.detail tbody input').first();
    await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.type('12');
    await send(page, '=', 'Equal');
    await expect.poll(() => field.inputValue()).not.toBe('12');
    await close();
  });

  it('keys of the browser and of Odoo pass through', async () => {
    const { page, close } = await open(browser);
    const kept = await page.evaluate(() =>
      [
        { key: 'k', code: 'KeyK', ctrlKey: true },
        { key: 'f', code: 'KeyF', ctrlKey: true },
        { key: 'p', code: 'KeyP', ctrlKey: true },
        { key: 'r', code: 'KeyR', ctrlKey: true },
        { key: 'l', code: 'KeyL', ctrlKey: true },
        { key: 't', code: 'KeyT', ctrlKey: true },
        { key: 'w', code: 'KeyZ', ctrlKey: true },
        { key: 'h', code: 'KeyH', ctrlKey: true },
        { key: 'a', code: 'KeyQ', altKey: true },
        { key: 's', code: 'KeyS', altKey: true },
        { key: 'F5', code: 'F5' },
        { key: 'Tab', code: 'Tab' },
      ].filter((init) => {
        const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
        return event.defaultPrevented;
      }),
    );
    expect(kept).toEqual([]);
    await close();
  });
});
