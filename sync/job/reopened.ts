// Which invoice a returned collection makes owed again, so that it is shown under its number and its due day.
import type { LedgerLine } from '../model/ledger.ts';
import type { PartyId } from '../model/party.ts';
import type { StoredLine, Tx } from '../port/store.ts';

/**
 * The paid invoice that the bank took back: said by the line's own words, else settled by the receipt that the return names,
 * else the customer's only paid one of that amount. Null where none or several would do: the money is owed all the same.
 */
export async function reopenedInvoice(tx: Tx, line: StoredLine, partyId: PartyId | null): Promise<LedgerLine | null> {
  if (line.amountMinor >= 0) return null;
  const fits = (it: LedgerLine) =>
    it.amountMinor === -line.amountMinor && (partyId === null || it.partyId === partyId) && it.day <= line.bookingDay;
  const texts = [line.label, line.endToEndId ?? '', ...line.references].filter(Boolean);
  const said = (await tx.ledger.paidInvoices(texts)).filter(fits);
  if (said.length > 0) return only(said);
  const settled = (await tx.ledger.items(await settledBefore(tx, line))).filter(fits);
  if (settled.length > 0) return only(settled);
  return partyId === null ? null : only((await tx.ledger.paidInvoices(null, partyId)).filter(fits));
}

/** What was allocated by the acceptance of the receipt that the proposal says is returned. */
async function settledBefore(tx: Tx, line: StoredLine): Promise<string[]> {
  const stored = await tx.proposals.get(line.id);
  const reverses = stored?.proposal.candidates.find((candidate) => candidate.reverses !== null)?.reverses ?? null;
  const original = reverses === null ? null : await tx.bank.line(reverses);
  const decision = original?.decisionId ? await tx.decisions.get(original.decisionId) : null;
  return decision?.candidate?.allocations.map((it) => it.itemId) ?? [];
}

function only(lines: readonly LedgerLine[]): LedgerLine | null {
  return lines.length === 1 ? (lines[0] ?? null) : null;
}
