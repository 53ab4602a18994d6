// One bank statement: its proof, and its lines with where each stands.
import { Hono } from 'hono';
import { isWageText } from '../../sync/model/wage.ts';
import { type Env, todayOf } from './context.ts';
import { refuse } from './fault.ts';
import { maskedRows, seesWages } from './mask.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const statements = new Hono<Env>()
  .get('/:id', async (c) => {
    const found = await c.var.parts.desk.store.within(c.var.company.id, (tx) => tx.view.statement(c.req.param('id')));
    if (!found) return refuse('statement-unknown');
    const apart = seesWages(c)
      ? found.apart
      : found.apart.map((it) =>
          (it.amountMinor ?? -1) < 0 && isWageText(it.label) ? { ...it, counterparty: null, label: '' } : it,
        );
    return c.json({ ...found, apart });
  })
  .get('/:id/lines', valid('query', schema.statementLinesQuery), async (c) => {
    const { offset, limit, waiting, line } = c.req.valid('query');
    const place = { offset, limit, waiting: waiting === 'true', lineId: line ?? null };
    const page = await c.var.parts.desk.store.within(c.var.company.id, (tx) =>
      tx.view.statementLines(c.req.param('id'), todayOf(c), place),
    );
    return c.json({ ...page, lines: maskedRows(c, page.lines) });
  });
