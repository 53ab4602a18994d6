// Customer accounts to letter: their open lines, what ties among them, and the letter itself.
import { Hono } from 'hono';
import { accountLines } from '../../sync/job/account-lines.ts';
import { seen } from '../../sync/job/desk.ts';
import { foreseeLetter } from '../../sync/job/foresee.ts';
import { letterItems, letterPreview } from '../../sync/job/letter.ts';
import { movesIn } from '../../sync/job/misposted.ts';
import { explain } from '../../sync/match/explain.ts';
import type { Reason } from '../../sync/model/match.ts';
import type { AccountView, MoveRow } from '../../sync/port/ledger-view.ts';
import type { PreviewView } from '../../sync/port/view.ts';
import type { Env } from './context.ts';
import { decisionView, requestOf } from './decision-view.ts';
import { faultView, orRefuse } from './fault.ts';
import { entryRows } from './line-view.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const accounts = new Hono<Env>()
  .get('/', valid('query', schema.accountsQuery), async (c) => {
    const { which } = c.req.valid('query');
    return c.json(
      await c.var.parts.desk.store.within(c.var.company.id, (tx) =>
        which === 'all' ? tx.view.accountsOfAll() : tx.view.accountsToLetter(),
      ),
    );
  })
  .get('/book', valid('query', schema.accountBookQuery), async (c) => {
    const { party, account, year, offset, limit } = c.req.valid('query');
    const days = year === undefined ? null : ({ from: `${year}-01-01`, until: `${year}-12-31` } as const);
    return c.json(
      await c.var.parts.desk.store.within(c.var.company.id, (tx) =>
        tx.view.accountBook(party === '' ? null : party, account, { year: days, offset, limit }),
      ),
    );
  })
  .get('/items', valid('query', schema.accountQuery), async (c) => {
    const { party, account } = c.req.valid('query');
    const { desk } = c.var.parts;
    const found = await desk.store.within(c.var.company.id, (tx) =>
      accountLines(tx, party === '' ? null : party, account),
    );
    const groups = found.groups.map(({ allocations, reasons, doubts }) => ({
      itemIds: allocations.map((it) => it.itemId),
      reasons: [...reasons, ...doubts].map((it) => explain(it, c.var.language)),
    }));
    const view: AccountView = { items: found.items, groups };
    return c.json(view);
  })
  .get('/moves', async (c) => {
    const found = await c.var.parts.desk.store.within(c.var.company.id, movesIn);
    const say = (reasons: Reason[]) => reasons.map((it) => explain(it, c.var.language));
    return c.json(found.map((it): MoveRow => ({ ...it, reasons: say(it.reasons) })));
  })
  .post('/preview', valid('json', schema.letter), async (c) => {
    const { desk } = c.var.parts;
    const found = await seen(desk, c.var.company.id, (tx) => letterPreview(tx, desk, c.req.valid('json')));
    const { entry, day, differenceMinor, fault } = orRefuse(found);
    const view: PreviewView = { entry: entryRows(entry), differenceMinor, ...(day === null ? {} : { day }) };
    return c.json(fault ? { ...view, fault: faultView(c, fault) } : view);
  })
  .post('/foresee', valid('json', schema.letter), async (c) => {
    const found = await foreseeLetter(c.var.parts.desk, c.var.company.id, c.req.valid('json'));
    return c.json(orRefuse(found).map((it) => faultView(c, it)));
  })
  .post('/letter', valid('json', schema.letter), async (c) => {
    const request = await requestOf(c);
    const lettered = await letterItems(c.var.parts.desk, c.var.company.id, c.req.valid('json'), request);
    return c.json(await decisionView(c, lettered));
  });
