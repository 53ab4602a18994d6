// Due days follow from payment terms; the customer's own come before the company's.
import { describe, expect, it } from 'vitest';
import { dueAfter } from '../../../../connector/erp/fec/book/due.ts';
import { readLedger } from '../../../../connector/erp/fec/ledger.ts';
import { configOf } from './fixture.ts';

describe('terms', () => {
  it.each([
    // document day, days, end of month, then, due
    ['2024-01-10', 30, false, 0, '2024-02-09'],
    ['2024-01-10', 0, false, 0, '2024-01-10'],
    ['2024-01-10', 30, true, 0, '2024-02-29'],
    ['2024-01-10', 45, true, 0, '2024-02-29'],
    ['2024-01-20', 45, true, 0, '2024-03-31'],
    ['2024-01-10', 0, true, 45, '2024-03-16'],
    ['2024-12-15', 60, true, 10, '2025-03-10'],
  ] as const)('%s + %i days, end of month %s, + %i is due on %s', (day, days, endOfMonth, extraDays, due) => {
    expect(dueAfter(day, { days, endOfMonth, extraDays })).toBe(due);
  });

  it('of a single customer come before those of the company', () => {
    const termsByParty = { MAR: { days: 60, endOfMonth: false, extraDays: 0 } };
    const ledger = readLedger({ ...configOf('letters'), termsByParty });
    if (Array.isArray(ledger)) throw new Error('refused');
    const dueOf = (document: string) => ledger.lines.find((line) => line.document === document)!.dueDay;
    expect([dueOf('F001'), dueOf('F002')]).toEqual(['2024-02-09', '2024-03-10']);
  });
});
