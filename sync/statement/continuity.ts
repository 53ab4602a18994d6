// Whether an account's statements follow one another without a hole, whatever order they came in and however they overlap.
import type { Day } from '../model/day.ts';

/** What is asked of a statement; one without both balances or both days proves nothing. */
export type Span = {
  openingDay: Day | null;
  openingMinor: number | null;
  closingDay: Day | null;
  closingMinor: number | null;
};

/** Movements of these days are missing: the balance is another when the next statement opens. */
export type Gap = { after: Day; before: Day; closingMinor: number; openingMinor: number };

type Proved = { from: Day; to: Day; openingMinor: number; closingMinor: number };

/**
 * The holes between statements, earliest first. Days without any statement are no hole while the balance stays: a bank writes
 * none where nothing moved. A statement that begins before the one before it ends overlaps it, and the import compares their
 * lines; so it may on the very day of its end, which is then no hole either.
 */
export function gapsOf(spans: readonly Span[]): Gap[] {
  const left = spans.flatMap(provedOf);
  const gaps: Gap[] = [];
  let last: Proved | null = null;
  while (left.length > 0) {
    const next: Proved = left.splice(nextIndex(left, last), 1)[0]!;
    if (last && next.from > last.to && next.openingMinor !== last.closingMinor) {
      gaps.push({
        after: last.to,
        before: next.from,
        closingMinor: last.closingMinor,
        openingMinor: next.openingMinor,
      });
    }
    if (!last || next.from >= last.to || next.to > last.to) last = next;
  }
  return gaps;
}

function provedOf({ openingDay, openingMinor, closingDay, closingMinor }: Span): Proved[] {
  if (openingDay === null || openingMinor === null || closingDay === null || closingMinor === null) return [];
  return [{ from: openingDay, to: closingDay, openingMinor, closingMinor }];
}

/** The earliest; of those that begin on one day the one that goes on from the last, and at first the one that no other leads to. */
function nextIndex(left: readonly Proved[], last: Proved | null): number {
  const from = left.reduce((day, it) => (it.from < day ? it.from : day), left[0]!.from);
  const isFirst = (it: Proved) => it.from === from;
  const goesOn = left.findIndex((it) => isFirst(it) && last !== null && it.openingMinor === last.closingMinor);
  if (goesOn >= 0) return goesOn;
  const led = new Set(left.filter((it) => isFirst(it) && it.to === from).map((it) => it.closingMinor));
  const unled = left.findIndex((it) => isFirst(it) && !led.has(it.openingMinor));
  return unled >= 0 ? unled : left.findIndex(isFirst);
}
