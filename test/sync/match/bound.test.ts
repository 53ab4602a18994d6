// Proves the bound against its published arithmetic, and that trust is lost at once and earned per company.
import { describe, expect, test } from 'vitest';
import { lowerBound } from '../../../sync/match/bound.ts';
import { POLICY } from '../../../sync/match/policy.ts';
import { DEFINITION_HASH } from '../../../sync/match/signature.ts';
import { trustIn } from '../../../sync/match/trust.ts';
import type { Counts } from '../../../sync/model/memory.ts';

describe('the lower bound', () => {
  // Without an error the bound is 0.05^(1/n); the counts are those at which it first reaches the target.
  test.each([
    [148, 0.98, false],
    [149, 0.98, true],
    [298, 0.99, false],
    [299, 0.99, true],
    [597, 0.995, false],
    [598, 0.995, true],
  ])('%i cases without an error prove %d: %s', (seen, target, proved) => {
    expect(lowerBound({ seen, right: seen }) >= target).toBe(proved);
  });
  test('at the bound, what was seen or better has one chance in twenty', () => {
    const p = lowerBound({ seen: 20, right: 18 });
    const atLeast18 = 190 * p ** 18 * (1 - p) ** 2 + 20 * p ** 19 * (1 - p) + p ** 20;
    expect(atLeast18).toBeCloseTo(0.05, 9);
  });
  test('nothing seen proves nothing', () => {
    expect(lowerBound({ seen: 0, right: 0 })).toBe(0);
  });
});

describe('trust', () => {
  const counts = (seen: number, right: number, facts: Partial<Counts> = {}): Counts => ({
    definition: DEFINITION_HASH,
    seeded: { x: { seen: 1_000, right: 1_000 } },
    company: { x: { seen, right } },
    ...facts,
  });
  test('adds what this company confirmed to what made-up ledgers showed', () => {
    expect(trustIn('x', counts(50, 50), POLICY)).toMatchObject({ proven: true, seen: 1_050, undone: 0 });
    expect(trustIn('x', counts(50, 50), POLICY).bound).toBeCloseTo(0.05 ** (1 / 1_050), 12);
  });
  test('an error of this company weighs as much as ten cases: two of them take a class of a thousand below the target', () => {
    expect(trustIn('x', counts(1, 0), POLICY)).toMatchObject({ proven: true, seen: 1_001, undone: 1 });
    expect(trustIn('x', counts(2, 0), POLICY)).toMatchObject({ proven: false, undone: 2 });
    expect(trustIn('x', counts(2, 0), POLICY).bound).toBeLessThan(POLICY.target);
  });
  test('a class that stands down is not proven, whatever was seen', () => {
    expect(trustIn('x', counts(9_000, 9_000, { stoodDown: ['x'] }), POLICY).proven).toBe(false);
    expect(trustIn('x', counts(9_000, 9_000, { stoodDown: ['y'] }), POLICY).proven).toBe(true);
  });
  test('without seeded cases it takes as many of one’s own as the bound asks for', () => {
    const own = (seen: number) => trustIn('y', counts(0, 0, { company: { y: { seen, right: seen } } }), POLICY).proven;
    expect([own(148), own(149)]).toEqual([false, true]);
  });
  test('counts of another definition of the evidence count for nothing', () => {
    expect(trustIn('x', counts(50, 50, { definition: 'other' }), POLICY).proven).toBe(false);
  });
});
