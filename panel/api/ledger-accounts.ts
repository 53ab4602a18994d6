// Accounts of the ledger: where a line that is no customer's can go, and what still waits on accounts that must be nil.
import { Hono } from 'hono';
import type { Env } from './context.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const ledgerAccounts = new Hono<Env>()
  .get('/', valid('query', schema.ledgerAccountsQuery), async (c) => {
    const { q, line, limit } = c.req.valid('query');
    const { desk } = c.var.parts;
    return c.json(await desk.store.within(c.var.company.id, (tx) => tx.view.accountChoices(q, line ?? null, limit)));
  })
  .get('/waiting', async (c) => {
    return c.json(await c.var.parts.desk.store.within(c.var.company.id, (tx) => tx.view.waitingAccounts()));
  });
