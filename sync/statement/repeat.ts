// Which lines of a statement are in the books already under another name, and which contradict what was proved.
import type { Day } from '../model/day.ts';
import { sum } from '../model/money.ts';
import type { Format, LineOrigin } from '../model/statement.ts';
import type { Draft, Earlier, Proof } from './index.ts';

/** A line of the account that an earlier file brought. */
export type Known = { bookingDay: Day; amountMinor: number; format: LineOrigin };

/**
 * Indexes of lines that another format brought before. Two formats of one bank need not agree on references or words, but
 * both list a day from its start: where the whole day makes the same sum every line is known, else each amount is known as
 * often as the other format has it. A table (CSV, XLSX) counts as another format of itself: its words depend on the columns
 * that a person chose. `isFresh` says of each line whether its key is unknown; `known` are the stored lines of
 * the same days.
 */
export function repeated(
  drafts: readonly Draft[],
  isFresh: readonly boolean[],
  known: readonly Known[],
  format: Format,
): Set<number> {
  const repeats = new Set<number>();
  const isTable = format === 'csv' || format === 'xlsx';
  const others = known.filter((line) => isTable || line.format !== format);
  for (const day of new Set(others.map((line) => line.bookingDay))) {
    const theirs = others.filter((line) => line.bookingDay === day).map(amountOf);
    const ours = drafts.flatMap((draft, i) => (draft.bookingDay === day ? [i] : []));
    const sameSum = sum(ours.map((i) => drafts[i]!.amountMinor)) === sum(theirs);
    const left = countBy(theirs);
    // A line whose key is known has used up its counterpart.
    for (const i of ours) if (!isFresh[i]) take(left, drafts[i]!.amountMinor);
    for (const i of ours) {
      if (isFresh[i] && (sameSum || take(left, drafts[i]!.amountMinor))) repeats.add(i);
    }
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
 * The day on which the statement goes on where the account's last one ended: opening = that closing, and the last one is
 * proved. An equal line of that day without a reference is then a second one. Null when it does not go on.
 */
export function continuedDay(proof: Proof, number: string | null, earlier: readonly Earlier[]): Day | null {
  const last = [...earlier].sort((a, b) => ((a.closingDay ?? '') < (b.closingDay ?? '') ? -1 : 1)).at(-1);
  if (!last || last.closingMinor === null || proof.openingMinor === null) return null;
  if (last.balanced !== true || number === null || last.number === number) return null;
  // A day that moved nothing opens and closes alike; then the balances prove no order.
  const goesOn = last.openingMinor !== last.closingMinor && last.closingMinor === proof.openingMinor;
  return goesOn ? last.closingDay : null;
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
