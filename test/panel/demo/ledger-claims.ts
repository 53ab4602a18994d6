// The demo's ledger files: entries, letters, opening balances and the words of a real FEC.
import { expect, test } from 'vitest';
import type { Day } from '../../../sync/model/day.ts';
import { type FecRow, type Made, totals, unbalanced } from './made.ts';

const COLUMNS =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise';

const letterOf = (row: FecRow) => `${row['CompteNum']}/${row['CompAuxNum']}/${row['EcritureLet']}`;
const lettered = (rows: readonly FecRow[]) => rows.filter((row) => row['EcritureLet'] !== '');
const auxiliary = /^(401|411|413|416|4191)/;

/** Entries and their columns. */
export function entryClaims(day: Day, { ledgers }: Made): void {
  test('has two or three exercises with the eighteen columns, named by SIREN and last day', () => {
    expect([2, 3]).toContain(ledgers.length);
    for (const { name, rows } of ledgers) {
      expect(name).toMatch(/^9990\d{5}FEC\d{8}\.txt$/);
      expect(
        Object.keys(rows[0] ?? {})
          .slice(0, 18)
          .join(' '),
      ).toBe(COLUMNS);
    }
  });

  test('every entry balances to the cent', () => {
    for (const { rows } of ledgers)
      expect(
        unbalanced(
          rows,
          (row) => row['EcritureNum'] ?? '',
          (row) => row.cents,
        ),
      ).toEqual([]);
  });

  test('a line has one amount, on one side', () => {
    for (const { rows } of ledgers) {
      expect(rows.filter((row) => (row['Debit'] === '0,00') === (row['Credit'] === '0,00'))).toEqual([]);
    }
  });

  test('every entry lies in its exercise, the last one a few days before today', () => {
    for (const { name, rows } of ledgers) {
      const last = name.slice(12, 20);
      expect(rows.filter((row) => (row['EcritureDate'] ?? '') > last)).toEqual([]);
    }
    const youngest = ledgers
      .flatMap(({ rows }) => rows.map((row) => row['EcritureDate'] ?? ''))
      .reduce((a, b) => (a > b ? a : b));
    expect(youngest < day.replaceAll('-', '')).toBe(true);
    expect(youngest > isoBefore(day, 12)).toBe(true);
  });

  test('customers and suppliers stand in the auxiliary columns, and only they', () => {
    for (const { rows } of ledgers) {
      expect(rows.filter((row) => auxiliary.test(row['CompteNum'] ?? '') !== (row['CompAuxNum'] !== ''))).toEqual([]);
    }
  });
}

/** Letters and opening balances. */
export function letterClaims({ ledgers }: Made): void {
  test('the debits and credits of every letter are equal, and its day is that of its last line or later', () => {
    for (const { rows } of ledgers) {
      const groups = lettered(rows);
      expect(groups.length).toBeGreaterThan(50);
      expect(unbalanced(groups, letterOf, (row) => row.cents)).toEqual([]);
      expect(groups.filter((row) => (row['DateLet'] ?? '') < (row['EcritureDate'] ?? ''))).toEqual([]);
      expect(groups.filter((row) => !/^[A-Z]{2,3}$/.test(row['EcritureLet'] ?? ''))).toEqual([]);
    }
  });

  test('a letter of a customer is used in one exercise only', () => {
    const seen = ledgers.map(({ rows }) => new Set(lettered(rows).map(letterOf)));
    for (const [i, letters] of seen.entries()) {
      for (const later of seen.slice(i + 1)) expect([...letters].filter((letter) => later.has(letter))).toEqual([]);
    }
  });

  test('the opening balance carries nothing that the year before lettered', () => {
    const key = (row: FecRow) => [row['CompteNum'], row['CompAuxNum'], row['PieceRef'], row.cents].join('|');
    for (const [i, { rows }] of ledgers.entries()) {
      const done = new Set(lettered(ledgers[i - 1]?.rows ?? []).map(key));
      const carried = rows.filter((row) => row['JournalCode'] === 'AN' && row['CompAuxNum'] !== '');
      expect(carried.length).toBeGreaterThan(100);
      expect(carried.filter((row) => done.has(key(row))).map(key)).toEqual([]);
    }
  });

  test('an exercise opens as the one before closed, its result on 120', () => {
    for (const [i, { rows }] of ledgers.entries()) {
      const before = ledgers[i - 1];
      if (!before) continue;
      const closed = totals(
        before.rows,
        (row) => (/^[67]/.test(row['CompteNum'] ?? '') ? '120000' : `${row['CompteNum']}/${row['CompAuxNum']}`),
        (row) => row.cents,
      );
      const opened = totals(
        rows.filter((row) => row['JournalCode'] === 'AN'),
        (row) => (row['CompteNum'] === '120000' ? '120000' : `${row['CompteNum']}/${row['CompAuxNum']}`),
        (row) => row.cents,
      );
      // The result of the year joins what 120 held already.
      closed.set('120000', (closed.get('120000') ?? 0) + (closed.get('120000/') ?? 0));
      closed.delete('120000/');
      const nonzero = (sums: Map<string, number>) => [...sums].filter(([, sum]) => sum !== 0).sort();
      expect(nonzero(opened)).toEqual(nonzero(closed));
    }
  });
}

/** Amounts, sizes and balances. */
export function figureClaims({ ledgers }: Made): void {
  test('VAT of a sale is its rate of the net amount, within a cent a line', () => {
    const rate = { '707100': ['445710', 20], '707200': ['445711', 10], '707300': ['445712', 5.5] } as const;
    const sales = ledgers.flatMap(({ rows }) => rows.filter((row) => row['JournalCode'] === 'VE'));
    for (const [account, [vat, percent]] of Object.entries(rate)) {
      const net = totals(
        sales.filter((row) => row['CompteNum'] === account),
        (row) => row['PieceRef'] ?? '',
        (row) => row.cents,
      );
      const tax = totals(
        sales.filter((row) => row['CompteNum'] === vat),
        (row) => row['PieceRef'] ?? '',
        (row) => row.cents,
      );
      const off = [...net].filter(
        ([piece, cents]) => Math.abs((cents * percent) / 100 - (tax.get(piece) ?? 0)) > 0.5 + 1e-9,
      );
      expect(off.filter(([piece]) => piece.startsWith('FAC') || piece.startsWith('AVO'))).toEqual([]);
      expect(net.size).toBeGreaterThan(100);
    }
  });

  test('about three hundred customers and four thousand invoices', () => {
    const rows = ledgers.flatMap((ledger) => ledger.rows);
    const customers = new Set(rows.filter((row) => row['CompteNum'] === '411000').map((row) => row['CompAuxNum']));
    const invoices = new Set(
      rows
        .filter((row) => row['JournalCode'] === 'VE' && row['PieceRef']?.startsWith('FAC'))
        .map((row) => row['PieceRef']),
    );
    expect(customers.size).toBeGreaterThan(280);
    expect(customers.size).toBeLessThan(310);
    expect(invoices.size).toBeGreaterThan(3_700);
    expect(invoices.size).toBeLessThan(4_400);
  });

  test('no bank account is overdrawn at the end of an exercise', () => {
    for (const { rows } of ledgers) {
      const banks = rows.filter((row) => row['CompteNum']?.startsWith('512'));
      expect(
        [
          ...totals(
            banks,
            (row) => row['CompteNum'] ?? '',
            (row) => row.cents,
          ),
        ].filter(([, sum]) => sum < 0),
      ).toEqual([]);
    }
  });
}

/** YYYYMMDD so many days before. */
function isoBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
}
