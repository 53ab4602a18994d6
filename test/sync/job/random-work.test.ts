// Days of random work on the real database: whatever is accepted, lettered, undone or imported, money is settled once, the aged
// balance is the ledger's, and the audit chain holds.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFault } from '../../../sync/fault/index.ts';
import { acceptLine } from '../../../sync/job/accept.ts';
import { agedBalance } from '../../../sync/job/aged.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { letterItems } from '../../../sync/job/letter.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, request, type TestDesk, TODAY, testDesk, tie } from './desk.ts';
import { camt, fec, invoice, type Row, receipt } from './paper.ts';

const INVOICES: Row[] = [1, 2, 3, 4].flatMap((n) =>
  invoice(`FA${n}`, `2026-10-0${n}`, n % 2 === 0 ? 'MARTIN' : 'DUPONT', n % 2 === 0 ? 'Martin' : 'Dupont', n * 120_00),
);
const BOOKED: Row[] = [
  ...receipt('B1', '2026-11-02', 'DUPONT', 'Dupont', 150_00),
  ...receipt('B2', '2026-11-03', 'MARTIN', 'Martin', 240_00),
];
const LATER: Row[] = [
  ...receipt('B3', '2026-11-04', 'DUPONT', 'Dupont', 360_00),
  ...receipt('B4', '2026-11-05', 'MARTIN', 'Martin', 500_00),
];
const STATEMENT = camt([
  { day: '2026-11-02', amount: 150_00, ref: 'L1', payer: 'DUPONT' },
  { day: '2026-11-03', amount: 240_00, ref: 'L2', payer: 'MARTIN' },
  { day: '2026-11-04', amount: 360_00, ref: 'L3', payer: 'DUPONT', text: 'FA3' },
  { day: '2026-11-05', amount: 500_00, ref: 'L4', payer: 'MARTIN', text: 'FA4' },
]);

/** A ledger that has more or less of the receipts, with letters or not; every choice is a newer file of the same exercise. */
function ledger(more: boolean, lettered: boolean, number: number) {
  const rows = [...INVOICES, ...BOOKED, ...(more ? LATER : [])].map((row) =>
    lettered && row.account === '411000' && (row.piece === 'FA2' || row.piece === 'B2') ? { ...row, letter: 'A' } : row,
  );
  return fec(rows, { name: `999000019FEC20261231-${number}.txt` });
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('accept' as const),
      line: fc.nat(3),
      items: fc.array(fc.nat(7), { minLength: 1, maxLength: 3 }),
      share: fc.integer({ min: 1, max: 100 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('letter' as const),
      items: fc.array(fc.nat(7), { minLength: 2, maxLength: 3 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const), nth: fc.nat(4) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('import' as const), more: fc.boolean(), lettered: fc.boolean() }),
  },
);

describe.skipIf(!hasDatabase())('a day of random work', () => {
  let it_: TestDesk;
  beforeAll(async () => {
    it_ = await testDesk();
  });
  afterAll(() => it_.close());

  it('keeps what must hold', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const company = await it_.next();
        await importFiles(it_.desk, company, [ledger(false, false, 0), STATEMENT], BY);
        for (const [n, each] of steps.entries()) {
          await perform(company, each, n + 1);
          await check(steps.slice(0, n + 1));
        }
        expect(await it_.see((tx) => tx.audit.verify())).toBeNull();
      }),
      { numRuns: 12 },
    );
  });

  async function perform(
    company: string,
    each: typeof step extends fc.Arbitrary<infer T> ? T : never,
    n: number,
  ): Promise<void> {
    const items = await it_.see(async (tx) => (await tx.ledger.lines()).filter((line) => line.role === 'receivable'));
    const open = new Map((await it_.see((tx) => tx.ledger.openItems())).map((item) => [item.id, item.residualMinor]));
    const chosen = (at: number[]) => [...new Set(at.map((i) => items[i % items.length]!.id))];
    if (each.do === 'accept') {
      const lines = await it_.see((tx) =>
        tx.bank.linesBetween('FR7619999001000000007000096', '2026-11-01', '2026-11-30'),
      );
      const allocations = chosen(each.items).flatMap((itemId) => {
        const amountMinor = Math.trunc(((open.get(itemId) ?? 0) * each.share) / 100);
        return amountMinor > 0 ? [{ itemId, amountMinor }] : [];
      });
      const body = { candidate: null, partyId: 'DUPONT', allocations, adjustments: [], rest: 'on-account' as const };
      await acceptLine(it_.desk, company, lines[each.line]!.id, body, request());
    }
    if (each.do === 'letter') await letterItems(it_.desk, company, tie(...chosen(each.items)), request());
    if (each.do === 'undo') {
      const [decision] = (await it_.see((tx) => tx.decisions.list({ limit: 9 }))).slice(each.nth);
      if (decision) await undoDecision(it_.desk, company, decision.id, request());
    }
    if (each.do === 'import') {
      const [read] = await importFiles(it_.desk, company, [ledger(each.more, each.lettered, n)], BY);
      expect(read?.faults.filter((it) => !isFault(it) || it.code !== 'fec-replaced')).toEqual([]);
    }
  }

  async function check(done: unknown): Promise<void> {
    const { control } = await it_.see((tx) => agedBalance(tx, { asOf: TODAY }));
    expect([done, control.differenceMinor]).toEqual([done, 0]);
    const items = await it_.see(async (tx) => tx.ledger.items((await tx.ledger.lines()).map((line) => line.id)));
    const wrong = items.filter(
      ({ amountMinor, residualMinor }) =>
        residualMinor * Math.sign(amountMinor) < 0 || Math.abs(residualMinor) > Math.abs(amountMinor),
    );
    expect([done, wrong.map(({ document, residualMinor }) => `${document} ${residualMinor}`)]).toEqual([done, []]);
  }
});
