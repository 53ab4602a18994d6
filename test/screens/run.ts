// `npm run screens [-- words of names]`: a picture of every screen and state, for people to look at. They land in test/out/screens.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromiumPath, open, startBrowser } from '../panel/ui/browser.ts';
import { CASES, type ScreenCase } from './case.ts';

type Frame = { name: string; width: number; height: number; theme: 'light' | 'dark'; language: 'fr' | 'en' };

const FRAMES: readonly Frame[] = [
  { name: '1440', width: 1440, height: 900, theme: 'light', language: 'fr' },
  { name: '1440-dark-en', width: 1440, height: 900, theme: 'dark', language: 'en' },
  { name: '1024', width: 1024, height: 768, theme: 'light', language: 'fr' },
  { name: '390', width: 390, height: 844, theme: 'light', language: 'fr' },
];

/** Time for what answers late, such as a preview. */
const REST_MS = 400;
const OUT = join(import.meta.dirname, '../out/screens');

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.some((word) => name.includes(word));

if (chromiumPath !== null) {
  mkdirSync(OUT, { recursive: true });
  const browser = await startBrowser();
  for (const it of CASES) {
    for (const frame of FRAMES) if (isWanted(`${it.name}@${frame.name}`)) await shoot(browser, it, frame);
  }
  await browser.close();
  process.stdout.write(`${OUT}\n`);
}

async function shoot(browser: Browser, it: ScreenCase, frame: Frame): Promise<void> {
  const { name, ...view } = frame;
  const { screen, before } = it;
  const opened = await open(browser, {
    ...it.world,
    ...view,
    ...(screen ? { screen } : {}),
    ...(before ? { before } : {}),
  });
  const { page, fake, errors } = opened;
  try {
    await it.go?.(page, fake);
    await page.waitForTimeout(REST_MS);
    await page.screenshot({ path: join(OUT, `${it.name}@${name}.png`) });
  } catch (error) {
    errors.push(String(error));
  }
  for (const problem of errors) process.stdout.write(`${it.name}@${name}: ${problem}\n`);
  await opened.close();
}
