// Files that are dropped on the page, and what earlier ones brought.
import { type Context, Hono } from 'hono';
import { fault } from '../../sync/fault/index.ts';
import { hashOf } from '../../sync/job/hash.ts';
import { importFiles } from '../../sync/job/import.ts';
import type { FileOutcome } from '../../sync/job/outcome.ts';
import { ownCompanyFor } from '../../sync/job/own-company.ts';
import { startView } from '../../sync/job/start-day.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import type { Counter, FileResult, StartView } from '../../sync/port/view.ts';
import { actorOf, type Env, todayOf } from './context.ts';
import { faultView, refuse } from './fault.ts';
import { DEMO } from './guard.ts';

const ROWS_MAX = 200;
const FILES_MAX = 100;

/** `start`: what can be chosen for a ledger that came without any letter. */
export type ImportAnswer = { results: FileResult[]; counters: Counter[]; start: StartView | null };

export const imports = new Hono<Env>()
  .get('/', async (c) => {
    return c.json(await c.var.parts.desk.store.within(c.var.company.id, (tx) => tx.view.imports(ROWS_MAX)));
  })
  .post('/', async (c) => {
    const files = await filesOf(c);
    const request = await keyOf(c, files);
    const { desk } = c.var.parts;
    const stored = await desk.store.within(c.var.company.id, (tx) =>
      tx.idempotency.find(c.var.user.id, request.key, request.bodyHash),
    );
    if (stored === 'other') refuse('key-reused');
    if (isAnswer(stored?.answer)) return c.json(stored.answer);
    const answer = await importAll(c, files);
    // What a file brings is stored with it and never brought twice; the key only saves the reading of a repeated request.
    await desk.store.within(c.var.company.id, (tx) =>
      tx.idempotency.put(c.var.user.id, request.key, request.bodyHash, answer),
    );
    return c.json(answer);
  });

/** A ledger of another company, dropped on the demo, opens that company; the other files of the drop go there too. */
async function importAll(c: Context<Env>, files: readonly DeskFile[]): Promise<ImportAnswer> {
  const { desk } = c.var.parts;
  const by = actorOf(c);
  let company = c.var.company.id;
  const opened = company === DEMO ? await ownCompanyFor(desk, files, c.var.company) : null;
  if (opened) company = opened.id;
  const outcomes = await importFiles(desk, company, files, by);
  const [first] = outcomes;
  if (opened && first) first.warnings.unshift(fault('company-opened', {}, { siren: opened.siren ?? '' }));
  const counters = await desk.store.within(company, (tx) => tx.view.counters(todayOf(c)));
  const isUnlettered = outcomes.some(({ warnings }) => warnings.some(({ code }) => code === 'ledger-unlettered'));
  const start = isUnlettered ? await startView(desk, company) : null;
  return {
    results: outcomes.map((outcome) => resultOf(c, outcome)),
    counters,
    start: start === null || 'code' in start ? null : start,
  };
}

function resultOf(c: Context<Env>, outcome: FileOutcome): FileResult {
  return {
    ...outcome,
    warnings: outcome.warnings.map((it) => faultView(c, it)),
    faults: outcome.faults.map((it) => faultView(c, it)),
  };
}

async function filesOf(c: Context<Env>): Promise<DeskFile[]> {
  const form = await c.req.parseBody({ all: true }).catch(() => refuse('request-invalid', { what: 'multipart' }));
  const parts = [form['file'] ?? []].flat();
  const files: DeskFile[] = [];
  for (const part of parts) {
    if (typeof part === 'string') refuse('request-invalid', { what: 'file' });
    files.push({ name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) });
  }
  if (files.length === 0 || files.length > FILES_MAX) refuse('request-invalid', { what: 'file' });
  return files;
}

async function keyOf(c: Context<Env>, files: readonly DeskFile[]): Promise<{ key: string; bodyHash: string }> {
  const hashes = await Promise.all(files.map(({ bytes }) => hashOf(bytes)));
  const body = JSON.stringify(files.map(({ name }, i) => [name, hashes[i]]));
  return { key: c.req.header('idempotency-key') ?? '', bodyHash: await hashOf(new TextEncoder().encode(body)) };
}

function isAnswer(value: unknown): value is ImportAnswer {
  return typeof value === 'object' && value !== null && 'results' in value && 'counters' in value;
}
