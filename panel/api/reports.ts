// Reports as tables for the screen: which there are, one of them, and what the company declares for that of VAT.
import { type Context, Hono } from 'hono';
import type { Language } from '../../sync/fault/index.ts';
import { isReport, REPORT_NAMES, type ReportName, reportSheets } from '../../sync/job/report/index.ts';
import { declareVat } from '../../sync/job/vat-due.ts';
import { type Env, todayOf } from './context.ts';
import { requestOf } from './decision-view.ts';
import { orRefuse, refuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const reports = new Hono<Env>()
  .get('/', (c) => c.json(REPORT_NAMES))
  .get('/vat-due', (c) => c.json({ vatDue: c.var.company.vatDue ?? null }))
  .post('/vat-due', valid('json', schema.vatDue), async (c) => {
    const { vatDue } = c.req.valid('json');
    const request = await requestOf(c);
    orRefuse(await declareVat(c.var.parts.desk, c.var.company.id, vatDue, request));
    return c.json({ vatDue });
  })
  .get('/:name', valid('query', schema.reportQuery), async (c) => {
    const { asOf = todayOf(c), language, format: _, ...asking } = c.req.valid('query');
    const name = nameOf(c.req.param('name'));
    const sheets = await reportSheets(
      c.var.parts.desk,
      c.var.company.id,
      name,
      { asOf, ...asking },
      wordsFor(c, language),
    );
    return c.json(orRefuse(sheets));
  });

/** The language that was asked for, else the reader's own. */
export function wordsFor(c: Context<Env>, asked: Language | undefined) {
  return { of: asked ?? c.var.language, isAsked: asked !== undefined };
}

/** The report of this name, or the request is answered that there is none. */
export function nameOf(text: string): ReportName {
  return isReport(text) ? text : refuse('not-found');
}
