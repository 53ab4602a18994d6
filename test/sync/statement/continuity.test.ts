// Holes between statements: what is one, and that no order and no overlap makes or hides one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../sync/model/day.ts';
import { gapsOf, type Span } from '../../../sync/statement/continuity.ts';

/** '1-3 100 250': of days 1 to 3 of June, from a balance of 100 to one of 250. */
function span(text: string): Span {
  const [, from = '', to = '', openingMinor, closingMinor] = /^(\d+)-(\d+) (\d+) (\d+)$/.exec(text) ?? [];
  const day = (n: string) => `2026-06-${n.padStart(2, '0')}` as Day;
  return {
    openingDay: day(from),
    closingDay: day(to),
    openingMinor: Number(openingMinor),
    closingMinor: Number(closingMinor),
  };
}

const said = (...spans: string[]) =>
  gapsOf(spans.map(span)).map(
    (it) => `${it.after.slice(8)} to ${it.before.slice(8)}: ${it.closingMinor} to ${it.openingMinor}`,
  );

describe('statements', () => {
  it.each([
    ['that follow one another', ['1-3 100 250', '4-5 250 300'], []],
    ['whose opening is dated the evening before', ['1-3 100 250', '3-5 250 300'], []],
    ['with quiet days between', ['1-3 100 250', '9-10 250 300'], []],
    ['with a day missing', ['1-3 100 250', '5-6 270 300'], ['03 to 05: 250 to 270']],
    ['in another order', ['9-10 300 300', '1-3 100 250', '5-6 270 300'], ['03 to 05: 250 to 270']],
    ['that overlap', ['1-5 100 250', '3-8 200 300', '9-9 300 310'], []],
    ['inside a longer one', ['1-30 100 900', '4-5 300 400', '30-30 900 900'], []],
    ['of one day, the later first', ['2-2 150 180', '2-2 100 150', '3-3 180 200'], []],
    ['that begin on the last day of the one before', ['1-5 100 250', '5-8 200 300'], []],
    ['with two holes', ['1-1 0 5', '3-3 6 7', '5-5 9 9'], ['01 to 03: 5 to 6', '03 to 05: 7 to 9']],
  ])('%s', (_, spans, gaps) => {
    expect(said(...spans)).toEqual(gaps);
  });

  it('without balances or days prove nothing', () => {
    const bare = { openingDay: null, openingMinor: null, closingDay: '2026-06-04', closingMinor: 7 } as const;
    expect(gapsOf([span('1-3 100 250'), bare, span('5-6 250 300')])).toEqual([]);
  });

  it('of one history, cut anyhow, have a hole exactly where no piece covers a day that moved money', () => {
    const moves = fc.array(fc.constantFrom(0, 0, 5, -3, 8), { minLength: 6, maxLength: 20 });
    const pieces = fc.array(fc.record({ from: fc.nat(19), length: fc.integer({ min: 1, max: 6 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(moves, pieces, (days, cuts) => {
        const balance = (at: number) => days.slice(0, at).reduce((total, it) => total + it, 1_000);
        const day = (at: number) => addDays('2026-06-01', at);
        const spans = cuts
          .filter(({ from }) => from < days.length)
          .map(({ from, length }) => {
            const to = Math.min(days.length, from + length);
            return {
              openingDay: day(from),
              openingMinor: balance(from),
              closingDay: day(to - 1),
              closingMinor: balance(to),
              covered: Array.from({ length: to - from }, (_, i) => from + i),
            };
          });
        const covered = new Set(spans.flatMap((it) => it.covered));
        const [first, last] = [Math.min(...covered), Math.max(...covered)];
        const holes: string[] = [];
        for (let at = first; at <= last; at++) {
          if (covered.has(at)) continue;
          const end = Array.from({ length: last - at }, (_, i) => at + i).find((it) => covered.has(it)) ?? last;
          if (balance(at) !== balance(end)) holes.push(`${day(at - 1)} ${day(end)}`);
          at = end;
        }
        expect(gapsOf(spans).map((it) => `${it.after} ${it.before}`)).toEqual(holes);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
