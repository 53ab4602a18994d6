// Days of the calendar: what is one, and what comes before and after.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../sync/model/day.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  parseCompactDay,
  parseDay,
  startOfMonth,
  weekday,
} from '../../../sync/model/day.ts';

const day = fc.integer({ min: -36_500, max: 73_000 }).map((n) => addDays('1970-01-01', n));
const shift = fc.integer({ min: -5_000, max: 5_000 });

describe('text', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', '1900-02-29', ''])(
    '%j is no day',
    (text) => expect(parseDay(text)).toBeNull(),
  );
  test.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is a day', (text) => expect(parseDay(text)).toBe(text));
  test('ledgers write it without hyphens', () => {
    expect(parseCompactDay('20241231')).toBe('2024-12-31');
    expect(parseCompactDay('20240230')).toBeNull();
    expect(parseCompactDay('2024123')).toBeNull();
  });
});

describe('arithmetic', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    // The night on which Europe's clocks change must not cost a day.
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-10-25', 1, '2026-10-26'],
  ] as const)('%s and %d days is %s', (from, n, to) => expect(addDays(from, n)).toBe(to));

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
  ] as const)('%s and %d months is %s', (from, n, to) => expect(addMonths(from, n)).toBe(to));

  test('months begin and end', () => {
    expect(startOfMonth('2026-11-25')).toBe('2026-11-01');
    expect(endOfMonth('2024-02-01')).toBe('2024-02-29');
  });

  test('25 November 2026 is a Wednesday, and weeks go round before 1970 too', () => {
    expect(weekday('2026-11-25')).toBe(2);
    expect(weekday('1969-12-28')).toBe(6);
  });

  test('adding and counting days are inverse', () => {
    fc.assert(
      fc.property(day, shift, (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
      }),
    );
  });

  test('days sort as text', () => {
    fc.assert(
      fc.property(day, shift, (from, n) => {
        const to: Day = addDays(from, n);
        expect(Math.sign(n)).toBe(from < to ? 1 : from > to ? -1 : 0);
      }),
    );
  });
});
