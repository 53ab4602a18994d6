// What the ledger may hold already is never settled alone: a receipt that was booked on another customer would be booked again.
import type { Company } from '../model/company.ts';
import type { Proposal } from '../model/match.ts';
import { sum } from '../model/money.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { maybeBooked } from '../tick/index.ts';

/** The proposals, those of lines with an unticked movement of their amount in the ledger doubted. An ERP says itself what it holds. */
export async function doubtBooked(
  tx: Tx,
  { erp }: Company,
  waiting: readonly StoredLine[],
  proposals: readonly Proposal[],
): Promise<Proposal[]> {
  const alone = new Set(proposals.flatMap((it) => (it.verdict === 'auto' ? [it.lineId] : [])));
  const batches = new Set(waiting.flatMap(({ id, batch }) => (batch && alone.has(id) ? [batch.id] : [])));
  const lines = waiting.filter(({ id, batch }) => alone.has(id) || (batch && batches.has(batch.id)));
  if (erp !== 'fec' || lines.length === 0) return [...proposals];
  const wholes = [...batches].map((id) =>
    sum(lines.filter(({ batch }) => batch?.id === id).map((it) => it.amountMinor)),
  );
  const amounts = new Set([...lines.map((it) => it.amountMinor), ...wholes]);
  const moves = await tx.ledger.untickedBankLines([...amounts]);
  const maybe = maybeBooked(lines, moves, await tx.bank.accounts());
  const byId = new Map(moves.map((move) => [move.id, move]));
  return proposals.map((it): Proposal => {
    const move = it.verdict === 'auto' ? byId.get(maybe.get(it.lineId) ?? '') : undefined;
    const [best, ...more] = it.candidates;
    if (!move || !best) return it;
    const doubt = { key: 'maybe-booked', params: { account: move.account, day: move.day, text: move.label } };
    return { ...it, verdict: 'suggest', candidates: [{ ...best, doubts: [doubt, ...best.doubts] }, ...more] };
  });
}
