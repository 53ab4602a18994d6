// Who takes part in an event, and what it settles: what the scenarios share.
import type { OpenItem } from '../../../../sync/model/ledger.ts';
import { type Firm, iban } from '../people.ts';
import type { World } from '../world.ts';

/** An item as an event settles it: all that is open of it. */
export const residual = (item: OpenItem): readonly [OpenItem, number] => [item, item.residualMinor];

/** Somebody who is no customer, by this name. */
export function outsider(w: World, name: string): Firm {
  return { ...w.stranger(), id: `outside ${name}`, name, root: name, trade: '', form: '', paysFrom: iban(w.by) };
}

/** Two customers who have nothing in common. */
export function twoOf(w: World): [Firm, Firm] | null {
  const [one, other] = [w.party(), w.party()];
  return one.root === other.root ? null : [one, other];
}
