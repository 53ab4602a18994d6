// A group that sums to zero as facts: which debit and which credit cancel each other, by how much.
import { withForeign } from './foreign.ts';
import { balanceOf, type Fact, type Item } from './item.ts';

/**
 * The facts of a group that sums to zero: debits and credits in order of day, then of place, oldest against oldest.
 * Marks its items as settled.
 */
export function settle(group: readonly Item[]): Fact[] {
  if (balanceOf(group) !== 0) throw new Error('settle: a group does not balance');
  const order = (a: Item, b: Item) => byText(a.row.day, b.row.day) || a.book - b.book || a.row.line - b.row.line;
  const side = (sign: 1 | -1) =>
    group
      .filter((item) => Math.sign(item.row.amountMinor) === sign)
      .sort(order)
      .map((item) => ({ item, left: Math.abs(item.row.amountMinor) }));
  const credits = side(-1);
  const facts: Fact[] = [];
  let next = 0;
  for (const debit of side(1)) {
    while (debit.left > 0) {
      const credit = credits[next]!;
      const amountMinor = Math.min(debit.left, credit.left);
      facts.push({ debit: debit.item, credit: credit.item, amountMinor, foreignMinor: null });
      debit.left -= amountMinor;
      credit.left -= amountMinor;
      if (credit.left === 0) next++;
    }
  }
  for (const item of group) item.state = 'settled';
  return withForeign(group, facts);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
