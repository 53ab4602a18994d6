// The wires to Odoo against a server that misbehaves: what may have been done is never taken for undone, and no key leaks.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { json2 } from '../../../../connector/erp/odoo/transport/json2.ts';
import type { Call, Reply, Transport, WireLimits } from '../../../../connector/erp/odoo/transport/transport.ts';
import { xmlrpc } from '../../../../connector/erp/odoo/transport/xmlrpc.ts';
import type { World } from '../../../../sync/port/erp.ts';

type Answer = (response: ServerResponse, request: IncomingMessage, body: string) => void;

let answer: Answer;
let calls: { url: string; body: string }[] = [];
let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      calls.push({ url: request.url ?? '', body });
      if (body.includes('<methodName>authenticate</methodName>'))
        response.end(value(body.includes(KEY) ? '<int>7</int>' : '<boolean>0</boolean>'));
      else answer(response, request, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  calls = [];
});

/** Long enough for a machine that is busy with other tests; only silence is measured by a short one. */
const LIMITS: WireLimits = { timeoutMs: 20_000, answerBytesMax: 10_000, attemptsMax: 3, backoffMs: 1, pageRows: 2_000 };
const KEY = 'key-that-nobody-may-see';

function world(): World {
  const clock: World['clock'] = { now: () => '2026-11-25T00:00:00Z', today: () => '2026-11-25', wait: async () => {} };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  return { fetch, clock, log, signal: new AbortController().signal };
}

const WIRES: [string, (limits?: WireLimits) => Transport][] = [
  ['json2', (limits = LIMITS) => json2({ url, database: 'db', user: 'u', key: KEY }, world(), limits)],
  ['xmlrpc', (limits = LIMITS) => xmlrpc({ url, database: 'db', user: 'u', key: KEY }, world(), limits)],
];

const READ: Call = { model: 'res.partner', method: 'search_read', effect: 'read', named: { domain: [] } };
const WRITE: Call = {
  model: 'res.partner',
  method: 'write',
  effect: 'write',
  ids: [1],
  named: { vals: { name: 'x' } },
};

const value = (xml: string) =>
  `<?xml version="1.0"?><methodResponse><params><param><value>${xml}</value></param></params></methodResponse>`;
const faultOf = (code: number, text: string) =>
  `<?xml version="1.0"?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>${code}</int></value></member><member><name>faultString</name><value><string>${text}</string></value></member></struct></value></fault></methodResponse>`;
const work = () => calls.filter((call) => !call.body.includes('<methodName>authenticate</methodName>')).length;
const outcome = (reply: Reply) => (reply.ok ? 'ok' : `${reply.fault.code} ${reply.done}`);

describe.each(WIRES)('%s', (_, open) => {
  test.each<[string, Answer, string, number, string, number]>([
    // What the server does, then outcome and number of calls for a read, and for a write.
    ['a gateway that is overloaded', (r) => r.writeHead(503).end('busy'), 'erp-busy unknown', 3, 'erp-busy unknown', 1],
    [
      'a socket cut before the answer',
      (r) => r.socket?.destroy(),
      'erp-unreachable unknown',
      3,
      'erp-unreachable unknown',
      1,
    ],
    [
      'a redirect',
      (r) => r.writeHead(301, { location: 'http://127.0.0.1:1/' }).end(),
      'erp-refused no',
      1,
      'erp-refused no',
      1,
    ],
    [
      'a page of HTML',
      (r) => r.writeHead(200).end('<html>maintenance</html>'),
      'erp-unexpected unknown',
      1,
      'erp-unexpected unknown',
      1,
    ],
    [
      'an answer without end',
      (r) => r.writeHead(200).end('x'.repeat(20_000)),
      'erp-unexpected unknown',
      1,
      'erp-unexpected unknown',
      1,
    ],
  ])('%s', async (_name, behaves, read, reads, write, writes) => {
    answer = behaves;
    expect(outcome(await open().call(READ))).toBe(read);
    expect(work()).toBe(reads);
    calls = [];
    expect(outcome(await open().call(WRITE))).toBe(write);
    expect(work()).toBe(writes);
  });

  test('silence ends at the deadline, and a write may have been done', async () => {
    // Silence after the question: the sign-in of the old wire is answered at once.
    answer = () => {};
    expect(outcome(await open({ ...LIMITS, timeoutMs: 1_500, attemptsMax: 1 }).call(WRITE))).toBe(
      'erp-unreachable unknown',
    );
  });

  test('an answer cut in its middle is not an answer', async () => {
    answer = (r) => {
      r.writeHead(200, { 'content-length': '1000' });
      r.write('{"a": [1, 2');
      setTimeout(() => r.socket?.destroy(), 20);
    };
    expect(outcome(await open().call(WRITE))).toBe('erp-unreachable unknown');
  });

  test('a refused connection did nothing, so a write is tried again', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const wire = json2({ url: `http://127.0.0.1:${port}`, database: 'db', user: 'u', key: KEY }, world(), LIMITS);
    expect(outcome(await wire.call(WRITE))).toBe('erp-unreachable no');
  });

  test('the key is in no fault', async () => {
    answer = (r) => r.writeHead(500).end(`Traceback ${KEY}`);
    expect(JSON.stringify(await open().call(READ))).not.toContain(KEY);
  });
});

describe('json2', () => {
  const open = () => json2({ url, database: 'db', user: 'u', key: KEY }, world(), LIMITS);
  const error = (name: string) => JSON.stringify({ name, message: 'Déjà lettré', debug: `Traceback ${KEY}` });

  test.each([
    [401, 'Unauthorized', 'erp-denied no'],
    [403, 'odoo.exceptions.AccessError', 'erp-denied no'],
    [404, 'werkzeug.exceptions.NotFound', 'erp-refused no'],
    [422, 'odoo.exceptions.UserError', 'erp-refused no'],
    [500, 'builtins.KeyError', 'erp-refused no'],
  ])('status %d of %s', async (status, name, expected) => {
    answer = (r) => r.writeHead(status).end(error(name));
    const reply = await open().call(WRITE);
    expect(outcome(reply)).toBe(expected);
    expect(JSON.stringify(reply)).not.toContain('Traceback');
  });

  test('arguments go by name, records as ids', async () => {
    answer = (r) => r.end('true');
    expect(await open().call(WRITE)).toEqual({ ok: true, value: true });
    expect(calls[0]).toEqual({ url: '/json/2/res.partner/write', body: '{"ids":[1],"vals":{"name":"x"}}' });
  });
});

describe('xmlrpc', () => {
  const open = () => xmlrpc({ url, database: 'db', user: 'u', key: KEY }, world(), LIMITS);
  const reply = (xml: string) => {
    answer = (r) => r.end(xml);
    return open().call(WRITE);
  };

  test('None that the server cannot say means done', async () => {
    const text = 'Traceback\nTypeError: cannot marshal None unless allow_none is enabled';
    expect(await reply(faultOf(1, text))).toEqual({ ok: true, value: null });
  });

  test.each([
    [1, 'Traceback\nKeyError: x', 'erp-refused no'],
    [2, 'Déjà lettré', 'erp-refused no'],
    [3, 'Access Denied', 'erp-denied no'],
    [4, 'You are not allowed', 'erp-denied no'],
  ])('fault %d is told by its code, never by its words', async (code, text, expected) => {
    expect(outcome(await reply(faultOf(code, text)))).toBe(expected);
  });

  test.each([
    ['an integer that a double would round', '<int>9007199254740993</int>'],
    ['an integer with letters', '<int>12abc</int>'],
    ['a member without a value', '<struct><member><name>a</name></member></struct>'],
  ])('%s is no answer', async (_name, xml) => expect(outcome(await reply(value(xml)))).toBe('erp-unexpected unknown'));

  test('a member cannot replace the prototype, and a time stays text', async () => {
    const xml =
      '<struct><member><name>__proto__</name><value><int>1</int></value></member><member><name>at</name><value><dateTime.iso8601>20261125T10:00:00</dateTime.iso8601></value></member></struct>';
    const answered = await reply(value(xml));
    expect(answered.ok && Object.getPrototypeOf(answered.value)).toBe(Object.prototype);
    expect(answered.ok && (answered.value as Record<string, unknown>)['at']).toBe('20261125T10:00:00');
  });

  test('what XML cannot carry is refused before anything is sent', async () => {
    const control = { ...WRITE, named: { vals: { name: 'a\u0001b' } } };
    expect(outcome(await open().call(control))).toBe('erp-refused no');
    await expect(open().call({ ...WRITE, named: { vals: { name: undefined } } })).rejects.toThrow(TypeError);
  });

  test('a wrong key is denied', async () => {
    const wire = xmlrpc({ url, database: 'db', user: 'u', key: 'other' }, world(), LIMITS);
    expect(outcome(await wire.call(READ))).toBe('erp-denied no');
    expect(work()).toBe(0);
  });
});
