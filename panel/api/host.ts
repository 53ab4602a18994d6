// The ERP's page around the panel: which one it is, the way in from it or beside it, and whose access it ended. Open to anyone: token or password is the proof.
import { type Context, Hono } from 'hono';
import type { ConnectView, EnteredView, HostView, PairingView } from '../../sync/port/view-host.ts';
import { actorOf, type Env } from './context.ts';
import { orRefuse, refuse } from './fault.ts';
import { checkViews } from './night.ts';
import * as schema from './schema.ts';
import { forgetSession, keepSession, keptSession } from './session-cookie.ts';
import { valid } from './valid.ts';

export const host = new Hono<Env>()
  .get('/', (c) => {
    const { host: page, signIn } = c.var.parts;
    const view: HostView = { origin: page.origin(), signIn: signIn?.isOffered() ?? false };
    return c.json(view);
  })
  .post('/enter', valid('json', schema.handOver), async (c) => {
    const view: EnteredView = orRefuse(await c.var.parts.host.enter(c.req.valid('json').token));
    return c.json(view);
  })
  .post('/revoke', valid('json', schema.handOver), async (c) => {
    const wrong = await c.var.parts.host.revoke(c.req.valid('json').token);
    if (wrong) orRefuse(wrong);
    return c.json({});
  })
  .post('/sign-in', valid('json', schema.signIn), async (c) => {
    const { signIn, remoteAddress } = c.var.parts;
    const { login, password } = c.req.valid('json');
    const opened = await (signIn ?? refuse('unpaired')).open(login, password, remoteAddress(c));
    const { token, seconds } = orRefuse(opened);
    keepSession(c, token, seconds);
    return c.json({});
  })
  .post('/sign-out', valid('json', schema.nothing), (c) => {
    c.var.parts.signIn?.end(keptSession(c) ?? '');
    forgetSession(c);
    return c.json({});
  })
  .get('/pairing', (c) => c.json(stateOf(c)))
  .post('/pair', valid('json', schema.pairing), async (c) => {
    const { url, code, database } = c.req.valid('json');
    // The guard has seen that it is one of our own.
    const panel = c.req.header('origin') ?? null;
    const request = { url: new URL(url).origin, code, database: database === '' ? null : database, panel };
    const wrong = await kept(c).pair(request, actorOf(c));
    if (wrong) orRefuse(wrong);
    return c.json(stateOf(c));
  })
  .post('/connect', valid('json', schema.connect), async (c) => {
    const { url, ...request } = c.req.valid('json');
    const { checks, ...found } = orRefuse(await kept(c).connect({ url: new URL(url).origin, ...request }, actorOf(c)));
    const view: ConnectView = { ...found, checks: checkViews(checks, c.var.language), pairing: stateOf(c) };
    return c.json(view);
  })
  .post('/unpair', valid('json', schema.nothing), async (c) => {
    const wrong = await kept(c).end(actorOf(c));
    if (wrong) orRefuse(wrong);
    return c.json(stateOf(c));
  });

function kept(c: Context<Env>): NonNullable<Env['Variables']['parts']['pairing']> {
  return c.var.parts.pairing ?? refuse('pairing-by-hand');
}

function stateOf(c: Context<Env>): PairingView {
  const none = { by: 'configured', origin: c.var.parts.host.origin(), at: null, companies: [] } as const;
  return c.var.parts.pairing?.state() ?? none;
}
