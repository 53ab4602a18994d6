// The company's rules: written, tried, switched, deleted.
import { type Context, Hono } from 'hono';
import { addRule, deleteRule, ruleViews, switchRule } from '../../sync/job/rule.ts';
import { tryRule } from '../../sync/job/rule-trial.ts';
import type { Env } from './context.ts';
import { requestOf } from './decision-view.ts';
import { orRefuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

const view = (c: Context<Env>) => c.var.parts.desk.store.within(c.var.company.id, ruleViews);

export const rules = new Hono<Env>()
  .get('/', async (c) => c.json(await view(c)))
  .post('/', valid('json', schema.rule), async (c) => {
    const request = await requestOf(c);
    orRefuse(await addRule(c.var.parts.desk, c.var.company.id, c.req.valid('json'), request));
    return c.json(await view(c));
  })
  .post('/:id/try', async (c) => {
    return c.json(orRefuse(await tryRule(c.var.parts.desk, c.var.company.id, c.req.param('id'))));
  })
  .post('/:id/switch', valid('json', schema.ruleSwitch), async (c) => {
    const request = await requestOf(c);
    const { on } = c.req.valid('json');
    orRefuse(await switchRule(c.var.parts.desk, c.var.company.id, c.req.param('id'), on, request));
    return c.json(await view(c));
  })
  .post('/:id/delete', async (c) => {
    const request = await requestOf(c);
    orRefuse(await deleteRule(c.var.parts.desk, c.var.company.id, c.req.param('id'), request));
    return c.json(await view(c));
  });
