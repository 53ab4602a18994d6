// How the tests run: two workers for two cores, a fixed time zone that is not the bank's, one patience for all that is awaited.
import { defineConfig, type TestUserConfig } from 'vitest/config';
import { LiveLast } from './odoo/order.ts';
import { SecondTry } from './second-try.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const LIVE = 'test/**/*.live.test.ts';

const project = (test: TestUserConfig) => ({
  root: ROOT,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } as const,
  test: {
    env: { TZ: 'America/Chicago' },
    setupFiles: ['test/setup.ts'],
    // A browser, a database and an Odoo share two cores with whatever else the machine does: what has to come may come late.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    // What fails once and then passes is named at the end of the run; what fails twice is red.
    retry: 1,
    ...test,
  },
});

export default defineConfig({
  root: ROOT,
  test: {
    globalSetup: ['test/db/cluster.ts', 'test/odoo/desk.ts'],
    sequence: { sequencer: LiveLast },
    maxWorkers: 2,
    reporters: ['default', 'json', new SecondTry()],
    outputFile: { json: 'test/out/report.json' },
    projects: [
      // A worker keeps its modules from file to file: reading them anew for each took as long as half of the tests.
      // What a file leaves behind in its worker is red at that file (test/setup.ts).
      project({ name: 'own', include: ['test/**/*.test.{ts,tsx}'], exclude: [LIVE], isolate: false }),
      project({ name: 'live', include: [LIVE] }),
    ],
  },
});
