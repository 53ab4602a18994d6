// Proves lettering without a bank line: groups balance, stay within one account and customer, and are certain only when alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letter } from '../../../sync/match/letter.ts';
import type { OpenItem } from '../../../sync/model/ledger.ts';

function item(id: string, amountMinor: number, facts: Partial<OpenItem> = {}): OpenItem {
  return {
    id,
    account: '411000',
    role: 'receivable',
    partyId: 'Durand',
    journal: 'VE',
    entry: id,
    document: id,
    label: '',
    day: '2026-01-15',
    documentDay: null,
    dueDay: null,
    dueComputed: false,
    amountMinor,
    currency: 'EUR',
    foreign: null,
    kind: amountMinor < 0 ? 'payment' : 'invoice',
    letter: null,
    paymentReference: null,
    clientReference: null,
    discount: null,
    residualMinor: amountMinor,
    ...facts,
  };
}

const said = (items: OpenItem[]) =>
  letter(items).map(
    (group) => `${group.certain ? 'certain' : 'to see'}: ${group.allocations.map((one) => one.itemId).join(' ')}`,
  );

describe('letter', () => {
  test('a payment by hand that names its invoice is lettered with it, although another has the same amount', () => {
    expect(
      said([item('FA-00101', 50_000), item('FA-00102', 50_000), item('BQ-1', -50_000, { label: 'REGLT FA-00102' })]),
    ).toEqual(['certain: BQ-1 FA-00102']);
  });
  test('one debit and one credit of the same amount', () => {
    expect(said([item('FA-00101', 50_000), item('FA-00102', 70_000), item('BQ-1', -50_000)])).toEqual([
      'certain: BQ-1 FA-00101',
    ]);
  });
  test('two debits of the amount: proposed to be looked at', () => {
    expect(said([item('FA-00101', 50_000), item('FA-00102', 50_000), item('BQ-1', -50_000)])).toEqual([
      'to see: BQ-1 FA-00101',
    ]);
  });
  test('a payment of three invoices, in one way only', () => {
    expect(
      said([
        item('FA-00101', 11_111),
        item('FA-00102', 22_223),
        item('FA-00103', 34_567),
        item('FA-00104', 99_999),
        item('BQ-1', -67_901),
      ]),
    ).toEqual(['certain: BQ-1 FA-00101 FA-00102 FA-00103']);
  });
  test('the whole account cancels out', () => {
    expect(said([item('A', 30_000), item('B', 20_000), item('C', -45_000), item('D', -5_000)])).toEqual([
      'certain: A B C D',
    ]);
  });
  test('lines of two customers, accounts or currencies are never joined', () => {
    expect(said([item('FA-00101', 50_000), item('BQ-1', -50_000, { partyId: 'Roux' })])).toEqual([]);
    expect(said([item('FA-00101', 50_000), item('BQ-1', -50_000, { account: '416000' })])).toEqual([]);
    expect(said([item('FA-00101', 50_000), item('BQ-1', -50_000, { currency: 'USD' })])).toEqual([]);
  });
  test('every group sums to zero, uses no line twice, and the order of the lines does not matter', () => {
    const lines = fc.array(fc.record({ amount: fc.integer({ min: -60, max: 60 }), party: fc.constantFrom('A', 'B') }), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(lines, fc.integer(), (rows, turn) => {
        const items = rows
          .filter((row) => row.amount !== 0)
          .map((row, i) => item(`L${i}`, row.amount, { partyId: row.party, document: null }));
        const groups = letter(items);
        const seen = groups.flatMap((group) => group.allocations.map((one) => one.itemId));
        expect(new Set(seen).size).toBe(seen.length);
        for (const group of groups) {
          expect(group.allocations.reduce((sum, one) => sum + one.amountMinor, 0)).toBe(0);
          expect(
            new Set(group.allocations.map((one) => items.find((other) => other.id === one.itemId)!.partyId)).size,
          ).toBe(1);
        }
        const turned = [
          ...items.slice(Math.abs(turn) % (items.length || 1)),
          ...items.slice(0, Math.abs(turn) % (items.length || 1)),
        ];
        expect(letter(turned)).toEqual(groups);
      }),
      { seed: 4711, numRuns: 300 },
    );
  });
});
