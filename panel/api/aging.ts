// The aged balance and what stands behind a row of it.
import { Hono } from 'hono';
import { BUCKETS } from '../../sync/aging/index.ts';
import { agedBalance, agedItems } from '../../sync/job/aged.ts';
import type { AgingView } from '../../sync/port/view.ts';
import { type Env, todayOf } from './context.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const aging = new Hono<Env>()
  .get('/', valid('query', schema.agingQuery), async (c) => {
    const { asOf = todayOf(c), basis } = c.req.valid('query');
    const report = await c.var.parts.desk.store.within(c.var.company.id, (tx) => agedBalance(tx, asOf, basis));
    const view: AgingView = { ...report, buckets: [...BUCKETS] };
    return c.json(view);
  })
  .get('/items', valid('query', schema.agingItemsQuery), async (c) => {
    const { party, asOf = todayOf(c), basis } = c.req.valid('query');
    const { desk } = c.var.parts;
    const partyId = party === '' ? null : party;
    return c.json(await desk.store.within(c.var.company.id, (tx) => agedItems(tx, partyId, asOf, basis)));
  });
