// Proves the hard rules by themselves: on kinds of events and ways of numbering that no count was taken from, with every class of
// evidence trusted, nothing is settled wrongly or beyond what the data settles.
import { expect, test } from 'vitest';
import { runWorld, TRUST_ALL } from '../../measure/match-worlds.ts';
import { UNFORESEEN } from '../../measure/world/index.ts';
import { UNSEEN_NUMBERINGS } from '../../measure/world/numbering.ts';

const SMALL = { unforeseen: true, unseen: true, parties: 90, background: 400, events: 260 };

test.each(UNSEEN_NUMBERINGS.map((style, i) => [style.name, i] as const))('numbers like %s', (_, place) => {
  // The seed chooses the way of numbering by its remainder.
  const { outcomes } = runWorld(1_000 * UNSEEN_NUMBERINGS.length + place, TRUST_ALL, SMALL);
  const alone = outcomes.filter((one) => one.proposal.verdict === 'auto');
  expect(alone.length).toBeGreaterThan(50);
  expect(alone.filter((one) => one.verdict === 'wrong' || one.unsafe).map((one) => one.truth)).toEqual([]);
});

test('the events are of kinds of their own', () => {
  const { outcomes } = runWorld(8_001, TRUST_ALL, { ...SMALL, only: UNFORESEEN.map(([name]) => name) });
  const met = new Set(outcomes.map((one) => one.truth.scenario));
  expect([...met].filter((name) => UNFORESEEN.some(([kind]) => kind === name)).length).toBeGreaterThanOrEqual(18);
});
