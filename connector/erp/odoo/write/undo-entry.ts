// Takes an entry back by its mirror: numbered entries are never erased.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { Host } from '../host.ts';
import { linked } from '../map/value.ts';
import { readOne, readRows } from './read.ts';

/** Null when the entry is reversed, by this call or before; its items are open again. */
export async function reverseEntry(host: Host, move: number, day: Day): Promise<Fault | null> {
  const done = await isReversed(host, move);
  if (done !== false) return done === true ? null : done;
  const entry = await readOne(host, 'account.move', move, ['journal_id']);
  if (isFault(entry)) return entry;
  const { method, values } = host.dialect.write.reversal;
  const context = { active_model: 'account.move', active_ids: [move] };
  const wizard = await host.call({
    model: 'account.move.reversal',
    method: 'create',
    effect: 'write',
    named: { vals_list: [{ journal_id: linked(entry['journal_id']), date: day, ...values }], context },
  });
  if (!wizard.ok) return wizard.fault;
  const ids = Array.isArray(wizard.value) ? wizard.value.filter((id) => typeof id === 'number') : [];
  const reply = await host.call({
    model: 'account.move.reversal',
    method,
    effect: 'write',
    ids,
    named: { context },
  });
  const after = await isReversed(host, move);
  if (after === true) return null;
  if (after !== false) return after;
  return reply.ok ? fault('erp-refused', {}, { erp: 'Odoo', what: `entry ${move} is not reversed` }) : reply.fault;
}

async function isReversed(host: Host, move: number): Promise<boolean | Fault> {
  const mirrors = await readRows(
    host,
    'account.move',
    [
      ['reversed_entry_id', '=', move],
      ['state', '=', 'posted'],
    ],
    ['name'],
  );
  return isFault(mirrors) ? mirrors : mirrors.length > 0;
}
