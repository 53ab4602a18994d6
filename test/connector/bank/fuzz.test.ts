// Every format, damaged in the same ways on every run: read whole or refused with a place, nothing crashes, nothing is lost.
import { describe, expect, test } from 'vitest';
import { findingOf, seeds } from './fuzzed.ts';

/** `npm run measure -- fuzz --minutes 10` goes on from other numbers for as long as it is told. */
const RUNS = 25;

describe('damaged files', () => {
  test.each(seeds().map((seed) => [seed.name, seed] as const))('%s', async (_, seed) => {
    for (let n = 1; n <= RUNS; n++) expect([n, await findingOf(seed, n)]).toEqual([n, null]);
  });
});
