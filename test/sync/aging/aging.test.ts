// The aged balance: columns by day, credits apart, and sums that always add up to the ledger.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgedLine, age, BUCKETS, type Bucket, daysLate } from '../../../sync/aging/index.ts';
import { addDays, type Day } from '../../../sync/model/day.ts';
import { sum } from '../../../sync/model/money.ts';

const AS_OF: Day = '2026-11-20';

function item(facts: Partial<AgedLine>): AgedLine {
  return {
    partyId: 'C1',
    partyName: 'Dupont',
    account: '411000',
    day: '2026-01-05',
    documentDay: null,
    dueDay: AS_OF,
    residualMinor: 100_00,
    receivedMinor: 0,
    ...facts,
  };
}

function bucketsOf(lines: AgedLine[], basis: 'due' | 'issue' = 'due') {
  const { totals } = age(lines, [], AS_OF, basis);
  return Object.fromEntries(BUCKETS.map((bucket, i) => [bucket, totals.bucketsMinor[i]]).filter(([, minor]) => minor));
}

describe('the column of an item', () => {
  it.each<[Day, Bucket, string]>([
    ['2026-11-21', 'not-due', 'due tomorrow'],
    ['2026-11-20', 'not-due', 'due today is not late'],
    ['2026-11-19', '1-30', 'the day after starts 1-30'],
    ['2026-10-21', '1-30', '30 days'],
    ['2026-10-20', '31-60', '31 days'],
    ['2026-09-21', '31-60', '60 days'],
    ['2026-09-20', '61-90', '61 days'],
    ['2026-08-22', '61-90', '90 days'],
    ['2026-08-21', 'over-90', '91 days'],
  ])('an invoice due on %s stands in %s (%s)', (dueDay, bucket) => {
    expect(bucketsOf([item({ dueDay })])).toEqual({ [bucket]: 100_00 });
  });

  it('an invoice without a due day has a column of its own', () => {
    expect(bucketsOf([item({ dueDay: null })])).toEqual({ 'no-due-day': 100_00 });
  });

  it('a credit is shown apart and nets no invoice', () => {
    const lines = [item({}), item({ residualMinor: -100_00, dueDay: '2026-01-01' })];
    expect(bucketsOf(lines)).toEqual({ 'not-due': 100_00, unallocated: -100_00 });
  });

  it('by issue an invoice ages from its document, and from its entry when the document has no day', () => {
    const lines = [
      item({ documentDay: '2026-11-20', residualMinor: 1 }),
      item({ documentDay: '2026-10-20', residualMinor: 10 }),
      item({ documentDay: null, day: '2026-09-20', residualMinor: 100 }),
      item({ documentDay: null, dueDay: null, day: '2026-01-01', residualMinor: 1000 }),
    ];
    expect(bucketsOf(lines, 'issue')).toEqual({ '1-30': 1, '31-60': 10, '61-90': 100, 'over-90': 1000 });
  });

  it('days late are counted from the due day; a credit has none', () => {
    expect(daysLate(item({ dueDay: '2026-11-10' }), AS_OF, 'due')).toBe(10);
    expect(daysLate(item({ dueDay: '2026-11-25' }), AS_OF, 'due')).toBe(-5);
    expect(daysLate(item({ residualMinor: -1 }), AS_OF, 'due')).toBeNull();
  });
});

describe('the control', () => {
  it('adds back what receipts not yet booked took off, so that it compares with the ledger as it is', () => {
    const lines = [
      item({ residualMinor: 60_00, receivedMinor: 40_00 }),
      item({ residualMinor: 0, receivedMinor: 30_00 }),
    ];
    const { control, totals } = age(lines, [{ account: '411000', balanceMinor: 130_00 }], AS_OF, 'due');
    expect(totals.totalMinor).toBe(60_00);
    expect(control).toMatchObject({ ledgerMinor: 130_00, reportMinor: 130_00, differenceMinor: 0 });
  });

  it('names the account that differs, also one that the report does not know', () => {
    const ledger = [
      { account: '411000', balanceMinor: 100_00 },
      { account: '416000', balanceMinor: 18_40 },
    ];
    const { control } = age([item({})], ledger, AS_OF, 'due');
    expect(control.differenceMinor).toBe(18_40);
    expect(control.accounts).toEqual([
      { account: '411000', ledgerMinor: 100_00, reportMinor: 100_00 },
      { account: '416000', ledgerMinor: 18_40, reportMinor: 0 },
    ]);
  });

  it('rows stand by name and a customer with nothing open has none', () => {
    const lines = [
      item({ partyId: 'Z', partyName: 'Élan' }),
      item({ partyId: 'Y', partyName: 'Faber' }),
      item({ partyId: 'X', partyName: 'Dupont', residualMinor: 0 }),
    ];
    expect(age(lines, [], AS_OF, 'due').rows.map((row) => row.partyName)).toEqual(['Élan', 'Faber']);
  });
});

const anyItem = fc
  .record({
    residualMinor: fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }),
    due: fc.option(fc.integer({ min: -400, max: 400 })),
    age: fc.integer({ min: 0, max: 800 }),
    party: fc.constantFrom('A', 'B', 'C', null),
  })
  .map(({ residualMinor, due, age: days, party }) =>
    item({
      residualMinor,
      partyId: party,
      partyName: party,
      dueDay: due === null ? null : addDays(AS_OF, due),
      day: addDays(AS_OF, -days),
    }),
  );

describe('whatever the items', () => {
  it('columns, rows and totals add up to the balance of the items, on either basis', () => {
    fc.assert(
      fc.property(fc.array(anyItem), fc.constantFrom('due' as const, 'issue' as const), (items, basis) => {
        const { rows, totals } = age(items, [], AS_OF, basis);
        const balance = sum(items.map((each) => each.residualMinor));
        expect(totals.totalMinor).toBe(balance);
        expect(sum(totals.bucketsMinor)).toBe(balance);
        expect(sum(rows.map((row) => row.totalMinor))).toBe(balance);
        for (const row of rows) expect(sum(row.bucketsMinor)).toBe(row.totalMinor);
      }),
    );
  });

  it('the last column holds credits only and the others none', () => {
    fc.assert(
      fc.property(fc.array(anyItem), (items) => {
        const { bucketsMinor } = age(items, [], AS_OF, 'due').totals;
        const credits = sum(items.map((each) => Math.min(0, each.residualMinor)));
        expect(bucketsMinor.at(-1)).toBe(credits);
        for (const minor of bucketsMinor.slice(0, -1)) expect(minor).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('the day moves money between columns and never changes the total', () => {
    fc.assert(
      fc.property(fc.array(anyItem), fc.integer({ min: -500, max: 500 }), (items, shift) => {
        const later = age(items, [], addDays(AS_OF, shift), 'due');
        expect(later.totals.totalMinor).toBe(age(items, [], AS_OF, 'due').totals.totalMinor);
      }),
    );
  });
});
