// An Odoo as it was found: its wire, its dialect and its fields, all probed.
import { type Fault, fault } from '../../../sync/fault/index.ts';
import type { World } from '../../../sync/port/erp.ts';
import type { Dialect, Domain } from './dialect/dialect.ts';
import { DIALECTS } from './dialect/index.ts';
import { json2 } from './transport/json2.ts';
import type { Call, Credentials, Reply, Transport, WireLimits } from './transport/transport.ts';
import { WIRE_LIMITS } from './transport/transport.ts';
import { xmlrpc } from './transport/xmlrpc.ts';

export type Row = { readonly id: number } & Readonly<Record<string, unknown>>;

export type Host = {
  readonly wire: Transport['name'];
  readonly dialect: Dialect;
  call(call: Call): Promise<Reply>;
  /** Those of the named fields that this host has; asked once a model. */
  fields(model: string, wanted: readonly string[]): Promise<string[] | Fault>;
  /** Records in pages, ascending by id; a fault ends them. Ids are the only order that no write disturbs. */
  pages(model: string, domain: Domain, fields: readonly string[]): AsyncGenerator<Row[] | Fault>;
};

/** 2,000 records of twenty fields are 2 MB and 0.2 s by JSON-2; larger pages gain nothing (10,000: 14,700 rows/s, 2,000: 12,300). */
const PAGE_ROWS = 2_000;

/**
 * Finds out what answers at this address. `company` is the id in Odoo; every call is bound to it.
 * Faults: erp-unreachable, erp-denied (key or rights), erp-unexpected (no Odoo that we know).
 */
export async function findHost(
  credentials: Credentials,
  company: number,
  world: World,
  limits: WireLimits = WIRE_LIMITS,
): Promise<Host | Fault> {
  const transport = await findTransport(credentials, world, limits);
  if ('code' in transport) return transport;
  const context = { allowed_company_ids: [company], active_test: false };
  const call = (it: Call) =>
    transport.call({ ...it, named: { ...it.named, context: { ...context, ...contextOf(it) } } });
  const fields = fieldReader(call);
  for (const dialect of DIALECTS) {
    const known = await fields(dialect.knownBy.model, [dialect.knownBy.field]);
    if ('code' in known) return known;
    if (known.length > 0) return { wire: transport.name, dialect, call, fields, pages: pageReader(call, fields) };
  }
  return fault('erp-unexpected', {}, { erp: 'Odoo', what: 'accounts have none of the types that are known' });
}

/** JSON-2 where the host has it: a host that has not answers 404, which is neither yes nor a refusal of the key. */
async function findTransport(credentials: Credentials, world: World, limits: WireLimits): Promise<Transport | Fault> {
  const modern = json2(credentials, world, limits);
  const greeting: Call = { model: 'res.users', method: 'context_get', effect: 'read', named: {} };
  const reply = await modern.call(greeting);
  if (reply.ok) return modern;
  if (reply.fault.code === 'erp-denied' || reply.fault.code === 'erp-unreachable') return reply.fault;
  const old = xmlrpc(credentials, world, limits);
  const answer = await old.call(greeting);
  return answer.ok ? old : answer.fault;
}

function contextOf(call: Call): object {
  const context = call.named['context'];
  return typeof context === 'object' && context !== null ? context : {};
}

function fieldReader(call: Host['call']): Host['fields'] {
  const known = new Map<string, Set<string>>();
  return async (model, wanted) => {
    let fields = known.get(model);
    if (!fields) {
      const reply = await call({ model, method: 'fields_get', effect: 'read', named: { attributes: ['type'] } });
      if (!reply.ok) return reply.fault;
      fields = new Set(Object.keys(reply.value ?? {}));
      known.set(model, fields);
    }
    return wanted.filter((field) => fields.has(field));
  };
}

function pageReader(call: Host['call'], fieldsOf: Host['fields']): Host['pages'] {
  return async function* pages(model, domain, wanted) {
    const fields = await fieldsOf(model, wanted);
    if ('code' in fields) {
      yield fields;
      return;
    }
    for (let last = 0; ; ) {
      const named = { domain: [...domain, ['id', '>', last]], fields, limit: PAGE_ROWS, order: 'id' };
      const reply = await call({ model, method: 'search_read', effect: 'read', named });
      const rows = reply.ok ? rowsOf(reply.value) : reply.fault;
      yield rows;
      if ('code' in rows || rows.length < PAGE_ROWS) return;
      last = rows.at(-1)?.id ?? last;
    }
  };
}

function rowsOf(value: unknown): Row[] | Fault {
  if (Array.isArray(value) && value.every(isRow)) return value;
  return fault('erp-unexpected', {}, { erp: 'Odoo', what: 'records without ids' });
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number';
}
