// Files that are dropped on the page, the columns of tables among them, and what earlier ones brought.
import { type Context, Hono } from 'hono';
import { fault } from '../../sync/fault/index.ts';
import { statementGaps } from '../../sync/job/gaps.ts';
import { followImport, importFiles } from '../../sync/job/import.ts';
import { importStatements } from '../../sync/job/import-statement.ts';
import type { FileOutcome } from '../../sync/job/outcome.ts';
import { ownCompanyFor } from '../../sync/job/own-company.ts';
import { previewTable } from '../../sync/job/preview-table.ts';
import { slipCredits } from '../../sync/job/slip-credits.ts';
import { startView } from '../../sync/job/start-day.ts';
import { mappingOf } from '../../sync/model/table.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import type { Counter, FileResult, StartView, TableView } from '../../sync/port/view.ts';
import { actorOf, type Env, todayOf } from './context.ts';
import { faultView, orRefuse, refuse } from './fault.ts';
import { DEMO } from './guard.ts';
import * as schema from './schema.ts';
import { answeredOnce, type Upload, uploadOf } from './upload.ts';
import { valid } from './valid.ts';

const ROWS_MAX = 200;

/** `start`: what can be chosen for a ledger that came without any letter. */
export type ImportAnswer = { results: FileResult[]; counters: Counter[]; start: StartView | null };

export const imports = new Hono<Env>()
  .get('/', async (c) => {
    return c.json(await c.var.parts.desk.store.within(c.var.company.id, (tx) => tx.view.imports(ROWS_MAX)));
  })
  .post('/', async (c) => {
    const upload = await uploadOf(c);
    return c.json(await answeredOnce(c, upload, isAnswer, () => importAll(c, upload.files)));
  })
  .get('/gaps', async (c) => c.json(orRefuse(await statementGaps(c.var.parts.desk, c.var.company.id))))
  .get('/slip-credits', valid('query', schema.slipQuery), async (c) => {
    return c.json(orRefuse(await slipCredits(c.var.parts.desk, c.var.company.id, c.req.valid('query'))));
  })
  .post('/table', async (c) => {
    const { file, choice } = await tableOf(c, await uploadOf(c));
    const view = orRefuse(await previewTable(c.var.parts.desk, c.var.company.id, file, choice));
    return c.json({ ...view, fault: view.fault && faultView(c, view.fault) } satisfies TableView);
  })
  .post('/table/confirm', async (c) => {
    const upload = await uploadOf(c);
    const { file, choice } = await tableOf(c, upload);
    const mapping = choice && mappingOf(choice.mapping);
    if (!choice?.account || !mapping) return refuse('request-invalid', { what: 'choice' });
    const confirmed = { mapping, account: choice.account };
    const answer = await answeredOnce(c, upload, isAnswer, async () => {
      const { desk } = c.var.parts;
      const outcome = await importStatements(desk, c.var.company.id, file, actorOf(c), confirmed);
      if (outcome.ok && !outcome.known) await followImport(desk, c.var.company.id);
      return answerOf(c, c.var.company.id, [outcome]);
    });
    return c.json(answer);
  });

/** The one table of the request, in an archive the named one, with what is chosen about it; a choice of another shape ends the request. */
async function tableOf(c: Context<Env>, { files, choice, member }: Upload) {
  const [first, ...others] = files;
  if (!first || others.length > 0) refuse('request-invalid', { what: 'file' });
  const members = orRefuse(await c.var.parts.desk.files.unpack(first));
  const file =
    members.find(({ name }) => name === (member ?? first.name)) ?? refuse('request-invalid', { what: 'member' });
  if (choice === null) return { file, choice: null };
  const parsed = schema.tableChoice.safeParse(parsedJson(choice));
  return parsed.success ? { file, choice: parsed.data } : refuse('request-invalid', { what: 'choice' });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

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
  return answerOf(c, company, outcomes);
}

async function answerOf(c: Context<Env>, company: string, outcomes: readonly FileOutcome[]): Promise<ImportAnswer> {
  const { desk } = c.var.parts;
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

function isAnswer(value: unknown): value is ImportAnswer {
  return typeof value === 'object' && value !== null && 'results' in value && 'counters' in value;
}
