// The wire of Odoo before 19: /xmlrpc/2 through the xmlrpc package's serializer and deserializer, over our own HTTP exchange.
import { Readable } from 'node:stream';
import Deserializer from 'xmlrpc/lib/deserializer.js';
import { serializeMethodCall } from 'xmlrpc/lib/serializer.js';
import type { World } from '../../../../sync/port/erp.ts';
import { busy, denied, exchange, refused, unknown, withRetry } from './exchange.ts';
import type { Call, Credentials, Reply, Transport, WireLimits } from './transport.ts';
import { WIRE_LIMITS } from './transport.ts';

export function xmlrpc(credentials: Credentials, world: World, limits: WireLimits = WIRE_LIMITS): Transport {
  let user: number | null = null;

  const send = async (service: 'common' | 'object', method: string, params: readonly unknown[]): Promise<Reply> => {
    const url = new URL(`/xmlrpc/2/${service}`, credentials.url).href;
    const body = serialize(method, params);
    if (body === null) return refused('a control character that XML cannot carry');
    const answer = await exchange({ url, headers: { 'content-type': 'text/xml; charset=utf-8' }, body }, world, limits);
    if ('ok' in answer) return answer;
    if (answer.status === 429 || (answer.status >= 502 && answer.status <= 504)) return busy();
    return answer.status === 200 ? deserialize(answer.body) : unknown(`HTTP ${answer.status}`);
  };

  const call = async (it: Call): Promise<Reply> => {
    if (user === null) {
      const reply = await send('common', 'authenticate', [credentials.database, credentials.user, credentials.key, {}]);
      if (!reply.ok) return { ...reply, done: 'no' };
      if (typeof reply.value !== 'number') return denied('user or key unknown');
      user = reply.value;
    }
    const { args, named } = positional(it);
    return send('object', 'execute_kw', [
      credentials.database,
      user,
      credentials.key,
      it.model,
      it.method,
      args,
      named,
    ]);
  };

  return { name: 'xmlrpc', call: (it) => withRetry(it, world, limits, () => call(it)) };
}

/** Records go first; what older hosts call by another name goes by position in every version, the rest may be named. */
function positional(call: Call): { args: unknown[]; named: Record<string, unknown> } {
  const ids = call.ids === undefined ? [] : [call.ids];
  const first = FIRST[call.method];
  const { [first ?? '']: value, ...named } = call.named;
  return first !== undefined && value !== undefined ? { args: [...ids, value], named } : { args: ids, named };
}

/** By method, the argument that hosts and models name differently. */
const FIRST: Readonly<Record<string, string>> = {
  create: 'vals_list',
  write: 'vals',
  search: 'domain',
  search_count: 'domain',
};

function serialize(method: string, params: readonly unknown[]): string | null {
  assertPlain(params);
  try {
    return serializeMethodCall(method, params);
  } catch {
    return null;
  }
}

/** The serializer turns what it does not know into an empty string; such a value is our error and throws. */
function assertPlain(value: unknown): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return;
  if (typeof value !== 'object' || !isContainer(value)) throw new TypeError(`xmlrpc: cannot send ${typeof value}`);
  for (const part of Object.values(value)) assertPlain(part);
}

function isContainer(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

/** Python's server does the work, commits, and then cannot say None, a record or a dictionary of its own: this text, never localised, means done. */
const UNSAYABLE = /^TypeError: cannot marshal |^cannot marshal /m;

const FAULT_ACCESS_DENIED = 3;
const FAULT_ACCESS_ERROR = 4;

function deserialize(body: Uint8Array): Promise<Reply> {
  return new Promise((resolve) => {
    new StrictDeserializer().deserializeMethodResponse(Readable.from([Buffer.from(body)]), (error, value) => {
      if (!error) return resolve({ ok: true, value: value ?? null });
      const text = error.faultString;
      if (text === undefined) return resolve(unknown('an answer that is no XML-RPC'));
      if (UNSAYABLE.test(text)) return resolve({ ok: true, value: null });
      const code = error.faultCode;
      // Odoo sends its traceback as the text of code 1; its last line is the error, the rest may hold data.
      const what = text.trimEnd().split('\n').at(-1)?.slice(0, 500) ?? '';
      resolve(code === FAULT_ACCESS_DENIED || code === FAULT_ACCESS_ERROR ? denied(what) : refused(what));
    });
  });
}

/** The package's decoder rounds large integers, reads times in the process's zone and lets a member replace the prototype. */
class StrictDeserializer extends Deserializer {
  override endInt(data: string): void {
    const value = Number(data.trim());
    if (!/^\s*[+-]?\d+\s*$/.test(data) || !Number.isSafeInteger(value))
      throw new Error(`not an integer: ${data.slice(0, 40)}`);
    this.push(value);
    this.value = false;
  }

  /** Kept as text: Odoo's times are UTC, and no day of ours has an hour. */
  override endDateTime(data: string): void {
    this.push(data);
    this.value = false;
  }

  override endStruct(): void {
    const mark = this.marks.pop() ?? 0;
    const items = this.stack.splice(mark);
    if (items.length % 2 !== 0) throw new Error('a member without a value');
    const pairs: [string, unknown][] = [];
    for (let i = 0; i < items.length; i += 2) pairs.push([String(items[i]), items[i + 1]]);
    // fromEntries defines members, so that one named __proto__ stays a member.
    this.push(Object.fromEntries(pairs));
    this.value = false;
  }
}
