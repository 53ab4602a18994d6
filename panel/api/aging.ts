// The aged balance and what stands behind a row of it.
import { Hono } from 'hono';
import { agedBalanceNow, agedItems } from '../../sync/job/aged.ts';
import { type Env, todayOf } from './context.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const aging = new Hono<Env>()
  .get('/', valid('query', schema.agingQuery), async (c) => {
    const { asOf = todayOf(c), ...asking } = c.req.valid('query');
    return c.json(await agedBalanceNow(c.var.parts.desk, c.var.company.id, { asOf, ...asking }));
  })
  .get('/items', valid('query', schema.agingQuery), async (c) => {
    const { asOf = todayOf(c), ...asking } = c.req.valid('query');
    const { store } = c.var.parts.desk;
    return c.json(await store.within(c.var.company.id, (tx) => agedItems(tx, { asOf, ...asking })));
  });
