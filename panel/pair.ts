// Pairing with Odoo while the program runs, by the addon's code or by address and key: the access is kept, the companies opened.
import { redeem } from '../connector/erp/odoo/pairing.ts';
import { type Fault, fault, isFault } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import type { Actor } from '../sync/model/decision.ts';
import type { Connected, ConnectRequest, PairingRequest, PairingState, Parts } from './api/context.ts';
import type { Config } from './config.ts';
import type { Workshop } from './erp-work.ts';
import { configuredCompanies } from './erps.ts';
import { firstCompany } from './first-company.ts';
import { lookInto } from './look-into.ts';
import type { Pairings } from './pairing.ts';

type Around = { desk: Desk; config: Config; pairings: Pairings; work: Workshop; address: () => string };

/** `address`: of this panel, as browsers know it. */
export function pairingOf({ desk, config, pairings, work, address }: Around): NonNullable<Parts['pairing']> {
  const pair = async (request: PairingRequest, by: Actor): Promise<Fault | null> => {
    if (!config.isErpPaired) return fault('pairing-by-hand');
    const { signal } = new AbortController();
    const panel = config.publicUrl === null ? (request.panel ?? address()) : address();
    const world = { fetch, clock: desk.clock, log: desk.log, signal };
    const paired = await redeem({ ...request, panel }, world);
    if (isFault(paired)) return paired;
    const { secret, issuer, origin, companies, database, user, key } = paired;
    const numbers = companies.map((it) => it.id);
    const access = { url: request.url, db: database, user, key, company: numbers.join(',') };
    pairings.put({ secret, issuer, origin, audience: panel, companies: numbers, at: desk.clock.now(), access });
    await open(access, by);
    return null;
  };

  const connect = async ({ companies, ...request }: ConnectRequest, by: Actor): Promise<Connected | Fault> => {
    if (!config.isErpPaired) return fault('pairing-by-hand');
    const { signal } = new AbortController();
    const found = await lookInto(request, companies, { fetch, clock: desk.clock, log: desk.log, signal });
    if (!found.connected) return found;
    const { url, database: db, user, key } = request;
    const access = { url, db, user, key, company: found.companies.map((it) => it.id).join(',') };
    pairings.put({ at: desk.clock.now(), access });
    await open(access, by);
    return found;
  };

  /** Nothing is read yet: the person says when, with what would be read before their eyes. */
  const open = async (access: Config['erpAccess'], by: Actor): Promise<void> => {
    Object.assign(config.erpAccess, access);
    config.erp = 'odoo';
    await firstCompany(desk, config);
    await note(desk, by, new URL(access.url ?? '').origin);
    work.begin();
  };

  const end = async (by: Actor): Promise<Fault | null> => {
    if (!config.isErpPaired) return fault('pairing-by-hand');
    await note(desk, by, '');
    pairings.forget();
    Object.assign(config.erpAccess, { url: null, db: null, user: null, key: null, company: null });
    return null;
  };

  return { pair, connect, end, state: () => stateOf(config, pairings) };
}

function stateOf({ isErpPaired }: Pick<Config, 'isErpPaired'>, pairings: Pairings): PairingState {
  const kept = pairings.current();
  const typed = pairings.typed();
  if (!isErpPaired || kept || !typed) {
    const by = isErpPaired ? (kept ? 'code' : 'none') : 'configured';
    return { by, origin: kept?.origin ?? null, at: kept?.at ?? null, companies: kept?.companies ?? [] };
  }
  const { url } = typed.access;
  return { by: 'typed', origin: new URL(url).origin, at: typed.at, companies: configuredCompanies(typed.access) };
}

/** Into the audit of each company that lives in the ERP. */
async function note(desk: Desk, by: Actor, paired: string): Promise<void> {
  for (const company of (await desk.store.companies()).filter((it) => it.erp === 'odoo')) {
    const event = { at: desk.clock.now(), by, what: 'setting' as const, subject: company.id, facts: { paired } };
    await desk.store.within(company.id, (tx) => tx.audit.append(event));
  }
}
