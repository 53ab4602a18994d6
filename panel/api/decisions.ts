// What was decided, and how it is undone.
import { type Context, Hono } from 'hono';
import { isFault } from '../../sync/fault/index.ts';
import { foreseeUndo, inverseOfDecision } from '../../sync/job/foresee-undo.ts';
import { undoDecision } from '../../sync/job/undo.ts';
import type { InverseView, UndoneView } from '../../sync/port/view.ts';
import type { Env } from './context.ts';
import { decisionView, requestOf, undoneView } from './decision-view.ts';
import { faultView, orRefuse } from './fault.ts';
import { entryRows } from './line-view.ts';
import { maskedHistory } from './mask.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

/** An ERP that takes longer is not waited for; the line follows it later. */
const UNDO_MS = 25_000;

async function soon(c: Context<Env>): Promise<void> {
  const { desk, work } = c.var.parts;
  await Promise.race([work.flush(c.var.company.id), desk.clock.wait(UNDO_MS)]);
}

export const decisions = new Hono<Env>()
  .get('/', valid('query', schema.decisionsQuery), async (c) => {
    const { limit, line, lineId } = c.req.valid('query');
    const { desk } = c.var.parts;
    const past = await desk.store.within(c.var.company.id, (tx) => tx.view.history(limit, line ?? lineId ?? null));
    return c.json(maskedHistory(c, past));
  })
  .get('/:id/foresee', async (c) => {
    const found = await foreseeUndo(c.var.parts.desk, c.var.company.id, c.req.param('id'));
    return c.json(orRefuse(found).map((it) => faultView(c, it)));
  })
  .get('/:id/inverse', valid('query', schema.inverseQuery), async (c) => {
    const { on } = c.req.valid('query');
    const found = await inverseOfDecision(c.var.parts.desk, c.var.company.id, c.req.param('id'), on ?? null);
    const inverse = orRefuse(found);
    const view: InverseView | null = inverse && { ...inverse, entry: entryRows(inverse.entry) };
    return c.json(view);
  })
  .post('/undo', valid('json', schema.undoAll), async (c) => {
    const undone: UndoneView['undone'] = [];
    const refused: UndoneView['refused'] = [];
    const { desk } = c.var.parts;
    // The last first, as a person would: what was decided upon another decision goes before it.
    for (const decisionId of [...new Set(c.req.valid('json').decisionIds)].reverse()) {
      const request = await requestOf(c, `:${decisionId}`);
      const by = await undoDecision(desk, c.var.company.id, decisionId, request);
      if (isFault(by)) refused.push({ decisionId, fault: faultView(c, by) });
      else undone.push({ decisionId, by });
    }
    if (undone.length > 0) await soon(c);
    return c.json(await undoneView(c, undone, refused));
  })
  .post('/:id/undo', valid('json', schema.undo), async (c) => {
    const { on } = c.req.valid('json');
    const request = await requestOf(c);
    const undone = await undoDecision(c.var.parts.desk, c.var.company.id, c.req.param('id'), request, on ?? null);
    // What stands in an ERP is only undone once it is undone there; the answer then shows the line as the ERP has it.
    if (!isFault(undone)) await soon(c);
    return c.json(await decisionView(c, undone));
  });
