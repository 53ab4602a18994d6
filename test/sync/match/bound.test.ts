// Proves the bound against its published arithmetic, and that trust is lost at once and earned per company.
import { describe, expect, test } from 'vitest';
import { lowerBound } from '../../../sync/match/bound.ts';
import { trustIn } from '../../../sync/match/decide.ts';
import { POLICY } from '../../../sync/match/policy.ts';
import { DEFINITION_HASH } from '../../../sync/match/signature.ts';
import { isAudited, type Outcome, tally } from '../../../sync/match/trust.ts';
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
  const counts = (seen: number, right: number): Counts => ({
    definition: DEFINITION_HASH,
    seeded: { x: { seen: 1_000, right: 1_000 } },
    company: { x: { seen, right } },
  });
  test('a class that this company has undone once stands down, whatever was seen elsewhere', () => {
    expect(trustIn('x', counts(50, 50), POLICY).proven).toBe(true);
    expect(trustIn('x', counts(50, 49), POLICY).proven).toBe(false);
  });
  test('it comes back when the company itself has seen enough', () => {
    expect(trustIn('x', counts(400, 399), POLICY).proven).toBe(true);
  });
  test('counts of another definition of the evidence count for nothing', () => {
    expect(trustIn('x', { ...counts(50, 50), definition: 'other' }, POLICY).proven).toBe(false);
  });
});

describe('the tally', () => {
  const outcome = (facts: Partial<Outcome>): Outcome => ({
    signature: 's',
    payer: 'a',
    day: '2026-05-01',
    right: true,
    ...facts,
  });
  test('one payer counts up to the cap, his errors always', () => {
    const many = Array.from({ length: 100 }, () => outcome({}));
    expect(tally(many, '2026-06-01', POLICY)).toEqual({ s: { seen: 20, right: 20 } });
    expect(tally([...many, outcome({ right: false })], '2026-06-01', POLICY)).toEqual({ s: { seen: 21, right: 20 } });
  });
  test('after a year each second success counts, after two none, and an error still does', () => {
    const payers = Array.from({ length: 10 }, (_, i) => `p${i}`);
    expect(
      tally(
        payers.map((payer) => outcome({ payer, day: '2025-04-01' })),
        '2026-06-01',
        POLICY,
      ),
    ).toEqual({ s: { seen: 5, right: 5 } });
    expect(
      tally(
        payers.map((payer) => outcome({ payer, day: '2023-04-01' })),
        '2026-06-01',
        POLICY,
      ),
    ).toEqual({ s: { seen: 0, right: 0 } });
    expect(tally([outcome({ day: '2020-04-01', right: false })], '2026-06-01', POLICY)).toEqual({
      s: { seen: 1, right: 0 },
    });
  });
});

test('one in so many sure matches is shown, the same ones at each run', () => {
  const ids = Array.from({ length: 5_000 }, (_, i) => `L${i}`);
  const policy = { ...POLICY, auditOneIn: 50 };
  const shown = ids.filter((id) => isAudited(id, policy));
  expect(shown.length).toBeGreaterThan(60);
  expect(shown.length).toBeLessThan(140);
  expect(ids.filter((id) => isAudited(id, policy))).toEqual(shown);
  expect(ids.some((id) => isAudited(id, POLICY))).toBe(false);
});
