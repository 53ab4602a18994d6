// A wrong match of a locked month, from the desk to the books of a live Odoo and back: taken off on an open day, and decided anew.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptLine } from '../../../sync/job/accept.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { inverseOfDecision } from '../../../sync/job/foresee-undo.ts';
import { runNight } from '../../../sync/job/night.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import type { Adjustment } from '../../../sync/model/match.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { codeOf, must, request, type TestDesk, testDesk } from './desk.ts';

await onLiveHosts(
  'inverse_desk',
  ({ books, erp }) => {
    let it_: TestDesk;
    let company = '';
    beforeAll(async () => {
      it_ = await testDesk();
      company = await it_.next({ erp: 'odoo', mode: 'suggest' });
      it_.link(erp);
    });
    afterAll(() => it_?.close());

    async function pay(line: number, item: number, minor: number, adjustments: Adjustment[] = []) {
      const allocations = [{ itemId: String(item), amountMinor: minor }];
      const body = { candidate: null, partyId: null, rest: 'none' as const, adjustments, allocations };
      const id = must(await acceptLine(it_.desk, company, `stl/${line}`, body, request()));
      expect(await flushOutbox(it_.desk, company)).toBe(null);
      return id;
    }
    const stateOf = (line: number) => it_.see(async (tx) => (await tx.bank.line(`stl/${line}`))?.state);

    test('the wrong customer’s invoice is open again, the right one’s is paid, and January is as it was', async () => {
      const [wrong, right] = [await books.partner('À tort'), await books.partner('À raison')];
      const not = await books.invoice(wrong, [[980]], { day: '2026-01-05' });
      const his = await books.invoice(right, [[975]], { day: '2026-01-06' });
      const line = await books.bankLine(975, '2026-01-20');
      must(await runNight(it_.desk, company));
      // Of an account that Odoo's chart has, though the usual one is not among its own.
      const fee: Adjustment = { kind: 'bank_fee', amountMinor: -500 };
      const decision = await pay(line, not.lines[0]!, 98_000, [fee]);
      expect(await books.residuals(...not.lines)).toEqual([0]);
      await books.call('res.company', 'write', { ids: [1], vals: { fiscalyear_lock_date: '2026-01-31' } });
      must(await runNight(it_.desk, company));
      const before = await books.entryOf(line);
      expect(codeOf(await undoDecision(it_.desk, company, decision, request()))).toBe('period-locked');
      const inverse = must(await inverseOfDecision(it_.desk, company, decision, null));
      expect(inverse?.day).toBe('2026-02-01');
      expect(inverse?.entry.map((it) => [it.account, it.amountMinor])).toEqual([
        ['411100', 500],
        ['627800', -500],
      ]);
      must(await undoDecision(it_.desk, company, decision, request(), '2026-02-01'));
      expect(await flushOutbox(it_.desk, company)).toBe(null);
      expect([await stateOf(line), await books.residuals(...not.lines)]).toEqual(['open', [980]]);
      const [last, first] = await it_.see((tx) => tx.view.history(2, `stl/${line}`));
      expect([last?.action, last?.comment, first?.undone]).toEqual(['undo', 'inverse-on 2026-02-01', true]);
      await pay(line, his.lines[0]!, 97_500);
      expect(await books.residuals(...not.lines, ...his.lines)).toEqual([980, 0]);
      expect([await stateOf(line), await books.entryOf(line)]).toEqual(['settled', before]);
      const entries = await books.search(
        'account.move',
        [
          ['ref', 'like', 'LETTRAGE/'],
          ['state', '=', 'posted'],
        ],
        ['date'],
      );
      expect(entries.map((it) => it.date)).toEqual(['2026-02-01', '2026-02-01']);
    });
  },
  ['19 json2', '14 xmlrpc'],
);
