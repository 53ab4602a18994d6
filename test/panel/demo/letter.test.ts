// Letters: which groups get one, which exercise shows it, and how they go on.
import { expect, test } from 'vitest';
import { join, type Ledger, type LineSpec, post } from '../../../panel/demo/ledger.ts';
import { letterOf, letters } from '../../../panel/demo/letter.ts';
import type { Day } from '../../../sync/model/day.ts';

const customer = { code: 'CL1', name: 'Hôtel des Aubrelles' };
const first = { from: '2025-01-01', to: '2025-12-31' } as const;
const second = { from: '2026-01-01', to: '2026-12-31' } as const;

function line(ledger: Ledger, day: Day, minor: number) {
  const specs: LineSpec[] = [
    { account: '411000', auxiliary: customer, minor },
    { account: '707100', minor: -minor },
  ];
  return post(ledger, { journal: 'OD', day, piece: 'P', label: 'L' }, specs).lines[0]!;
}

test.each([
  [0, 'AA'],
  [25, 'AZ'],
  [26, 'BA'],
  [675, 'ZZ'],
  [676, 'AAA'],
  [677, 'AAB'],
])('letter number %i is %s', (n, letter) => {
  expect(letterOf(n)).toBe(letter);
});

test('an invoice and its payment of the next year are lettered in the next year', () => {
  const ledger: Ledger = { entries: [] };
  const invoice = line(ledger, '2025-12-10', 12_000);
  const payment = line(ledger, '2026-01-20', -12_000);
  join(payment, invoice);
  const lettering = letters(ledger);
  expect(lettering.of(invoice, first)).toBeNull();
  expect(lettering.of(invoice, second)).toEqual({ letter: 'AA', day: '2026-01-20' });
  expect(lettering.of(payment, second)).toEqual({ letter: 'AA', day: '2026-01-20' });
  expect(lettering.settledBefore(invoice, second.from)).toBe(false);
});

test('a group that does not balance bears no letter', () => {
  const ledger: Ledger = { entries: [] };
  const invoice = line(ledger, '2025-02-10', 12_000);
  join(line(ledger, '2025-03-10', -11_999), invoice);
  expect(letters(ledger).of(invoice, first)).toBeNull();
});

test('what was settled within a year is not carried into the next', () => {
  const ledger: Ledger = { entries: [] };
  const invoice = line(ledger, '2025-02-10', 12_000);
  join(line(ledger, '2025-03-10', -12_000), invoice);
  expect(letters(ledger).settledBefore(invoice, second.from)).toBe(true);
});

test('an entry that is off by a cent is refused', () => {
  const specs = [
    { account: '411000', auxiliary: customer, minor: 100 },
    { account: '707100', minor: -99 },
  ];
  expect(() => post({ entries: [] }, { journal: 'OD', day: '2025-02-10', piece: 'P', label: 'L' }, specs)).toThrow(
    'off by 1',
  );
});
