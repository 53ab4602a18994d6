// `npm run screens [-- words of names]`: a picture of every screen and state, for people to look at. They land in test/out/screens.
// `npm run screens -- --docs` renews the pictures of README and docs instead.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromiumPath, open, startBrowser } from '../panel/ui/browser.ts';
import { CASES } from './case.ts';
import type { ScreenCase } from './stroke.ts';

type Frame = { name: string; width: number; height: number; theme: 'light' | 'dark'; language: 'fr' | 'en' };

const FRAMES: readonly Frame[] = [
  { name: '1440', width: 1440, height: 900, theme: 'light', language: 'fr' },
  { name: '1440-dark-en', width: 1440, height: 900, theme: 'dark', language: 'en' },
  { name: '1024', width: 1024, height: 768, theme: 'light', language: 'fr' },
  { name: '720', width: 720, height: 450, theme: 'light', language: 'fr' },
  { name: '1440-en', width: 1440, height: 900, theme: 'light', language: 'en' },
  { name: '1024-dark', width: 1024, height: 768, theme: 'dark', language: 'fr' },
  { name: '1024-en', width: 1024, height: 768, theme: 'light', language: 'en' },
  { name: '390', width: 390, height: 844, theme: 'light', language: 'fr' },
];

/** Time for what answers late, such as a preview. */
const REST_MS = 400;
const OUT = join(import.meta.dirname, '../out/screens');
const DOCS = join(import.meta.dirname, '../../docs/screens');

/** Small enough for a page that shows several: each picture stays under 200 kB. */
const DOCS_VIEW = { width: 1240, height: 668, demo: false };

/** What README and docs show, by the place of the picture from docs/screens. */
const SHOWN: Readonly<Record<string, string>> = {
  'queue-difference@1440': 'a-rapprocher',
  'statement@1440': 'releve',
  'aging-open@1440': 'balance-agee',
  'accounts-whole@1440': 'compte-entier',
  'setup@1024': '../odoo/mise-en-route',
  'setup@1024-en': '../odoo/set-up',
  'setup-rights@1024': '../odoo/verifier',
  'setup-rights@1024-en': '../odoo/check',
  'setup-read@1024': '../odoo/premieres-propositions',
  'setup-read@1024-en': '../odoo/first-proposals',
};

const isForDocs = process.argv.includes('--docs');
const wanted = process.argv.slice(2).filter((word) => word !== '--docs');

function isWanted(name: string): boolean {
  if (isForDocs) return SHOWN[name] !== undefined;
  // English by day is for the guides alone.
  if (name.endsWith('@1024-en')) return false;
  return wanted.length === 0 || wanted.some((word) => name.includes(word));
}

if (chromiumPath !== null) {
  mkdirSync(OUT, { recursive: true });
  const browser = await startBrowser();
  for (const it of CASES) {
    for (const frame of FRAMES) {
      const picture = `${it.name}@${frame.name}`;
      // One page that does not open must not cost the pictures of all the others.
      if (isWanted(picture))
        await shoot(browser, it, frame).catch((error) => process.stdout.write(`${picture}: ${String(error)}\n`));
    }
  }
  await browser.close();
  process.stdout.write(`${isForDocs ? DOCS : OUT}\n`);
}

async function shoot(browser: Browser, it: ScreenCase, frame: Frame): Promise<void> {
  const { name, ...view } = frame;
  const { screen, before } = it;
  const opened = await open(browser, {
    ...it.world,
    ...view,
    ...(isForDocs && frame.width === FRAMES[0]?.width ? DOCS_VIEW : {}),
    ...(screen ? { screen } : {}),
    ...(before ? { before } : {}),
  });
  const { page, fake, errors } = opened;
  try {
    await it.go?.(page, fake);
    await page.waitForTimeout(REST_MS);
    const picture = `${it.name}@${name}`;
    await page.screenshot({ path: isForDocs ? join(DOCS, `${SHOWN[picture]}.png`) : join(OUT, `${picture}.png`) });
  } catch (error) {
    errors.push(String(error));
  }
  for (const problem of errors) process.stdout.write(`${it.name}@${name}: ${problem}\n`);
  await opened.close();
}
