// The open lines of one customer's account, with what is open of each in the currency in which it is lettered, and what ties among them.
import { type LetterGroup, letter } from '../match/letter.ts';
import { inCurrency } from '../model/foreign.ts';
import type { PartyId } from '../model/party.ts';
import type { Tx } from '../port/store.ts';
import type { ItemRow } from '../port/view.ts';

export async function accountLines(
  tx: Tx,
  partyId: PartyId | null,
  account: string,
): Promise<{ items: ItemRow[]; groups: LetterGroup[] }> {
  const rows = await tx.view.accountItems(partyId, account);
  const { erp, currency } = await tx.company.get();
  const kept = await tx.ledger.items(rows.filter((row) => row.kind !== 'earlier').map((row) => row.itemId));
  // A ledger of files is lettered in the company's currency.
  const currencies = erp === 'fec' ? [] : [...new Set(kept.flatMap((item) => item.foreign?.currency ?? []))];
  const foreign = currencies.filter((it) => it !== currency).flatMap((it) => inCurrency(kept, it));
  const own = new Map(foreign.map((item) => [item.id, item]));
  const items = rows.map((row): ItemRow => {
    const item = own.get(row.itemId);
    return item ? { ...row, own: { minor: item.residualMinor, currency: item.currency } } : row;
  });
  return { items, groups: letter(kept.map((item) => own.get(item.id) ?? item)) };
}
