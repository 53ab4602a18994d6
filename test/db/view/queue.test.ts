// The work list "À rapprocher": which line stands under which filter, and the counters above it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../../sync/model/day.ts';
import type { QueueFilter } from '../../../sync/port/view.ts';
import { company, type Fresh, freshStore, hasDatabase } from '../harness.ts';
import { bankLine, candidate, decision, ledgerLine, party, proposal, receive } from '../sample.ts';

const TODAY: Day = '2026-03-20';
const PAGE = { offset: 0, limit: 50, bank: null };

describe.skipIf(!hasDatabase())('the work list', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
    await fresh.store.createCompany(company('c'));
    await fresh.store.within('c', async (tx) => {
      await tx.ledger.putParties([party('durand', { name: 'Durand SA' })]);
      await tx.ledger.putLines([ledgerLine('512', 300, { account: '512000', role: 'bank' })]);
      await receive(tx, 'S', [
        bankLine('ties', 100, { bookingDay: '2026-03-02' }),
        bankLine('strong', 200, { bookingDay: '2026-03-01' }),
        bankLine('short', 300, { bookingDay: '2026-03-03' }),
        bankLine('unknown', 400, { bookingDay: '2026-03-04', counterparty: null, ultimateParty: 'SCI TILLEULS' }),
        bankLine('nothing', -50, { bookingDay: '2026-03-05' }),
        bankLine('moved', 70, { bookingDay: '2026-03-08' }),
        bankLine('returned', -60, { bookingDay: '2026-03-06' }),
        bankLine('snoozed', 500, { bookingDay: '2026-03-01' }),
        bankLine('back', 600, { bookingDay: '2026-03-02' }),
        bankLine('by night', 700),
        bankLine('night before', 800),
        bankLine('by person', 900),
        bankLine('by ledger', 1_000),
        bankLine('aside', 1_100),
        bankLine('dollars', 9_999, { currency: 'USD', account: 'US1', bookingDay: '2026-03-07' }),
      ]);
      const of = (amountMinor: number, restMinor: number) =>
        candidate({ partyId: 'durand', allocations: [{ itemId: 'i', amountMinor }], restMinor });
      await tx.proposals.put(
        [
          proposal('ties', { candidates: [of(100, 0)] }),
          proposal('strong', { candidates: [of(200, 0)], verdict: 'auto' }),
          proposal('short', {
            candidates: [{ ...of(312, 0), adjustments: [{ kind: 'bank_fee', amountMinor: -12 }] }, of(300, 0)],
          }),
          proposal('nothing', { candidates: [], verdict: 'none' }),
          // Its other half is not here yet: what it brings is no difference.
          proposal('moved', { candidates: [candidate({ restMinor: 70, signature: 'transfer' })] }),
          proposal('returned', { candidates: [candidate({ restMinor: -60, reverses: 'E2E' })] }),
        ],
        '1',
      );
      await tx.bank.setState('snoozed', 'later', { until: '2026-03-21' });
      await tx.bank.setState('back', 'later', { until: TODAY, flagged: true });
      const night = { kind: 'night', signature: 's' } as const;
      const settle = async (lineId: string, facts: Parameters<typeof decision>[1]) => {
        await tx.decisions.add(
          decision(`d ${lineId}`, { lineId, candidate: candidate({ partyId: 'durand' }), ...facts }),
        );
        await tx.bank.setState(lineId, 'settled', { decisionId: `d ${lineId}` });
      };
      // Half past midnight in Paris, on the day before in UTC.
      await settle('by night', { by: night, at: '2026-03-19T23:30:00.000Z' });
      await settle('night before', { by: night, at: '2026-03-19T22:30:00.000Z' });
      await settle('by person', {});
      await tx.bank.setState('by ledger', 'settled', {});
      await tx.bank.tick([{ lineId: 'by ledger', ledgerLineIds: ['512'] }]);
      await tx.bank.setState('aside', 'set-aside', {});
    });
  });
  afterAll(() => fresh.close());

  const ids = (filter: QueueFilter, page = PAGE) =>
    fresh.store.within('c', async (tx) => (await tx.view.queue(filter, TODAY, page)).rows.map((row) => row.lineId));

  it.each<[QueueFilter, string[]]>([
    // What came back stands before the rest of its day.
    ['to-do', ['strong', 'back', 'ties', 'short', 'unknown', 'nothing', 'returned', 'dollars', 'moved']],
    ['approve', ['strong', 'ties', 'returned', 'moved']],
    ['difference', ['short']],
    ['none', ['back', 'unknown', 'nothing', 'dollars']],
    ['later', ['snoozed']],
    ['auto', ['by night']],
    ['settled', ['by ledger', 'by person', 'night before', 'by night']],
    ['set-aside', ['aside']],
  ])('%s', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  it('counts each filter, and sums what is in the currency of the company', async () => {
    const counters = await fresh.store.within('c', (tx) => tx.view.counters(TODAY));
    expect(counters).toEqual([
      { filter: 'to-do', count: 9, amountMinor: 100 + 200 + 300 + 400 - 50 - 60 + 70 + 600 },
      { filter: 'approve', count: 4, amountMinor: 240 + 70 },
      { filter: 'difference', count: 1, amountMinor: 300 },
      { filter: 'none', count: 4, amountMinor: 950 },
      { filter: 'later', count: 1, amountMinor: 500 },
      { filter: 'auto', count: 1, amountMinor: 700 },
      { filter: 'settled', count: 4, amountMinor: 3_400 },
      { filter: 'set-aside', count: 1, amountMinor: 1_100 },
    ]);
  });

  it('pages through a filter with its total, and narrows to one bank account', async () => {
    expect(await ids('to-do', { offset: 2, limit: 3, bank: null })).toEqual(['ties', 'short', 'unknown']);
    await fresh.store.within('c', async (tx) => {
      const page = await tx.view.queue('to-do', TODAY, { offset: 0, limit: 1, bank: 'US1' });
      expect(page.rows.map((row) => row.lineId)).toEqual(['dollars']);
      expect([page.total, page.counters[0]?.count]).toEqual([1, 1]);
    });
  });

  it('shows of a line what is proposed, or who settled it', async () => {
    const rows = await fresh.store.within('c', (tx) =>
      tx.view.rows(['short', 'gone', 'unknown', 'back', 'by night', 'by ledger'], TODAY),
    );
    const undecided = { wage: false, decisionId: null, settledBy: null, settledAt: null, look: null };
    const open = { ...undecided, flagged: false, until: null, booked: false };
    expect(rows).toEqual([
      {
        ...open,
        lineId: 'short',
        day: '2026-03-03',
        account: 'FR7612345',
        amountMinor: 300,
        currency: 'EUR',
        payer: 'PAYEUR short',
        label: 'VIR short',
        state: 'open',
        certainty: 'medium',
        differenceMinor: -12,
        partyId: 'durand',
        partyName: 'Durand SA',
        itemIds: ['i'],
      },
      expect.objectContaining({
        payer: 'SCI TILLEULS',
        certainty: 'none',
        differenceMinor: 0,
        partyId: null,
        itemIds: [],
      }),
      expect.objectContaining({ state: 'open', until: TODAY, flagged: true }),
      expect.objectContaining({
        state: 'settled',
        settledBy: 'night',
        settledAt: '2026-03-19T23:30:00.000Z',
        decisionId: 'd by night',
        partyName: 'Durand SA',
      }),
      expect.objectContaining({ settledBy: 'ledger', settledAt: null, booked: true }),
    ]);
  });
});
