// Where matching begins in a ledger: what a day would do, and the choice of one.
import { Hono } from 'hono';
import { startOffer, startOn, startView } from '../../sync/job/start-day.ts';
import type { Env } from './context.ts';
import { requestOf } from './decision-view.ts';
import { orRefuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const startDay = new Hono<Env>()
  .get('/', valid('query', schema.startQuery), async (c) => {
    const { day } = c.req.valid('query');
    const { parts, company } = c.var;
    const found = day ? await startView(parts.desk, company.id, day) : await startOffer(parts.desk, company.id);
    return c.json(found === null ? null : orRefuse(found));
  })
  .post('/', valid('json', schema.startDay), async (c) => {
    const request = await requestOf(c);
    return c.json(orRefuse(await startOn(c.var.parts.desk, c.var.company.id, c.req.valid('json').day, request)));
  });
