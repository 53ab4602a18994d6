// Which lines of a statement are in the books already under another name, and which contradict what was proved.
import type { Day } from '../model/day.ts';
import { sum } from '../model/money.ts';
import type { Format } from '../model/statement.ts';
import type { Draft, Earlier, Proof } from './index.ts';

/** A line of the account that an earlier file brought. */
export type Known = { bookingDay: Day; amountMinor: number; format: Format };

/**
 * Indexes (in `fresh`) of lines that another format brought before. Two formats of one bank need not agree on references or
 * words, but both list a day from its start: where the whole day makes the same sum every line is known, else each amount
 * is known as often as the other format has it.
 * `all`: every line of the new statement; `fresh`: those whose key is unknown; `known`: stored lines of the same days.
 */
export function repeated(
  all: readonly Draft[],
  fresh: readonly Draft[],
  known: readonly Known[],
  format: Format,
): Set<number> {
  const repeats = new Set<number>();
  const byDay = groupBy(
    known.filter((line) => line.format !== format),
    (line) => line.bookingDay,
  );
  for (const [day, others] of byDay) {
    const ours = all.filter((draft) => draft.bookingDay === day);
    const sameSum = sum(ours.map(amountOf)) === sum(others.map(amountOf));
    const left = countBy(others.map(amountOf));
    // A line whose key is known has used up its counterpart.
    for (const draft of ours) if (!fresh.includes(draft)) take(left, draft.amountMinor);
    fresh.forEach((draft, i) => {
      if (draft.bookingDay === day && (sameSum || take(left, draft.amountMinor))) repeats.add(i);
    });
  }
  return repeats;
}

/**
 * The day of a new line that a proved statement says cannot exist: strictly inside its period every line is known, because
 * opening + lines = closing held. A statement that begins where the proved one ends may date an entry back. Null when nothing
 * contradicts.
 */
export function contradicted(fresh: readonly Draft[], proof: Proof, earlier: readonly Earlier[]): Day | null {
  const after = ({ closingDay }: Earlier) =>
    proof.openingDay !== null && closingDay !== null && closingDay <= proof.openingDay;
  const proved = earlier.filter((statement) => statement.balanced === true && !after(statement));
  const hit = fresh.find(({ bookingDay }) =>
    proved.some(
      ({ openingDay, closingDay }) =>
        openingDay !== null && closingDay !== null && openingDay < bookingDay && bookingDay < closingDay,
    ),
  );
  return hit?.bookingDay ?? null;
}

/** An earlier statement that bears the same number and period but says something else. */
export function reissued(
  number: string | null,
  proof: Proof,
  lineCount: number,
  freshCount: number,
  earlier: readonly Earlier[],
): Earlier | null {
  if (number === null) return null;
  const same = earlier.find(
    (statement) =>
      statement.number === number &&
      statement.openingDay === proof.openingDay &&
      statement.closingDay === proof.closingDay,
  );
  if (!same) return null;
  const differs =
    freshCount > 0 ||
    same.lineCount !== lineCount ||
    same.openingMinor !== proof.openingMinor ||
    same.closingMinor !== proof.closingMinor;
  return differs ? same : null;
}

/**
 * True when the statement goes on where the account's last one ended, the same day: opening = that closing. Then an equal
 * line of that day without a reference is a second one.
 */
export function continues(proof: Proof, number: string | null, earlier: readonly Earlier[]): boolean {
  const last = [...earlier].sort((a, b) => ((a.closingDay ?? '') < (b.closingDay ?? '') ? -1 : 1)).at(-1);
  if (!last || last.closingMinor === null || proof.openingMinor === null) return false;
  if (last.balanced !== true || number === null || last.number === number) return false;
  // A day that moved nothing opens and closes alike; then the balances prove no order.
  return last.openingMinor !== last.closingMinor && last.closingMinor === proof.openingMinor;
}

function amountOf(line: { amountMinor: number }): number {
  return line.amountMinor;
}

function take(left: Map<number, number>, amountMinor: number): boolean {
  const count = left.get(amountMinor) ?? 0;
  if (count === 0) return false;
  left.set(amountMinor, count - 1);
  return true;
}

function countBy(amounts: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const amount of amounts) counts.set(amount, (counts.get(amount) ?? 0) + 1);
  return counts;
}

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
