// Trust: the record of each class of certainty, and what a manager allows.
import { type Context, Hono } from 'hono';
import { endsShadow } from '../../sync/job/erp-setting.ts';
import { setMode, setTolerance, switchClass } from '../../sync/job/trust-setting.ts';
import { trustView } from '../../sync/job/trust-view.ts';
import type { Env } from './context.ts';
import { requestOf } from './decision-view.ts';
import { orRefuse, refuse } from './fault.ts';
import { mayAct } from './guard.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

const view = (c: Context<Env>) => {
  const { desk } = c.var.parts;
  return desk.store.within(c.var.company.id, (tx) => trustView(tx, desk, c.var.language));
};

/** Every change answers with the whole as it stands after it. */
export const trust = new Hono<Env>()
  .get('/', async (c) => c.json(await view(c)))
  .post('/mode', valid('json', schema.mode), async (c) => {
    const { mode } = c.req.valid('json');
    const isEnd = endsShadow(c.var.company, mode);
    if (isEnd && !mayAct(c.var.user.role, 'administrator')) refuse('not-allowed', { role: 'administrator' });
    const request = await requestOf(c);
    orRefuse(await setMode(c.var.parts.desk, c.var.company.id, mode, request));
    return c.json(await view(c));
  })
  .post('/classes', valid('json', schema.classSwitch), async (c) => {
    const request = await requestOf(c);
    orRefuse(await switchClass(c.var.parts.desk, c.var.company.id, c.req.valid('json'), request));
    return c.json(await view(c));
  })
  .post('/tolerance', valid('json', schema.tolerance), async (c) => {
    const request = await requestOf(c);
    orRefuse(await setTolerance(c.var.parts.desk, c.var.company.id, c.req.valid('json').tolerance, request));
    return c.json(await view(c));
  });
