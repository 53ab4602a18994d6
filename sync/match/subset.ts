// The exact search for sums: which items make the amount, and is there only one way?

import { SUM } from './policy.ts';

export type Search = {
  /** Places of the items in each solution found, at most two: the second proves that the first is not unique. */
  readonly solutions: readonly (readonly number[])[];
  /** False when the budget ran out: nothing is proved then. */
  readonly finished: boolean;
};

export type SearchLimits = { sizeMin: number; sizeMax: number; nodesMax: number };

/**
 * Branch and bound over positive amounts, largest first: a branch ends when what is left cannot reach the target
 * or the smallest item overshoots it. Equal amounts of two items are two solutions, because they are two items.
 */
export function findSums(amounts: readonly number[], target: number, limits: SearchLimits): Search {
  const order = amounts
    .map((_, i) => i)
    .filter((i) => amounts[i]! > 0 && amounts[i]! <= target)
    .sort((i, j) => amounts[j]! - amounts[i]! || i - j);
  const values = order.map((i) => amounts[i]!);
  const suffix = suffixSums(values);
  const solutions: number[][] = [];
  const chosen: number[] = [];
  let nodes = 0;
  let finished = true;

  const visit = (from: number, rest: number): boolean => {
    const room = limits.sizeMax - chosen.length;
    for (let i = from; i < values.length; i += 1) {
      const value = values[i]!;
      // The largest left times the places left, or all that is left, must reach the rest.
      if (suffix[i]! < rest || value * room < rest) return true;
      if (value > rest) continue;
      nodes += 1;
      if (nodes > limits.nodesMax) {
        finished = false;
        return false;
      }
      chosen.push(i);
      if (value === rest) {
        if (chosen.length >= limits.sizeMin) solutions.push(chosen.map((at) => order[at]!).sort((a, b) => a - b));
      } else if (room > 1 && !visit(i + 1, rest - value)) return false;
      chosen.pop();
      if (solutions.length >= 2) return false;
    }
    return true;
  };
  visit(0, target);
  return { solutions, finished };
}

/** The sums of the fewest items. */
export function fewestFirst(amounts: readonly number[], target: number, limits: SearchLimits): Search {
  const { sizeMin, sizeMax, nodesMax } = limits;
  for (let size = sizeMin; size < sizeMax; size += 1) {
    const search = findSums(amounts, target, { sizeMin: size, sizeMax: size, nodesMax });
    if (search.solutions.length > 0 || !search.finished) return search;
  }
  return findSums(amounts, target, { sizeMin: sizeMax, sizeMax, nodesMax });
}

/** Round amounts lie on coarser grids, in minor units. */
const GRIDS = [1, 5, 10, 50, 100, 500, 1_000, 2_000, 5_000, 10_000, 100_000];

/**
 * How many sums of up to `size` items one expects to hit the target by accident: combinations against the distinct
 * amounts below it. On each grid that the target lies on, the items of that grid are counted by themselves: a few round
 * prices tie by accident far more often than as many odd amounts. The grid with the most accidents counts.
 */
export function expectedByChance(amounts: readonly number[], size: number, target: number): number {
  return accidents(amounts, target)(size);
}

/** The same for several sizes: how many items lie on each grid is counted once. */
export function accidents(amounts: readonly number[], target: number): (size: number) => number {
  const onGrids: { grid: number; items: number }[] = [];
  for (const grid of GRIDS) {
    if (target % grid !== 0) continue;
    let items = 0;
    for (const amount of amounts) if (amount % grid === 0) items += 1;
    if (items >= 2) onGrids.push({ grid, items });
  }
  return (size) => {
    let most = 0;
    for (const { grid, items } of onGrids) {
      let sums = 0;
      for (let k = 2; k <= size; k += 1) sums += combinations(items, k);
      most = Math.max(most, (sums * grid) / target);
    }
    return most;
  };
}

/**
 * How many accidental sums of up to `size` items one expects on the grid of the sum itself: the largest step on which its items
 * and the target lie. Seats at 79.90, two and one of them, make a third price of the same list.
 */
export function accidentsOfPrice(amounts: readonly number[], places: readonly number[], target: number): number {
  let step = target;
  for (const place of places) step = commonStep(step, amounts[place]!);
  const items = amounts.filter((amount) => amount % step === 0).length;
  let sums = 0;
  for (let k = 2; k <= places.length; k += 1) sums += combinations(items, k);
  return (sums * step) / target;
}

/** Euclid's greatest common divisor. */
function commonStep(a: number, b: number): number {
  return b === 0 ? a : commonStep(b, a % b);
}

/** How many sums of this many items there are for each item, among the items of the coarsest grid that the sum lies on. */
export function sumsPerItem(amounts: readonly number[], places: readonly number[], target: number): number {
  const grid = GRIDS.findLast((step) => target % step === 0 && places.every((place) => amounts[place]! % step === 0));
  const items = amounts.filter((amount) => amount % (grid ?? 1) === 0).length;
  return combinations(items, places.length) / items;
}

/** How often such an accident is, in three steps. */
export function chanceOf(expected: number): 'rare' | 'some' | 'common' {
  return expected < SUM.rare ? 'rare' : expected < SUM.common ? 'some' : 'common';
}

function combinations(n: number, k: number): number {
  let result = 1;
  for (let i = 0; i < k; i += 1) result = (result * (n - i)) / (i + 1);
  return Math.max(0, result);
}

function suffixSums(values: readonly number[]): number[] {
  const sums = new Array<number>(values.length + 1).fill(0);
  for (let i = values.length - 1; i >= 0; i -= 1) sums[i] = sums[i + 1]! + values[i]!;
  return sums;
}
