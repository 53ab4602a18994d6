// How fast and how small CAMT is read: the same generated file by saxes alone, by our reader and by camt-parser, each in a
// process of its own. `tsx test/measure/bank.ts [--mb 50] [--runs 5]`; 200 MB is `--mb 200` (camt-parser then needs 3 GB).
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseCamt053 } from 'camt-parser';
import { SaxesParser } from 'saxes';
import { readBankFile } from '../../connector/bank/index.ts';
import { camtChunks } from './bank-file.ts';

const CHUNK_BYTES = 65_536;

/** What each reader does with the file; it returns how many entries or tags it saw, as proof that it read. */
const READERS: Record<string, (path: string) => Promise<number>> = {
  'saxes alone': async (path) => {
    let tags = 0;
    const parser = new SaxesParser();
    parser.on('opentag', () => {
      tags += 1;
    });
    parser.on('closetag', () => {});
    parser.on('text', () => {});
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.close();
    return tags;
  },
  lettrage: async (path) => {
    let transactions = 0;
    for await (const event of readBankFile({
      file: path,
      chunks: createReadStream(path, { highWaterMark: CHUNK_BYTES }),
    })) {
      if (event.kind === 'transactions') transactions += event.transactions.length;
      if (event.kind === 'refused') throw new Error(JSON.stringify(event.faults));
    }
    return transactions;
  },
  'camt-parser': async (path) =>
    (await parseCamt053(readFileSync(path, 'utf8'))).statements[0]?.transactions.length ?? 0,
};

type Measured = { reader: string; seen: number; ms: number; rssMb: number };

/** Runs in a process of its own, so that neither compiled code nor memory of another reader counts. */
async function measureOne(reader: string, path: string): Promise<void> {
  const start = performance.now();
  const seen = (await READERS[reader]?.(path)) ?? 0;
  const ms = performance.now() - start;
  console.log(JSON.stringify({ reader, seen, ms, rssMb: process.resourceUsage().maxRSS / 1024 } satisfies Measured));
}

function inItsOwnProcess(reader: string, path: string): Measured {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), '--reader', reader, '--file', path];
  const done = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (done.status !== 0) throw new Error(`${reader} failed`);
  return JSON.parse(done.stdout) as Measured;
}

/**
 * The best of several runs, which other work on the machine disturbed least; the readers take turns, so that a slow minute is
 * everybody's. camt-parser, which takes the longest, runs once.
 */
function bestOf(runs: number, path: string): Measured[] {
  const best = new Map<string, Measured>();
  for (let run = 0; run < runs; run += 1) {
    for (const reader of Object.keys(READERS)) {
      if (run > 0 && reader === 'camt-parser') continue;
      const it = inItsOwnProcess(reader, path);
      const known = best.get(reader);
      if (!known || it.ms < known.ms) best.set(reader, it);
    }
  }
  return [...best.values()];
}

function generate(path: string, mb: number): void {
  const file = openSync(path, 'w');
  let text = '';
  for (const chunk of camtChunks(mb * 1_000_000)) {
    text += chunk;
    if (text.length < 1_000_000) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
}

function compare(mb: number, runs: number, path: string): void {
  const rows = bestOf(runs, path);
  console.log(`camt.053.001.08, ${mb} MB, best of ${runs}`);
  for (const it of rows) {
    const speed = (mb / (it.ms / 1000)).toFixed(1);
    console.log(
      `  ${it.reader.padEnd(12)} ${speed.padStart(6)} MB/s  ${it.rssMb.toFixed(0).padStart(6)} MB peak  (${it.seen} seen)`,
    );
  }
  const [alone, ours, other] = rows;
  if (!alone || !ours || !other) return;
  console.log(`  speed of saxes alone: ${(alone.ms / ours.ms).toFixed(2)} (goal 0.80)`);
  console.log(`  times camt-parser:    ${(other.ms / ours.ms).toFixed(1)} (goal 6)`);
  console.log(`  peak memory:          ${ours.rssMb.toFixed(0)} MB (goal below 150)`);
}

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '50' },
    runs: { type: 'string', default: '5' },
    reader: { type: 'string' },
    file: { type: 'string' },
  },
});

if (values.reader !== undefined && values.file !== undefined) {
  await measureOne(values.reader, values.file);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-measure-'));
  try {
    const path = join(folder, 'statement.xml');
    generate(path, Number(values.mb));
    compare(Number(values.mb), Number(values.runs), path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
