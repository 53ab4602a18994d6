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
  readonly pageRows: number;
  call(call: Call): Promise<Reply>;
  /** Those of the named fields that this host has; asked once a model. */
  fields(model: string, wanted: readonly string[]): Promise<string[] | Fault>;
  /**
   * Records in pages, ascending by id from beyond `after`; a fault ends them. Ids are the only order that no write disturbs.
   * The next page is on its way while this one is worked on.
   */
  pages(model: string, domain: Domain, fields: readonly string[], after?: number): AsyncGenerator<Row[] | Fault>;
  /** Ids of all records of a domain, ascending: 12,000 take some 20 ms. */
  ids(model: string, domain: Domain): Promise<number[] | Fault>;
  count(model: string, domain: Domain): Promise<number | Fault>;
};

/** Any word but the default leaves the names of linked records away, which are computed one by one: three times the speed. */
const BARE_LINKS = '_classic_write';

export type Found = { host: Host; company: number };

/**
 * Finds out what answers at this address. `company` is the id in Odoo, null for the only one that the user sees; every call is
 * bound to it. Faults: erp-unreachable, erp-denied (key or rights), erp-company-needed, erp-unexpected (no Odoo that we know).
 */
export async function findHost(
  credentials: Credentials,
  wanted: number | null,
  world: World,
  limits: WireLimits = WIRE_LIMITS,
): Promise<Found | Fault> {
  const transport = await findTransport(credentials, world, limits);
  if ('code' in transport) return transport;
  const company = wanted ?? (await onlyCompany(transport));
  if (typeof company !== 'number') return company;
  const context = { allowed_company_ids: [company], active_test: false };
  const call = (it: Call) =>
    transport.call({ ...it, named: { ...it.named, context: { ...context, ...contextOf(it) } } });
  const fields = fieldReader(call);
  for (const dialect of DIALECTS) {
    const known = await fields(dialect.knownBy.model, [dialect.knownBy.field]);
    if ('code' in known) return known;
    if (known.length > 0) return { host: hostOf(transport.name, dialect, limits.pageRows, call, fields), company };
  }
  return fault('erp-unexpected', {}, { erp: 'Odoo', what: 'accounts have none of the types that are known' });
}

/** Without a company in the context Odoo shows all that the user may see. */
async function onlyCompany(transport: Transport): Promise<number | Fault> {
  const named = { domain: [], fields: ['name'], order: 'id' };
  const reply = await transport.call({ model: 'res.company', method: 'search_read', effect: 'read', named });
  const rows = reply.ok ? rowsOf(reply.value) : reply.fault;
  if ('code' in rows) return rows;
  const [only, ...more] = rows;
  if (only && more.length === 0) return only.id;
  const names = rows.map((row) => `${row.id} ${String(row['name'])}`).join(', ');
  return fault('erp-company-needed', {}, { erp: 'Odoo', what: names });
}

/** JSON-2 where the host has it: a host that has not answers 404, which is neither yes nor a refusal of the key. */
export async function findTransport(
  credentials: Credentials,
  world: World,
  limits: WireLimits,
): Promise<Transport | Fault> {
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
  const known = new Map<string, Promise<Set<string> | Fault>>();
  const asked = async (model: string): Promise<Set<string> | Fault> => {
    const reply = await call({ model, method: 'fields_get', effect: 'read', named: { attributes: ['type'] } });
    return reply.ok ? new Set(Object.keys(reply.value ?? {})) : reply.fault;
  };
  return async (model, wanted) => {
    // The promise is kept: questions about one model often come together.
    const asking = known.get(model) ?? asked(model);
    known.set(model, asking);
    const fields = await asking;
    if (!('code' in fields)) return wanted.filter((field) => fields.has(field));
    known.delete(model);
    return fields;
  };
}

function hostOf(
  wire: Host['wire'],
  dialect: Dialect,
  pageRows: number,
  call: Host['call'],
  fields: Host['fields'],
): Host {
  const asked = async (model: string, method: string, named: Call['named']) =>
    call({ model, method, effect: 'read', named });
  return {
    wire,
    dialect,
    pageRows,
    call,
    fields,
    pages: pageReader(call, fields, dialect, pageRows),
    async ids(model, domain) {
      const reply = await asked(model, 'search', { domain, order: 'id' });
      if (!reply.ok) return reply.fault;
      const ids = Array.isArray(reply.value) ? reply.value.filter((id) => typeof id === 'number') : [];
      return ids;
    },
    async count(model, domain) {
      const reply = await asked(model, 'search_count', { domain });
      if (!reply.ok) return reply.fault;
      return typeof reply.value === 'number' ? reply.value : 0;
    },
  };
}

function pageReader(
  call: Host['call'],
  fieldsOf: Host['fields'],
  { bareLinks }: Dialect,
  pageRows: number,
): Host['pages'] {
  return async function* pages(model, domain, wanted, after = 0) {
    const fields = await fieldsOf(model, wanted);
    if ('code' in fields) {
      yield fields;
      return;
    }
    const load = bareLinks ? { load: BARE_LINKS } : {};
    // One record more than a page holds tells whether there is another page.
    const limit = pageRows + 1;
    const pageAfter = async (last: number) => {
      const named = { domain: [...domain, ['id', '>', last]], fields, limit, order: 'id', ...load };
      const reply = await call({ model, method: 'search_read', effect: 'read', named });
      return reply.ok ? rowsOf(reply.value) : reply.fault;
    };
    for (let next = pageAfter(after); ; ) {
      const rows = await next;
      if ('code' in rows || rows.length < limit) return yield rows;
      const page = rows.slice(0, pageRows);
      next = pageAfter(page.at(-1)?.id ?? after);
      yield page;
    }
  };
}

export function rowsOf(value: unknown): Row[] | Fault {
  if (Array.isArray(value) && value.every(isRow)) return value;
  return fault('erp-unexpected', {}, { erp: 'Odoo', what: 'records without ids' });
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number';
}
