// Calls to a live Odoo outside the connector: what tests set up and check with is not what they prove.
import xmlrpc from 'xmlrpc';
import type { Seat } from './ask.ts';

type At = Pick<Seat, 'url' | 'database' | 'version'>;

/** One call by name; `ids` and `context` among the arguments. A refusal throws. Any: what Odoo answers is for the test to expect. */
// biome-ignore lint/suspicious/noExplicitAny: answers of a foreign system, looked at by expectations
export type Answer = any;

export async function callAs(
  at: At,
  user: string,
  keys: Readonly<Record<string, string>>,
  model: string,
  method: string,
  named: Record<string, unknown>,
): Promise<Answer> {
  const key = keys[user] ?? '';
  return at.version === '19' ? json(at, key, model, method, named) : old(at, user, key, model, method, named);
}

async function json(at: At, key: string, model: string, method: string, named: object): Promise<Answer> {
  const response = await fetch(`${at.url}/json/2/${model}/${method}`, {
    method: 'POST',
    headers: { authorization: `bearer ${key}`, 'content-type': 'application/json', 'x-odoo-database': at.database },
    body: JSON.stringify(named),
  });
  const value = await response.json();
  if (!response.ok) throw new Error(`${model}.${method}: ${value.message}`);
  return value;
}

async function old(
  at: At,
  user: string,
  key: string,
  model: string,
  method: string,
  { ids, vals_list: list, vals, ...named }: Record<string, unknown>,
): Promise<Answer> {
  const uid = await send(at, 'common', 'authenticate', [at.database, user, key, {}]);
  if (typeof uid !== 'number') throw new Error(`${user} is refused`);
  const args = [ids, list, vals].filter((it) => it !== undefined);
  return send(at, 'object', 'execute_kw', [at.database, uid, key, model, method, args, named]);
}

function send(at: At, service: string, method: string, params: unknown[]): Promise<Answer> {
  const client = xmlrpc.createClient({ url: `${at.url}/xmlrpc/2/${service}` });
  return new Promise((done, failed) => {
    client.methodCall(method, params, (error, value) => {
      // The server does the work, commits, and cannot say None or a record.
      if (error && !String(error).includes('cannot marshal')) failed(error);
      else done(error ? null : value);
    });
  });
}
