// The company's bank accounts, and which account of the ledger each one is.
import { Hono } from 'hono';
import { linkBankAccount } from '../../sync/job/link-account.ts';
import type { Env } from './context.ts';
import { requestOf } from './decision-view.ts';
import { orRefuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

export const bankAccounts = new Hono<Env>()
  .get('/', async (c) => {
    return c.json(await c.var.parts.desk.store.within(c.var.company.id, (tx) => tx.bank.accounts()));
  })
  .post('/', valid('json', schema.bankAccount), async (c) => {
    const request = await requestOf(c);
    const { desk } = c.var.parts;
    orRefuse(await linkBankAccount(desk, c.var.company.id, c.req.valid('json'), request));
    return c.json(await desk.store.within(c.var.company.id, (tx) => tx.bank.accounts()));
  });
