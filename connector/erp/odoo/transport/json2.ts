// The wire of Odoo 19 and later: POST /json/2/<model>/<method> with named arguments and a bearer key.
import type { World } from '../../../../sync/port/erp.ts';
import { busy, denied, exchange, refused, unknown, withRetry } from './exchange.ts';
import type { Call, Credentials, Reply, Transport, WireLimits } from './transport.ts';
import { WIRE_LIMITS } from './transport.ts';

export function json2(credentials: Credentials, world: World, limits: WireLimits = WIRE_LIMITS): Transport {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    authorization: `bearer ${credentials.key}`,
    'x-odoo-database': credentials.database,
  };
  const send = async (call: Call): Promise<Reply> => {
    const url = new URL(`/json/2/${call.model}/${call.method}`, credentials.url).href;
    const body = JSON.stringify(call.ids === undefined ? call.named : { ids: call.ids, ...call.named });
    const answer = await exchange({ url, headers, body }, world, limits);
    return 'ok' in answer ? answer : read(answer.status, answer.body);
  };
  return { name: 'json2', call: (call) => withRetry(call, world, limits, () => send(call)) };
}

function read(status: number, body: Uint8Array): Reply {
  const json = parse(body);
  if (status === 200) return json === undefined ? unknown('an answer that is no JSON') : { ok: true, value: json };
  if (status === 401) return denied('key unknown or expired');
  if (status === 403) return denied(messageOf(json));
  // 404: no such model, method or record; 422: a rule of Odoo said no, and its transaction was rolled back.
  if (status === 404 || status === 422 || status === 400) return refused(messageOf(json));
  if (status === 429 || (status >= 502 && status <= 504)) return busy();
  // Odoo rolls back on 500 too, but a proxy may say 500 for an answer that it lost.
  return isOdooError(json) ? refused(messageOf(json)) : unknown(`HTTP ${status}`);
}

/** Undefined when the bytes are no JSON; a number beyond safe integers is not trusted either. */
function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** Odoo's own error body. `debug` holds a traceback with data in it and is never passed on. */
function isOdooError(json: unknown): json is { name: string; message: unknown } {
  return typeof json === 'object' && json !== null && 'name' in json && 'message' in json;
}

/** Shown to a person, never parsed: it comes in the user's language. */
function messageOf(json: unknown): string {
  return isOdooError(json) ? String(json.message).slice(0, 500) : 'no reason given';
}
