// Proves the hard rules on events that they were never made for: with every class of evidence trusted nothing is settled wrongly.
import { describe, expect, test } from 'vitest';
import { runWorld, TRUST_ALL } from '../../measure/match-worlds.ts';
import { IMAGINED } from '../../measure/world/index.ts';
import { LAYOUTS, traitsOf } from '../../measure/world/world.ts';

const NAMES = IMAGINED.map(([name]) => name);
/** Plain payments beside them show that the engine still acts. */
const OPTIONS = { imagined: true, parties: 90, background: 400, events: 260, only: [...NAMES, 'exact'] };

/** Seeds of each layout, each with another way of numbering. */
function seedsOf(layout: string): number[] {
  return Array.from({ length: 400 }, (_, i) => 31_000 + i)
    .filter((seed) => traitsOf(seed).layout === layout)
    .slice(0, 4);
}

describe.each(LAYOUTS)('labels %s', (layout) => {
  test.each(seedsOf(layout))('world %i', (seed) => {
    const { outcomes } = runWorld(seed, TRUST_ALL, OPTIONS);
    const alone = outcomes.filter((one) => one.proposal.verdict === 'auto');
    expect(alone.filter((one) => one.verdict === 'wrong' || one.unsafe).map((one) => one.truth)).toEqual([]);
    expect(alone.filter((one) => one.truth.scenario === 'exact').length).toBeGreaterThan(20);
    expect(new Set(outcomes.map((one) => one.truth.scenario)).size).toBeGreaterThan(10);
  });
});
