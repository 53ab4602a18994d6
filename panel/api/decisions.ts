// What was decided, and how it is undone.
import { Hono } from 'hono';
import { undoDecision } from '../../sync/job/undo.ts';
import type { Env } from './context.ts';
import { decisionView, requestOf } from './decision-view.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const decisions = new Hono<Env>()
  .get('/', valid('query', schema.decisionsQuery), async (c) => {
    const { limit, line, lineId } = c.req.valid('query');
    const { desk } = c.var.parts;
    return c.json(await desk.store.within(c.var.company.id, (tx) => tx.view.history(limit, line ?? lineId ?? null)));
  })
  .post('/:id/undo', async (c) => {
    const request = await requestOf(c);
    const undone = await undoDecision(c.var.parts.desk, c.var.company.id, c.req.param('id'), request);
    return c.json(await decisionView(c, undone));
  });
