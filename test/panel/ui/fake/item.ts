// Open items of the made-up company.
import { addDays, type Day } from '../../../../sync/model/day.ts';
import type { ItemRow } from '../../../../sync/port/view.ts';
import type { Party, World } from './model.ts';

export function addItem(
  world: World,
  party: Party,
  minor: number,
  day: Day,
  kind: ItemRow['kind'] = 'invoice',
): ItemRow {
  const n = world.items.size + 1;
  const document = `${kind === 'credit-note' ? 'AV' : 'FAC'}/2026/${String(n).padStart(5, '0')}`;
  const item: ItemRow = {
    itemId: `i${n}`,
    partyId: party.id,
    partyName: party.name,
    account: '411000',
    role: 'receivable',
    kind,
    document: kind === 'payment' ? null : document,
    label: kind === 'payment' ? `VIR ${party.name.slice(0, 20)}` : `Facture ${document}`,
    journal: kind === 'payment' ? 'BQ' : 'VE',
    day,
    documentDay: day,
    dueDay: kind === 'invoice' ? addDays(day, 30) : null,
    dueComputed: n % 3 === 0,
    amountMinor: minor,
    residualMinor: minor,
    receivedMinor: 0,
    currency: world.currency,
    letter: null,
  };
  world.items.set(item.itemId, item);
  return item;
}
