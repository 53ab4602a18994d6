// The work list.
import { Hono } from 'hono';
import { type Env, todayOf } from './context.ts';
import { maskedRows } from './mask.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const queue = new Hono<Env>().get('/', valid('query', schema.queueQuery), async (c) => {
  const { filter, bank, offset, limit } = c.req.valid('query');
  const page = await c.var.parts.desk.store.within(c.var.company.id, (tx) =>
    tx.view.queue(filter, todayOf(c), { offset, limit, bank: bank ?? null }),
  );
  return c.json({ ...page, rows: maskedRows(c, page.rows) });
});
