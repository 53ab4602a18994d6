// Proves how trust is earned, fades, is capped, and is lost at once: by cases, and by properties over any history.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../sync/model/day.ts';
import { addDays } from '../../../sync/model/day.ts';
import type { ClassSwitch, Learned } from '../../../sync/model/trust.ts';
import { earned } from '../../../sync/trust/index.ts';
import { outcomesOf } from '../../../sync/trust/outcome.ts';
import { TRUST } from '../../../sync/trust/policy.ts';
import { isSampled } from '../../../sync/trust/sample.ts';
import { tallyOf, weightOf } from '../../../sync/trust/tally.ts';
import { CLASS, learned } from './learned.ts';

const TODAY: Day = '2026-06-01';
const many = (count: number, facts: (i: number) => Partial<Learned> = () => ({})) =>
  Array.from({ length: count }, (_, i) => learned(i + 1, 'accepted', facts(i)));
const own = (lessons: readonly Learned[], day: Day = TODAY) => earned(lessons, [], day).own[CLASS];
const switchedOn = (afterSeq: number): ClassSwitch => ({
  signature: CLASS,
  state: 'on',
  by: { kind: 'person', id: 'm', name: 'M' },
  at: '2026-06-01T08:00:00.000Z',
  afterSeq,
  shown: { seeded: { seen: 0, right: 0 }, own: { seen: 0, right: 0 }, bound: 0 },
});

describe('an outcome', () => {
  test.each([
    ['accepted as proposed is right', [learned(1, 'accepted')], [true]],
    ['changed is wrong', [learned(1, 'changed')], [false]],
    ['refused is wrong', [learned(1, 'refused')], [false]],
    ['undone is wrong', [learned(1, 'accepted', { undoneSeq: 2 })], [false]],
    ['a refusal taken back says nothing', [learned(1, 'refused', { undoneSeq: 2 })], []],
    ['a change taken back says nothing', [learned(1, 'changed', { undoneSeq: 2 })], []],
    ['an unattended match that nobody looked at says nothing', [learned(1, 'unattended')], []],
    ['an unattended match that was undone is wrong', [learned(1, 'unattended', { undoneSeq: 2 })], [false]],
    [
      'an unattended match that was looked at is right once',
      [learned(1, 'unattended'), learned(2, 'confirmed', { about: 'd1' })],
      [true],
    ],
    [
      'a look is void when the match is undone later',
      [learned(1, 'unattended', { undoneSeq: 3 }), learned(2, 'confirmed', { about: 'd1' })],
      [false],
    ],
    [
      'an undo by mistake, the same match accepted again, is no error',
      [learned(1, 'unattended', { undoneSeq: 2 }), learned(3, 'accepted', { lineId: 'l1', facts: 'match of l1' })],
      [true],
    ],
    [
      'another match in its place is one',
      [learned(1, 'unattended', { undoneSeq: 2 }), learned(3, 'changed', { lineId: 'l1', facts: 'other' })],
      [false, false],
    ],
  ] as const)('%s', (_, lessons, rights) => {
    expect(outcomesOf(lessons).map((outcome) => outcome.right)).toEqual(rights);
  });
});

describe('the tally', () => {
  test('one payer counts up to the cap, so that no customer earns trust alone', () => {
    expect(own(many(500, () => ({ payer: 'a' })))).toEqual({ seen: 20, right: 20 });
    expect(own(many(500, (i) => ({ payer: i % 2 === 0 ? 'a' : 'b' })))).toEqual({ seen: 40, right: 40 });
  });
  test('his errors all count', () => {
    const wrong = Array.from({ length: 30 }, (_, i) => learned(1_000 + i, 'refused', { payer: 'a' }));
    expect(own([...many(500, () => ({ payer: 'a' })), ...wrong])).toEqual({ seen: 50, right: 20 });
  });
  test('after a year a confirmation counts half, after two a quarter, after five nothing', () => {
    const hundred = many(100);
    const aged = (days: number) => own(hundred, addDays(TODAY, days))?.right;
    expect([0, 365, 730, 1_095, 1_460, 1_825].map(aged)).toEqual([100, 50, 25, 12, 6, 0]);
  });
  test('half way it counts three quarters', () => {
    expect([weightOf(0), weightOf(182), weightOf(183), weightOf(365)]).toEqual([1_000, 750, 749, 500]);
    expect(weightOf(-3)).toBe(1_000);
  });
  test('an error is never rounded away while it counts at all', () => {
    const aged = (days: number) => own([learned(1, 'refused')], addDays(TODAY, days));
    expect(aged(1_824)).toEqual({ seen: 1, right: 0 });
    expect(aged(1_825)).toEqual({ seen: 0, right: 0 });
  });
  test('classes do not mix', () => {
    const { own: all } = earned([learned(1, 'accepted'), learned(2, 'refused', { signature: 'other #0' })], [], TODAY);
    expect(all).toEqual({ [CLASS]: { seen: 1, right: 1 }, 'other #0': { seen: 1, right: 0 } });
  });
});

describe('a class stands down', () => {
  const down = (lessons: readonly Learned[], switches: readonly ClassSwitch[] = []) =>
    earned(lessons, switches, TODAY).standDowns;
  const undone = learned(900, 'unattended', { undoneSeq: 901 });
  test('at once when an unattended match is undone, however often it was right', () => {
    expect(down(many(800))).toEqual([]);
    expect(down([...many(800), undone])).toMatchObject([{ signature: CLASS, lineId: 'l900', confirmed: 0 }]);
  });
  test('also when a person refuses or changes what would have acted alone', () => {
    expect(down([learned(1, 'refused')])).toHaveLength(1);
    expect(down([learned(1, 'changed')])).toHaveLength(1);
    expect(down([learned(1, 'accepted', { undoneSeq: 2 })])).toHaveLength(1);
  });
  test('not for an error of what was only suggested', () => {
    expect(down([learned(1, 'refused', { proven: false })])).toEqual([]);
  });
  test('and comes back by itself only when the undo was a mistake', () => {
    expect(down([undone, ...many(800).map((it) => ({ ...it, seq: it.seq + 1_000 }))])).toHaveLength(1);
    const again = learned(905, 'accepted', { lineId: undone.lineId, facts: undone.facts });
    expect(down([undone, again])).toEqual([]);
  });
  test('until a manager switches it on again, which a later error undoes', () => {
    expect(down([undone], [switchedOn(901)])).toEqual([]);
    expect(down([undone], [switchedOn(900)])).toHaveLength(1);
    expect(down([undone, learned(950, 'refused')], [switchedOn(901)])).toMatchObject([{ lineId: 'l950' }]);
  });
  test('only confirmations after the error count towards its return, one payer no more often than in a tally', () => {
    const earlier = many(50);
    const later = (payer: (i: number) => string) =>
      Array.from({ length: 30 }, (_, i) => learned(1_000 + i, 'accepted', { payer: payer(i) }));
    expect(down([...earlier, undone, ...later((i) => `q${i}`)])[0]?.confirmed).toBe(30);
    expect(down([...earlier, undone, ...later(() => 'q')])[0]?.confirmed).toBe(TRUST.confirmedPerPayerMax);
  });
});

describe('for any history', () => {
  const kinds = ['accepted', 'changed', 'refused', 'unattended', 'confirmed'] as const;
  const history = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        line: fc.integer({ min: 0, max: 8 }),
        payer: fc.integer({ min: 0, max: 3 }),
        age: fc.integer({ min: 0, max: 2_500 }),
        match: fc.integer({ min: 0, max: 2 }),
        undone: fc.boolean(),
        about: fc.integer({ min: 0, max: 40 }),
        proven: fc.boolean(),
      }),
      { maxLength: 60 },
    )
    .map((rows) =>
      rows.map((row, i) =>
        learned(2 * i + 1, row.kind, {
          lineId: `l${row.line}`,
          payer: `p${row.payer}`,
          day: addDays(TODAY, -row.age),
          facts: `m${row.match}`,
          undoneSeq: row.undone ? 2 * i + 2 : null,
          about: row.kind === 'confirmed' ? `d${2 * row.about + 1}` : null,
          proven: row.proven,
        }),
      ),
    );
  const check = (claim: (lessons: Learned[]) => void) =>
    fc.assert(fc.property(history, claim), { seed: 11, numRuns: 400 });

  test('the order in which lessons are read changes nothing', () => {
    check((lessons) => {
      expect(earned([...lessons].reverse(), [], TODAY)).toEqual(earned(lessons, [], TODAY));
    });
  });
  test('tallies are whole, right never exceeds seen, and four payers never earn more than four caps', () => {
    check((lessons) => {
      for (const { seen, right } of Object.values(earned(lessons, [], TODAY).own)) {
        expect(Number.isInteger(seen) && Number.isInteger(right)).toBe(true);
        expect(right).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(Math.min(seen, 4 * TRUST.confirmedPerPayerMax));
      }
    });
  });
  test('time never adds a confirmation', () => {
    check((lessons) => {
      const later = tallyOf(outcomesOf(lessons), addDays(TODAY, 100))[CLASS];
      expect(later?.right ?? 0).toBeLessThanOrEqual(own(lessons)?.right ?? 0);
    });
  });
  test('one more undone unattended match always puts its class down, and never raises its tally', () => {
    check((lessons) => {
      const undone = learned(500, 'unattended', { lineId: 'new', undoneSeq: 501 });
      const before = own(lessons) ?? { seen: 0, right: 0 };
      const after = earned([...lessons, undone], [], TODAY);
      expect(after.standDowns.map(({ signature }) => signature)).toContain(CLASS);
      expect(after.own[CLASS]?.right).toBe(before.right);
      expect((after.own[CLASS]?.seen ?? 0) - before.seen).toBeGreaterThanOrEqual(0);
    });
  });
});

test('one unattended match in some fifty is drawn for a look: the same ones each time, other ones in another company', () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `line-${i}`);
  const drawn = ids.filter((id) => isSampled('c1', id));
  expect(drawn.length).toBeGreaterThan(150);
  expect(drawn.length).toBeLessThan(260);
  expect(ids.filter((id) => isSampled('c1', id))).toEqual(drawn);
  const both = ids.filter((id) => isSampled('c2', id) && isSampled('c1', id));
  expect(both.length).toBeLessThan(20);
});
