// A real Chromium on the built panel and the made-up server: what every browser test of the panel starts from.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { findChromium, findShell, launchChromium, NO_CHROMIUM } from '../../chromium.ts';
import { type Fake, TOKEN } from './fake/fake.ts';
import { TODAY } from './fake/model.ts';
import { startFake } from './fake/server.ts';
import { makeWorld, type WorldOptions } from './fake/world.ts';

const ROOT = join(import.meta.dirname, '../../..');
const UI = join(ROOT, 'panel/ui');
/** Shorter than a test may last, so that it is the wait that fails, by its name. */
const PATIENCE_MS = 20_000;
const LOCK = join(ROOT, 'test/out/panel-build.lock');

export const chromiumPath = findChromium();
if (chromiumPath === null) process.stderr.write(`${NO_CHROMIUM}\n`);

export type Opened = { page: Page; fake: Fake; context: BrowserContext; errors: string[]; close(): Promise<void> };
type Own = { fake: Fake; context: BrowserContext };
export type OpenOptions = WorldOptions & {
  language?: 'fr' | 'en';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** A phone's browser: fingers, no keyboard. */
  touch?: boolean;
  screen?: string;
  before?: (fake: Fake) => void;
};

/** Builds the panel when a source is newer than the build; workers that come together wait for the first. */
export function buildPanel(): void {
  mkdirSync(join(ROOT, 'test/out'), { recursive: true });
  for (let waited = 0; waited < 600; waited += 1) {
    try {
      mkdirSync(LOCK);
      break;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    if (newest(UI) > newest(join(UI, 'dist'))) {
      const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
      // The test runner's NODE_ENV would build for development, and this is the build that the program serves.
      const env = { ...process.env, NODE_ENV: 'production' };
      execFileSync(process.execPath, [vite, 'build', 'panel/ui', '--logLevel', 'error'], { cwd: ROOT, env });
    }
  } finally {
    rmdirSync(LOCK);
  }
}

/** Without windows where that is to be had; what stands inside another page or is measured asks for the `whole` browser. */
export async function startBrowser({ whole = false } = {}): Promise<Browser> {
  buildPanel();
  return launchChromium((whole ? null : findShell()) ?? chromiumPath ?? '');
}

/** Opens the panel on a fresh world, as the address shown at start does, and waits until its first screen stands. */
export async function open(browser: Browser, options: OpenOptions = {}): Promise<Opened> {
  const { language = 'fr', theme, width = 1440, height = 900, touch = false, screen, before, ...world } = options;
  const fake = await startFake(makeWorld(world));
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    reducedMotion: 'reduce',
    acceptDownloads: true,
    hasTouch: touch,
    isMobile: touch,
  });
  return openIn({ fake, context }, options);
}

/**
 * The panel on another fresh world, as a new page of the same context: the browser knows the program already, which is most of
 * the work of opening it. What is of the context (language, touch) stays as it was.
 */
export async function openAgain({ page, fake, context }: Opened, options: OpenOptions = {}): Promise<Opened> {
  const { language, theme, width, height, touch, screen, before, ...world } = options;
  await page.evaluate(() => localStorage.clear());
  await page.close();
  fake.renew(makeWorld(world));
  return openIn({ fake, context }, options);
}

async function openIn({ fake, context }: Own, options: OpenOptions): Promise<Opened> {
  const { language = 'fr', theme = 'light', width = 1440, height = 900, screen, before } = options;
  before?.(fake);
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  watchRequests(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text())) errors.push(message.text());
  });
  await page.clock.setSystemTime(new Date(`${TODAY}T10:00:00Z`));
  await page.addInitScript(
    (kept) => localStorage.setItem('lettrage.preferences', kept),
    JSON.stringify({ theme, language }),
  );
  // The lane stands still while its page is hidden: what was said must be there when a slow machine comes to look.
  await page.addInitScript({ content: "Object.defineProperty(document, 'hidden', { get: () => true })" });
  await page.goto(`${fake.url}/#t=${TOKEN}`);
  await page.waitForSelector('main');
  await settled(page);
  if (screen) await goTo(page, screen);
  const close = async () => {
    await context.close();
    await fake.close();
  };
  return { page, fake, context, errors, close };
}

export async function goTo(page: Page, screen: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${screen}`);
  await page.waitForSelector(`main.${screen.split('/')[0]}`);
  await settled(page);
}

/** Waits until nothing is still being asked for: not what is in view, nor the lines ahead of the cursor. */
export async function settled(page: Page): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (let calm = 0; calm < 2; ) {
    await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
    const asked = [...(underWay.get(page) ?? [])];
    calm = asked.length > 0 ? 0 : calm + 1;
    if (calm === 0 && Date.now() > until) throw new Error(`no answer to ${asked.map((it) => it.url()).join(', ')}`);
    await page.waitForTimeout(25);
  }
}

const underWay = new WeakMap<Page, Set<Request>>();

/** Counts what the page asks its server for; the stream of events, which never ends, is not counted. */
function watchRequests(page: Page): void {
  const own = new Set<Request>();
  underWay.set(page, own);
  page.on('request', (request) => {
    if (/\/api\/(?!events)/.test(request.url())) own.add(request);
  });
  page.on('requestfinished', (request) => own.delete(request));
  page.on('requestfailed', (request) => own.delete(request));
}

export async function press(page: Page, ...strokes: string[]): Promise<void> {
  for (const stroke of strokes) await page.keyboard.press(stroke);
}

/** The payer on the row under the cursor. */
export function cursorName(page: Page): Promise<string> {
  return page.locator('.li.cur .t').innerText();
}

/** What the server was asked to decide, in order. */
export function decided(fake: Fake): { path: string; body: Record<string, unknown> }[] {
  return fake.seen
    .filter((it) => !it.path.endsWith('/preview'))
    .map(({ path, body }) => ({ path: path.replace('/api', ''), body: body as Record<string, unknown> }));
}

/** Waits until this many decisions have reached the server. */
export async function arrived(fake: Fake, count: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (decided(fake).length < count) {
    if (Date.now() > until) throw new Error(`${decided(fake).length} of ${count} decisions reached the server`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function newest(folder: string): number {
  try {
    const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      if (entry.name === 'dist' && folder === UI) return 0;
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    });
    return Math.max(0, ...times);
  } catch {
    return 0;
  }
}
