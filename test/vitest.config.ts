// How the tests run: two workers for two cores, a fixed time zone that is not the bank's, and no retries.
import { defineConfig } from 'vitest/config';
import { LiveLast } from './odoo/order.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.{ts,tsx}'],
    env: { TZ: 'America/Chicago' },
    setupFiles: ['test/setup.ts'],
    globalSetup: ['test/db/cluster.ts', 'test/odoo/desk.ts'],
    sequence: { sequencer: LiveLast },
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
