// Items as the screens show them: found by what a person remembers, lettered by account, aged at any day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../../sync/model/day.ts';
import { company, type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { bankLine, candidate, decision, file, ledgerLine, party, receive, settlement, statement } from '../sample.ts';

describe.skipIf(!hasDatabase())('items', () => {
  let fresh: Fresh;
  const { within } = newCompanies(() => fresh);
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());

  it('show everything of a line, in the order asked', () =>
    within(async (tx) => {
      await tx.ledger.putParties([party('durand', { name: 'Durand SA' })]);
      const days = { day: '2026-03-01', documentDay: '2026-02-28', dueDay: '2026-04-30' } as const;
      await tx.ledger.putLines([
        ledgerLine('a', 100, { ...days, partyId: 'durand', dueComputed: true, letter: 'b' }),
        ledgerLine('b', -30),
      ]);
      expect(await tx.view.items(['b', 'none', 'a'])).toEqual([
        expect.objectContaining({ itemId: 'b', partyId: null, partyName: null, document: null, kind: 'payment' }),
        {
          itemId: 'a',
          partyId: 'durand',
          partyName: 'Durand SA',
          account: '411000',
          role: 'receivable',
          kind: 'invoice',
          document: 'FAC-a',
          label: 'ligne a',
          journal: 'VE',
          ...days,
          dueComputed: true,
          amountMinor: 100,
          residualMinor: 100,
          receivedMinor: 0,
          currency: 'EUR',
          letter: 'b',
        },
      ]);
      expect(await tx.view.names(['durand', 'nobody'])).toEqual({ durand: 'Durand SA' });
    }));

  it('to letter are the accounts with open lines on both sides, those that tie first', () =>
    within(async (tx) => {
      await tx.ledger.putParties(['both', 'ties', 'one', 'sum'].map((id) => party(id)));
      const line = (id: string, partyId: string | null, amount: number) => ledgerLine(id, amount, { partyId });
      await tx.ledger.putLines([
        line('1', 'both', 500),
        line('2', 'both', -300),
        line('3', 'ties', 100),
        line('4', 'ties', 40),
        line('5', 'ties', -40),
        line('6', 'one', 100),
        line('7', 'sum', 60),
        line('8', 'sum', 50),
        line('9', 'sum', -110),
        line('10', null, 5),
        line('11', null, -9),
        ledgerLine('12', -500, { partyId: 'one', account: '419100', role: 'advance' }),
      ]);
      const rows = await tx.view.accountsToLetter();
      expect(
        rows.map((row) => [row.partyId, row.debitMinor, row.creditMinor, row.debits, row.credits, row.proposable]),
      ).toEqual([
        ['sum', 110, 110, 2, 1, true],
        ['ties', 140, 40, 2, 1, true],
        ['both', 500, 300, 1, 1, false],
        [null, 5, 9, 1, 1, false],
      ]);
      expect((await tx.view.accountItems('ties', '411000')).map((row) => row.itemId)).toEqual(['3', '4', '5']);
      expect((await tx.view.accountItems(null, '411000')).map((row) => row.itemId)).toEqual(['10', '11']);
    }));

  it('at a day are those of that day, settled by what was settled by then', () =>
    within(async (tx) => {
      await tx.ledger.putLines([
        ledgerLine('january', 1_000, { day: '2026-01-31' }),
        ledgerLine('march', 500, { day: '2026-03-01' }),
        ledgerLine('payment', -1_000, { day: '2026-02-15' }),
        ledgerLine('bank', 1_000, { day: '2026-02-15', account: '512000', role: 'bank' }),
      ]);
      await tx.ledger.addSettlements([settlement('s', 'january', 'payment', 1_000, '2026-02-15')], { from: 'ledger' });
      const at = async (asOf: Day) =>
        (await tx.view.itemsAt({ asOf, knownOn: null })).map((row) => [row.itemId, row.residualMinor]);
      expect(await at('2026-01-30')).toEqual([]);
      expect(await at('2026-01-31')).toEqual([['january', 1_000]]);
      expect(await at('2026-02-15')).toEqual([]);
      expect(await at('2026-03-01')).toEqual([['march', 500]]);
    }));

  it('at a day add up with what is received but not booked to the balance of the ledger', () =>
    within(async (tx) => {
      await tx.ledger.putAccounts([
        { number: '411000', name: 'Clients', role: 'receivable' },
        { number: '471000', name: 'Attente', role: 'suspense' },
        { number: '512000', name: 'Banque', role: 'bank' },
      ]);
      await tx.ledger.putBalances([
        { account: '411000', balanceMinor: 1_500 },
        { account: '471000', balanceMinor: -7 },
        { account: '512000', balanceMinor: 9 },
      ]);
      await tx.ledger.putLines([
        ledgerLine('a', 1_000, { day: '2026-01-31' }),
        ledgerLine('b', 300, { day: '2026-02-10' }),
        ledgerLine('c', 200, { day: '2026-04-01' }),
      ]);
      await receive(tx, 'S', [bankLine('l', 1_300, { bookingDay: '2026-03-10' })]);
      await tx.decisions.add(decision('d', { lineId: 'l' }));
      const facts = [settlement('1', 'a', 'l', 1_000, '2026-03-10'), settlement('2', 'b', 'l', 300, '2026-03-10')];
      await tx.ledger.addSettlements(facts, { from: 'decision', decisionId: 'd' });
      for (const [asOf, ledger, expected] of [
        [
          '2026-03-09',
          1_300,
          [
            ['a', 1_000, 0],
            ['b', 300, 0],
          ],
        ],
        [
          '2026-03-10',
          1_300,
          [
            ['a', 0, 1_000],
            ['b', 0, 300],
          ],
        ],
        [
          '2026-04-01',
          1_500,
          [
            ['a', 0, 1_000],
            ['b', 0, 300],
            ['c', 200, 0],
          ],
        ],
      ] as const) {
        const rows = await tx.view.itemsAt({ asOf, knownOn: null });
        expect(rows.map((row) => [row.itemId, row.residualMinor, row.receivedMinor])).toEqual(expected);
        expect(await tx.view.ledgerBalances({ asOf, knownOn: null })).toEqual([
          { account: '411000', role: 'receivable', balanceMinor: ledger },
          { account: '471000', role: 'suspense', balanceMinor: -7 },
        ]);
        expect(rows.reduce((sum, row) => sum + row.residualMinor + row.receivedMinor, 0)).toBe(ledger);
      }
    }));
});

describe.skipIf(!hasDatabase())('what happened', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
    await fresh.store.createCompany(company('c'));
  });
  afterAll(() => fresh.close());

  it('is told as imports, newest first, with what each held', () =>
    fresh.store.within('c', async (tx) => {
      await tx.files.add(file('old', { importedAt: '2026-03-01T00:00:00.000Z' }));
      const facts = { lineCount: 2, linesMinor: 30, duplicateCount: 1, openingMinor: 100, closingMinor: 130 };
      await tx.bank.addStatement(statement('s1', 'old', facts));
      await tx.bank.addLines('s1', [bankLine('1', 50), bankLine('2', -20)]);
      await tx.bank.addStatement(statement('s2', 'old', { closingDay: '2026-03-11', balanced: null }));
      const ledger = { from: '2026-01-01', to: '2026-12-31', lines: 3, parties: 2 } as const;
      await tx.files.add(file('new', { kind: 'fec', ledger }));
      const shown = await tx.view.imports(10);
      expect(shown.map((row) => [row.fileId, row.kind, row.importedAt, row.ledger, row.statements.length])).toEqual([
        ['new', 'fec', '2026-03-11T05:00:00.000Z', ledger, 0],
        ['old', 'camt', '2026-03-01T00:00:00.000Z', null, 2],
      ]);
      expect(shown[1]?.statements[0]).toEqual({
        statementId: 's1',
        account: 'FR7612345',
        number: '1',
        currency: 'EUR',
        openingDay: '2026-03-10',
        closingDay: '2026-03-10',
        openingCarried: false,
        apartCount: 0,
        balanced: true,
        ...facts,
      });
      expect(await tx.view.imports(1)).toHaveLength(1);
    }));

  it('is told as decisions, newest first, with whether they stand', () =>
    fresh.store.within('c', async (tx) => {
      await tx.ledger.putLines([
        ledgerLine('a', 100),
        ledgerLine('b', -100),
        ledgerLine('x', 7, { document: 'FAC-7' }),
      ]);
      const both = [
        { itemId: 'x', amountMinor: 7 },
        { itemId: 'a', amountMinor: 43 },
      ];
      await tx.decisions.add(decision('1', { lineId: '1', candidate: candidate({ allocations: both }) }));
      const night = { kind: 'night', signature: 's' } as const;
      const joined = [
        { itemId: 'a', amountMinor: 100 },
        { itemId: 'b', amountMinor: -100 },
      ];
      await tx.decisions.add(
        decision('2', { action: 'letter', by: night, candidate: candidate({ allocations: joined }) }),
      );
      await tx.decisions.add(decision('3', { action: 'undo', undoes: '1', lineId: '1', comment: 'doublon' }));
      const shared = { at: '2026-03-12T08:30:00.000Z', currency: 'EUR', wage: false };
      const rows = await tx.view.history(10, null);
      expect(rows).toEqual([
        {
          ...shared,
          decisionId: '3',
          action: 'undo',
          by: 'Anne Roy',
          lineId: '1',
          payer: 'PAYEUR 1',
          amountMinor: 50,
          documents: [],
          undone: false,
          undoes: '1',
          comment: 'doublon',
        },
        {
          ...shared,
          decisionId: '2',
          action: 'letter',
          by: 'night',
          lineId: null,
          payer: null,
          amountMinor: 100,
          documents: ['FAC-a'],
          undone: false,
          undoes: null,
          comment: null,
        },
        {
          ...shared,
          decisionId: '1',
          action: 'accept',
          by: 'Anne Roy',
          lineId: '1',
          payer: 'PAYEUR 1',
          amountMinor: 50,
          documents: ['FAC-7', 'FAC-a'],
          undone: true,
          undoes: null,
          comment: null,
        },
      ]);
      expect((await tx.view.history(10, '1')).map((row) => row.decisionId)).toEqual(['3', '1']);
    }));
});
