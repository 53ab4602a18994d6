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

/** `newest`: when a record last changed. `restored`: a backup took the database's place since `seen` was. */
export type Testimony = { restored: boolean; newest: string | null; witnesses: Witness[] };

/** What the records that changed last say, and those that an earlier pull saw; of these the gone stay among the witnesses. */
export async function testimonyOf(host: Host, company: number, seen: readonly Witness[]): Promise<Testimony | Fault> {
  const read = await together([
    together(WITNESSED.map((it) => latestOf(host, company, it))),
    together(WITNESSED.map(({ model }) => foundOf(host, model, seen))),
  ]);
  if (isFault(read)) return read;
  const [latest, found] = [read[0].flat(), read[1].flat()];
  const newest = newestIn(latest);
  const now = (it: Witness) => found.find(({ model, id }) => model === it.model && id === it.id);
  const restored = wasRestored(seen, now, newest);
  const gone = restored ? [] : seen.filter((it) => now(it) === undefined).slice(0, GONE_MAX);
  return { restored, newest, witnesses: [...latest, ...gone.map((it) => ({ ...it, gone: true as const }))] };
}

function newestIn(witnesses: readonly { written: string }[]): string | null {
  const times = witnesses.map(({ written }) => written).sort();
  return times.at(-1) ?? null;
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

type Found = { model: string; id: number; written: string | null; created: string | null };

async function foundOf(host: Host, model: string, seen: readonly Witness[]): Promise<Found[] | Fault> {
  const ids = seen.filter((it) => it.model === model).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await all(host, model, [['id', 'in', ids]], ['write_date', 'create_date']);
  if (isFault(rows)) return rows;
  return rows.map((row) => ({
    model,
    id: row.id,
    written: timeOf(row['write_date']),
    created: timeOf(row['create_date']),
  }));
}

const STAYING = WITNESSED.filter(({ stays }) => stays).map(({ model }) => model);

/**
 * True when a record is there with an older time than it had before, or with another birth, or when several posted entries
 * that were the newest are gone and nothing newer is there: time in a database only goes back when a backup takes its place.
 * One deleted record proves nothing.
 */
function wasRestored(
  seen: readonly Witness[],
  nowOf: (it: Witness) => Found | undefined,
  newest: string | null,
): boolean {
  const wentBack = seen.some((it) => {
    const now = nowOf(it);
    if (now?.written != null && now.written < it.written) return true;
    return now?.created != null && it.created !== undefined && now.created !== it.created;
  });
  if (wentBack) return true;
  const present = seen.filter(({ gone }) => !gone);
  const staying = present.filter(({ model }) => STAYING.includes(model));
  const missing = staying.filter((it) => nowOf(it) === undefined).length;
  if (missing < 2) return false;
  return missing === staying.length || (newest ?? '') < (newestIn(present) ?? '');
}

/** 'YYYY-MM-DD hh:mm:ss' from either wire ('20261121T20:00:24' is XML-RPC's). */
function timeOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const digits = value.replace(/\D/g, '').slice(0, 14);
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]} ${parts[4]}:${parts[5]}:${parts[6]}` : null;
}
