// A company in Odoo as an ERP: found by probing at the first call, pulled in pages, written one decision at a time.
import { type Fault, isFault } from '../../../sync/fault/index.ts';
import type { Company } from '../../../sync/model/company.ts';
import type { Erp, World } from '../../../sync/port/erp.ts';
import { type Chart, readChart } from './chart.ts';
import { checksOf, checksOfRefusal } from './check/index.ts';
import { attachedFiles } from './feed/attached.ts';
import { makeLines } from './feed/make.ts';
import { find } from './find.ts';
import { findHost, type Host } from './host.ts';
import { balancesOn, changedSince } from './pull/books.ts';
import { pull } from './pull.ts';
import type { Credentials, WireLimits } from './transport/transport.ts';
import { WIRE_LIMITS } from './transport/transport.ts';
import { foresee, post } from './write/index.ts';
import { undoPosting } from './write/undo.ts';
import { foreseeUndo } from './write/undo-foresee.ts';
import { inverseOf } from './write/undo-locked.ts';

/** `company` is its id in Odoo, null for the user's only one; `roles` the account map of the company here. */
export type OdooConfig = Credentials & { company: number | null; roles: Company['accounts']; limits?: WireLimits };

type Session = { host: Host; chart: Chart };

export function openOdoo(config: OdooConfig, world: World): Erp {
  let session: Promise<Session | Fault> | null = null;

  /** Kept once found; a host that could not be found is looked for again at the next call. */
  const found = async (): Promise<Session | Fault> => {
    session ??= connect(config, world);
    const it = await session;
    if (isFault(it)) session = null;
    return it;
  };

  /** With its frame as it is now: accounts and journals are added while the program runs. */
  const renewed = async (): Promise<Session | Fault> => {
    const isKnown = session !== null;
    const it = await found();
    if (isFault(it) || !isKnown) return it;
    const chart = await readChart(it.host, it.chart.company, config.roles);
    if (isFault(chart)) return chart;
    const fresh = { host: it.host, chart };
    session = Promise.resolve(fresh);
    return fresh;
  };

  return {
    name: 'odoo',
    can: { write: true, undo: true, attached: true, lines: true },
    check: async () => {
      // What was found earlier says nothing of a key that ended since.
      session = null;
      const it = await found();
      return isFault(it) ? checksOfRefusal(it, config, world) : checksOf(it.host, it.chart, config, world);
    },
    async *pull(cursor) {
      const it = await renewed();
      if (isFault(it)) yield { kind: 'refused', faults: [it] };
      else yield* pull(it.host, it.chart, config.url, cursor);
    },
    balances: async (asOf) => withSession(await found(), ({ host, chart }) => balancesOn(host, chart, asOf)),
    changed: async (since, accounts) =>
      withSession(await found(), ({ host, chart }) => changedSince(host, chart, since, accounts)),
    post: async (posting) => withSession(await found(), ({ host, chart }) => post(host, chart, posting)),
    foresee: async (posting) => warned(await found(), ({ host, chart }) => foresee(host, chart, posting)),
    undo: async (receipt, on) =>
      withSession(await found(), ({ host, chart }) => undoPosting(host, chart, receipt, on ?? null)),
    foreseeUndo: async (receipt) => warned(await found(), ({ host, chart }) => foreseeUndo(host, chart, receipt)),
    inverse: async (receipt, on) =>
      withSession(await found(), ({ host, chart }) => inverseOf(host, chart, receipt, on ?? null)),
    find: async (thing) => withSession(await found(), ({ host }) => find(host, config.url, thing)),
    async *attached(after) {
      const it = await found();
      if (isFault(it)) yield it;
      else yield* attachedFiles(it.host, it.chart.company, after);
    },
    makeLines: async (statements, lines) => {
      const it = await found();
      return isFault(it) ? it : makeLines(it.host, it.chart, statements, lines);
    },
  };
}

function withSession<T>(it: Session | Fault, work: (session: Session) => Promise<T | Fault>): Promise<T | Fault> {
  return isFault(it) ? Promise.resolve(it) : work(it);
}

function warned(it: Session | Fault, work: (session: Session) => Promise<Fault[]>): Promise<Fault[]> {
  return isFault(it) ? Promise.resolve([it]) : work(it);
}

async function connect(config: OdooConfig, world: World): Promise<Session | Fault> {
  const found = await findHost(config, config.company, world, config.limits ?? WIRE_LIMITS);
  if (isFault(found)) return found;
  const { host, company } = found;
  const chart = await readChart(host, company, config.roles);
  return isFault(chart) ? chart : { host, chart };
}
