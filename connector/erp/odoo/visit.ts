// A look into an Odoo before it is chosen: which companies the key's user may work in.
import { type Fault, isFault } from '../../../sync/fault/index.ts';
import type { World } from '../../../sync/port/erp.ts';
import { findTransport, rowsOf } from './host.ts';
import { text } from './map/value.ts';
import { type Credentials, WIRE_LIMITS } from './transport/transport.ts';

export type ErpCompany = { id: number; name: string };

/** In Odoo's order. Faults: those of the way in (erp-unreachable, erp-denied, erp-refused). */
export async function companiesOf(credentials: Credentials, world: World): Promise<ErpCompany[] | Fault> {
  const transport = await findTransport(credentials, world, WIRE_LIMITS);
  if (isFault(transport)) return transport;
  const named = { domain: [], fields: ['name'], order: 'id' };
  const reply = await transport.call({ model: 'res.company', method: 'search_read', effect: 'read', named });
  const rows = reply.ok ? rowsOf(reply.value) : reply.fault;
  return isFault(rows) ? rows : rows.map((row) => ({ id: row.id, name: text(row['name']) ?? String(row.id) }));
}
