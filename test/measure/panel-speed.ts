// How the desk holds ten thousand open lines: frames while scrolling, keys to the next painted line, rows ever drawn, bytes over the wire.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { NO_CHROMIUM } from '../chromium.ts';
import { chromiumPath, open, startBrowser } from '../panel/ui/browser.ts';
import { median } from './median.ts';

const LINES = 10_000;
const STEPS = 240;
const KEYS = 100;
/** A key is answered in the frame in which it falls, with room for a slow machine. */
const PAINT_MS_MAX = 50;

if (chromiumPath === null) console.log(NO_CHROMIUM);
else {
  const browser = await startBrowser({ whole: true });
  const { page, close } = await open(browser, { lines: LINES, decided: false });
  await page.waitForFunction(() => document.querySelector('[role=listbox]')?.getAttribute('aria-busy') === 'false');
  const scroll = await scrolled(page);
  const keys = await stepped(page);
  const late = keys.filter((ms) => ms > PAINT_MS_MAX).length;
  console.log(`lines ${LINES} · rows in the page at most ${scroll.rowsMax} · empty frames ${scroll.empty} of ${STEPS}`);
  console.log(
    `frame while scrolling, median ${Math.round(median(scroll.frames))} ms · key to painted line, median ${Math.round(median(keys))} ms`,
  );
  console.log(`keys later than ${PAINT_MS_MAX} ms: ${late} of ${KEYS} · bundle ${bundle()} kB gzip`);
  await close();
  await browser.close();
}

function scrolled(page: Page): Promise<{ frames: number[]; rowsMax: number; empty: number }> {
  return page.evaluate(async (steps) => {
    const list = document.querySelector('[role=listbox]');
    const frames: number[] = [];
    let rowsMax = 0;
    let empty = 0;
    if (!list) return { frames, rowsMax, empty };
    for (let i = 0; i < steps; i += 1) {
      const before = performance.now();
      list.scrollTop += 400;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames.push(performance.now() - before);
      const { left, top, height } = list.getBoundingClientRect();
      rowsMax = Math.max(rowsMax, list.querySelectorAll('.li').length);
      if (!document.elementFromPoint(left + 100, top + height / 2)?.closest('.li, .grp')) empty += 1;
    }
    return { frames, rowsMax, empty };
  }, STEPS);
}

function stepped(page: Page): Promise<number[]> {
  return page.evaluate(async (keys) => {
    const list = document.querySelector('[role=listbox]');
    const times: number[] = [];
    for (let i = 0; i < keys; i += 1) {
      const before = performance.now();
      list?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - before);
    }
    return times;
  }, KEYS);
}

function bundle(): number {
  const assets = join(import.meta.dirname, '../../panel/ui/dist/assets');
  const bytes = readdirSync(assets).reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
  return Math.round(bytes / 1000);
}
