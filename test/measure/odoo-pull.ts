// Pull throughput beside a live Odoo: before storing and stored, against a bare fetch of the same rows and fields; and its memory.
// `npm run measure -- odoo-pull [--lines 30000] [--memory 100000] [--rounds 3] [--only 19-json2]`: goals are 0.8 before storing, 0.6 stored.
import { rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import xmlrpc from 'xmlrpc';
import Deserializer from 'xmlrpc/lib/deserializer.js';
import { openOdoo } from '../../connector/erp/odoo/index.ts';
import { openDesk } from '../../panel/desk.ts';
import { firstCompany } from '../../panel/first-company.ts';
import { isFault, says } from '../../sync/fault/index.ts';
import { pullErp } from '../../sync/job/pull-erp.ts';
import { PLAN_COMPTABLE } from '../../sync/model/company.ts';
import type { Erp } from '../../sync/port/erp.ts';
import { type Books, openBooks } from '../connector/erp/odoo/books.ts';
import { bank, customer, postingOf, productOn, world } from '../connector/erp/odoo/posting.ts';
import { quiet } from '../db/quiet.ts';
import type { Seat } from '../odoo/ask.ts';
import { type Live, startOdoo } from '../odoo/live.ts';
import { newDataFolder } from './data-folder.ts';
import { median } from './median.ts';
import { multiply } from './odoo/many.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    lines: { type: 'string', default: '30000' },
    memory: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
  allowPositionals: true,
});
/** Documents made by Odoo's own rules, each with two lines that are pulled; half of them are paid by a bank line of two more. */
const MODELS = 10;
const LINES_A_COPY = MODELS + (MODELS / 2) * 2;

/** What a pull is made of; everything else that it asks for is its own business. */
const RECORDS = [
  ...['res.partner', 'account.move', 'account.move.line', 'account.partial.reconcile'],
  ...['account.bank.statement', 'account.bank.statement.line'],
];
/** Pages ask for thousands; what asks for fewer looks for something. */
const PAGE = /"limit":\d{4}|<name>limit<\/name><value><int>\d{4}</;

const NO_ERP = { url: null, db: null, user: null, key: null, company: null };

for (const [version, wire] of [
  ['19', 'json2'],
  ['19', 'xmlrpc'],
  ['14', 'xmlrpc'],
] as const) {
  if (values.only !== undefined && values.only !== `${version}-${wire}`) continue;
  const live = await startOdoo(version);
  if ('absent' in live) console.log(`Odoo ${version} by ${wire}: ${live.absent}`);
  else await measured(live, wire).finally(() => live.stop());
}

async function measured(live: Live, wire: 'json2' | 'xmlrpc'): Promise<void> {
  const seat = await filled(live, wire);
  const { asked, ...took } = await inTurn(seat, wire);
  const share = (ms: number) => (took.bare / ms).toFixed(2);
  console.log(
    `Odoo ${seat.version} by ${wire}: ${asked} rows, ${Math.round((asked / took.bare) * 1000)} a second bare; ` +
      `pulled ${share(took.read)} of that before storing, ${share(took.stored)} stored`,
  );
  if (wire !== 'json2' || Number(values.memory) === 0) return;
  await multiply(live.address(seat.database), copiesFor(values.lines) + 1, copiesFor(values.memory));
  const memory = { base: 0, peak: 0 };
  const used: number[] = [];
  const ms = await storedBy(
    productOn(seat, wire),
    (work) => highest(work, memory),
    async (done, total) => note(used, done / total),
  );
  const [base, peak, first, last] = [memory.base, memory.peak, ...used].map((bytes) => Math.round(bytes / 2 ** 20));
  console.log(
    `${values.memory} lines stored in ${(ms / 1000).toFixed(1)} s: ${base} MB before, ${peak} MB at most; ` +
      `${first} MB in use at the first mark, ${last} MB near the end`,
  );
}

/**
 * Medians of milliseconds over rounds of a pull that is not stored, a bare fetch of what it asked, and one that is stored; `asked`:
 * rows of that fetch.
 */
async function inTurn(seat: Seat, wire: 'json2' | 'xmlrpc') {
  const rounds: { read: number; bare: number; stored: number; asked: number }[] = [];
  for (let i = 0; i < Number(values.rounds); i++) {
    const { erp, asked } = recording(seat, wire);
    const read = await timed(() => drained(erp));
    const bare = await timed(() => fetched(seat, wire, asked));
    rounds.push({ read: read.ms, bare: bare.ms, stored: await storedBy(productOn(seat, wire)), asked: bare.result });
  }
  const middle = (of: 'read' | 'bare' | 'stored') => median(rounds.map((it) => it[of]));
  return { read: middle('read'), bare: middle('bare'), stored: middle('stored'), asked: rounds[0]?.asked ?? 0 };
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const begin = performance.now();
  const result = await work();
  return { ms: performance.now() - begin, result };
}

async function highest<T>(work: () => Promise<T>, memory: { base: number; peak: number }): Promise<T> {
  global.gc?.();
  memory.base = process.memoryUsage().rss;
  const timer = setInterval(() => {
    memory.peak = Math.max(memory.peak, process.memoryUsage().rss);
  }, 50);
  const result = await work();
  clearInterval(timer);
  return result;
}

/** What is in use at the first mark and at the first of the last tenth, garbage apart: at each mark it would hide the highest. */
function note(used: number[], share: number): void {
  if (used.length > 1 || (used.length === 1 && share < 0.9)) return;
  global.gc?.();
  used.push(process.memoryUsage().heapUsed);
}

/** A database with about so many lines that are pulled. */
async function filled(live: Live, wire: 'json2' | 'xmlrpc'): Promise<Seat> {
  const database = `measure_pull_${wire}`;
  await live.database(database);
  const seat = { ...live, database };
  await models(await openBooks(seat), productOn(seat, wire));
  await multiply(live.address(database), 1, copiesFor(values.lines));
  return seat;
}

function copiesFor(lines: string): number {
  return Math.max(0, Math.round(Number(lines) / LINES_A_COPY) - 1);
}

async function models(books: Books, erp: Erp): Promise<void> {
  for (let i = 0; i < MODELS; i++) {
    const owner = await books.partner(`Client ${i}`, { city: 'Lyon', email: `client-${i}@example.com` });
    const amount = 100 + i;
    const { lines } = await books.invoice(owner, [[amount]]);
    if (i % 2 === 0) continue;
    const line = await books.bankLine(amount);
    const entry = [bank(amount * 100), customer(lines[0] ?? 0, -amount * 100, owner)];
    const receipt = await erp.post(postingOf({ line, entry }));
    if (isFault(receipt)) throw new Error(says(receipt, 'en'));
  }
}

type Asked = { url: string; body: string };

/** The connector, and the pages of records that it asks for. */
function recording(seat: Seat, wire: 'json2' | 'xmlrpc'): { erp: Erp; asked: Asked[] } {
  const asked: Asked[] = [];
  const spied: typeof fetch = async (input, init) => {
    const [url, body] = [String(input), String(init?.body)];
    if (wire === 'xmlrpc' && url.includes('/json/2/')) return new Response('', { status: 404 });
    if (RECORDS.some((model) => asksFor(model, url, body))) asked.push({ url, body });
    return fetch(input, init);
  };
  const at = { url: seat.url, database: seat.database, user: 'lettrage', key: seat.keys['lettrage'] ?? '' };
  return { erp: openOdoo({ ...at, company: 1, roles: PLAN_COMPTABLE }, { ...world(), fetch: spied }), asked };
}

function asksFor(model: string, url: string, body: string): boolean {
  const byName = `<string>${model}</string></value></param><param><value><string>search_read</string>`;
  return (url.endsWith(`/json/2/${model}/search_read`) || body.includes(byName)) && PAGE.test(body);
}

async function drained(erp: Erp): Promise<void> {
  for await (const page of erp.pull(null)) if (page.kind === 'refused') throw new Error(JSON.stringify(page.faults));
}

/** The same pages asked for by nothing but fetch and JSON.parse, or by the xmlrpc package's own client; how many rows. */
async function fetched(seat: Seat, wire: 'json2' | 'xmlrpc', asked: readonly Asked[]): Promise<number> {
  let rows = 0;
  for (const { url, body } of asked) {
    const headers = { authorization: `bearer ${seat.keys['lettrage']}`, 'x-odoo-database': seat.database };
    if (wire === 'json2') {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      });
      rows += (await response.json()).length;
    } else rows += await byPackage(url, body);
  }
  return rows;
}

function byPackage(url: string, body: string): Promise<number> {
  const client = xmlrpc.createClient({ url });
  return new Promise((done, failed) => {
    new Deserializer().deserializeMethodCall(Readable.from([body]), (wrong, method, params) => {
      if (wrong) return failed(wrong);
      client.methodCall(method, params, (error, value) => (error ? failed(error) : done(value.length)));
    });
  });
}

/** Milliseconds of a first pull into an empty store. */
async function storedBy(
  erp: Erp,
  watch: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
  tell: (done: number, total: number) => Promise<void> = async () => {},
): Promise<number> {
  const data = newDataFolder('pull');
  const open = await openDesk({ databaseUrl: null, data, erpAccess: NO_ERP }, quiet);
  if (isFault(open)) throw new Error(open.code);
  try {
    await firstCompany(open.desk, { erp: 'odoo', erpAccess: NO_ERP, mode: 'shadow', data });
    const { ms, result } = await timed(() => watch(() => pullErp(open.desk, erp, 'own', tell)));
    if (isFault(result)) throw new Error(says(result, 'en'));
    return ms;
  } finally {
    await open.close();
    rmSync(data, { recursive: true, force: true });
  }
}
