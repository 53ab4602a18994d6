// One bank line: what is known of it, and what is decided about it.
import { Hono } from 'hono';
import { isFault } from '../../sync/fault/index.ts';
import { acceptLine, acceptProven } from '../../sync/job/accept.ts';
import { confirmLine } from '../../sync/job/confirm.ts';
import { seen } from '../../sync/job/desk.ts';
import { detailOf, preview } from '../../sync/job/detail.ts';
import { foreseeLine } from '../../sync/job/foresee.ts';
import { flagLine, postponeLine, setAsideLine } from '../../sync/job/put-aside.ts';
import { rejectLine } from '../../sync/job/reject.ts';
import { halvesOf, pairTransfer } from '../../sync/job/transfer.ts';
import type { DecisionId } from '../../sync/model/decision.ts';
import type { BulkView, LineDetail, PreviewView } from '../../sync/port/view.ts';
import { type Env, todayOf } from './context.ts';
import { decisionView, followUp, requestOf } from './decision-view.ts';
import { faultView, orRefuse, refuse } from './fault.ts';
import { candidateViews, entryRows } from './line-view.ts';
import { maskedHistory, maskedLine, maskedRows, seesWages } from './mask.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

const HISTORY_MAX = 50;

export const lines = new Hono<Env>()
  .get('/:id', async (c) => {
    const found = await seen(c.var.parts.desk, c.var.company.id, async (tx) => {
      const detail = await detailOf(tx, c.req.param('id'));
      const [row] = await tx.view.rows([detail.line.id], todayOf(c));
      return { detail, row, history: await tx.view.history(HISTORY_MAX, detail.line.id) };
    });
    const { detail, row, history } = orRefuse(found);
    if (!row) refuse('line-unknown');
    const candidates = candidateViews(detail, c.var.language);
    const { toAllocateMinor, postingDay } = detail;
    const [shown] = maskedRows(c, [row]);
    const view: LineDetail = {
      line: maskedLine(c, detail.line, row),
      toAllocateMinor,
      postingDay,
      row: shown ?? row,
      findings: row.wage && !seesWages(c) ? [] : detail.findings,
      candidates,
      history: maskedHistory(c, history),
    };
    return c.json(view);
  })
  .post('/accept', valid('json', schema.acceptAll), async (c) => {
    const { lineIds, shown = {} } = c.req.valid('json');
    const { desk } = c.var.parts;
    const taken = new Map<string, DecisionId>();
    const refused: BulkView['refused'] = [];
    for (const lineId of new Set(lineIds)) {
      const outcome = await acceptProven(
        desk,
        c.var.company.id,
        lineId,
        shown[lineId] ?? null,
        await requestOf(c, `:${lineId}`),
      );
      if (isFault(outcome)) refused.push({ lineId, fault: faultView(c, outcome) });
      else taken.set(lineId, outcome);
    }
    // Once for all of them: what was checked is accepted as it stood, and the books are read anew one time.
    await followUp(c, [...taken.values()]);
    const view = await desk.store.within(c.var.company.id, async (tx): Promise<BulkView> => {
      const rows = maskedRows(c, await tx.view.rows([...taken.keys()], todayOf(c)));
      const accepted = rows.flatMap((row) => {
        const decisionId = taken.get(row.lineId);
        return decisionId === undefined ? [] : [{ lineId: row.lineId, decisionId, row }];
      });
      return { accepted, refused, counters: await tx.view.counters(todayOf(c)) };
    });
    return c.json(view);
  })
  .post('/:id/preview', valid('json', schema.accept), async (c) => {
    const found = await seen(c.var.parts.desk, c.var.company.id, (tx) =>
      preview(tx, c.req.param('id'), c.req.valid('json')),
    );
    const { entry, differenceMinor, fault } = orRefuse(found);
    const view: PreviewView = { entry: entryRows(entry), differenceMinor };
    return c.json(fault ? { ...view, fault: faultView(c, fault) } : view);
  })
  .post('/:id/foresee', valid('json', schema.accept), async (c) => {
    const found = await foreseeLine(c.var.parts.desk, c.var.company.id, c.req.param('id'), c.req.valid('json'));
    return c.json(orRefuse(found).map((it) => faultView(c, it)));
  })
  .post('/:id/accept', valid('json', schema.accept), async (c) => {
    const { desk } = c.var.parts;
    const request = await requestOf(c);
    return c.json(
      await decisionView(c, await acceptLine(desk, c.var.company.id, c.req.param('id'), c.req.valid('json'), request)),
    );
  })
  .post('/:id/reject', valid('json', schema.reject), async (c) => {
    const { reason, comment, shown } = c.req.valid('json');
    const why = { reason, comment: comment ?? null, shown: shown ?? null };
    const request = await requestOf(c);
    return c.json(
      await decisionView(c, await rejectLine(c.var.parts.desk, c.var.company.id, c.req.param('id'), why, request)),
    );
  })
  .post('/:id/later', valid('json', schema.later), async (c) => {
    const { until, comment } = c.req.valid('json');
    const when = { until, comment: comment ?? null };
    const request = await requestOf(c);
    return c.json(
      await decisionView(c, await postponeLine(c.var.parts.desk, c.var.company.id, c.req.param('id'), when, request)),
    );
  })
  .get('/:id/halves', async (c) => {
    const found = await seen(c.var.parts.desk, c.var.company.id, async (tx) => {
      const halves = await halvesOf(tx, c.req.param('id'));
      return tx.view.rows(
        halves.map((line) => line.id),
        todayOf(c),
      );
    });
    return c.json(maskedRows(c, orRefuse(found)));
  })
  .post('/:id/transfer', valid('json', schema.transfer), async (c) => {
    const request = await requestOf(c);
    const { desk } = c.var.parts;
    return c.json(
      await decisionView(
        c,
        await pairTransfer(desk, c.var.company.id, c.req.param('id'), c.req.valid('json'), request),
      ),
    );
  })
  .post('/:id/flag', valid('json', schema.flag), async (c) => {
    const { flagged, comment } = c.req.valid('json');
    const mark = { flagged, comment: comment ?? null };
    const request = await requestOf(c);
    return c.json(
      await decisionView(c, await flagLine(c.var.parts.desk, c.var.company.id, c.req.param('id'), mark, request)),
    );
  })
  .post('/:id/confirm', async (c) => {
    const request = await requestOf(c);
    return c.json(
      await decisionView(c, await confirmLine(c.var.parts.desk, c.var.company.id, c.req.param('id'), request)),
    );
  })
  .post('/:id/set-aside', valid('json', schema.setAside), async (c) => {
    const request = await requestOf(c);
    return c.json(
      await decisionView(
        c,
        await setAsideLine(c.var.parts.desk, c.var.company.id, c.req.param('id'), c.req.valid('json'), request),
      ),
    );
  });
