// One customer's open items in one currency, in the orders in which sums and balances ask for them.
import type { Day } from '../model/day.ts';
import type { Slot } from './open-items.ts';

export type Account = {
  /** All of them by id. */
  readonly slots: readonly Slot[];
  /** Minor units, with the ledger's sign. */
  readonly total: number;
  /** Positive residuals and negative ones, each from the largest size to the smallest, equals by id. */
  readonly debits: readonly Slot[];
  readonly credits: readonly Slot[];
  /** The sizes of those, in their order: a search goes through numbers that lie side by side, not through the items. */
  readonly debitSizes: readonly number[];
  readonly creditSizes: readonly number[];
  /** Each due day with the number and total of what is due up to it. */
  readonly due: readonly { readonly day: Day; readonly count: number; readonly total: number }[];
};

/** `slots` in the order of their ids. */
export function accountOf(slots: readonly Slot[]): Account {
  const debits: Slot[] = [];
  const credits: Slot[] = [];
  const dated: Slot[] = [];
  let total = 0;
  for (const slot of slots) {
    total += slot.residual;
    (slot.residual < 0 ? credits : debits).push(slot);
    if (slot.item.dueDay !== null) dated.push(slot);
  }
  // Sorting is stable: equals stay in the order of their ids.
  debits.sort((a, b) => b.residual - a.residual);
  credits.sort((a, b) => a.residual - b.residual);
  const debitSizes = debits.map((slot) => slot.residual);
  const creditSizes = credits.map((slot) => -slot.residual);
  return { slots, total, debits, credits, debitSizes, creditSizes, due: dueOf(dated) };
}

function dueOf(dated: Slot[]): Account['due'] {
  dated.sort((a, b) => (a.item.dueDay! < b.item.dueDay! ? -1 : a.item.dueDay! > b.item.dueDay! ? 1 : 0));
  const due: { day: Day; count: number; total: number }[] = [];
  let total = 0;
  dated.forEach((slot, i) => {
    const day = slot.item.dueDay!;
    total += slot.residual;
    const last = due.at(-1);
    if (last?.day === day) due[due.length - 1] = { day, count: i + 1, total };
    else due.push({ day, count: i + 1, total });
  });
  return due;
}

/** Number and total of what is due on a day. */
export function dueAt({ due }: Account, day: Day): { count: number; total: number } {
  let [low, high] = [0, due.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (due[middle]!.day <= day) low = middle + 1;
    else high = middle;
  }
  return due[low - 1] ?? { count: 0, total: 0 };
}

/** Place of the first of these sizes, from large to small, that is below `size`. */
export function placeBelow(sizes: readonly number[], size: number): number {
  let [low, high] = [0, sizes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sizes[middle]! >= size) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those with exactly this residual, by id. */
export function withResidual(account: Account, residual: number): readonly Slot[] {
  const size = Math.abs(residual);
  const [slots, sizes] = residual < 0 ? [account.credits, account.creditSizes] : [account.debits, account.debitSizes];
  const to = placeBelow(sizes, size);
  let from = to;
  while (from > 0 && sizes[from - 1] === size) from -= 1;
  return from === to ? NONE : slots.slice(from, to);
}

const NONE: readonly Slot[] = [];
