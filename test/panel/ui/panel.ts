// What the tests of a block share: a browser, and for each of them a panel of its own.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Opened, type OpenOptions, open, startBrowser } from './browser.ts';

/**
 * One browser for the tests of a block, and for each test one panel, opened by `start` and closed after it; `panel()` is the
 * one of this test. `quietly` asks that nothing went wrong in the page that the test did not look for.
 */
export function panelForEach({ quietly = true } = {}) {
  let browser: Browser;
  let at: Opened;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    if (quietly) expect(at.errors).toEqual([]);
    await at.close();
  });
  const start = async (options: OpenOptions = {}): Promise<Opened> => {
    at = await open(browser, options);
    return at;
  };
  return { start, panel: () => at };
}
