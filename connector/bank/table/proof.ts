// The column of balances proves each row: the balance before it and its amount make the balance after it.
import type { Balance, Decimal, Transaction } from '../../../sync/model/statement.ts';
import { decimalSum, negated, sameDecimal } from '../decimal.ts';

/** A row, with the balance after it where the file gives one. `stated` is a row that gives only a balance. */
export type Step = { transaction: Transaction | null; balance: Decimal | null; line: number };

/** `rows` counts those that a balance proves, the first aside. */
export type Proved = { opening: Balance | null; closing: Balance | null; rows: number };

/** The first row whose balance is another than that before it and the amounts since make. */
export type Broken = { line: number; stated: Decimal; computed: Decimal };

/** Opening and closing balance of the rows in time; where rows contradict their balances, the place. `steps` stand as in the file. */
export function prove(steps: readonly Step[]): Proved | Broken {
  if (steps.every((step) => step.balance === null)) return { opening: null, closing: null, rows: 0 };
  const up = walk(steps);
  if (!('line' in up) && !isBackwards(steps)) return up;
  const down = walk([...steps].reverse());
  if ('line' in down && 'line' in up) return isBackwards(steps) ? down : up;
  return 'line' in down ? up : down;
}

/** Newest first, by the days alone. */
function isBackwards(steps: readonly Step[]): boolean {
  const days = steps.flatMap(({ transaction }) => (transaction?.bookingDate ? [transaction.bookingDate] : []));
  return (days[0] ?? '') > (days.at(-1) ?? '');
}

function walk(steps: readonly Step[]): Proved | Broken {
  let balance: Decimal | null = null;
  let opening: Decimal | null = null;
  let since = decimalSum();
  let rows = 0;
  for (const step of steps) {
    if (step.transaction) since.add(step.transaction.amount);
    if (step.balance === null) continue;
    if (balance === null) opening = total(step.balance, negated(since.total()));
    else {
      const computed = total(balance, since.total());
      if (!sameDecimal(computed, step.balance)) return { line: step.line, stated: step.balance, computed };
      rows += 1;
    }
    balance = step.balance;
    since = decimalSum();
  }
  const days = steps.flatMap(({ transaction }) => (transaction?.bookingDate ? [transaction.bookingDate] : [])).sort();
  return {
    opening: opening === null ? null : { amount: opening, date: days[0] ?? null },
    closing: balance === null ? null : { amount: total(balance, since.total()), date: days.at(-1) ?? null },
    rows,
  };
}

function total(a: Decimal, b: Decimal): Decimal {
  const sum = decimalSum();
  sum.add(a);
  sum.add(b);
  return sum.total();
}
