// The list of letters: what one letter joins, where the ledger uses letters again, and where there is none.
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../sync/model/day.ts';
import type { BookLine, ReportControl } from '../../../sync/model/report.ts';
import { sayIn } from '../../../sync/model/sheet.ts';
import { letterSheet } from '../../../sync/report/book.ts';

const CONTROL: ReportControl = {
  currency: 'EUR',
  control: {
    ...{ ledgerMinor: 0, reportMinor: 0, differenceMinor: 0, accounts: [], suspects: [] },
    source: { live: false, at: null, why: null },
  },
};

function settled(itemId: string, day: Day, amountMinor: number, letter: string | null): BookLine {
  return {
    ...{ itemId, partyId: 'D', partyName: 'Dupont', account: '411000', role: 'receivable', kind: 'other' },
    ...{ journal: 'VE', entry: itemId, document: itemId, label: itemId, day, dueDay: null, amountMinor, openMinor: 0 },
    ...{ letter, vatMinor: null, vatWaitingMinor: null },
  };
}

const listed = (lines: BookLine[], tied: string[][]) =>
  letterSheet({ from: '0001-01-01', asOf: '2026-12-31', knownOn: null }, lines, tied, CONTROL, {
    ...{ company: 'S', zone: 'Europe/Paris', say: sayIn('fr') },
  })
    .rows.filter((row) => row.level === 'line')
    .map(({ cells }) => [cells[3], cells[4], cells[5], cells[7]]);

describe('the list of letters', () => {
  it('keeps a letter that a later year uses again apart', () => {
    const lines = [
      settled('a', '2024-03-01', 100, 'AA'),
      settled('b', '2024-04-01', -100, 'AA'),
      settled('c', '2026-03-01', 70, 'AA'),
      settled('d', '2026-04-01', -70, 'AA'),
    ];
    expect(
      listed(lines, [
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual([
      ['AA', 2, '2024-03-01', 100],
      ['AA', 2, '2026-03-01', 70],
    ]);
  });

  it('holds a letter of several pairs together, also over the turn of the year', () => {
    const lines = [
      settled('a', '2024-03-01', 100, 'AA'),
      settled('b', '2025-01-05', -100, 'AA'),
      settled('c', '2025-01-02', 70, 'AA'),
      settled('d', '2025-02-01', -70, 'AA'),
    ];
    expect(
      listed(lines, [
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual([['AA', 4, '2024-03-01', 170]]);
  });

  it('names each match without a letter by itself', () => {
    const lines = [
      settled('a', '2026-03-01', 100, null),
      settled('b', '2026-03-02', -100, null),
      settled('c', '2026-03-01', 70, null),
      settled('d', '2026-03-02', -70, null),
    ];
    expect(
      listed(lines, [
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual([
      ['*', 2, '2026-03-01', 100],
      ['*', 2, '2026-03-01', 70],
    ]);
  });
});
