// What the ledger may hold already is never settled alone, and said where a person decides: it would be booked a second time.
import type { Company } from '../model/company.ts';
import type { Proposal } from '../model/match.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { maybeBooked } from '../tick/index.ts';

/** The proposals, those of lines with an unticked movement of their amount in the ledger doubted. An ERP says itself what it holds. */
export async function doubtBooked(
  tx: Tx,
  { erp }: Company,
  waiting: readonly StoredLine[],
  proposals: readonly Proposal[],
): Promise<Proposal[]> {
  if (erp !== 'fec') return [...proposals];
  const found = new Set(proposals.flatMap((it) => (it.candidates.length > 0 ? [it.lineId] : [])));
  const fresh = waiting.filter(({ booked }) => booked.length === 0);
  const batches = new Set(fresh.flatMap(({ id, batch }) => (batch && found.has(id) ? [batch.id] : [])));
  const lines = fresh.filter(({ id, batch }) => found.has(id) || (batch && batches.has(batch.id)));
  if (lines.length === 0) return [...proposals];
  const wholes = new Map<string, number>();
  for (const { batch, amountMinor } of lines)
    if (batch) wholes.set(batch.id, (wholes.get(batch.id) ?? 0) + amountMinor);
  const amounts = new Set([...lines.map((it) => it.amountMinor), ...wholes.values()]);
  const moves = await tx.ledger.untickedBankLines([...amounts]);
  const maybe = maybeBooked(lines, moves, await tx.bank.accounts());
  const byId = new Map(moves.map((move) => [move.id, move]));
  return proposals.map((it): Proposal => {
    const move = byId.get(maybe.get(it.lineId) ?? '');
    const [best, ...more] = it.candidates;
    if (!move || !best) return it;
    const doubt = { key: 'maybe-booked', params: { account: move.account, day: move.day, text: move.label } };
    const verdict = it.verdict === 'auto' ? 'suggest' : it.verdict;
    return { ...it, verdict, candidates: [{ ...best, doubts: [doubt, ...best.doubts] }, ...more] };
  });
}
