// Kills the whole process group at random moments while decisions are made, and counts acknowledged decisions that are gone.
// `npm run measure -- kill [--times 50]`: prints one line a kill and the sums; exits 1 when anything was lost or left behind.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDesk } from '../../panel/desk.ts';
import { logTo } from '../../panel/log.ts';
import { isFault } from '../../sync/fault/index.ts';
import { killProgram, type Program, processesNaming, startProgram, stopProgram } from '../program.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { times: { type: 'string', default: '50' } },
  allowPositionals: true,
});
const times = Number(values.times);
const dataDir = mkdtempSync(join(tmpdir(), 'lettrage-kill-'));
const acknowledged = new Set<string>();

// A fixed sequence: the same moments each time the script runs on the same machine, as far as a machine can.
let state = 20261125;
const chance = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

for (let i = 1; i <= times; i++) {
  const program = await startProgram(dataDir);
  const until = Date.now() + 50 + chance() * 2_500;
  const working = decide(program, until);
  await new Promise((resolve) => setTimeout(resolve, until - Date.now()));
  await killProgram(program);
  await working;
  console.log(`kill ${i}: ${acknowledged.size} decisions acknowledged so far`);
}
const last = await startProgram(dataDir);
await stopProgram(last);
const lost = await missing();
const left = processesNaming(dataDir);
rmSync(dataDir, { recursive: true, force: true });
console.log(
  `${times} kills, ${acknowledged.size} acknowledged decisions, ${lost} lost, ${left.length} processes left over`,
);
process.exitCode = lost === 0 && left.length === 0 && acknowledged.size > 0 ? 0 : 1;

/** Accepts what is proposed, and undoes every third, several at a time, until the program dies under it. */
async function decide(program: Program, until: number): Promise<void> {
  const { rows } = await read<{ rows: { lineId: string; certainty: string }[] }>(
    program,
    '/api/queue?filter=approve&limit=60',
  );
  const lines = rows.map((row) => row.lineId);
  const worker = async () => {
    for (let line = lines.pop(); line !== undefined && Date.now() < until; line = lines.pop()) {
      const id = await acceptBest(program, line);
      if (id !== null && chance() < 0.3) await acknowledge(program.call(`/api/decisions/${id}/undo`, {}));
    }
  };
  await Promise.allSettled([worker(), worker(), worker()]);
}

async function acceptBest(program: Program, line: string): Promise<string | null> {
  type View = {
    candidates: {
      partyId: string | null;
      allocations: { itemId: string; allocatedMinor: number }[];
      adjustments: unknown[];
    }[];
  };
  const [best] = (await read<View>(program, `/api/lines/${line}`)).candidates;
  if (!best) return null;
  const allocations = best.allocations.map(({ itemId, allocatedMinor }) => ({ itemId, amountMinor: allocatedMinor }));
  const body = { candidate: 0, allocations, adjustments: best.adjustments, rest: 'none', partyId: best.partyId };
  return acknowledge(program.call(`/api/lines/${line}/accept`, body));
}

async function acknowledge(answer: Promise<Response>): Promise<string | null> {
  const response = await answer;
  const body = (await response.json()) as { decisionId?: string };
  if (!response.ok || body.decisionId === undefined) return null;
  acknowledged.add(body.decisionId);
  return body.decisionId;
}

/** Acknowledged decisions that the database does not know, asked when the program has stopped. */
async function missing(): Promise<number> {
  const open = await openDesk(
    { databaseUrl: null, data: dataDir },
    logTo(() => {}),
  );
  if (isFault(open)) throw new Error(`cannot be opened after the kill: ${open.code}`);
  const [company] = await open.desk.store.companies();
  const found = await open.desk.store.within(company?.id ?? '', (tx) =>
    Promise.all([...acknowledged].map((id) => tx.decisions.get(id))),
  );
  await open.close();
  return found.filter((decision) => decision === null).length;
}

async function read<T>(program: Program, path: string): Promise<T> {
  return (await program.call(path)).json() as Promise<T>;
}
