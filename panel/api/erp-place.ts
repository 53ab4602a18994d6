// Between the panel and the ERP's own pages: the record behind a thing here, and the place here of a record there.
import { type Context, Hono } from 'hono';
import type { ErpRecord } from '../../sync/port/erp.ts';
import type { PlaceView } from '../../sync/port/view-host.ts';
import type { Env } from './context.ts';
import { orRefuse, refuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const erpPlace = new Hono<Env>()
  .get('/record', valid('query', schema.erpThing), async (c) => {
    const { desk } = c.var.parts;
    const asked = c.req.valid('query');
    const line =
      asked.kind === 'line' ? await desk.store.within(c.var.company.id, (tx) => tx.bank.line(asked.id)) : null;
    const thing = asked.kind === 'line' ? { ...asked, id: line?.erpId ?? refuse('not-found') } : asked;
    const found = await desk.erps.open(c.var.company)?.find(thing);
    const record: ErpRecord = orRefuse(found ?? refuse('not-found'));
    return c.json(record);
  })
  .get('/place', valid('query', schema.erpRecord), async (c) => {
    const { model, id } = c.req.valid('query');
    return c.json(await placeOf(c, model, id));
  });

/** The list is the answer for what is not known here: a customer that owes nothing, a line that was read by nobody yet. */
async function placeOf(c: Context<Env>, model: string, id: string): Promise<PlaceView> {
  const list: PlaceView = { screen: 'queue', about: null, bank: null };
  return c.var.parts.desk.store.within(c.var.company.id, async (tx) => {
    if (model === 'res.partner') return { ...list, screen: 'customer', about: id };
    if (model === 'account.journal') {
      const account = (await tx.bank.accounts()).find((it) => it.journal === id);
      return { ...list, bank: account?.account ?? null };
    }
    const [line] = model === 'account.bank.statement.line' ? await tx.bank.byErpIds([`stl/${id}`]) : [];
    return { ...list, about: line?.id ?? null };
  });
}
