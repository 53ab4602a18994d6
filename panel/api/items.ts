// Open items by whatever the person remembers of them.
import { Hono } from 'hono';
import { rowsIn } from '../../sync/job/line-items.ts';
import type { Env } from './context.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const items = new Hono<Env>().get('/', valid('query', schema.itemsQuery), async (c) => {
  const { q, limit, beside, currency } = c.req.valid('query');
  return c.json(
    await c.var.parts.desk.store.within(c.var.company.id, async (tx) => {
      const rows = await tx.view.searchItems(q, limit, { beside: beside === 'yes', currency });
      return currency === undefined ? rows : rowsIn(tx, currency, rows);
    }),
  );
});
