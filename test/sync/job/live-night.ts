// The program beside a live Odoo with two companies: nights in this process and in one that a test kills.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenDesk, openDesk } from '../../../panel/desk.ts';
import { takeInbox } from '../../../panel/inbox.ts';
import { isFault } from '../../../sync/fault/index.ts';
import { type NightOptions, runNight } from '../../../sync/job/night.ts';
import type { NightSummary } from '../../../sync/port/night.ts';
import { openProxy } from '../../connector/erp/odoo/proxy.ts';
import { quiet } from '../../db/quiet.ts';
import type { Seat } from '../../odoo/ask.ts';
import { callAs } from '../../odoo/call.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;
/** Long enough for a killed program's session to be given up by the database. */
const BUSY_TRIES = 100;

export type LiveNight = Awaited<ReturnType<typeof openNight>>;

/** `companies`: their numbers in Odoo. The data directory is empty; calls to Odoo go through the proxy. */
export async function openNight(seat: Seat, companies: readonly number[]) {
  const dir = mkdtempSync(join(tmpdir(), 'lettrage-night-'));
  const [data, inbox] = [join(dir, 'data'), join(dir, 'inbox')];
  const proxy = await openProxy(seat.url);
  const access = { url: proxy.url, user: 'lettrage', key: seat.keys['lettrage'] ?? '', company: companies.join(',') };
  let open: OpenDesk | null = null;

  /** The desk in this process, on the same data as the command's. `db`: another database in that Odoo. */
  async function desk(db = seat.database): Promise<OpenDesk> {
    if (open) return open;
    const opened = await openDesk({ databaseUrl: null, data, erpAccess: { ...access, db } }, quiet);
    if (isFault(opened)) throw new Error(opened.code);
    open = opened;
    return opened;
  }

  async function shut(): Promise<void> {
    await open?.close();
    open = null;
  }

  async function night(company: number, options: NightOptions = {}): Promise<NightSummary> {
    const { desk: at } = await desk();
    for (let tries = 1; ; tries++) {
      const done = await runNight(at, `odoo-${company}`, { inbox: (its) => takeInbox(inbox, at, its), ...options });
      if (!isFault(done)) return done;
      // Who was killed held the lock until its session is closed.
      if (done.code !== 'company-busy' || tries === BUSY_TRIES) throw new Error(done.code);
      await new Promise((later) => setTimeout(later, 100));
    }
  }

  const environment = {
    LETTRAGE_ERP: 'odoo',
    LETTRAGE_ERP_URL: access.url,
    LETTRAGE_ERP_DB: seat.database,
    LETTRAGE_ERP_USER: access.user,
    LETTRAGE_ERP_KEY: access.key,
    LETTRAGE_ERP_COMPANY: access.company,
    LETTRAGE_MODE: 'auto',
    LETTRAGE_INBOX: inbox,
    LETTRAGE_DATA: data,
  };
  return {
    ...{ proxy, inbox, desk, shut, night },
    commandDone: (company: number) => commandDone(company, environment),
    /** The command goes to the database that this process has open. */
    killed: async (company: number, when: When) => {
      const { url } = await desk();
      await killed(company, { ...environment, DATABASE_URL: url }, when);
    },
    close: async (): Promise<void> => {
      await shut();
      await proxy.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

type Environment = Record<string, string>;

/** Sees to it that `kill` is called at some moment of the command. */
export type When = (kill: () => void, child: ChildProcess) => void;

/** The command as a person runs it. */
function command(company: number, environment: Environment): { child: ChildProcess; said: () => [string, string] } {
  const args = ['--import', 'tsx', 'panel/cli.ts', 'night', '--json', '--company', `odoo-${company}`];
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...environment } });
  let [out, wrong] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  return { child, said: () => [out, wrong] };
}

async function commandDone(company: number, environment: Environment): Promise<NightSummary> {
  const { child, said } = command(company, environment);
  await once(child, 'close');
  const [out, wrong] = said();
  if (out === '') throw new Error(wrong);
  return JSON.parse(out);
}

/** Runs the command until `when` calls its argument, kills it with -9 and waits until it has gone. */
async function killed(company: number, environment: Environment, when: When): Promise<void> {
  const { child, said } = command(company, environment);
  const gone = once(child, 'close');
  when(() => child.kill('SIGKILL'), child);
  const [, signal] = await gone;
  if (signal !== 'SIGKILL') throw new Error(`ended by itself before it was killed: ${said().join('\n')}`);
}

/** A second company in this Odoo, open to both users; its number. `chart`: the French one, or another of Odoo 19's by name. */
export async function secondCompany(seat: Seat, chart = 'fr', currency = 'EUR'): Promise<number> {
  const call = (model: string, method: string, named: Record<string, unknown>) =>
    callAs(seat, 'controle', seat.keys, model, method, named);
  const idsOf = async (model: string, ...domain: unknown[]): Promise<number[]> => {
    const rows: { id: number }[] = await call(model, 'search_read', { domain, fields: ['name'] });
    return rows.map(({ id }) => id);
  };
  const modern = seat.version === '19';
  const [france] = await idsOf('res.country', ['code', '=', 'FR']);
  const [money] = await idsOf('res.currency', ['name', '=', currency]);
  const values = { name: 'Atelier Deux SARL', country_id: france, currency_id: money };
  const [company] = await call('res.company', 'create', { vals_list: [values] });
  const users = await idsOf('res.users', ['login', 'in', ['lettrage', 'controle']]);
  await call('res.users', 'write', { ids: users, vals: { company_ids: [[4, company, 0]] } });
  const context = { allowed_company_ids: [company] };
  const loaded = modern
    ? { ids: [], template_code: chart, company, install_demo: false, context }
    : { ids: (await idsOf('account.chart.template', ['name', 'ilike', 'France'])).slice(0, 1), context };
  await call('account.chart.template', 'try_loading', loaded);
  return company;
}

/** A key of the product's user that ends in seven days, made as a person does in Odoo's own pages. */
export async function shortKey({ url, database }: Pick<Seat, 'url' | 'database'>): Promise<void> {
  let cookie = '';
  const ask = async (path: string, params: object): Promise<{ [name: string]: unknown } & unknown[]> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const { result, error } = await response.json();
    if (error) throw new Error(JSON.stringify(error.data?.message ?? error));
    return result;
  };
  const call = (model: string, method: string, args: unknown[], context: object = {}) =>
    ask('/web/dataset/call_kw', { model, method, args, kwargs: { context } });
  await ask('/web/session/authenticate', { db: database, login: 'lettrage', password: 'lettrage' });
  const ids = await call('res.users.apikeys.description', 'create', [[{ name: 'courte', duration: '7' }]]);
  const asked = await call('res.users.apikeys.description', 'make_key', [ids]);
  await call('res.users.identitycheck', 'run_check', [[asked['res_id']]], { password: 'lettrage' });
}
