// A bank line that waits for a decision, or why it does not.
import { fault } from '../fault/index.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { actorName, refuse } from './desk.ts';

/** The line, if it may be decided; refuses one that is unknown, or decided already (with who did it). */
export async function openLine(tx: Tx, lineId: string): Promise<StoredLine> {
  const line = await tx.bank.line(lineId);
  if (!line) refuse('line-unknown');
  if (line.state === 'open' || line.state === 'later') return line;
  const decision = line.decisionId === null ? null : await tx.decisions.get(line.decisionId);
  const documents = await documentsOf(tx, decision?.candidate?.allocations.map((it) => it.itemId) ?? []);
  refuse(fault('line-decided', {}, { by: decision ? actorName(decision.by) : '', documents: documents.join(', ') }));
}

async function documentsOf(tx: Tx, itemIds: readonly string[]): Promise<string[]> {
  const items = await tx.ledger.items(itemIds);
  return items.flatMap((item) => (item.document === null ? [] : [item.document]));
}
