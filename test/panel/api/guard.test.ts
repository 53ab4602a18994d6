// What every request passes before a route: host, origin, token, role, key, size; and the table of routes that says it all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../../panel/api/context.ts';
import { mayAct } from '../../../panel/api/guard.ts';
import { ROUTES } from '../../../panel/api/route-table.ts';
import { STATUS } from '../../../panel/api/status-table.ts';
import { createApp } from '../../../panel/app.ts';
import { newSession } from '../../../panel/session-token.ts';
import { FAULT_CODES, fault } from '../../../sync/fault/index.ts';
import { hasDatabase } from '../../db/harness.ts';
import { hostAt, type TestServer, testServer } from './server.ts';

describe.skipIf(!hasDatabase())('before any route', () => {
  let at: TestServer;
  beforeAll(async () => {
    at = await testServer();
    await at.next();
  });
  afterAll(() => at.close());

  it.each([
    ['no token', { authorization: '' }, 401],
    ['a wrong token', { authorization: 'Bearer nobody' }, 401],
    ['a token of another scheme', { authorization: 'Basic token-of-reader' }, 401],
    ['a foreign name for this address (DNS rebinding)', { host: 'evil.example:8484' }, 403],
    ['a page of another origin', { origin: 'https://evil.example' }, 403],
    ['a page of another port of this machine', { origin: 'http://127.0.0.1:3000' }, 403],
    ['an origin that hides itself', { origin: 'null' }, 403],
    ['its own page', { origin: 'http://127.0.0.1:8484' }, 200],
    ['another spelling of this machine', { host: 'localhost:8484', origin: 'http://localhost:8484' }, 200],
    ['this machine by IPv6', { host: '[::1]:8484' }, 200],
  ])('%s is answered as it should be', async (_, headers, status) => {
    expect((await at.ask('/api/session', { headers })).status).toBe(status);
  });

  it('the public address that is configured is one of its own', async () => {
    const behind = await testServer({ config: { publicUrl: 'https://lettrage.example' } });
    await behind.next();
    const own = { host: 'lettrage.example', origin: 'https://lettrage.example' };
    expect((await behind.ask('/api/session', { headers: own })).status).toBe(200);
    expect((await behind.ask('/api/session', { headers: { ...own, origin: 'http://evil.example' } })).status).toBe(403);
    await behind.close();
  });

  it('every answer forbids foreign scripts and frames, sniffing and sharing', async () => {
    for (const path of ['/api/session', '/health', '/nowhere', '/api/nowhere']) {
      const { headers } = await at.ask(path, { headers: { origin: 'http://127.0.0.1:8484' } });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'self' https://erp.example");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-request-id')).not.toBeNull();
    }
  });

  it('a change without a key is refused', async () => {
    const refused = await at.ask('/api/accounts/letter', { body: { itemIds: ['a', 'b'] }, key: null });
    expect(refused).toMatchObject({ status: 400, body: { fault: { code: 'request-invalid' } } });
  });

  it('a body beyond the limit is refused before it is read', async () => {
    const big = await at.ask('/api/lines/accept', { body: { lineIds: ['x'.repeat(1_100_000)] } });
    expect(big).toMatchObject({ status: 413, body: { fault: { code: 'request-too-large' } } });
  });

  it('a fault speaks the language that was asked for', async () => {
    const said = async (language: string) => {
      const { body } = await at.ask('/api/lines/none', { headers: { 'accept-language': language } });
      return (body as { fault: { says: string } }).fault.says;
    };
    expect(await said('fr-FR,fr;q=0.9')).toContain('existe pas');
    expect(await said('en-GB,en;q=0.8')).toContain('does not exist');
  });

  it('an error of ours is logged and hidden behind its request', async () => {
    const broken = await testServer({ ready: () => Promise.reject(new Error('secret of the house')) });
    const answer = await broken.ask('/health');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('secret');
    expect(answer.body).toMatchObject({ fault: { code: 'internal', request: answer.headers.get('x-request-id') } });
    expect(broken.said).toEqual(['request failed']);
    await broken.close();
  });

  it('figures are for this machine, or for whoever has a session', async () => {
    expect((await at.ask('/metrics', { headers: { authorization: '' } })).status).toBe(401);
    expect((await at.ask('/metrics')).text).toContain('lettrage_requests_total{status="401"}');
    const here = await testServer({ remoteAddress: () => '127.0.0.1' });
    expect((await here.ask('/metrics', { headers: { authorization: '' } })).status).toBe(200);
    await here.close();
  });

  it('its health needs no session and says what is wrong', async () => {
    expect(await at.ask('/health', { headers: { authorization: '' } })).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    });
  });
});

describe.skipIf(!hasDatabase())('the table of routes', () => {
  let at: TestServer;
  beforeAll(async () => {
    at = await testServer();
    await at.next();
  });
  afterAll(() => at.close());

  it('names every route that is mounted, and no other', () => {
    const app = createApp({
      desk: at.desk,
      sessions: () => null,
      config: { publicUrl: null },
      host: hostAt(null),
      work: { flush: async () => null, night: async () => fault('company-busy'), running: () => null },
      remoteAddress: () => null,
      ready: async () => null,
    });
    const mounted = app.routes.filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL');
    const names = new Set(mounted.map(({ method, path }) => `${method.toLowerCase()} ${path}`));
    expect([...names].sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s asks for a session and for its role',
    async (_, route) => {
      const path = route.path.replace(':id', 'none');
      const isOpen = route.role === 'anyone';
      const asking = route.method === 'get' ? {} : { body: {} };
      expect((await at.ask(path, { ...asking, headers: { authorization: '' } })).status === 401).toBe(!isOpen);
      for (const role of ROLES) {
        const { status, body } = await at.ask(path, { ...asking, role });
        const isRefused = status === 403 && (body as { fault: { code: string } }).fault.code === 'not-allowed';
        expect([role, isRefused]).toEqual([role, route.role !== 'anyone' && !mayAct(role, route.role)]);
      }
    },
  );

  it('lets a reader read and nothing else', () => {
    const own = ROUTES.filter(({ role }) => role !== 'anyone' && mayAct('reader', role));
    expect(own.every((route) => route.method === 'get')).toBe(true);
  });

  it('opens to anyone nothing but the ways in and out', () => {
    const open = ROUTES.filter(({ role }) => role === 'anyone').map(({ method, path }) => `${method} ${path}`);
    const own = ['post /api/host/sign-in', 'post /api/host/sign-out'];
    expect(open).toEqual(['get /api/host', 'post /api/host/enter', ...own, 'post /api/host/revoke']);
  });

  it('is the OpenAPI document', async () => {
    const { body } = await at.ask('/api/openapi.json');
    const { paths, openapi } = body as {
      openapi: string;
      paths: Record<string, Record<string, { parameters: { name: string }[] }>>;
    };
    expect(openapi).toBe('3.1.0');
    expect(Object.values(paths).flatMap((path) => Object.keys(path))).toHaveLength(ROUTES.length);
    expect(paths['/api/lines/{id}/accept']?.['post']?.parameters.map(({ name }) => name)).toEqual([
      'id',
      'Idempotency-Key',
    ]);
    expect(paths['/api/queue']?.['get']?.parameters.map(({ name }) => name)).toEqual([
      'filter',
      'bank',
      'offset',
      'limit',
    ]);
  });
});

describe('a session', () => {
  it('is one token of one start, and no other text', () => {
    const user = { id: 'u', name: 'U', role: 'administrator' } as const;
    const first = newSession(user);
    const second = newSession(user);
    expect(first.token).not.toBe(second.token);
    expect(Buffer.from(first.token, 'base64url')).toHaveLength(32);
    expect(first.sessions(first.token)).toBe(user);
    for (const text of ['', 'x', second.token, first.token.slice(1)]) expect(first.sessions(text)).toBeNull();
  });
});

describe('every fault', () => {
  it.each(FAULT_CODES)('%s has a status of an error', (code) => {
    expect(STATUS[code]).toBeGreaterThanOrEqual(400);
  });
});
