// What taking a posting back leaves, frees besides, or cannot do: read before, so that a person undoes knowingly.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host, Row } from '../host.ts';
import { linked, text } from '../map/value.ts';
import { journalsOfOdoo } from './journal.ts';
import { lockOver, locksOf } from './lock.ts';
import { readRows } from './read.ts';
import { idsOf, pairsOf, placeOf } from './receipt.ts';
import { partialsOf } from './standing.ts';
import { standingPair } from './undo.ts';

/**
 * Odoo reverses exchange differences and VAT on payments by further entries, and erases neither (undo-leaves); a match that
 * somebody made later with what the entry left open comes off too (undo-releases); a lock forbids the undo (period-locked).
 */
export async function foreseeUndo(host: Host, chart: Chart, receipt: Receipt): Promise<Fault[]> {
  const place = await placeOf(host, receipt);
  if (isFault(place)) return [place];
  const hasEntry = (place['kind'] === 'line' || place['kind'] === 'entry') && Number(place['move']) > 0;
  const move = hasEntry ? Number(place['move']) : null;
  const own = move === null ? [] : await readRows(host, 'account.move.line', [['move_id', '=', move]], ['move_id']);
  if (isFault(own)) return [own];
  const partials = await partialsOf(
    host,
    own.map((row) => row.id),
  );
  if (isFault(partials)) return [partials];
  for (const [debit, credit] of pairsOf(place['joins'])) {
    const joined = await standingPair(host, debit, credit);
    if (isFault(joined)) return [joined];
    partials.push(...joined);
  }
  // Until the write has answered, nobody knows which of the matches are its own: none is called somebody else's.
  const isAnswered = receipt.facts['kind'] !== undefined;
  const known = new Set([...own.map((row) => row.id), ...idsOf(place['items']), ...pairsOf(place['joins']).flat()]);
  return [
    ...(move === null ? [] : await locked(host, chart, place)),
    ...(isAnswered ? await released(host, chart, partials, known) : []),
    ...(await leaves(host, partials)),
  ];
}

async function locked(host: Host, chart: Chart, place: Receipt['facts']): Promise<Fault[]> {
  const locks = await locksOf(host, chart);
  if (isFault(locks)) return [locks];
  const lock = await lockOver(host, place, locks);
  return lock === null ? [] : ['code' in lock ? lock : lock.fault];
}

/** Documents on the other end of matches that neither the posting made nor Odoo by itself, of VAT and exchange differences. */
async function released(
  host: Host,
  chart: Chart,
  partials: readonly Row[],
  known: ReadonlySet<number>,
): Promise<Fault[]> {
  const ends = partials.flatMap((row) => [linked(row['debit_move_id']) ?? 0, linked(row['credit_move_id']) ?? 0]);
  const others = [...new Set(ends)].filter((id) => !known.has(id));
  if (others.length === 0) return [];
  const own = await journalsOfOdoo(host, chart);
  if (isFault(own)) return [own];
  const elsewhere = [['id', 'in', others] as const, ['journal_id', 'not in', own] as const];
  const lines = await readRows(host, 'account.move.line', elsewhere, ['move_name']);
  if (isFault(lines)) return [lines];
  if (lines.length === 0) return [];
  const names = new Set(lines.map((row) => text(row['move_name']) ?? `#${row.id}`));
  return [fault('undo-releases', {}, { erp: 'Odoo', what: [...names].join(', ') })];
}

async function leaves(host: Host, partials: readonly Row[]): Promise<Fault[]> {
  const ids = partials.map((row) => row.id);
  if (ids.length === 0) return [];
  const vat = await readRows(host, 'account.move', [['tax_cash_basis_rec_id', 'in', ids]], ['name']);
  if (isFault(vat)) return [vat];
  const exchange = await exchangesOf(host, ids);
  if (isFault(exchange)) return [exchange];
  const left = [...vat, ...exchange].map((row) => text(row['name']) ?? `#${row.id}`);
  return left.length > 0 ? [fault('undo-leaves', {}, { erp: 'Odoo', what: left.join(', ') })] : [];
}

/** Older hosts keep the exchange entry on the full match, not on the partial: nothing is named there. */
async function exchangesOf(host: Host, partials: readonly number[]): Promise<Row[] | Fault> {
  const known = await host.fields('account.partial.reconcile', ['exchange_move_id']);
  if (isFault(known) || known.length === 0) return isFault(known) ? known : [];
  const rows = await readRows(host, 'account.partial.reconcile', [['id', 'in', partials]], known);
  if (isFault(rows)) return rows;
  const moves = rows.flatMap((row) => linked(row['exchange_move_id']) ?? []);
  return moves.length === 0 ? [] : readRows(host, 'account.move', [['id', 'in', moves]], ['name']);
}
