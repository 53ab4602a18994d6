// Accounts of the ledger: where a line that is no customer's can go, what still waits on accounts that must be nil, what each is used for.
import { type Context, Hono } from 'hono';
import { accountUses, nameAccount } from '../../sync/job/account-use.ts';
import type { Env } from './context.ts';
import { requestOf } from './decision-view.ts';
import { orRefuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

const uses = (c: Context<Env>) => c.var.parts.desk.store.within(c.var.company.id, accountUses);

export const ledgerAccounts = new Hono<Env>()
  .get('/', valid('query', schema.ledgerAccountsQuery), async (c) => {
    const { q, line, limit } = c.req.valid('query');
    const { desk } = c.var.parts;
    return c.json(await desk.store.within(c.var.company.id, (tx) => tx.view.accountChoices(q, line ?? null, limit)));
  })
  .get('/waiting', async (c) => {
    return c.json(await c.var.parts.desk.store.within(c.var.company.id, (tx) => tx.view.waitingAccounts()));
  })
  .get('/uses', async (c) => c.json(await uses(c)))
  .post('/uses', valid('json', schema.accountUse), async (c) => {
    const request = await requestOf(c);
    orRefuse(await nameAccount(c.var.parts.desk, c.var.company.id, c.req.valid('json'), request));
    return c.json(await uses(c));
  });
