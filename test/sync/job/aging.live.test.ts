// Equality with a real Odoo: at any day our balance of each customer is the sum of Odoo's own journal items, read by another user and
// another question, over books with part payments, refunds, dollars, instalments, doubtful debts, matches undone and late entries.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agedBalanceNow, agedItems } from '../../../sync/job/aged.ts';
import type { Desk } from '../../../sync/job/desk.ts';
import { pullErp } from '../../../sync/job/pull-erp.ts';
import { addDays, type Day } from '../../../sync/model/day.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { hasDatabase } from '../../db/harness.ts';
import { must, type TestDesk, testDesk } from './desk.ts';
import { type Ledger, openLedger } from './odoo-ledger.ts';

const FIRST: Day = '2025-12-01';
const SPAN = 400;

/** Ten days of a fixed seed, the day before the first entry and one after the last. */
function someDays(): Day[] {
  let seed = 20_261_125;
  const days = Array.from({ length: 10 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return addDays(FIRST, seed % SPAN);
  });
  return ['2025-11-30', ...days.sort(), '2027-12-31'];
}

await onLiveHosts(
  'aging',
  ({ books, erp }) => {
    describe.skipIf(!hasDatabase())('the aged balance', () => {
      let it_: TestDesk;
      let desk: Desk;
      let id: string;
      let ledger: Ledger;
      beforeAll(async () => {
        it_ = await testDesk();
        const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms).unref());
        desk = { ...it_.desk, clock: { ...it_.desk.clock, wait } };
        id = await it_.next({ erp: 'odoo' });
        it_.link(erp);
        ledger = await openLedger(books);
        await ledger.book();
        must(await pullErp(desk, erp, id));
      }, 240_000);
      afterAll(() => it_.close());

      const agedItemsOf = (asOf: Day, account: string) =>
        it_.see((tx) => agedItems(tx, { asOf, only: { by: 'account', key: account } }));

      const equal = async (asOf: Day) => {
        const report = await agedBalanceNow(desk, id, { asOf });
        const ours = report.rows.filter((row) => row.totalMinor !== 0).map((row) => [Number(row.key), row.totalMinor]);
        const theirs = await ledger.balances(asOf);
        expect([asOf, new Map(ours as [number, number][])]).toEqual([asOf, theirs]);
        expect([asOf, report.totals.totalMinor]).toEqual([asOf, [...theirs.values()].reduce((a, b) => a + b, 0)]);
        const { source, differenceMinor, accounts } = report.control;
        expect([asOf, source.live, differenceMinor]).toEqual([asOf, true, 0]);
        expect(accounts.filter((row) => row.ledgerMinor !== row.reportMinor)).toEqual([]);
        return report;
      };

      test('is Odoo’s journal items for every customer, before the first entry, after the last, and between', async () => {
        let moved = 0;
        for (const asOf of someDays()) moved += (await equal(asOf)).rows.length;
        expect(moved).toBeGreaterThan(20);
      });

      test('holds what is doubtful and each instalment on its own day', async () => {
        const { control, totals, columns } = await equal('2026-04-15');
        expect(control.accounts.map((row) => row.account)).toEqual(
          expect.arrayContaining(['411100', '416000', '419100']),
        );
        // The doubtful claim names its invoice of 20 December, due thirty days later: 12 + 28 + 31 + 15 days late.
        const [doubtful] = await agedItemsOf('2026-04-15', '416000');
        expect(doubtful).toMatchObject({ document: 'FAC/2025/00002', dueDay: '2026-01-19', daysLate: 86 });
        const held = columns.filter((_, i) => totals.columnsMinor[i] !== 0).map((column) => column.key);
        expect(held).toEqual(expect.arrayContaining(['not-due', '1-30', 'deposit']));
      });

      test('follows matches undone, matched anew, entries taken back and entries dated back, and the total of a past day moves only with what was booked', async () => {
        const before = await agedBalanceNow(desk, id, { asOf: '2026-04-01' });
        await ledger.rematch();
        must(await pullErp(desk, erp, id));
        const after = await equal('2026-04-01');
        expect(after.totals.totalMinor).toBe(before.totals.totalMinor);
        expect(after.totals.columnsMinor).not.toEqual(before.totals.columnsMinor);
        await ledger.correct();
        const unread = await agedBalanceNow(desk, id, { asOf: '2026-12-31' });
        expect(unread.control.differenceMinor).not.toBe(0);
        expect(unread.control.suspects[0]?.why).toBe('unread');
        must(await pullErp(desk, erp, id));
        for (const asOf of someDays().filter((_, i) => i % 3 === 0)) await equal(asOf);
      });
    });
  },
  ['19 json2'],
);
