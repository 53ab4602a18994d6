// How the tests run: two workers for two cores, a fixed time zone that is not the bank's, one patience for all that is awaited.
import { defineConfig } from 'vitest/config';
import { LiveLast } from './odoo/order.ts';
import { SecondTry } from './second-try.ts';

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
    // A browser, a database and an Odoo share two cores with whatever else the machine does: what has to come may come late.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    // What fails once and then passes is named at the end of the run; what fails twice is red.
    retry: 1,
    reporters: ['default', 'json', new SecondTry()],
    outputFile: { json: 'test/out/report.json' },
  },
});
