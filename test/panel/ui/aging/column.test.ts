// How the columns look: colours of the ramp, shares of a total, columns that a person types.
import { describe, expect, it } from 'vitest';
import { colourOf, lateShare, percentOf } from '../../../../panel/ui/aging/column.ts';
import { readCuts } from '../../../../panel/ui/aging/cut.ts';
import { columnsOf } from '../../../../sync/aging/index.ts';

const steps = (late: number[], ahead: number[] = []) => {
  const { columns } = columnsOf('due', { ahead, late });
  return columns.map((column) => colourOf(column, columns)?.replace(/\D/g, '') ?? '-').join(' ');
};

describe('the columns of the aged balance', () => {
  it('grow darker with age, and what has no age has no colour', () => {
    expect(steps([30, 60, 90])).toBe('0 1 2 3 4 - - - -');
    expect(steps([30, 60, 90, 120, 150, 180])).toBe('0 1 2 2 3 3 4 4 - - - -');
    expect(steps([30], [30, 60])).toBe('0 0 0 1 4 - - - -');
  });

  it('take no share of nothing, and leave credits and deposits out of what is late', () => {
    expect(percentOf(10, 0)).toBeNull();
    expect(percentOf(10, -5)).toBeNull();
    expect(percentOf(1, 3)).toBe(33);
    const { columns } = columnsOf('due', { ahead: [], late: [30] });
    expect(lateShare([50, 25, 0, 25, -1_000, -1_000, -1_000], columns)).toBe(25);
    expect(lateShare([0, 0, 0, 0, -1, 0, 0], columns)).toBeNull();
  });

  it('are typed as rising days, with anything between them', () => {
    expect(readCuts('20, 40 ; 60')).toBe('20,40,60');
    expect(readCuts('30')).toBe('30');
    for (const wrong of ['', 'abc', '60 30', '30 30', '0 10', '1 2 3 4 5 6 7 8 9']) expect(readCuts(wrong)).toBeNull();
  });
});
