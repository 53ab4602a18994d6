// Claims on customers: what is contested or claimed back, and how a claim ends.
import { Hono } from 'hono';
import { closeClaim } from '../../sync/job/claim.ts';
import type { Env } from './context.ts';
import { decisionView, requestOf } from './decision-view.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const claims = new Hono<Env>()
  .get('/', valid('query', schema.claimsQuery), async (c) => {
    const { limit, party } = c.req.valid('query');
    const { desk } = c.var.parts;
    return c.json(await desk.store.within(c.var.company.id, (tx) => tx.view.claims(limit, party ?? null)));
  })
  .post('/:id/close', valid('json', schema.closeClaim), async (c) => {
    const { outcome, comment } = c.req.valid('json');
    const said = { outcome, comment: comment ?? null };
    const request = await requestOf(c);
    return c.json(
      await decisionView(c, await closeClaim(c.var.parts.desk, c.var.company.id, c.req.param('id'), said, request)),
    );
  });
