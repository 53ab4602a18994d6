// Damaged files of every format for as long as told: `npm run measure -- fuzz --minutes 10`. Prints what crashed, hung or lost.
import { parseArgs } from 'node:util';
import { findingOf, seeds } from '../connector/bank/fuzzed.ts';

/** A file of these sizes that takes longer hangs. */
const SECONDS_MAX = 2;
const FINDINGS_MAX = 20;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, from: { type: 'string', default: '1000' } },
});
const end = Date.now() + Number(values.minutes) * 60_000;
const files = seeds(true);
const tables = files.filter(({ name }) => /\.(csv|xlsx)$/.test(name));
let n = Number(values.from);
let count = 0;
let slowest = 0;
let findings = 0;

for (; Date.now() < end && findings < FINDINGS_MAX; n++) {
  // Tables have few seeds and the loosest grammar: a third of the time is theirs.
  const chosen = n % 3 === 0 ? tables : files;
  const seed = chosen[Math.floor(n / 3) % chosen.length]!;
  const started = process.cpuUsage();
  const finding = await findingOf(seed, n).catch((error: unknown) => `crash: ${String(error)}`);
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1_000_000;
  count += 1;
  slowest = Math.max(slowest, seconds);
  const wrong = finding ?? (seconds > SECONDS_MAX ? `${seconds.toFixed(1)} s` : null);
  if (wrong === null) continue;
  findings += 1;
  console.log(`${seed.name} damaged by ${n}: ${wrong}`);
}
console.log(
  `${count} files of ${files.length} seeds to number ${n}, slowest ${slowest.toFixed(2)} s, ${findings} findings`,
);
process.exitCode = findings > 0 ? 1 : 0;
