// What a person would look for first, and which of the results they meant. Pure.
import type { PartyRow } from '../../../sync/port/account-view.ts';
import type { ItemRow, QueueRow } from '../../../sync/port/view.ts';

/** What was found for the text `of`; '' for the leads. */
type Results = { of: string; items: readonly ItemRow[]; parties: readonly PartyRow[] };

/** Words of a bank label that name nobody. */
const NOISE =
  /^(?:vir|virement|sepa|inst|recu|de|du|la|le|les|m|mme|mr|ou|et|pour|compte|sas|sarl|sa|eurl|sci|ste|societe|remise|chq|cheque|prlv)$/i;

/** What a person would try first: the customer that was recognised, else the longest word of the payer's name. */
export function leadOf(row: QueueRow): string {
  if (row.partyName) return row.partyName;
  const parts = (row.payer ?? row.label)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length > 2 && !NOISE.test(part));
  return parts.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** What the label cites, then what is of the line's amount, then the rest as it came, by age. */
export function likeliestFirst(items: readonly ItemRow[], row: Pick<QueueRow, 'label' | 'amountMinor'>): ItemRow[] {
  const isCited = ({ document }: ItemRow) => document !== null && row.label.includes(document);
  const rank = (item: ItemRow) => (isCited(item) ? 0 : item.residualMinor === row.amountMinor ? 1 : 2);
  return [...items].sort((a, b) => rank(a) - rank(b));
}

/** The one item that was asked for: by its whole number, or the only one of that number or amount. A name asks for nobody's item. */
export function onlyOne({ of, items, parties }: Results): ItemRow | null {
  if (of === '') return null;
  const [named, ...others] = items.filter((item) => item.document?.toLocaleLowerCase() === of.toLocaleLowerCase());
  if (named) return others.length === 0 ? named : null;
  return items.length === 1 && parties.length === 0 ? (items[0] ?? null) : null;
}
