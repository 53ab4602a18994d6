// An index that is kept from run to run says what a new one of the same items and customers says.
import { describe, expect, test } from 'vitest';
import { matchLines, openIndex } from '../../../sync/match/index.ts';
import { KeptIndex } from '../../../sync/match/kept-index.ts';
import type { OpenItem } from '../../../sync/model/ledger.ts';
import { TRUST_ALL } from '../../measure/match-worlds.ts';
import { chance } from '../../measure/world/chance.ts';
import { buildWorld } from '../../measure/world/index.ts';

const STEPS = 6;

describe.each([811, 812, 813])('world %i', (seed) => {
  const world = buildWorld(seed, { parties: 60, background: 260, events: 200 });
  const by = chance(seed);

  /** A month as it might stand: some items not there yet or settled, some changed in part, a customer renamed or gone. */
  function moment() {
    const there = world.items.filter(() => by.yes(0.8));
    const items = there
      .filter((item) => item.residualMinor !== 0)
      .map((item): OpenItem => (by.yes(0.1) ? { ...item, residualMinor: item.residualMinor * 2 } : item));
    const paid = there.filter((item) => item.residualMinor === 0).map((item) => ({ ...item }));
    const parties = world.parties
      .filter(() => by.yes(0.95))
      .map((party) => (by.yes(0.1) ? { ...party, name: `${party.name} BIS` } : { ...party }));
    return { items, paid, parties };
  }

  test('brought from one month to the next, it proposes the same', () => {
    const kept = new KeptIndex();
    for (let step = 0; step < STEPS; step += 1) {
      const { items, paid, parties } = moment();
      const index = kept.bring(items, parties, paid);
      const fresh = openIndex(items, parties, paid);
      const lines = world.lines.filter(() => by.yes(0.5));
      expect(index.items.series()).toEqual(fresh.items.series());
      expect(matchLines(index, lines, { counts: TRUST_ALL })).toEqual(matchLines(fresh, lines, { counts: TRUST_ALL }));
    }
  });
});

test('knows again how far a series goes when its largest number is settled, or the only one of its width', () => {
  const [item] = buildWorld(811, { parties: 5, background: 5, events: 5 }).items;
  const items = ['F-0007', 'F-0812', 'F-10011'].map((document, i) => ({ ...item!, id: `i${i}`, document }));
  const kept = new KeptIndex();
  const series = (some: OpenItem[]) =>
    kept
      .bring(some, [])
      .items.series()
      .map(({ high, widthMin, widthMax, count }) => [high, widthMin, widthMax, count]);
  expect(series(items)).toEqual([[10_011, 4, 5, 3]]);
  expect(series(items.slice(0, 2))).toEqual([[812, 4, 4, 2]]);
  expect(series(items.slice(0, 1))).toEqual([[7, 4, 4, 1]]);
  expect(series([])).toEqual([]);
});
