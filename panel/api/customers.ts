// Customers by name, and the page of one.
import { Hono } from 'hono';
import { customerPage } from '../../sync/job/customer.ts';
import { seen } from '../../sync/job/desk.ts';
import { type Env, todayOf } from './context.ts';
import { orRefuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const customers = new Hono<Env>()
  .get('/', valid('query', schema.itemsQuery), async (c) => {
    const { q, limit } = c.req.valid('query');
    return c.json(await c.var.parts.desk.store.within(c.var.company.id, (tx) => tx.view.searchParties(q, limit)));
  })
  .get('/:id', valid('query', schema.customerQuery), async (c) => {
    const { asOf = todayOf(c) } = c.req.valid('query');
    const { desk } = c.var.parts;
    return c.json(orRefuse(await seen(desk, c.var.company.id, (tx) => customerPage(tx, c.req.param('id'), asOf))));
  });
