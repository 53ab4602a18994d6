// The seeded generator: what it draws depends on its seed and on nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomOf } from '../../../panel/demo/random.ts';

const draws = (seed: string) => {
  const random = randomOf(seed);
  return Array.from({ length: 20 }, () => random.int(0, 1_000_000));
};

test('one seed, one series; another seed, another', () => {
  expect(draws('a')).toEqual(draws('a'));
  expect(draws('a')).not.toEqual(draws('b'));
});

test('a fork does not depend on what was drawn before it', () => {
  const early = randomOf('a').fork('x').int(0, 1_000_000);
  const random = randomOf('a');
  random.int(0, 9);
  expect(random.fork('x').int(0, 1_000_000)).toBe(early);
});

test('whole numbers stay within their bounds', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -1_000, max: 1_000 }), fc.nat(1_000), (seed, min, span) => {
      const n = randomOf(seed).int(min, min + span);
      return Number.isInteger(n) && n >= min && n <= min + span;
    }),
    { seed: 1 },
  );
});

test('a chance of thirty in a hundred comes about so often', () => {
  const random = randomOf('chance');
  const hits = Array.from({ length: 10_000 }, () => random.chance(30)).filter(Boolean).length;
  expect(hits).toBeGreaterThan(2_700);
  expect(hits).toBeLessThan(3_300);
});
