// The aged balance: columns by day, credits apart, and sums that always add up to the ledger.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { age, columnAt, columnsOf, control, daysLate, differing } from '../../../sync/aging/index.ts';
import { type Basis, type Cuts, USUAL_CUTS } from '../../../sync/model/aging.ts';
import { addDays, type Day } from '../../../sync/model/day.ts';
import { sum } from '../../../sync/model/money.ts';
import { cellsOf, type NaiveLine } from './naive.ts';

const AS_OF: Day = '2026-11-20';

function item(facts: Partial<NaiveLine>): NaiveLine {
  return {
    partyId: 'C1',
    partyName: 'Dupont',
    account: '411000',
    role: 'receivable',
    kind: 'invoice',
    day: '2026-01-05',
    documentDay: null,
    dueDay: AS_OF,
    openMinor: 100_00,
    receivedMinor: 0,
    ...facts,
  };
}

function aged(lines: readonly NaiveLine[], asOf = AS_OF, basis: Basis = 'due', cuts: Cuts = USUAL_CUTS) {
  return age(cellsOf(lines, asOf, basis, cuts), columnsOf(basis, cuts).columns, 'party');
}

/** 'column: amount' of the columns that hold something. */
function columns(lines: NaiveLine[], basis: Basis = 'due', cuts: Cuts = USUAL_CUTS): Record<string, number> {
  const { totals } = aged(lines, AS_OF, basis, cuts);
  const named = columnsOf(basis, cuts).columns.map((column, i) => [column.key, totals.columnsMinor[i]!] as const);
  return Object.fromEntries(named.filter(([, minor]) => minor !== 0));
}

describe('the columns', () => {
  const keys = (basis: Basis, cuts: Cuts) => columnsOf(basis, cuts).columns.map((column) => column.key);
  const APART = ['no-due-day', 'unallocated', 'credit-note', 'deposit'];

  it('are those of a French aged balance unless said otherwise', () => {
    expect(keys('due', USUAL_CUTS)).toEqual(['not-due', '1-30', '31-60', '61-90', 'over-90', ...APART]);
  });

  it('say what is ahead by horizon, furthest first', () => {
    const found = ['ahead-over-60', 'ahead-over-30', 'not-due', '1-15', 'over-15', ...APART];
    expect(keys('due', { ahead: [30, 60], late: [15] })).toEqual(found);
  });

  it('have nothing ahead by issue day', () => {
    expect(keys('issue', { ahead: [30], late: [30, 60] })).toEqual(['0-30', '31-60', 'over-60', ...APART]);
  });

  it('may be none but late or not', () => {
    expect(keys('due', { ahead: [], late: [] })).toEqual(['not-due', 'over-0', ...APART]);
  });
});

describe('the column of an item', () => {
  it.each<[Day, string, string]>([
    ['2026-11-21', 'not-due', 'due tomorrow'],
    ['2026-11-20', 'not-due', 'due today is not late'],
    ['2026-11-19', '1-30', 'the day after starts 1-30'],
    ['2026-10-21', '1-30', '30 days'],
    ['2026-10-20', '31-60', '31 days'],
    ['2026-09-21', '31-60', '60 days'],
    ['2026-09-20', '61-90', '61 days'],
    ['2026-08-22', '61-90', '90 days'],
    ['2026-08-21', 'over-90', '91 days'],
  ])('an invoice due on %s stands in %s (%s)', (dueDay, column) => {
    expect(columns([item({ dueDay })])).toEqual({ [column]: 100_00 });
  });

  it.each<[Day, string]>([
    ['2026-11-20', 'not-due'],
    ['2026-12-20', 'not-due'],
    ['2026-12-21', 'ahead-over-30'],
    ['2027-01-19', 'ahead-over-30'],
    ['2027-01-20', 'ahead-over-60'],
    ['2026-11-19', '1-30'],
  ])('with horizons of 30 and 60 days an invoice due on %s stands in %s', (dueDay, column) => {
    expect(columns([item({ dueDay })], 'due', { ahead: [30, 60], late: [30] })).toEqual({ [column]: 100_00 });
  });

  it('counts the leap day', () => {
    const at = (asOf: Day, dueDay: Day) => daysLate(item({ dueDay }), asOf, 'due');
    expect(at('2028-03-01', '2028-02-28')).toBe(2);
    expect(at('2027-03-01', '2027-02-28')).toBe(1);
    expect(at('2028-03-30', '2028-02-29')).toBe(30);
  });

  it('an invoice without a due day has a column of its own', () => {
    expect(columns([item({ dueDay: null })])).toEqual({ 'no-due-day': 100_00 });
  });

  it('a credit is shown apart by what it is, and nets no invoice', () => {
    const lines = [
      item({}),
      item({ openMinor: -40_00, kind: 'payment', dueDay: '2026-01-01' }),
      item({ openMinor: -5_00, kind: 'other' }),
      item({ openMinor: -30_00, kind: 'credit-note' }),
      item({ openMinor: -20_00, kind: 'payment', role: 'advance', account: '419100' }),
      item({ openMinor: 3_00, kind: 'other', role: 'advance', account: '419100' }),
    ];
    expect(columns(lines)).toEqual({
      'not-due': 100_00,
      unallocated: -45_00,
      'credit-note': -30_00,
      deposit: -17_00,
    });
  });

  it('by issue an invoice ages from its document, and from its entry when the document has no day', () => {
    const lines = [
      item({ documentDay: '2026-11-20', openMinor: 1 }),
      item({ documentDay: '2026-10-20', openMinor: 10 }),
      item({ documentDay: null, day: '2026-09-20', openMinor: 100 }),
      item({ documentDay: null, dueDay: null, day: '2026-01-01', openMinor: 1000 }),
    ];
    expect(columns(lines, 'issue')).toEqual({ '0-30': 1, '31-60': 10, '61-90': 100, 'over-90': 1000 });
  });

  it('days late are counted from the due day; a credit has none', () => {
    expect(daysLate(item({ dueDay: '2026-11-10' }), AS_OF, 'due')).toBe(10);
    expect(daysLate(item({ dueDay: '2026-11-25' }), AS_OF, 'due')).toBe(-5);
    expect(daysLate(item({ openMinor: -1 }), AS_OF, 'due')).toBeNull();
  });
});

describe('the control', () => {
  const receivable = { account: '411000', role: 'receivable' } as const;

  it('names the account that differs, also one that the report does not know', () => {
    const ledger = [
      { ...receivable, balanceMinor: 100_00 },
      { account: '416000', role: 'doubtful', balanceMinor: 18_40 } as const,
    ];
    const proof = control([{ ...receivable, openMinor: 100_00 }], ledger);
    expect(proof.differenceMinor).toBe(18_40);
    expect(differing(proof)).toEqual([{ account: '416000', differenceMinor: 18_40 }]);
  });

  it('names both accounts whose differences cancel each other', () => {
    const report = [
      { ...receivable, openMinor: 110_00 },
      { account: '419100', role: 'advance', openMinor: -60_00 } as const,
    ];
    const ledger = [
      { ...receivable, balanceMinor: 100_00 },
      { account: '419100', role: 'advance', balanceMinor: -50_00 } as const,
    ];
    const proof = control(report, ledger);
    expect(proof.differenceMinor).toBe(0);
    expect(differing(proof).map((it) => it.account)).toEqual(['411000', '419100']);
  });

  it('shows invoices to issue beside the balance, never in it', () => {
    const ledger = [
      { ...receivable, balanceMinor: 100_00 },
      { account: '418100', role: 'accrual', balanceMinor: 7_00 } as const,
      { account: '471000', role: 'suspense', balanceMinor: 9_00 } as const,
    ];
    const proof = control([{ ...receivable, openMinor: 100_00 }], ledger);
    expect(proof).toMatchObject({ ledgerMinor: 100_00, reportMinor: 100_00, differenceMinor: 0 });
    expect(proof.accounts.map((it) => [it.account, it.inside])).toEqual([
      ['411000', true],
      ['418100', false],
    ]);
  });

  it('rows stand by name and a customer with nothing open has none', () => {
    const lines = [
      item({ partyId: 'Z', partyName: 'Élan' }),
      item({ partyId: 'Y', partyName: 'Faber' }),
      item({ partyId: 'X', partyName: 'Dupont', openMinor: 0 }),
    ];
    expect(aged(lines).rows.map((row) => row.name)).toEqual(['Élan', 'Faber']);
  });
});

const anyItem = fc
  .record({
    openMinor: fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }),
    due: fc.option(fc.integer({ min: -400, max: 400 })),
    age: fc.integer({ min: 0, max: 800 }),
    party: fc.constantFrom('A', 'B', 'C', null),
    kind: fc.constantFrom('invoice' as const, 'payment' as const, 'credit-note' as const, 'other' as const),
    role: fc.constantFrom('receivable' as const, 'doubtful' as const, 'advance' as const),
  })
  .map(({ openMinor, due, age: days, party, kind, role }) =>
    item({
      ...{ openMinor, kind, role, partyId: party, partyName: party },
      dueDay: due === null ? null : addDays(AS_OF, due),
      day: addDays(AS_OF, -days),
    }),
  );

const rising = fc
  .uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 6 })
  .map((days) => days.sort((a, b) => a - b));
const anyCuts = fc.record({ ahead: rising, late: rising });
const anyBasis = fc.constantFrom('due' as const, 'issue' as const);

describe('whatever the items', () => {
  it('columns, rows and totals add up to the balance of the items, on either basis, in any columns', () => {
    fc.assert(
      fc.property(fc.array(anyItem), anyBasis, anyCuts, (items, basis, cuts) => {
        const { rows, totals } = aged(items, AS_OF, basis, cuts);
        const balance = sum(items.map((each) => each.openMinor));
        expect(totals.totalMinor).toBe(balance);
        expect(sum(totals.columnsMinor)).toBe(balance);
        expect(sum(rows.map((row) => row.totalMinor))).toBe(balance);
        for (const row of rows) expect(sum(row.columnsMinor)).toBe(row.totalMinor);
      }),
    );
  });

  it('a dated column holds the days that it says, and debits only', () => {
    fc.assert(
      fc.property(anyItem, anyBasis, anyCuts, (each, basis, cuts) => {
        const { columns: all, bounds } = columnsOf(basis, cuts);
        const column = all[columnAt(each, AS_OF, basis, bounds)]!;
        const days = daysLate(each, AS_OF, basis);
        if (column.kind === 'late' || column.kind === 'not-due') {
          expect(each.openMinor).toBeGreaterThanOrEqual(0);
          const count = column.kind === 'late' ? days! : -days!;
          expect(count).toBeGreaterThanOrEqual(column.from ?? 0);
          expect(count).toBeLessThanOrEqual(column.to ?? Number.MAX_SAFE_INTEGER);
        } else expect(days === null).toBe(true);
      }),
    );
  });

  it('the day moves money between columns and never changes the total', () => {
    fc.assert(
      fc.property(fc.array(anyItem), fc.integer({ min: -500, max: 500 }), (items, shift) => {
        expect(aged(items, addDays(AS_OF, shift)).totals.totalMinor).toBe(aged(items).totals.totalMinor);
      }),
    );
  });
});
