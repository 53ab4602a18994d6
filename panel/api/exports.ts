// Files that leave: each named for what it is, so that no working copy passes for the legal file.
import { type Context, Hono } from 'hono';
import { type Exported, exportFiles } from '../../sync/job/export.ts';
import { reportFile } from '../../sync/job/report/index.ts';
import type { Format } from '../../sync/model/sheet.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import { actorOf, type Env, todayOf } from './context.ts';
import { orRefuse, refuse } from './fault.ts';
import { nameOf, wordsFor } from './reports.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const exports = new Hono<Env>()
  .get('/fec', (c) => download(c, 'fec', 'fec-copies-de-travail.zip'))
  .get('/letters', (c) => download(c, 'letters', 'lettrage.zip'))
  .get('/entries', (c) => download(c, 'entries', 'ecritures-a-importer.zip'))
  .get('/:name', valid('query', schema.reportQuery), async (c) => {
    const { asOf = todayOf(c), language: asked, format, ...asking } = c.req.valid('query');
    const name = nameOf(c.req.param('name'));
    const { desk } = c.var.parts;
    const language = wordsFor(c, asked);
    const file = await reportFile(desk, c.var.company.id, name, { asOf, ...asking }, { format, language }, actorOf(c));
    return fileResponse(orRefuse(file), TYPES[format]);
  });

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json',
};

/** One file as it is, several as an archive: the exercises of a ledger, an entry file in each form that programs take. */
async function download(c: Context<Env>, what: Exported, archive: string): Promise<Response> {
  const { desk } = c.var.parts;
  const files = orRefuse(await exportFiles(desk, c.var.company.id, what, actorOf(c)));
  const [first] = files;
  if (!first) refuse('not-found');
  return fileResponse(files.length === 1 ? first : desk.files.pack(archive, files), 'application/octet-stream');
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
