// Whether Odoo's database was put back from a backup: told by records that were seen last, which no live database forgets.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import { all } from '../chart.ts';
import type { Domain } from '../dialect/dialect.ts';
import type { Host } from '../host.ts';
import { together } from '../together.ts';
import type { Witness } from './cursor.ts';

/** Posted entries stay; matches come and go, but their ids are never given again. */
const WITNESSED: readonly { model: string; domain: Domain; ofCompany: boolean; stays: boolean }[] = [
  { model: 'account.move', domain: [['state', '=', 'posted']], ofCompany: true, stays: true },
  { model: 'res.partner', domain: [], ofCompany: false, stays: true },
  { model: 'account.partial.reconcile', domain: [], ofCompany: true, stays: false },
];
const WITNESSES = 8;
/** Records that are gone are remembered, so many: if the id of one comes again, it was no deletion. */
const GONE_MAX = 24;

export type Newest = { newest: string | null; witnesses: Witness[] };

/** The records that changed last, and when; `seen` of an earlier pull that are gone stay among the witnesses. */
export async function newestOf(host: Host, company: number, seen: readonly Witness[]): Promise<Newest | Fault> {
  const read = await together(WITNESSED.map((it) => latestOf(host, company, it)));
  if (isFault(read)) return read;
  const witnesses = read.flat();
  const newest =
    witnesses
      .map(({ written }) => written)
      .sort()
      .at(-1) ?? null;
  const gone = await goneOf(host, seen);
  if (isFault(gone)) return gone;
  return {
    newest,
    witnesses: [...witnesses, ...gone.slice(0, GONE_MAX).map((it) => ({ ...it, gone: true as const }))],
  };
}

async function latestOf(
  host: Host,
  company: number,
  { model, domain, ofCompany }: (typeof WITNESSED)[number],
): Promise<Witness[] | Fault> {
  const named = {
    domain: [...domain, ...(ofCompany ? [['company_id', '=', company]] : [])],
    fields: ['write_date', 'create_date'],
    order: 'write_date desc, id desc',
    limit: WITNESSES,
  };
  const reply = await host.call({ model, method: 'search_read', effect: 'read', named });
  if (!reply.ok) return reply.fault;
  const rows = Array.isArray(reply.value) ? reply.value : [];
  return rows.flatMap((row): Witness[] => {
    const [written, created] = [timeOf(row?.write_date), timeOf(row?.create_date)];
    if (written === null || typeof row?.id !== 'number') return [];
    return [{ model, id: row.id, written, ...(created === null ? {} : { created }) }];
  });
}

type Found = ReadonlyMap<number, { written: string | null; created: string | null }>;

async function foundOf(host: Host, model: string, seen: readonly Witness[]): Promise<Found | Fault> {
  const ids = seen.filter((it) => it.model === model).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await all(host, model, [['id', 'in', ids]], ['write_date', 'create_date']);
  if (isFault(rows)) return rows;
  return new Map(
    rows.map((row) => [row.id, { written: timeOf(row['write_date']), created: timeOf(row['create_date']) }]),
  );
}

async function goneOf(host: Host, seen: readonly Witness[]): Promise<Witness[] | Fault> {
  const gone: Witness[] = [];
  for (const { model } of WITNESSED) {
    const found = await foundOf(host, model, seen);
    if ('code' in found) return found;
    gone.push(...seen.filter((it) => it.model === model && !found.has(it.id)));
  }
  return gone;
}

/**
 * True when a record is there with an older time than it had before, or with another birth, or when several posted entries
 * that were the newest are gone and nothing newer is there: time in a database only goes back when a backup takes its place.
 * One deleted record proves nothing.
 */
export async function wasRestored(host: Host, company: number, seen: readonly Witness[]): Promise<boolean | Fault> {
  if (seen.length === 0) return false;
  let missing = 0;
  let staying = 0;
  for (const { model, stays } of WITNESSED) {
    const found = await foundOf(host, model, seen);
    if ('code' in found) return found;
    for (const { id, written, created, gone } of seen.filter((it) => it.model === model)) {
      const now = found.get(id);
      if (now?.written != null && now.written < written) return true;
      if (now?.created != null && created !== undefined && now.created !== created) return true;
      if (!stays || gone) continue;
      staying += 1;
      missing += now === undefined ? 1 : 0;
    }
  }
  if (missing < 2) return false;
  const now = await newestOf(host, company, []);
  if (isFault(now)) return now;
  const before = seen.flatMap(({ written, gone }) => (gone ? [] : [written])).sort();
  return missing === staying || (now.newest ?? '') < (before.at(-1) ?? '');
}

/** 'YYYY-MM-DD hh:mm:ss' from either wire ('20261121T20:00:24' is XML-RPC's). */
function timeOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const digits = value.replace(/\D/g, '').slice(0, 14);
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]} ${parts[4]}:${parts[5]}:${parts[6]}` : null;
}
