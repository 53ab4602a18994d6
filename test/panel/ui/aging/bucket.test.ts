// The columns of the drill-down are those of the report.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, percentOf } from '../../../../panel/ui/aging/bucket.ts';
import { daysLate, bucketOf as reportBucketOf } from '../../../../sync/aging/bucket.ts';
import { addDays } from '../../../../sync/model/day.ts';
import type { AgedItem } from '../../../../sync/port/view.ts';

const asOf = '2026-11-20';

describe('the column under which an open line stands', () => {
  it('is the column in which the report counted it', () => {
    const offset = fc.option(fc.integer({ min: -200, max: 200 }));
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        offset,
        fc.integer({ min: -200, max: 200 }),
        fc.constantFrom('due', 'issue'),
        (residualMinor, due, issued, basis) => {
          const item = {
            residualMinor,
            day: addDays(asOf, issued),
            documentDay: null,
            dueDay: due === null ? null : addDays(asOf, due),
          };
          const aged = { ...item, daysLate: daysLate(item, asOf, basis) } as unknown as AgedItem;
          expect(bucketOf(aged, basis)).toBe(reportBucketOf(item, asOf, basis));
        },
      ),
      { seed: 5 },
    );
  });

  it('takes no share of nothing', () => {
    expect(percentOf(10, 0)).toBeNull();
    expect(percentOf(10, -5)).toBeNull();
    expect(percentOf(1, 3)).toBe(33);
  });
});
