#!/usr/bin/env node
// Brings what the program needs (packages, the built panel), then runs it. Plain JavaScript: it must run before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, 'node_modules', '.lettrage');

/**
 * The engine makes 27 KB of short-lived objects a line and keeps what it found until all lines are decided. In V8's young
 * generation of 16 MB that is moved to old pages before it dies, and its guess at what lives long puts it there at once: each
 * pass then waits for fresh pages from the system. Measured in docs/decisions.md; `npm run measure` runs with the same.
 */
export const HEAP = ['--max-semi-space-size=64', '--no-allocation-site-pretenuring'];

/**
 * Installs the packages when the lock file is not the one of the last install. `dev` also brings what tests and checks need;
 * an installation with them serves a start as well. Install scripts stay off: nothing here needs them.
 */
export function install({ dev }) {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const [installed, kind] = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').split(' ') : [];
  if (installed === lock && (kind === 'dev' || !dev)) return;
  // A developer's packages are never taken away by a start.
  const withDev = dev || kind === 'dev' || existsSync(join(ROOT, 'node_modules', 'vitest'));
  process.stderr.write('Installing packages …\n');
  run('npm', [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    withDev ? '--include=dev' : '--omit=dev',
  ]);
  writeFileSync(STAMP, `${lock} ${withDev ? 'dev' : 'run'}`);
}

/** Builds the panel when one of its sources is newer than the last build. */
export function build() {
  const built = join(ROOT, 'panel', 'ui', 'dist', 'index.html');
  const since = existsSync(built) ? statSync(built).mtimeMs : 0;
  const sources = [join(ROOT, 'panel', 'ui'), join(ROOT, 'package-lock.json')];
  if (sources.every((source) => newest(source) <= since)) return;
  process.stderr.write('Building the panel …\n');
  run(process.execPath, [
    join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    'panel/ui',
    '--logLevel',
    'warn',
  ]);
}

/** Runs a TypeScript file of the project in place of this process: same streams, signals passed on, same exit code. */
export function runTypeScript(file, args) {
  const child = spawn(process.execPath, [...HEAP, '--import', import.meta.resolve('tsx'), join(ROOT, file), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path)
    .filter((name) => name !== 'dist' && !name.startsWith('.'))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function run(command, args) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status === 0) return;
  process.stderr.write(
    `${command} ${args[0]} failed${done.error ? `: ${done.error.message}` : ''}. Mend that, then start again.\n`,
  );
  process.exit(1);
}

// Run as a program (also through npm's link to it), not imported by test/start.mjs.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  install({ dev: false });
  if (args[0] === 'start') build();
  runTypeScript('panel/cli.ts', args);
}
