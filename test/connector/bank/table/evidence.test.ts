// What a whole table says about its dates and its decimal mark, and where it says nothing.
import { describe, expect, test } from 'vitest';
import { dateOrderOf, decimalMarkOf } from '../../../../connector/bank/table/evidence.ts';

const dates = (...all: string[]) => all.map((date) => ({ date, value: null }));

describe('the order of dates', () => {
  test.each([
    ['a day above twelve decides', dates('03/04/2026', '13/04/2026'), 'dmy'],
    ['so does one in second place', dates('04/03/2026', '04/13/2026'), 'mdy'],
    ['points are only written after days', dates('03.04.2026', '05.04.2026'), 'dmy'],
    ['rows run in time', dates('28/02/2026', '01/03/2026').slice(1).concat(dates('02/02/2026', '01/01/2026')), 'dmy'],
    ['nothing decides between two orders that both run in time', dates('03/04/2026', '05/04/2026'), null],
    ['a year comes first only where no other order is as near', dates('30/09/24', '28/09/24'), 'dmy'],
    ['one day alone decides nothing', dates('03/04/2026'), null],
    ['the year first leaves no choice', dates('2026-04-03', '2026-04-05'), 'dmy'],
    ['dates that no order reads', dates('13/04/2026', '04/13/2026'), null],
  ] as const)('%s', (_, rows, order) => {
    expect(dateOrderOf(rows)).toBe(order);
  });

  test('booking and value lie together only in one order', () => {
    const rows = [
      { date: '03/04/2026', value: '05/04/2026' },
      { date: '03/04/2026', value: '03/04/2026' },
    ];
    expect(dateOrderOf(rows)).toBe('dmy');
  });
});

describe('the decimal mark', () => {
  test.each([
    [['1 234,56', '5'], ','],
    [['1,234.56'], '.'],
    [['1.234.567', '1.234'], ','],
    [['1.234', '0.5'], '.'],
    [['0,123'], ','],
    [['1.234'], null],
    [['1,234', '5,678'], null],
    [['12', '5'], ','],
    [['1.234,56', '1,234.56'], null],
  ] as const)('%j: %s', (amounts, mark) => {
    expect(decimalMarkOf(amounts)).toBe(mark);
  });
});
