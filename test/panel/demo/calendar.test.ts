// Bank days against a printed calendar.
import { expect, test } from 'vitest';
import { bankDayFrom, bankDays, bankDayUntil, easterSunday, isBankDay } from '../../../panel/demo/calendar.ts';
import type { Day } from '../../../sync/model/day.ts';

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
] as const)('Easter of %i is %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test.each([
  ['2026-01-01', 'New Year'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-14', 'Ascension'],
  ['2026-05-25', 'Whit Monday'],
  ['2026-07-14', 'national day'],
  ['2026-11-11', 'armistice'],
  ['2026-11-21', 'a Saturday'],
  ['2026-11-22', 'a Sunday'],
] as const)('no bank works on %s, %s', (day: Day, _what: string) => {
  expect(isBankDay(day)).toBe(false);
});

test('the nearest bank day on either side of a long weekend', () => {
  expect(bankDayFrom('2026-05-23')).toBe('2026-05-26');
  expect(bankDayUntil('2026-05-25')).toBe('2026-05-22');
  expect(bankDayFrom('2026-11-12')).toBe('2026-11-12');
});

test('a period lists its bank days', () => {
  expect(bankDays('2025-12-24', '2025-12-29')).toEqual(['2025-12-24', '2025-12-26', '2025-12-29']);
});
