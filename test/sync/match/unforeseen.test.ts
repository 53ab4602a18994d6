// Proves the hard rules by themselves: on kinds of events and ways of numbering that no count was taken from, with every class of
// evidence trusted, nothing is settled wrongly or beyond what the data settles.
import { describe, expect, test } from 'vitest';
import { runWorld, TRUST_ALL } from '../../measure/match-worlds.ts';
import { UNFORESEEN } from '../../measure/world/index.ts';
import { UNSEEN_NUMBERINGS } from '../../measure/world/numbering.ts';
import { traitsOf } from '../../measure/world/world.ts';

const SMALL = { unforeseen: true, unseen: true, parties: 90, background: 400, events: 260 };

/** The seed chooses the way of numbering by its remainder, and with it how the bank delivers its labels. */
function seedOf(place: number, isInLabel: boolean): number {
  const count = UNSEEN_NUMBERINGS.length;
  for (let seed = 1_000 * count + place; ; seed += count)
    if ((traitsOf(seed).layout === 'payer in the label') === isInLabel) return seed;
}

describe.each([
  ['the bank names the payer', false, 40],
  // Of a short number little is proved where nobody is named beside it.
  ['the payer stands in the label only', true, 3],
] as const)('%s', (_, isInLabel, least) => {
  test.each(UNSEEN_NUMBERINGS.map((style, i) => [style.name, i] as const))('numbers like %s', (_, place) => {
    const { outcomes } = runWorld(seedOf(place, isInLabel), TRUST_ALL, SMALL);
    const alone = outcomes.filter((one) => one.proposal.verdict === 'auto');
    expect(alone.length).toBeGreaterThan(least);
    expect(alone.filter((one) => one.verdict === 'wrong' || one.unsafe).map((one) => one.truth)).toEqual([]);
  });
});

test('the events are of kinds of their own', () => {
  const { outcomes } = runWorld(8_001, TRUST_ALL, { ...SMALL, only: UNFORESEEN.map(([name]) => name) });
  const met = new Set(outcomes.map((one) => one.truth.scenario));
  expect([...met].filter((name) => UNFORESEEN.some(([kind]) => kind === name)).length).toBeGreaterThanOrEqual(18);
});
