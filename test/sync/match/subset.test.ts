// Proves the exact search for sums against counting every choice, and that an unfinished search says so.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedByChance, findSums } from '../../../sync/match/subset.ts';

test('it finds the sum that counting finds, and a second one when there is one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 9 }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 5 }),
      (amounts, target, sizeMax) => {
        const all: number[][] = [];
        for (let mask = 1; mask < 1 << amounts.length; mask += 1) {
          const places = amounts.map((_, i) => i).filter((i) => mask & (1 << i));
          if (places.length <= sizeMax && places.reduce((sum, i) => sum + amounts[i]!, 0) === target) all.push(places);
        }
        const { solutions, finished } = findSums(amounts, target, { sizeMin: 1, sizeMax, nodesMax: 100_000 });
        expect(finished).toBe(true);
        expect(solutions.length).toBe(Math.min(2, all.length));
        for (const solution of solutions) expect(all).toContainEqual([...solution]);
      },
    ),
    { seed: 4711, numRuns: 400 },
  );
});

test('a search that the budget ends says that it is not finished', () => {
  const amounts = Array.from({ length: 40 }, (_, i) => 1_000_003 + i * 2);
  expect(findSums(amounts, 5_000_016, { sizeMin: 2, sizeMax: 5, nodesMax: 100 })).toEqual({
    solutions: [],
    finished: false,
  });
});

// C(40,2) + C(40,3) + C(40,4) = 780 + 9,880 + 91,390, against 500,001 distinct amounts.
test('the accidents to expect among 40 items grow with the size of the sum', () => {
  const amounts = Array.from({ length: 40 }, (_, i) => 10_001 + i * 7);
  expect(expectedByChance(amounts, 2, 500_001)).toBeCloseTo(780 / 500_001, 9);
  expect(expectedByChance(amounts, 4, 500_001)).toBeCloseTo(102_050 / 500_001, 9);
});
