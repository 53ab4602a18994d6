// Puts a bank line's entry back to suspense.
import type { Fault } from '../../../../sync/fault/index.ts';
import type { Host } from '../host.ts';

/** Null when done. The ids of its entry's lines change, the items are open again; done twice it is the same. */
export async function undoLine(host: Host, statementLine: number): Promise<Fault | null> {
  const reply = await host.call({
    model: 'account.bank.statement.line',
    method: host.dialect.write.undo,
    effect: 'write',
    ids: [statementLine],
    named: {},
  });
  return reply.ok ? null : reply.fault;
}
