// What a decision settled follows the ledger: a receipt that it now holds is joined there, one that it lost waits again.
import { factsOf, type Pair, type Paired, pair, type Share } from '../entry/pair.ts';
import type { Decision } from '../model/decision.ts';
import type { OpenItem } from '../model/ledger.ts';
import type { OutboxRow, StoredLine, Tx } from '../port/store.ts';
import { bookedItems } from './booked.ts';
import type { Desk } from './desk.ts';
import { cameBack, isDifference, lettersOfDifferences, linesOfDifferences } from './difference.ts';

/**
 * Settles the acceptances on these lines anew, after the ledger changed under them: against the customer lines of the booked
 * entry where there is one (the ledger's own letters go first and take nothing twice), else against the bank line itself.
 * Returns how many decisions were settled anew.
 */
export async function rebook(tx: Tx, desk: Desk, lines: readonly StoredLine[]): Promise<number> {
  const booked = await bookedItems(tx, lines);
  let count = 0;
  for (const line of lines) {
    if (line.decisionId === null) continue;
    const decision = await tx.decisions.get(line.decisionId);
    if (decision?.action !== 'accept' || decision.candidate === null) continue;
    await tx.ledger.revokeDecision(decision.id);
    // Taking the facts back opened the booked lines too: read again.
    const own = await tx.ledger.items((booked.get(line.id) ?? []).map((item) => item.id));
    const rows = (await tx.outbox.byDecision(decision.id)).filter((row) => row.state !== 'verified');
    const difference = line.booked.length > 0 ? rows.find(isDifference) : undefined;
    const back = difference ? cameBack(difference, line, await tx.ledger.openItems()) : null;
    const isWaiting = line.booked.length === 0 || (difference !== undefined && back === null);
    await settleAnew(tx, decision, line, [...own, ...(back ?? [])], isWaiting);
    if (!isWaiting) await verify(tx, desk, rows, line);
    count += 1;
  }
  return count;
}

/**
 * Settles anew, after a ledger import, what no longer fits: joins of lines that are gone, money that the ledger's own letters
 * now settle as well (it is settled once), receipts that still wait, and those whose difference came back. Returns how many
 * decisions the ledger had overtaken.
 */
export async function resettle(tx: Tx, desk: Desk): Promise<number> {
  const overtaken = await tx.ledger.overtaken();
  const waiting = (await tx.decisions.unbooked()).map(({ line }) => line);
  const lines = new Map([...waiting, ...(await linesOfDifferences(tx))].map((line) => [line.id, line]));
  for (const { row, decision, back } of await lettersOfDifferences(tx)) {
    await letterAnew(tx, decision, back);
    await tx.outbox.mark(row.id, 'verified', { ledgerLines: back.map((item) => item.id), at: desk.clock.now() });
  }
  for (const id of overtaken) {
    const decision = await tx.decisions.get(id);
    if (decision?.action === 'letter') await letterAnew(tx, decision, []);
    const line = decision?.lineId ? await tx.bank.line(decision.lineId) : null;
    if (line) lines.set(line.id, line);
  }
  await rebook(tx, desk, [...lines.values()]);
  return overtaken.length;
}

/** `back`: its entry's lines, once the ledger holds them; until then that part is settled against the decision itself. */
async function letterAnew(tx: Tx, { id, candidate }: Decision, back: readonly OpenItem[]): Promise<void> {
  await tx.ledger.revokeDecision(id);
  const shares = [...(await sharesOf(tx, candidate)), ...back.map((item) => shareOf(item, item.residualMinor))];
  const { pairs, debits, credits } = pairOf(shares);
  const isPlanned = (await tx.outbox.byDecision(id)).some((row) => isDifference(row) && row.state !== 'verified');
  const entry = (share: Share): Share => ({ ...share, id });
  const waiting = [
    ...debits.map((share) => ({ debit: share, credit: entry(share), amountMinor: share.amountMinor })),
    ...credits.map((share) => ({ debit: entry(share), credit: share, amountMinor: share.amountMinor })),
  ];
  const facts = factsOf(back.length === 0 && isPlanned ? [...pairs, ...waiting] : pairs, id);
  await tx.ledger.addSettlements(facts, { from: 'decision', decisionId: id });
}

async function settleAnew(
  tx: Tx,
  { id, candidate }: Decision,
  line: StoredLine,
  booked: readonly OpenItem[],
  isWaiting: boolean,
): Promise<void> {
  const shares = await sharesOf(tx, candidate);
  for (const item of booked) shares.push(shareOf(item, item.residualMinor));
  const { pairs, debits, credits } = pairOf(shares);
  // What is still to be posted is settled against the bank line itself; what the ledger holds of it stays open there.
  const isTheirs = ({ id: own }: Share) => !booked.some((item) => item.id === own);
  const waiting = isWaiting ? againstLine(line, debits.filter(isTheirs), credits.filter(isTheirs)) : [];
  await tx.ledger.addSettlements(factsOf([...pairs, ...waiting], id), { from: 'decision', decisionId: id });
}

/** What a decision allocated, as far as it is still open. */
async function sharesOf(tx: Tx, candidate: Decision['candidate']): Promise<Share[]> {
  const allocations = candidate?.allocations ?? [];
  const items = new Map((await tx.ledger.items(allocations.map((it) => it.itemId))).map((item) => [item.id, item]));
  return allocations.flatMap(({ itemId, amountMinor }) => {
    const item = items.get(itemId);
    return item ? [shareOf(item, clamp(amountMinor, item.residualMinor))] : [];
  });
}

function pairOf(shares: readonly Share[]): Paired {
  const side = (sign: 1 | -1) =>
    shares
      .filter((share) => share.amountMinor * sign > 0)
      .map((share) => ({ ...share, amountMinor: Math.abs(share.amountMinor) }));
  return pair(side(1), side(-1));
}

function againstLine(line: StoredLine, debits: readonly Share[], credits: readonly Share[]): Pair[] {
  const waiting = (share: Share): Share => ({ ...share, id: line.id, day: line.bookingDay });
  return [
    ...debits.map((share) => ({ debit: share, credit: waiting(share), amountMinor: share.amountMinor })),
    ...credits.map((share) => ({ debit: waiting(share), credit: share, amountMinor: share.amountMinor })),
  ];
}

async function verify(tx: Tx, desk: Desk, rows: readonly OutboxRow[], line: StoredLine): Promise<void> {
  for (const row of rows) {
    if (row.kind !== 'post') continue;
    await tx.outbox.mark(row.id, 'verified', { ledgerLines: line.booked, at: desk.clock.now() });
  }
}

function shareOf(item: OpenItem, amountMinor: number): Share {
  return { id: item.id, account: item.account, partyId: item.partyId, day: item.day, amountMinor };
}

/** As much of the amount as is open, on the same side. */
function clamp(amountMinor: number, residualMinor: number): number {
  if (Math.sign(amountMinor) !== Math.sign(residualMinor)) return 0;
  return amountMinor > 0 ? Math.min(amountMinor, residualMinor) : Math.max(amountMinor, residualMinor);
}
