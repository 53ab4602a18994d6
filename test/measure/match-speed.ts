// Measures how fast the engine matches as ledgers grow: lines per second of one core, tail latencies, memory, and the fitted
// growth, and the ratio to two re-written matchers in the same run. Time is the processor's, not the clock's, so that other work
// on the machine does not count.
import { parseArgs } from 'node:util';
import { matchLines, openIndex } from '../../sync/match/index.ts';
import { businessCentralLike, odooLike } from './match-baseline.ts';
import { buildWorld } from './world/index.ts';

const KINDS = [
  'exact',
  'list',
  'tails',
  'structured',
  'order',
  'third-party',
  'part-with-words',
  'discount',
  'slip',
  'cut',
  'unnamed',
  'unnamed-twins',
  'unnamed-sum',
  'not-in-ledger',
  'subscription',
  'stale-reference',
  'factor',
  'other-income',
  'outgoing',
];

/** Lines that the re-written matchers are timed on. */
const FEW = 20;

/** Processor time of this process in milliseconds. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

type Row = {
  items: number;
  lines: number;
  buildMs: number;
  heapMiB: number;
  /** Lines per second of the first run of a new process, whose code is not compiled and whose names are not yet compared. */
  firstPerSecond: number;
  perSecond: number;
  p50Us: number;
  p99Us: number;
  /** Lines per second of the re-written matchers, on a few lines; null where even those would take minutes. */
  odooLike: number | null;
  businessCentralLike: number | null;
};

/** Above these numbers of open items the re-written matchers are not run: their time grows with every item for every line. */
const ODOO_ITEMS_MAX = 200_000;
const BUSINESS_CENTRAL_ITEMS_MAX = 20_000;

export function measureSpeed(items: number, events: number): Row {
  const world = buildWorld(9_001, {
    parties: Math.max(40, Math.round(items / 12)),
    background: items,
    events,
    only: KINDS,
  });
  const open = world.items.filter((item) => item.residualMinor !== 0);
  const paid = world.items.filter((item) => item.residualMinor === 0);
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  let start = cpuMs();
  const index = openIndex(open, world.parties, paid);
  const buildMs = cpuMs() - start;
  globalThis.gc?.();
  const heapMiB = (process.memoryUsage().heapUsed - heap) / 2 ** 20;
  start = cpuMs();
  matchLines(index, world.lines);
  const firstPerSecond = Math.round((world.lines.length / (cpuMs() - start)) * 1_000);
  // Some passes until the code is compiled, then the best of five: the machine is shared with others.
  for (let i = 0; i < 10; i += 1) matchLines(index, world.lines);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i += 1) {
    start = cpuMs();
    matchLines(index, world.lines);
    best = Math.min(best, cpuMs() - start);
  }
  const ledger = { items: open, parties: world.parties };
  const few = world.lines.filter((line) => line.amountMinor > 0).slice(0, FEW);
  const each = world.lines.map((line) => {
    const before = cpuMs();
    matchLines(index, [line]);
    return (cpuMs() - before) * 1_000;
  });
  each.sort((a, b) => a - b);
  const at = (share: number) => Math.round(each[Math.floor(each.length * share)]!);
  return {
    items: open.length,
    lines: world.lines.length,
    buildMs: Math.round(buildMs),
    heapMiB: Math.round(heapMiB),
    firstPerSecond,
    perSecond: Math.round((world.lines.length / best) * 1_000),
    p50Us: at(0.5),
    p99Us: at(0.99),
    odooLike: open.length > ODOO_ITEMS_MAX ? null : rateOf(() => odooLike({ ...ledger, lines: few }), few.length),
    businessCentralLike:
      open.length > BUSINESS_CENTRAL_ITEMS_MAX
        ? null
        : rateOf(() => businessCentralLike({ ...ledger, lines: few }), few.length),
  };
}

function rateOf(work: () => unknown, lines: number): number {
  const start = cpuMs();
  work();
  return Math.round((lines / (cpuMs() - start)) * 10_000) / 10;
}

/** The exponent b of time = a × items^b, by least squares on logarithms. */
export function growthExponent(rows: readonly { items: number; perSecond: number }[]): number {
  const points = rows.map((row) => [Math.log(row.items), -Math.log(row.perSecond)] as const);
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  return (
    points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) /
    points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  );
}

function main(): void {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000,100000,1000000' },
      events: { type: 'string', default: '2000' },
    },
  });
  const rows = values.sizes.split(',').map((size) => {
    const row = measureSpeed(Number(size), Number(values.events));
    console.log(
      `items ${row.items}  lines ${row.lines}  build ${row.buildMs} ms  index ${row.heapMiB} MiB  ${row.perSecond} lines/s (first run ${row.firstPerSecond})  p50 ${row.p50Us} us  p99 ${row.p99Us} us  Odoo-like ${row.odooLike ?? '-'}/s  Business-Central-like ${row.businessCentralLike ?? '-'}/s`,
    );
    return row;
  });
  if (rows.length > 1) console.log(`growth of time in open items: exponent ${growthExponent(rows).toFixed(2)}`);
}

if (process.argv[1]?.endsWith('match-speed.ts')) main();
