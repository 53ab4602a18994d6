// The panel's own way in: whom the ERP knows comes in as what the ERP says they are, and everybody else stays out.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../connector/erp/odoo/sign-in.ts';
import { type Asked, ownSessions } from '../../panel/own-sessions.ts';
import { type Fault, fault } from '../../sync/fault/index.ts';
import type { Desk } from '../../sync/job/desk.ts';
import { hasDatabase } from '../db/harness.ts';
import { type TestDesk, testDesk } from '../sync/job/desk.ts';
import { type Ask, appOver } from './api/server.ts';

const CLAIRE: Person = {
  ...{ id: 7, name: 'Claire Martin', role: 'bookkeeper', companies: [2, 1, 9], language: 'fr', zone: 'Europe/Paris' },
};
const WAY = {
  erp: 'odoo' as const,
  erpAccess: { url: 'https://erp.example', db: 'd', user: 'u', key: 'k', company: '' },
};

describe.skipIf(!hasDatabase())('a person who signs in to the panel', () => {
  let it_: TestDesk;
  let at: Ask;
  let second = 1_795_000_000;
  let mark: string | null | Fault = 'groups';
  let config = structuredClone(WAY);
  let own: ReturnType<typeof ownSessions>;
  const asked: Asked = {
    signIn: async ({ user, key }) =>
      user !== 'claire' || key !== 'right' ? fault('sign-in-refused', {}, { erp: 'Odoo' }) : CLAIRE,
    accessMark: async () => mark,
  };

  beforeAll(async () => {
    it_ = await testDesk();
    await it_.next();
    for (const id of ['odoo-1', 'odoo-2', 'odoo-3']) {
      await it_.desk.store.createCompany({ ...(await it_.desk.store.companies())[0]!, id, name: id });
    }
  });
  afterAll(() => it_.close());
  beforeEach(() => {
    second += 100_000;
    mark = 'groups';
    config = structuredClone(WAY);
    const clock = { ...it_.desk.clock, now: () => new Date(second * 1000).toISOString() };
    const desk: Desk = { ...it_.desk, clock };
    own = ownSessions(desk, config, (id) => (id.startsWith('odoo-') ? Number(id.slice(5)) : null), asked);
    at = appOver(desk, { signIn: own });
  });

  const tries = async (password: string, login = 'claire') => {
    const answer = await at('/api/host/sign-in', { body: { login, password }, headers: { authorization: '' } });
    const cookie = answer.headers.get('set-cookie') ?? '';
    return { ...answer, cookie, pair: cookie.split(';')[0] ?? '' };
  };
  const codeOf = (body: unknown) => (body as { fault?: { code: string } }).fault?.code ?? 'in';
  const asks = (pair: string, path = '/api/session', headers: Record<string, string> = {}) =>
    at(path, { headers: { authorization: '', cookie: pair, 'lettrage-session': 'own', ...headers } });

  it('is who the ERP says, in the companies that both keep, by a cookie that no script reads', async () => {
    const { status, cookie, pair, text } = await tries('right');
    expect([status, text]).toEqual([200, '{}']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api/);
    const seen = await asks(pair);
    expect(seen.body).toMatchObject({
      company: { id: 'odoo-2' },
      user: { id: 'odoo-7', name: 'Claire Martin', role: 'bookkeeper' },
    });
    expect((await asks(pair, '/api/session', { 'lettrage-company': 'odoo-1' })).status).toBe(200);
  });

  it.each([
    ['another company of this program', { 'lettrage-company': 'odoo-3' }, 403],
    ['a page of another origin', { origin: 'https://evil.example' }, 403],
    ['a foreign name for this address', { host: 'evil.example' }, 403],
    ['a request that the panel did not make', { 'lettrage-session': '' }, 401],
    ['another cookie', { cookie: 'lettrage-session=nobody' }, 401],
    ['a bearer token beside it that is none', { authorization: 'Bearer nobody' }, 401],
  ])('%s is refused', async (_, headers, status) => {
    const { pair } = await tries('right');
    expect((await asks(pair, '/api/session', headers)).status).toBe(status);
  });

  it('may do what the role allows', async () => {
    const { pair } = await tries('right');
    const post = (path: string) =>
      at(path, { body: {}, headers: { authorization: '', cookie: pair, 'lettrage-session': 'own' } });
    expect(codeOf((await post('/api/host/unpair')).body)).toBe('not-allowed');
    expect((await post('/api/lines/none/confirm')).status).toBe(404);
  });

  it('is let in by nothing but the password, and after five wrong ones not by it either, for a while', async () => {
    for (let i = 0; i < 5; i += 1) {
      expect(codeOf((await tries('wrong')).body)).toBe('sign-in-refused');
      second += 61;
    }
    const late = await tries('right');
    expect([late.status, codeOf(late.body), late.cookie]).toEqual([429, 'sign-in-too-often', '']);
    second += 900;
    expect((await tries('right')).status).toBe(200);
  });

  it('names tried one after the other are too many together, before the ERP shuts us out', async () => {
    const codes = [];
    for (let i = 0; i < 9; i += 1) codes.push(codeOf((await tries('wrong', `name${i}`)).body));
    expect(codes).toEqual([...Array(8).fill('sign-in-refused'), 'sign-in-too-often']);
  });

  it('stays for a working day, and no longer', async () => {
    const { pair } = await tries('right');
    second += 12 * 3600 - 1;
    expect((await asks(pair)).status).toBe(200);
    second += 1;
    expect((await asks(pair)).status).toBe(401);
  });

  it.each([
    ['whose groups or companies changed', 'other groups'],
    ['who was archived', null],
  ])('%s in the ERP is out within five minutes', async (_, then) => {
    const { pair } = await tries('right');
    mark = then;
    second += 299;
    expect((await asks(pair)).status).toBe(200);
    second += 1;
    expect((await asks(pair)).status).toBe(401);
  });

  it('works on while the ERP is away, and is looked at again when it is back', async () => {
    const { pair } = await tries('right');
    mark = fault('erp-unreachable', {}, { erp: 'Odoo' });
    second += 300;
    expect((await asks(pair)).status).toBe(200);
    mark = null;
    second += 61;
    expect((await asks(pair)).status).toBe(401);
  });

  it('is out at once when the ERP says so', async () => {
    const { pair } = await tries('right');
    own.endOf(['8']);
    expect((await asks(pair)).status).toBe(200);
    own.endOf(['7']);
    expect((await asks(pair)).status).toBe(401);
  });

  it('who signs out is out, also with the cookie that they had', async () => {
    const { pair } = await tries('right');
    const left = await at('/api/host/sign-out', {
      ...{ body: {}, headers: { authorization: '', cookie: pair, 'lettrage-session': 'own' } },
    });
    expect(left.headers.get('set-cookie')).toMatch(/Max-Age=0/);
    expect((await asks(pair)).status).toBe(401);
  });

  it('another ERP, or none, ends every session', async () => {
    const { pair } = await tries('right');
    config.erpAccess.url = 'https://other.example';
    expect((await asks(pair)).status).toBe(401);
    Object.assign(config.erpAccess, { url: null });
    expect(codeOf((await tries('right')).body)).toBe('unpaired');
    expect((await at('/api/host')).body).toMatchObject({ signIn: false });
  });
});
