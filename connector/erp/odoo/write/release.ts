// Matches that come off before a posting: a returned receipt is free again, and its invoice open at its own due date.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { Posting } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host, Row } from '../host.ts';
import { linked, minor } from '../map/value.ts';
import { readRows } from './read.ts';
import type { Pair } from './receipt.ts';

/**
 * `pairs`: all that the posting releases, also what is released already. `live`: the partials that still stand.
 * `freed`: what they give back to each line, in company currency, signed as its residual.
 */
export type Released = { pairs: Pair[]; live: Row[]; freed: ReadonlyMap<number, number> };

export const NOTHING_RELEASED: Released = { pairs: [], live: [], freed: new Map() };

const FIELDS = ['debit_move_id', 'credit_move_id', 'amount', 'max_date'];

export async function freedBy(host: Host, chart: Chart, posting: Posting): Promise<Released | Fault> {
  const releases = posting.releases ?? [];
  if (releases.length === 0) return NOTHING_RELEASED;
  const ids = releases.map((it) => Number(/^partial\/(\d+)$/.exec(it.id)?.[1] ?? 0));
  const live = await readRows(host, 'account.partial.reconcile', [['id', 'in', ids]], FIELDS);
  if (isFault(live)) return live;
  const freed = new Map<number, number>();
  for (const row of live) {
    const amount = minor(row['amount'], chart.currency);
    const [debit, credit] = [linked(row['debit_move_id']) ?? 0, linked(row['credit_move_id']) ?? 0];
    freed.set(debit, (freed.get(debit) ?? 0) + amount);
    freed.set(credit, (freed.get(credit) ?? 0) - amount);
  }
  return { pairs: releases.map((it): Pair => [Number(it.debitId), Number(it.creditId)]), live, freed };
}

/** Takes the standing partials off; one that is gone already is no fault. */
export async function release(host: Host, { live }: Pick<Released, 'live'>): Promise<Fault | null> {
  for (const row of live) {
    // The method belongs to an entry but only takes the partial off; this entry exists for sure.
    const line = await readRows(host, 'account.move.line', [['id', '=', linked(row['debit_move_id'])]], ['move_id']);
    if (isFault(line)) return line;
    const reply = await host.call({
      model: 'account.move',
      method: 'js_remove_outstanding_partial',
      effect: 'write',
      ids: [linked(line[0]?.['move_id']) ?? 0],
      named: { partial_id: row.id },
    });
    const still = await readRows(host, 'account.partial.reconcile', [['id', '=', row.id]], ['amount']);
    if (isFault(still)) return still;
    if (still.length > 0)
      return reply.ok ? fault('erp-refused', {}, { erp: 'Odoo', what: `partial ${row.id} stays` }) : reply.fault;
  }
  return null;
}
