// A receipt that was booked on the wrong customer, as "Comptes à lettrer" proposes to move it.
import type { MoveRow } from '../../../../sync/port/ledger-view.ts';
import type { Fake } from './fake.ts';
import { addItem } from './item.ts';

export const HOLDER = { id: 'holder', name: 'Menuiserie Tauzin' };
export const OWING = { id: 'owing', name: 'Couverture Lestrade' };

/** A customer with a receipt and nothing else, and the invoice of another that it names. */
export function misbooked({ world }: Fake, explained = false): void {
  world.parties.push(HOLDER, OWING);
  const credit = addItem(world, HOLDER, -431_17, '2026-10-20', 'payment');
  const debit = addItem(world, OWING, 431_17, '2026-09-14');
  if (explained) addItem(world, HOLDER, 431_17, '2026-09-01');
  const sides = { debitMinor: 0, creditMinor: 431_17, debits: 0, credits: 1, proposable: true };
  const move: MoveRow = {
    creditId: credit.itemId,
    partyId: OWING.id,
    partyName: OWING.name,
    items: [debit],
    explained,
    reasons: [explained ? 'Le libellé désigne une pièce de Lestrade' : 'Il paraît régler une pièce de Lestrade'],
    on: { partyId: HOLDER.id, partyName: HOLDER.name, account: '411000', ...sides },
  };
  world.moves.push(move);
}
