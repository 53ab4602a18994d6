// Days in the browser count as in the model, and are read as people type them.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, daysBetween, endOfLastMonth, nextMonday, readDay } from '../../../panel/ui/day.ts';
import { readTyped } from '../../../panel/ui/part/day-input.tsx';
import * as model from '../../../sync/model/day.ts';

describe('days in the browser', () => {
  it('counts as the model counts', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((n) => model.addDays('1990-01-01', n));
    fc.assert(
      fc.property(day, day, fc.integer({ min: -4000, max: 4000 }), (a, b, n) => {
        expect(addDays(a, n)).toBe(model.addDays(a, n));
        expect(daysBetween(a, b)).toBe(model.daysBetween(a, b));
        expect(endOfLastMonth(a)).toBe(model.addDays(model.startOfMonth(a), -1));
      }),
      { seed: 3 },
    );
  });

  test.each([
    ['2026-11-20', '2026-11-23'],
    ['2026-11-22', '2026-11-23'],
    ['2026-11-23', '2026-11-30'],
    ['2026-12-31', '2027-01-04'],
  ] as const)('the Monday after %s is %s', (day, monday) => {
    expect(nextMonday(day)).toBe(monday);
  });

  it('knows no 30 February', () => {
    expect(readDay('2026-02-30')).toBeNull();
    expect(readDay('2028-02-29')).toBe('2028-02-29');
    expect(readDay('')).toBeNull();
  });
});

describe('a day as people type it', () => {
  test.each([
    ['20/11/2026', '2026-11-20'],
    ['20/11', '2026-11-20'],
    ['1/2', '2026-02-01'],
    ['20112026', '2026-11-20'],
    ['201126', '2026-11-20'],
    ['20.11.26', '2026-11-20'],
    ['20-11-2026', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['20 Nov 2026', '2026-11-20'],
    ['20 november', '2026-11-20'],
    ['31/02/2026', null],
    ['40/11', null],
    ['hier', null],
    ['', null],
  ] as const)('%j is %s', (text, day) => {
    expect(readTyped(text, '2026-06-01')).toBe(day);
  });
});
