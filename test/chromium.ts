// Where a Chromium is, for tests that need a real browser; and how it is started on a machine that may be root in a container.
import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium, or null; CHROMIUM in the environment comes first. */
export function findChromium(): string | null {
  return PLACES.find((path) => path !== undefined && isExecutable(path)) ?? null;
}

/** Chromium's own build without windows, where it is installed: it shows the same pages for less than half of the processor's time. */
export function findShell(): string | null {
  return process.env['CHROMIUM'] === undefined && isExecutable(SHELL) ? SHELL : null;
}

const SHELL = '/usr/bin/chromium-headless-shell';

/** The one line that a test run shows where there is none. */
export const NO_CHROMIUM = 'no Chromium found: browser tests are skipped (install chromium, or name one in CHROMIUM)';

export function launchChromium(path: string): Promise<Browser> {
  // Chromium refuses its own sandbox when it runs as root.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: path, headless: true, args: isRoot ? [...FLAGS, '--no-sandbox'] : FLAGS });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
