// Files that leave: each named for what it is, so that no working copy passes for the legal file.
import { type Context, Hono } from 'hono';
import { agedBalance } from '../../sync/job/aged.ts';
import { type Exported, exportFiles } from '../../sync/job/export.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import { agingCsv } from './aging-csv.ts';
import { actorOf, type Env, todayOf } from './context.ts';
import { orRefuse, refuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const exports = new Hono<Env>()
  .get('/fec', (c) => download(c, 'fec'))
  .get('/letters', (c) => download(c, 'letters'))
  .get('/entries', (c) => download(c, 'entries'))
  .get('/aging', valid('query', schema.agingQuery), async (c) => {
    const { asOf = todayOf(c), basis } = c.req.valid('query');
    const report = await c.var.parts.desk.store.within(c.var.company.id, (tx) => agedBalance(tx, asOf, basis));
    const bytes = new TextEncoder().encode(agingCsv(report, c.var.language));
    return fileResponse({ name: `balance-agee-${asOf}.csv`, bytes }, 'text/csv; charset=utf-8');
  });

/** One file as it is; several exercises as one archive would hide which is which, so `?file=` names one, the newest by default. */
async function download(c: Context<Env>, what: Exported): Promise<Response> {
  const files = orRefuse(await exportFiles(c.var.parts.desk, c.var.company.id, what, actorOf(c)));
  const named = c.req.query('file');
  const file = named === undefined ? files.at(-1) : files.find((each) => each.name === named);
  if (!file) refuse('not-found');
  const response = fileResponse(file, 'application/octet-stream');
  response.headers.set('X-Files', files.map((each) => encodeURIComponent(each.name)).join(','));
  return response;
}

function fileResponse({ name, bytes }: DeskFile, type: string): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\/]/g, '_');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
