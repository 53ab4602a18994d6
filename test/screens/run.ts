// `npm run screens [-- words of names]`: a picture of every screen and state, for people to look at. They land in test/out/screens.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { findChromium, launchChromium, NO_CHROMIUM } from '../chromium.ts';
import { TOKEN } from '../panel/ui/fake/fake.ts';
import { TODAY } from '../panel/ui/fake/model.ts';
import { startFake } from '../panel/ui/fake/server.ts';
import { makeWorld } from '../panel/ui/fake/world.ts';
import { CASES, type ScreenCase } from './case.ts';

type Frame = { name: string; width: number; height: number; theme: 'light' | 'dark'; language: 'fr' | 'en' };

const FRAMES: readonly Frame[] = [
  { name: '1440', width: 1440, height: 900, theme: 'light', language: 'fr' },
  { name: '1440-dark-en', width: 1440, height: 900, theme: 'dark', language: 'en' },
  { name: '1024', width: 1024, height: 768, theme: 'light', language: 'fr' },
  { name: '390', width: 390, height: 844, theme: 'light', language: 'fr' },
];

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'test/out/screens');

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.some((word) => name.includes(word));

const path = findChromium();
if (path === null) {
  process.stderr.write(`${NO_CHROMIUM}\n`);
} else {
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', 'panel/ui', '--logLevel', 'error'],
    { cwd: ROOT, stdio: 'inherit' },
  );
  mkdirSync(OUT, { recursive: true });
  const browser = await launchChromium(path);
  for (const it of CASES)
    for (const frame of FRAMES) if (isWanted(`${it.name}@${frame.name}`)) await shoot(browser, it, frame);
  await browser.close();
}

async function shoot(browser: Browser, it: ScreenCase, frame: Frame): Promise<void> {
  const fake = await startFake(makeWorld(it.world));
  it.before?.(fake);
  const context = await browser.newContext({
    viewport: { width: frame.width, height: frame.height },
    locale: frame.language,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.clock.setSystemTime(new Date(`${TODAY}T10:00:00Z`));
  await page.addInitScript(
    ([theme, language]) => localStorage.setItem('lettrage.preferences', JSON.stringify({ theme, language })),
    [frame.theme, frame.language] as const,
  );
  await page.goto(`${fake.url}/#t=${TOKEN}`);
  await page.waitForSelector('main');
  await page.waitForLoadState('networkidle');
  if (it.screen) {
    await page.evaluate((screen) => {
      location.hash = `#/${screen}`;
    }, it.screen);
    await page.waitForSelector(`main.${it.screen}`);
    await page.waitForLoadState('networkidle');
  }
  try {
    await it.go?.(page, fake);
  } catch (error) {
    problems.push(String(error));
  }
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(OUT, `${it.name}@${frame.name}.png`) });
  for (const problem of problems) process.stdout.write(`${it.name}@${frame.name}: ${problem}\n`);
  await context.close();
  await fake.close();
}
