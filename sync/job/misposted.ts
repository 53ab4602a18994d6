// Receipts of the whole company that stand on the wrong customer's account, with the bank lines behind them, for a person to move.
import { openIndex } from '../match/index.ts';
import { type Misposted, misposted } from '../match/misposted.ts';
import type { LedgerLineId, OpenItem } from '../model/ledger.ts';
import type { Candidate, Reason } from '../model/match.ts';
import type { Memory } from '../model/memory.ts';
import { sum } from '../model/money.ts';
import { type Party, type PartyId, supplierCode } from '../model/party.ts';
import type { AccountRow } from '../port/account-view.ts';
import type { MoveRow } from '../port/ledger-view.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import type { ItemRow } from '../port/view.ts';
import { bookedItems, linesBehind } from './booked.ts';
import { memoryOf } from './memory.ts';

export type MispostedOn = Misposted & { lineId: string | null };

/** What the caller has read already: all open items, the customers, what the company taught. */
export type Known = { items?: readonly OpenItem[]; parties?: readonly Party[]; memory?: Memory };

/**
 * What stands on a wrong account as far as the ledger and its bank lines tell. What a waiting bank line pays in all likelihood
 * is left out: that customer is paying himself.
 */
export async function mispostedIn(tx: Tx, known: Known = {}): Promise<MispostedOn[]> {
  const items = known.items ?? (await tx.ledger.openItems());
  const receipts = items.filter((it) => it.kind === 'payment' && it.role === 'receivable' && it.residualMinor < 0);
  if (receipts.length === 0) return [];
  const lines = await linesBehind(
    tx,
    receipts.map((item) => item.id),
  );
  const lineOf = lineOfEach(lines, await bookedItems(tx, lines));
  const memory = known.memory ?? (await memoryOf(tx, lines, []));
  const texts = [...receipts.map((item) => item.label), ...lines.map((line) => line.label)];
  const paid = await tx.ledger.paidInvoices(texts);
  const parties = known.parties ?? (await tx.ledger.parties()).filter((party) => supplierCode(party.id) === null);
  const own = receipts.map((item) => ({ item, line: lineOf.get(item.id) ?? null }));
  const found = misposted(own, openIndex(items, parties, paid), memory);
  const kept: MispostedOn[] = [];
  for (const one of found) {
    const lineId = lineOf.get(one.creditId)?.id ?? null;
    if (!(await isAwaited(tx, debitsOf(one), lineId))) kept.push({ ...one, lineId });
  }
  return kept;
}

/** What a screen shows of them; reasons are still keys. */
export async function movesIn(tx: Tx): Promise<(Omit<MoveRow, 'reasons'> & { reasons: Reason[] })[]> {
  const found = await mispostedIn(tx);
  const names = await tx.view.names(found.flatMap((it) => [it.holderId, it.partyId]));
  const read = await tx.view.items(found.flatMap((it) => [it.creditId, ...debitsOf(it)]));
  const rows = new Map(read.map((row) => [row.itemId, row]));
  return Promise.all(
    found.map(async (it) => {
      const items = debitsOf(it).flatMap((id) => rows.get(id) ?? []);
      const account = rows.get(it.creditId)?.account ?? '';
      const partyName = names[it.partyId] ?? it.partyId;
      const documents = items.map((item) => item.document ?? item.label).join(', ');
      const doubt: Reason = { key: 'names-other-debt', params: { documents, name: partyName } };
      return {
        creditId: it.creditId,
        partyId: it.partyId,
        partyName,
        items,
        explained: it.explained,
        reasons: it.explained ? [doubt] : [...it.reasons, ...it.doubts],
        on: rowOf(it.holderId, names[it.holderId] ?? null, account, await tx.view.accountItems(it.holderId, account)),
      };
    }),
  );
}

function rowOf(partyId: PartyId, partyName: string | null, account: string, items: readonly ItemRow[]): AccountRow {
  const debits = items.filter((item) => item.residualMinor > 0);
  const credits = items.filter((item) => item.residualMinor < 0);
  const total = (side: readonly ItemRow[]) => sum(side.map((item) => Math.abs(item.residualMinor)));
  const sides = { debits: debits.length, credits: credits.length };
  return {
    partyId,
    partyName,
    account,
    debitMinor: total(debits),
    creditMinor: total(credits),
    ...sides,
    proposable: true,
  };
}

/** The same as a proposal for the bank line: the customer's items that its receipt is moved to. */
export function moveOf(one: Misposted): Candidate {
  const debits = new Set(debitsOf(one));
  return {
    partyId: one.partyId,
    allocations: one.allocations.filter((it) => debits.has(it.itemId)),
    adjustments: [],
    restMinor: 0,
    reverses: null,
    signature: 'misposted',
    score: 0.5,
    reasons: one.reasons,
    doubts: one.doubts,
  };
}

/** By receipt, where just one line is behind it: details of a batch that nobody told apart say nothing. */
function lineOfEach(
  lines: readonly StoredLine[],
  booked: ReadonlyMap<string, readonly OpenItem[]>,
): Map<LedgerLineId, StoredLine> {
  const all = new Map<LedgerLineId, StoredLine[]>();
  for (const line of lines) {
    for (const { id } of booked.get(line.id) ?? []) all.set(id, [...(all.get(id) ?? []), line]);
  }
  return new Map([...all].flatMap(([id, [line, other]]) => (line && !other ? [[id, line] as const] : [])));
}

function debitsOf({ allocations }: Misposted): LedgerLineId[] {
  return allocations.filter((it) => it.amountMinor > 0).map((it) => it.itemId);
}

/** Another bank line is proposed to pay one of these items. */
async function isAwaited(tx: Tx, itemIds: readonly LedgerLineId[], ownLine: string | null): Promise<boolean> {
  for (const lineId of await tx.proposals.touching(itemIds)) {
    if (lineId === ownLine) continue;
    const best = (await tx.proposals.get(lineId))?.proposal.candidates[0];
    if (best?.allocations.some((it) => itemIds.includes(it.itemId))) return true;
  }
  return false;
}
