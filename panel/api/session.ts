// Who asks, for which company, and what today is.
import { Hono } from 'hono';
import type { SessionView } from '../../sync/port/view-session.ts';
import { type Env, todayOf } from './context.ts';
import { DEMO } from './guard.ts';

export const session = new Hono<Env>().get('/', async (c) => {
  const { id, name, currency, mode, erp } = c.var.company;
  const { id: userId, name: userName, role } = c.var.user;
  const isRead = async () => (await c.var.parts.desk.store.within(id, (tx) => tx.link.get())).pulledAt !== null;
  const view: SessionView = {
    company: { id, name, currency, mode, demo: id === DEMO, erp, read: erp === 'fec' || (await isRead()) },
    user: { id: userId, name: userName, role },
    today: todayOf(c),
    languages: ['fr', 'en'],
  };
  return c.json(view);
});
