// `npm run measure [name]`: runs the measurements, or the one that is named, each in a process of its own, started as the
// program starts itself. Plain JavaScript, as what it shares with the start is.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { HEAP, install } from '../../panel/start.mjs';

const FOLDER = new URL('.', import.meta.url).pathname;
/** Files here that others import, and those that write data and so run only by name. */
const BY_NAME_ONLY = new Set(['fuzz', 'bank-file', 'data-folder', 'median', 'match-train', 'kill']);

install({ dev: true });
const [name, ...rest] = process.argv.slice(2);
const all = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));
const chosen = name === undefined ? all.filter((file) => !BY_NAME_ONLY.has(file)) : all.filter((file) => file === name);
if (chosen.length === 0) {
  console.error(`no measurement "${name}"; there are: ${all.filter((file) => file !== 'bank-file').join(', ')}`);
  process.exit(64);
}
for (const file of chosen) {
  console.log(`\n${file}`);
  const done = spawnSync(
    process.execPath,
    ['--expose-gc', ...HEAP, '--import', 'tsx', `${FOLDER}${file}.ts`, ...rest],
    {
      stdio: 'inherit',
    },
  );
  if (done.status !== 0) process.exitCode = 1;
}
