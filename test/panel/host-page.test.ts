// The way in from the ERP's page: one token, one person, one session; and everybody who may not come in.
import { sign } from 'hono/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../panel/api/context.ts';
import { anyOf, hostPage } from '../../panel/host-page.ts';
import type { Agreed } from '../../panel/pairing.ts';
import type { Desk } from '../../sync/job/desk.ts';
import { hasDatabase } from '../db/harness.ts';
import { type TestDesk, testDesk } from '../sync/job/desk.ts';
import { type Ask, appOver } from './api/server.ts';

const AGREED: Agreed = {
  secret: 'a-secret-of-two-servers-0123456789abcdef',
  issuer: '0f6b1c7e-uuid-of-the-database',
  audience: 'http://127.0.0.1:8484',
  origin: 'https://erp.example',
  companies: [1, 2],
};

type Facts = Partial<{
  iss: string;
  aud: string;
  sub: string;
  name: string;
  cid: number;
  cids: number[];
  role: string;
  lang: string;
  iat: number;
  exp: number;
  jti: string;
  use: string;
}>;

describe.skipIf(!hasDatabase())('a person who comes from the ERP’s page', () => {
  let it_: TestDesk;
  let at: Ask;
  let second = 0;
  let tokens = 0;
  let agreed: Agreed | null = AGREED;

  beforeAll(async () => {
    it_ = await testDesk();
    const store = it_.desk.store;
    await it_.next();
    for (const [id, name] of [
      ['odoo-1', 'Un SARL'],
      ['odoo-2', 'Deux SARL'],
    ] as const) {
      const company = (await store.companies())[0]!;
      await store.createCompany({ ...company, id, name });
    }
    const clock = { ...it_.desk.clock, now: () => new Date(second * 1000).toISOString() };
    const desk: Desk = { ...it_.desk, clock };
    const pairings = { current: () => agreed, put: () => {}, forget: () => {} };
    const numberOf = (id: string) => (id.startsWith('odoo-') ? Number(id.slice(5)) : null);
    const { host, sessions } = hostPage(desk, pairings, numberOf);
    at = appOver(desk, { host, sessions: anyOf(() => null, sessions) });
    second = 1_795_000_000;
  });
  afterAll(() => it_.close());

  const tokenOf = (facts: Facts = {}, secret = AGREED.secret, alg: 'HS256' | 'HS512' = 'HS256') =>
    sign(
      {
        ...{ iss: AGREED.issuer ?? '', aud: AGREED.audience, use: 'session', sub: '7', name: 'Claire Martin' },
        ...{ cid: 1, cids: [1, 2], role: 'bookkeeper', lang: 'fr_FR', tz: 'Europe/Paris' },
        ...{ iat: second, exp: second + 300, jti: `number-of-token-${tokens++}` },
        ...facts,
      },
      secret,
      alg,
    );
  const enter = async (token: string) => at('/api/host/enter', { body: { token } });
  const codeOf = async (token: string) => {
    const { status, body } = await enter(token);
    return status === 200 ? 'in' : (body as { fault: { code: string } }).fault.code;
  };
  const sessionOf = async (facts: Facts = {}) => {
    const { body } = await enter(await tokenOf(facts));
    return (body as { token: string }).token;
  };
  const asks = (token: string, path: string, asking: Parameters<Ask>[1] = {}) =>
    at(path, { ...asking, headers: { authorization: `Bearer ${token}`, ...asking.headers } });

  it('is known by name, role, company and language', async () => {
    const { status, body } = await enter(await tokenOf());
    expect(status).toBe(200);
    expect(body).toMatchObject({ seconds: 300, language: 'fr', zone: 'Europe/Paris' });
    const seen = await asks((body as { token: string }).token, '/api/session');
    expect(seen.body).toMatchObject({
      company: { id: 'odoo-1', name: 'Un SARL' },
      user: { id: 'odoo-7', name: 'Claire Martin', role: 'bookkeeper' },
    });
  });

  it.each([
    ['no token at all', async () => 'x', 'hand-over-invalid'],
    [
      'one signed by another secret',
      () => tokenOf({}, 'another-secret-of-two-servers-0123456789'),
      'hand-over-invalid',
    ],
    ['one signed in another way', () => tokenOf({}, AGREED.secret, 'HS512'), 'hand-over-invalid'],
    [
      'one without a signature',
      async () => `${btoa('{"alg":"none","typ":"JWT"}')}.${(await tokenOf()).split('.')[1]}.`,
      'hand-over-invalid',
    ],
    [
      'one whose words were changed',
      async () => {
        const [head, , tail] = (await tokenOf()).split('.');
        const other = (await tokenOf({ role: 'administrator' })).split('.')[1];
        return [head, other, tail].join('.');
      },
      'hand-over-invalid',
    ],
    ['one of a role that there is not', () => tokenOf({ role: 'owner' }), 'hand-over-invalid'],
    ['one for something else', () => tokenOf({ use: 'panel' }), 'hand-over-invalid'],
    ['one of another database', () => tokenOf({ iss: 'another' }), 'hand-over-elsewhere'],
    ['one for another panel', () => tokenOf({ aud: 'http://127.0.0.1:9999' }), 'hand-over-elsewhere'],
    ['one that has ended', () => tokenOf({ iat: second - 300, exp: second }), 'hand-over-expired'],
    ['one that lasts too long', () => tokenOf({ exp: second + 3600 }), 'hand-over-expired'],
    ['one of tomorrow', () => tokenOf({ iat: second + 3600, exp: second + 3700 }), 'hand-over-expired'],
    ['one for a company that is not kept here', () => tokenOf({ cid: 9, cids: [9, 1] }), 'company-elsewhere'],
  ])('%s is refused', async (_, token, code) => {
    expect(await codeOf(await token())).toBe(code);
  });

  it('a token is good once, also when it comes twice at the same moment', async () => {
    const token = await tokenOf();
    const codes = await Promise.all([codeOf(token), codeOf(token)]);
    expect(codes.sort()).toEqual(['hand-over-used', 'in']);
    expect(await codeOf(token)).toBe('hand-over-used');
  });

  it('a hand-over token is no session, and a session no hand-over token', async () => {
    const token = await tokenOf();
    expect((await asks(token, '/api/session')).status).toBe(401);
    expect(await codeOf(await sessionOf())).toBe('hand-over-invalid');
  });

  it('a session ends after five minutes', async () => {
    const session = await sessionOf();
    second += 299;
    expect((await asks(session, '/api/session')).status).toBe(200);
    second += 1;
    expect((await asks(session, '/api/session')).status).toBe(401);
  });

  it('sees the companies that are ticked, and no other', async () => {
    const both = await sessionOf();
    const one = await sessionOf({ cids: [1] });
    const of = (id: string) => ({ headers: { 'lettrage-company': id } });
    expect((await asks(both, '/api/session', of('odoo-2'))).body).toMatchObject({ company: { id: 'odoo-2' } });
    for (const id of ['odoo-2', 'c1', 'nobody']) {
      expect(await asks(one, '/api/session', of(id))).toMatchObject({
        status: 403,
        body: { fault: { code: 'company-foreign' } },
      });
    }
    const { body } = await asks(await sessionOf({ cid: 2, cids: [2] }), '/api/session');
    expect(body).toMatchObject({ company: { id: 'odoo-2' } });
  });

  it.each([
    ['reader', 403],
    ['bookkeeper', 404],
  ] as const)('a %s decides as the role allows', async (role: Role, status) => {
    const session = await sessionOf({ role });
    expect((await asks(session, '/api/lines/none/confirm', { body: {} })).status).toBe(status);
  });

  it('a user whose access the ERP ended is out at once, with the token still in hand too; a new one lets them in again', async () => {
    const session = await sessionOf();
    const unused = await tokenOf();
    const others = await sessionOf({ sub: '8' });
    const notice = await tokenOf({ use: 'revoke', subs: ['7'] } as Facts);
    expect((await at('/api/host/revoke', { body: { token: notice } })).status).toBe(200);
    expect((await asks(session, '/api/session')).status).toBe(401);
    expect(await codeOf(unused)).toBe('user-revoked');
    expect((await asks(others, '/api/session')).status).toBe(200);
    second += 1;
    expect(await codeOf(await tokenOf())).toBe('in');
  });

  it('only the ERP ends an access', async () => {
    const session = await sessionOf();
    const forged = await tokenOf({ use: 'revoke', subs: ['7'] } as Facts, 'another-secret-of-two-servers-0123456789');
    expect((await at('/api/host/revoke', { body: { token: forged } })).status).toBe(401);
    expect((await asks(session, '/api/session')).status).toBe(200);
  });

  it('nobody comes in once the pairing is ended, and no page may frame the panel', async () => {
    const session = await sessionOf();
    agreed = null;
    expect(await codeOf(await tokenOf())).toBe('unpaired');
    const after = await asks(session, '/api/session');
    expect(after.status).toBe(401);
    expect(after.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self' ?(;|$)/);
    expect((await at('/api/host')).body).toEqual({ origin: null, signIn: false });
    agreed = AGREED;
    const framed = await at('/api/host');
    expect(framed.body).toEqual({ origin: 'https://erp.example', signIn: false });
    expect(framed.headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://erp.example");
  });
});
