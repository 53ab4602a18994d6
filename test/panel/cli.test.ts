// Proves that the program behaves among others on a command line.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const FILE = 'test/fixtures/bank/camt/053-v08-batch-and-rest.xml';
/** More output than a pipe holds: the program is still writing when its reader goes. */
const TIMES = 400;

test('a reader that has enough and goes, as head does, leaves neither a trace nor an error', async () => {
  const files = Array.from({ length: TIMES }, () => FILE);
  const child = spawn(process.execPath, ['--import', 'tsx', 'panel/cli.ts', 'read', ...files], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [first] = (await once(child.stdout, 'data')) as [Buffer];
  child.stdout.destroy();
  const [code] = await once(child, 'exit');
  expect(first.toString()).toContain(FILE);
  expect(said).not.toMatch(/EPIPE|Error/);
  expect(code).toBe(0);
});
