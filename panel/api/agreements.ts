// Agreements to set off what the company owes a customer: listed, written down, ended.
import { type Context, Hono } from 'hono';
import { addAgreement, agreementViews, endAgreement } from '../../sync/job/agreement.ts';
import type { Env } from './context.ts';
import { requestOf } from './decision-view.ts';
import { orRefuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

const view = (c: Context<Env>) => c.var.parts.desk.store.within(c.var.company.id, agreementViews);

export const agreements = new Hono<Env>()
  .get('/', async (c) => c.json(await view(c)))
  .post('/', valid('json', schema.agreement), async (c) => {
    const request = await requestOf(c);
    orRefuse(await addAgreement(c.var.parts.desk, c.var.company.id, c.req.valid('json'), request));
    return c.json(await view(c));
  })
  .post('/:id/end', async (c) => {
    const request = await requestOf(c);
    orRefuse(await endAgreement(c.var.parts.desk, c.var.company.id, c.req.param('id'), request));
    return c.json(await view(c));
  });
