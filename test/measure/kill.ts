// Kills the whole process group at random moments: while the program sets itself up, while decisions are made, while a file comes in.
// `npm run measure -- kill [--times 50]`: prints one line a kill and the sums; exits 1 when anything was lost or left behind.
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openDesk } from '../../panel/desk.ts';
import { logTo } from '../../panel/log.ts';
import { isFault } from '../../sync/fault/index.ts';
import { verify } from '../../sync/job/verify.ts';
import { killProgram, type Program, processesNaming, spawnProgram, startProgram, stopProgram } from '../program.ts';
import { newDataFolder } from './data-folder.ts';
import { type Acknowledged, decide, send, waitForWork } from './kill/work.ts';

/** The first start imports two years of books: random moments of it lie within so many milliseconds. */
const SETUP_MS = 25_000;
const WORK_MS = 4_000;
const IMPORT_MS = 1_500;
/** One kill in ten meets a program that sets itself up, one in three a file that comes in. */
const SETUP_SHARE = 0.1;
const IMPORT_SHARE = 0.33;
const GONE_MS_MAX = 30_000;
const NO_ERP = { url: null, db: null, user: null, key: null, company: null };

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { times: { type: 'string', default: '50' } },
  allowPositionals: true,
});
const times = Number(values.times);
const acknowledged: Acknowledged = { all: new Set(), standing: [] };
const sums = { lost: 0, left: 0, broken: 0 };

// A fixed sequence: the same moments each time the script runs on the same machine, as far as a machine can.
let state = 20261125;
const chance = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

let dataDir = newDataFolder('kill');
const setups = Math.max(1, Math.round(times * SETUP_SHARE));
for (let i = 1; i <= setups; i++) {
  // Each on a directory of its own, so that every first start is a whole one; the last is worked with.
  if (i > 1) await dropDirectory();
  await report(i, 'first start', await killSetup());
}
for (let i = setups + 1; i <= times; i++) {
  const what = chance() < IMPORT_SHARE ? 'import' : 'decisions';
  await report(i, what, await killWork(what === 'import' ? i : null));
}
await dropDirectory();
console.log(
  `${times} kills, ${acknowledged.all.size} decisions acknowledged, ${sums.lost} lost, ` +
    `${sums.broken} invariants broken, ${sums.left} processes left over`,
);
process.exitCode = Object.values(sums).some((sum) => sum > 0) || acknowledged.all.size === 0 ? 1 : 0;

async function killSetup(): Promise<string> {
  const moment = Math.round(chance() * SETUP_MS);
  const spawned = spawnProgram(dataDir);
  await pause(moment);
  await killProgram(spawned);
  return `after ${moment} ms`;
}

/** Decisions are made by three hands at once; with a number, a statement of that number is sent meanwhile. */
async function killWork(statement: number | null): Promise<string> {
  const program = await startProgram(dataDir);
  await waitForWork(program);
  const until = Date.now() + 50 + chance() * (statement === null ? WORK_MS : IMPORT_MS);
  const working = Promise.allSettled([
    decide(program, until, chance, acknowledged),
    ...(statement === null ? [] : [send(program, statement)]),
  ]);
  await pause(until - Date.now());
  await killProgram(program);
  await working;
  return `${acknowledged.all.size} decisions acknowledged so far`;
}

/** After every kill: the server has gone by itself, the next start comes up, nothing acknowledged is missing, all adds up. */
async function report(i: number, what: string, how: string): Promise<void> {
  const left = await leftOver();
  const program: Program = await startProgram(dataDir);
  await waitForWork(program);
  await stopProgram(program);
  const leftThen = await leftOver();
  const { lost, broken } = await missing();
  sums.lost += lost;
  sums.left += left + leftThen;
  sums.broken += broken.length;
  const wrong = [`${lost} lost`, `${left + leftThen} left over`, ...broken].join(', ');
  console.log(`kill ${i} (${what}, ${how}): came up again; ${wrong}`);
}

/** Processes of this data directory once they had time to end by themselves. */
async function leftOver(): Promise<number> {
  const until = Date.now() + GONE_MS_MAX;
  while (processesNaming(dataDir).length > 0 && Date.now() < until) await pause(50);
  return processesNaming(dataDir).length;
}

async function missing(): Promise<{ lost: number; broken: string[] }> {
  const open = await openDesk(
    { databaseUrl: null, erpAccess: NO_ERP, data: dataDir },
    logTo(() => {}),
  );
  if (isFault(open)) throw new Error(`cannot be opened after the kill: ${open.code}`);
  const [company] = await open.desk.store.companies();
  const answer = await open.desk.store.within(company?.id ?? '', async (tx) => {
    const known = new Set((await tx.decisions.list({ limit: 1_000_000 })).map((decision) => decision.id));
    const checks = await verify(tx, open.desk.clock.today(company?.zone ?? 'UTC'));
    const broken = checks.filter((check) => !check.ok).map((check) => `${check.name}: ${check.says.en}`);
    return { lost: [...acknowledged.all].filter((id) => !known.has(id)).length, broken };
  });
  await open.close();
  return answer;
}

async function dropDirectory(): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true });
  dataDir = newDataFolder('kill');
}
