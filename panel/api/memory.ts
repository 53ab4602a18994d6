// What the company remembers of payers, and how it is forgotten.
import { type Context, Hono } from 'hono';
import { forget, learnAccount, memoryView } from '../../sync/job/remember.ts';
import type { Env } from './context.ts';
import { requestOf } from './decision-view.ts';
import { orRefuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

const view = (c: Context<Env>) => c.var.parts.desk.store.within(c.var.company.id, memoryView);

export const memory = new Hono<Env>()
  .get('/', async (c) => c.json(await view(c)))
  .post('/forget', valid('json', schema.forget), async (c) => {
    const request = await requestOf(c);
    orRefuse(await forget(c.var.parts.desk, c.var.company.id, c.req.valid('json'), request));
    return c.json(await view(c));
  })
  .post('/accounts', valid('json', schema.learnAccount), async (c) => {
    const request = await requestOf(c);
    orRefuse(await learnAccount(c.var.parts.desk, c.var.company.id, c.req.valid('json'), request));
    return c.json(await view(c));
  });
