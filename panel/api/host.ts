// The ERP's page around the panel: which one it is, the way in from it, and whose access it ended. Open to anyone: the token is the proof.
import { Hono } from 'hono';
import type { EnteredView, HostView } from '../../sync/port/view-host.ts';
import type { Env } from './context.ts';
import { orRefuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const host = new Hono<Env>()
  .get('/', (c) => {
    const view: HostView = { origin: c.var.parts.host.origin() };
    return c.json(view);
  })
  .post('/enter', valid('json', schema.handOver), async (c) => {
    const view: EnteredView = orRefuse(await c.var.parts.host.enter(c.req.valid('json').token));
    return c.json(view);
  })
  .post('/revoke', valid('json', schema.handOver), async (c) => {
    const wrong = await c.var.parts.host.revoke(c.req.valid('json').token);
    if (wrong) orRefuse(wrong);
    return c.json({});
  });
