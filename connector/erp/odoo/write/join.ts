// Matches two lines that stand in the ledger, by as much as both have left.
import type { Fault } from '../../../../sync/fault/index.ts';
import type { Host } from '../host.ts';
import { partialsOf } from './standing.ts';

/** Null when done, and when the answer was lost: whether it was done is read by whoever asked. */
export async function joinLines(host: Host, lines: readonly number[]): Promise<Fault | null> {
  const reply = await host.call({
    model: 'account.move.line',
    method: 'reconcile',
    effect: 'write',
    ids: lines,
    named: {},
  });
  if (reply.ok) return null;
  if (reply.done === 'no') return reply.fault;
  const partials = await partialsOf(host, lines);
  return 'code' in partials ? reply.fault : null;
}
