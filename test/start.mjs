// The whole proof with one command: brings packages and a browser, checks types and lint, builds the panel, runs every test.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, ROOT } from '../panel/start.mjs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SHELL_PACKAGE = 'chromium-headless-shell';
const SHELL = `/usr/bin/${SHELL_PACKAGE}`;
const REPORT = join(ROOT, 'test', 'out', 'report.json');
const PREPARED = join(ROOT, 'test', 'out', 'odoo.txt');

install({ dev: true });
const skipped = [bringBrowser()].filter(Boolean);
build();

mkdirSync(join(ROOT, 'test', 'out'), { recursive: true });
const only = process.argv.slice(2);
const preparing = only.length === 0 || only.some((part) => part.includes('odoo')) ? prepareOdoo() : null;

const failed = [
  step('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  step('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--config-path=test/lint.json', '.']),
].filter((ok) => !ok).length;

rmSync(REPORT, { force: true });
const tests = step('tests', [
  ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts'],
  ...only,
]);

preparing?.kill();
if (preparing) skipped.push(...unprepared());

for (const line of skipped) console.log(`skipped: ${line}`);
const counts = existsSync(REPORT)
  ? JSON.parse(readFileSync(REPORT, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
const bad = counts.numFailedTests + failed + (!tests && counts.numFailedTests === 0 ? 1 : 0);
console.log(`${counts.numPassedTests} passed, ${bad} failed, ${counts.numPendingTests} skipped`);
process.exit(bad === 0 && counts.numPassedTests > 0 ? 0 : 1);

function step(name, args) {
  const done = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (done.status !== 0) console.log(`${name}: failed`);
  return done.status === 0;
}

/** Builds what the live Odoo suites need beside everything else; they wait for it, and come last. */
function prepareOdoo() {
  const out = openSync(PREPARED, 'w');
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), 'test/odoo/prepare.ts'], {
    cwd: ROOT,
    stdio: ['ignore', out, 'inherit'],
  });
}

/** What could not be had here, by name. */
function unprepared() {
  const lines = readFileSync(PREPARED, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('skipped: ')).map((line) => line.slice('skipped: '.length));
}

/** Debian's Chromium and its build without windows, installed where we may; says in one line what is missing where we may not. */
function bringBrowser() {
  const missing = process.env.CHROMIUM
    ? []
    : [
        ...(BROWSERS.some((path) => existsSync(path)) ? [] : ['chromium']),
        ...(existsSync(SHELL) ? [] : [SHELL_PACKAGE]),
      ];
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    // One by one: a release without the second has the first.
    for (const name of missing) spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
  }
  if (process.env.CHROMIUM || BROWSERS.some((path) => existsSync(path))) return null;
  return 'browser tests (no Chromium: apt-get install chromium)';
}
