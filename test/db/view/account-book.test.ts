// A whole account: every line once, in order, with a balance that a year does not change, and what closed it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BookPlace } from '../../../sync/port/account-view.ts';
import { type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { bankLine, candidate, decision, ledgerLine, party, receive, settlement } from '../sample.ts';

const ALL: BookPlace = { year: null, offset: 0, limit: 100 };

describe.skipIf(!hasDatabase())('a whole account', () => {
  let fresh: Fresh;
  const { within } = newCompanies(() => fresh);
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());

  const of2025 = { from: '2025-01-01', until: '2025-12-31' } as const;

  it('runs its balance over all years, lettered lines too, whatever year is shown', () =>
    within(async (tx) => {
      await tx.ledger.putParties([party('durand'), party('petit')]);
      const line = (id: string, amount: number, day: `${number}-${number}-${number}`) =>
        ledgerLine(id, amount, { partyId: 'durand', day, ...(id === 'open' ? { kind: 'opening' as const } : {}) });
      await tx.ledger.putLines([
        line('open', 500, '2024-01-01'),
        { ...line('a', 300, '2025-02-01'), letter: 'AB' },
        { ...line('pays a', -300, '2025-03-01'), letter: 'AB' },
        line('b', 200, '2025-03-01'),
        line('c', -500, '2026-01-05'),
        ledgerLine('other', 999, { partyId: 'petit' }),
        ledgerLine('deposit', -70, { partyId: 'durand', account: '419100', role: 'advance' }),
        ledgerLine('bought', -40, { partyId: 'durand', account: '411000', role: 'payable' }),
      ]);
      await tx.ledger.addSettlements([settlement('s', 'a', 'pays a', 300)], { from: 'ledger' });
      const book = await tx.view.accountBook('durand', '411000', ALL);
      expect(book.lines.map((it) => [it.itemId, it.amountMinor, it.residualMinor, it.letter, it.balanceMinor])).toEqual(
        [
          ['open', 500, 500, null, 500],
          ['a', 300, 0, 'AB', 800],
          ['b', 200, 200, null, 1000],
          ['pays a', -300, 0, 'AB', 700],
          ['c', -500, -500, null, 200],
        ],
      );
      expect([book.total, book.years]).toEqual([
        5,
        [
          { year: 2024, lines: 1 },
          { year: 2025, lines: 3 },
          { year: 2026, lines: 1 },
        ],
      ]);
      const year = await tx.view.accountBook('durand', '411000', { year: of2025, offset: 1, limit: 1 });
      expect(year.lines.map((it) => [it.itemId, it.balanceMinor])).toEqual([['b', 1000]]);
      expect([year.total, year.years.length]).toEqual([3, 3]);
    }));

  it('says which decision of ours closed a line, and none once it is undone or the ledger did it', () =>
    within(async (tx) => {
      await tx.ledger.putParties([party('durand')]);
      const own = { partyId: 'durand' };
      await tx.ledger.putLines(
        [1, 2, 3].flatMap((n) => [ledgerLine(`d${n}`, 100 * n, own), ledgerLine(`c${n}`, -100 * n, own)]),
      );
      const joins = (n: number) =>
        candidate({ allocations: [`d${n}`, `c${n}`].map((itemId) => ({ itemId, amountMinor: 100 })) });
      for (const n of [1, 2]) {
        await tx.decisions.add(decision(`letter ${n}`, { action: 'letter', candidate: joins(n) }));
        const from = { from: 'decision', decisionId: `letter ${n}` } as const;
        await tx.ledger.addSettlements([settlement(`s${n}`, `d${n}`, `c${n}`, 100 * n)], from);
      }
      await tx.ledger.revokeDecision('letter 2');
      await tx.ledger.addSettlements([settlement('s3', 'd3', 'c3', 300)], { from: 'ledger' });
      const { lines } = await tx.view.accountBook('durand', '411000', ALL);
      const closed = Object.fromEntries(lines.map((it) => [it.itemId, it.closedBy]));
      const letter = { decisionId: 'letter 1', action: 'letter', lineId: null };
      expect(closed).toEqual({ d1: letter, c1: letter, d2: null, c2: null, d3: null, c3: null });
    }));

  it('names the bank line whose acceptance closed it', () =>
    within(async (tx) => {
      await tx.ledger.putLines([ledgerLine('d', 100)]);
      await receive(tx, 'st', [bankLine('l', 100)]);
      await tx.decisions.add(decision('accept', { lineId: 'l' }));
      await tx.ledger.addSettlements([settlement('s', 'd', 'l', 100)], {
        from: 'decision',
        decisionId: 'accept',
      });
      const { lines } = await tx.view.accountBook(null, '411000', ALL);
      expect(lines.map((it) => it.closedBy)).toEqual([{ decisionId: 'accept', action: 'accept', lineId: 'l' }]);
    }));

  it('is listed with all the others, by name, also when nothing is open on it', () =>
    within(async (tx) => {
      await tx.ledger.putParties([party('b', { name: 'Beta' }), party('a', { name: 'alpha' })]);
      await tx.ledger.putLines([
        ledgerLine('1', 100, { partyId: 'b' }),
        ledgerLine('2', 70, { partyId: 'a' }),
        ledgerLine('3', -70, { partyId: 'a' }),
        ledgerLine('4', 5),
      ]);
      await tx.ledger.addSettlements([settlement('s', '2', '3', 70)], { from: 'ledger' });
      const rows = await tx.view.accountsOfAll();
      expect(rows.map((it) => [it.partyName, it.account, it.debitMinor, it.creditMinor, it.proposable])).toEqual([
        ['alpha', '411000', 0, 0, false],
        ['Beta', '411000', 100, 0, false],
        [null, '411000', 5, 0, false],
      ]);
    }));
});
