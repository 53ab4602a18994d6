// The aged balance at a past date from 10,000 to 1,000,000 lines with three partial matches on ten lines: growth, and the ratio to
// one plain SQL statement over the same graph, whose text is in aging/plain.ts. `npm run measure -- aging [--lines 10000,1000000]`;
// on the embedded database.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connect } from '../../db/connection.ts';
import { openStore } from '../../db/open.ts';
import { isFault, says } from '../../sync/fault/index.ts';
import { type Asking, agedBalance, agedItems } from '../../sync/job/aged.ts';
import type { Tx } from '../../sync/port/store.ts';
import { company } from '../db/company.ts';
import { quiet } from '../db/quiet.ts';
import { fillLedger, PAST, TODAY } from './aging/fill.ts';
import { plainAging, summed } from './aging/plain.ts';
import { newDataFolder } from './data-folder.ts';
import { median } from './median.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const TIMES = 3;

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { lines: { type: 'string', default: SIZES.join() } },
  allowPositionals: true,
});
const sizes = values.lines.split(',').map(Number);
const dataDir = newDataFolder('aging');
const opened = await openStore({ dataDir, log: quiet });
if (isFault(opened)) throw new Error(says(opened, 'en'));
const session = connect(opened.url, { max: 1 });

console.log('   lines   matches    today  past day  known on  one customer   plain SQL    ratio');
const points: { size: number; ms: number }[] = [];
try {
  for (const size of sizes) points.push(await measure(size));
  for (const [i, last] of points.entries()) {
    const first = points[i - 1];
    if (!first) continue;
    const exponent = Math.log(last.ms / first.ms) / Math.log(last.size / first.size);
    console.log(`past day: from ${first.size} to ${last.size} lines it grows to the power ${exponent.toFixed(2)}`);
  }
} finally {
  await session.end();
  await opened.store.close();
  await opened.close?.();
  rmSync(dataDir, { recursive: true, force: true });
}

async function measure(size: number): Promise<{ size: number; ms: number }> {
  const id = `n${size}`;
  if (isFault(opened)) throw new Error('not open');
  const { store } = opened;
  await store.createCompany(company(id));
  const learned = await fillLedger(opened.url, id, size);
  const ask = (asking: Asking) => medianTime(() => store.within(id, (tx) => agedBalance(tx, asking)));
  const today = await ask({ asOf: TODAY });
  const past = await ask({ asOf: PAST });
  const known = await ask({ asOf: PAST, knownOn: learned });
  const one = await medianTime(() =>
    store.within(id, (tx) => agedItems(tx, { asOf: PAST, only: { by: 'party', key: 'C7' } })),
  );
  const plain = await medianTime(() => asApp(id, () => plainAging(session, id, PAST)));
  await compare(id, (work) => store.within(id, work));
  const cells = [today, past, known].map((ms) => `${ms.toFixed(0)} ms`.padStart(10)).join('');
  const ratio = (past / plain).toFixed(2);
  console.log(
    `${String(size).padStart(8)} ${String(Math.round(size * 0.3)).padStart(9)}${cells}${`${one.toFixed(0)} ms`.padStart(14)}${`${plain.toFixed(0)} ms`.padStart(12)}${ratio.padStart(9)}`,
  );
  return { size, ms: past };
}

/** Both must say the same, or the ratio means nothing. */
async function compare(id: string, within: (work: (tx: Tx) => Promise<void>) => Promise<void>): Promise<void> {
  const plain = summed(await asApp(id, () => plainAging(session, id, PAST)));
  await within(async (tx) => {
    const { totals, control } = await agedBalance(tx, { asOf: PAST });
    if (totals.totalMinor !== plain || control.differenceMinor !== 0)
      throw new Error(`${id}: ${totals.totalMinor} against ${plain}, off the ledger by ${control.differenceMinor}`);
  });
}

/** As the application asks: its role, its company, its memory for sorts. */
async function asApp<T>(id: string, work: () => Promise<T>): Promise<T> {
  await session`select set_config('role', 'lettrage_app', false), set_config('lettrage.company', ${id}, false),
    set_config('work_mem', '32MB', false)`;
  try {
    return await work();
  } finally {
    await session`reset role`;
  }
}

async function medianTime(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return median(times);
}
