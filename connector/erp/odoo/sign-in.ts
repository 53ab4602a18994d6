// Whether a person is who they say, asked of Odoo itself, and what they may do here by the groups that they have there.
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { World } from '../../../sync/port/erp.ts';
import { findTransport, type Row, rowsOf } from './host.ts';
import { linked, text } from './map/value.ts';
import { json2 } from './transport/json2.ts';
import { type Credentials, type Transport, WIRE_LIMITS } from './transport/transport.ts';
import { xmlrpc } from './transport/xmlrpc.ts';

/** The right column has what the left group of Odoo has; the highest counts. The addon maps the same (its hooks.py). */
const ROLES = [
  ['account.group_account_manager', 'manager'],
  ['account.group_account_user', 'bookkeeper'],
  ['account.group_account_basic', 'bookkeeper'],
  ['account.group_account_invoice', 'reader'],
  ['account.group_account_readonly', 'reader'],
] as const;

/** Their companies by Odoo's numbers, the one in front first; `language` and `zone` as they chose there. */
export type Person = {
  id: number;
  name: string;
  role: 'reader' | 'bookkeeper' | 'manager' | 'administrator';
  companies: number[];
  language: 'fr' | 'en';
  zone: string | null;
};

const LIMITS = { ...WIRE_LIMITS, timeoutMs: 20_000, attemptsMax: 1 };

/**
 * `user` and `key` are the person's own: a password, or an API key where Odoo asks for a second factor. Faults: sign-in-refused
 * (unknown, wrong or archived), role-missing (no rights in accounting), erp-unreachable.
 */
export async function signIn(credentials: Credentials, world: World): Promise<Person | Fault> {
  const transport = await entered(credentials, world);
  if (isFault(transport))
    return transport.code === 'erp-denied' ? fault('sign-in-refused', {}, { erp: 'Odoo' }) : transport;
  const found = await userWhere(transport, [['login', '=', credentials.user]], FIELDS);
  if (isFault(found)) return found;
  const role = found === null ? null : await roleOf(transport, found.id);
  if (found === null || role === null) return fault('role-missing', {}, { erp: 'Odoo' });
  const front = linked(found['company_id']);
  const others = idsIn(found['company_ids']).filter((id) => id !== front);
  return {
    id: found.id,
    name: text(found['name']) ?? credentials.user,
    role,
    companies: front === null ? others : [front, ...others],
    language: (text(found['lang']) ?? 'fr').startsWith('fr') ? 'fr' : 'en',
    zone: text(found['tz']),
  };
}

/**
 * What decides on a person's access, as one text that changes when any of it does: whether they are active, their groups and
 * companies. Asked with the program's own key; null for whom it does not find any more.
 */
export async function accessMark(credentials: Credentials, id: number, world: World): Promise<string | null | Fault> {
  const transport = await findTransport(credentials, world, LIMITS);
  if (isFault(transport)) return transport;
  const named = { attributes: ['type'] };
  const known = await transport.call({ model: 'res.users', method: 'fields_get', effect: 'read', named });
  if (!known.ok) return known.fault;
  const groups = ['group_ids', 'groups_id'].filter((field) => Object.keys(known.value ?? {}).includes(field));
  const found = await userWhere(transport, [['id', '=', id]], ['active', 'company_ids', ...groups]);
  if (isFault(found) || found === null) return found;
  const lists = [...groups, 'company_ids'].map((field) =>
    idsIn(found[field])
      .sort((a, b) => a - b)
      .join(','),
  );
  return found['active'] === true ? lists.join('/') : null;
}

const FIELDS = ['name', 'company_id', 'company_ids', 'lang', 'tz'];

/** XML-RPC takes passwords and keys; a host without it takes keys by the newer wire. */
async function entered(credentials: Credentials, world: World): Promise<Transport | Fault> {
  const old = xmlrpc(credentials, world, LIMITS);
  const greeting = { model: 'res.users', method: 'context_get', effect: 'read', named: {} } as const;
  const answer = await old.call(greeting);
  if (answer.ok) return old;
  if (answer.fault.code !== 'erp-unexpected') return answer.fault;
  const modern = json2(credentials, world, LIMITS);
  const again = await modern.call(greeting);
  return again.ok ? modern : again.fault;
}

async function userWhere(
  transport: Transport,
  domain: readonly unknown[],
  fields: readonly string[],
): Promise<Row | null | Fault> {
  const named = { domain, fields, context: { active_test: false } };
  const reply = await transport.call({ model: 'res.users', method: 'search_read', effect: 'read', named });
  const rows = reply.ok ? rowsOf(reply.value) : reply.fault;
  return isFault(rows) ? rows : (rows[0] ?? null);
}

async function roleOf(transport: Transport, id: number): Promise<Person['role'] | null> {
  for (const [group, role] of ROLES) {
    if (!(await has(transport, id, group))) continue;
    return role === 'manager' && (await has(transport, id, 'base.group_system')) ? 'administrator' : role;
  }
  return null;
}

/** A question to a user's record; before 17 one to whoever asks, which is the same person here. */
async function has(transport: Transport, id: number, group: string): Promise<boolean> {
  const call = { model: 'res.users', method: 'has_group', effect: 'read', named: { group_ext_id: group } } as const;
  const modern = await transport.call({ ...call, ids: [id] });
  if (modern.ok) return modern.value === true;
  const old = await transport.call(call);
  return old.ok && old.value === true;
}

function idsIn(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'number') : [];
}
