// The list as it is grouped and walked.
import { describe, expect, it } from 'vitest';
import { entriesOf, isDecided, nextAfter, sectionsByDay, stepTo, sumOf } from '../../../../panel/ui/queue/order.ts';
import type { QueueRow } from '../../../../sync/port/view.ts';

const row = (lineId: string, more: Partial<QueueRow> = {}) =>
  ({
    lineId,
    day: '2026-11-16',
    amountMinor: 100,
    currency: 'EUR',
    state: 'open',
    certainty: 'strong',
    differenceMinor: 0,
    ...more,
  }) as QueueRow;

describe('the list as it is walked', () => {
  const rows = [row('a'), row('b'), row('c', { day: '2026-11-18' }), row('d', { day: '2026-11-18', amountMinor: -40 })];

  it('groups by day with count and sum', () => {
    expect(
      sectionsByDay(rows).map((it) => [it.rows.map((own) => own.lineId).join(''), it.whole, it.wholeMinor]),
    ).toEqual([
      ['ab', 2, 200],
      ['cd', 2, 60],
    ]);
  });

  it('counts rows, not headings, and leaves folded ones out', () => {
    const sections = sectionsByDay(rows);
    const shape = (folded: string[]) =>
      entriesOf(sections, new Set(folded))
        .map((it) => (it.kind === 'group' ? '#' : `${it.row.lineId}${it.at}`))
        .join(' ');
    expect(shape([])).toBe('# a0 b1 # c2 d3');
    expect(shape([sections[0]?.key ?? ''])).toBe('# # c0 d1');
  });

  it('goes on after a decision, and at the end to the first above', () => {
    const undecided = (it: QueueRow) => it.lineId !== 'b';
    expect(nextAfter(rows, 0, undecided)).toBe(2);
    expect(nextAfter(rows, 3, undecided)).toBe(0);
    expect(nextAfter(rows, 3, () => false)).toBe(-1);
  });

  it('steps in one direction only', () => {
    expect(stepTo(rows, 3, -1, (it) => it.lineId === 'a')).toBe(0);
    expect(stepTo(rows, 0, 1, (it) => it.lineId === 'a')).toBe(-1);
  });

  it('does not add euros and yen', () => {
    expect(sumOf([row('a'), row('b', { currency: 'JPY' })])).toBeNull();
  });
});

describe('decided', () => {
  it('while it is being sent, and no longer when it was refused', () => {
    expect(isDecided(row('a'), undefined)).toBe(false);
    expect(isDecided(row('a'), { phase: 'sending', verb: 'accept' })).toBe(true);
    expect(isDecided(row('a'), { phase: 'sending', verb: 'reject' })).toBe(false);
    expect(isDecided(row('a'), { phase: 'refused', says: '', row: null })).toBe(false);
    expect(isDecided(row('a'), { phase: 'done', verb: 'accept', row: row('a', { state: 'settled' }) })).toBe(true);
    expect(isDecided(row('a', { state: 'settled' }), { phase: 'done', verb: 'undo', row: row('a') })).toBe(false);
  });
});
