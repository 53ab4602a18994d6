// A bank line that somebody matched in part in Odoo, the rest left in suspense: the rest is proposed and finished, the first part stays.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { detailOf } from '../../../sync/job/detail.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { foreseeUndo } from '../../../sync/job/foresee-undo.ts';
import { runNight } from '../../../sync/job/night.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { must, request, type TestDesk, testDesk } from './desk.ts';

await onLiveHosts(
  'partly',
  ({ books, erp, modern }) => {
    let it_: TestDesk;
    let company = '';
    beforeAll(async () => {
      it_ = await testDesk();
      company = await it_.next({ erp: 'odoo', mode: 'auto' });
      it_.link(erp);
    });
    afterAll(() => it_?.close());

    /** As a person does it there: so much of the line on this item, the rest stays in suspense. */
    async function matchByHand(line: number, item: number, owner: number, taken: number, rest: number) {
      const rows = await books.linesOf(await books.moveOf(line));
      const suspense = rows.find((row) => row.account === books.suspense)!;
      const [{ id: account }] = await books.search('account.account', [['code', '=', books.suspense]], ['id']);
      const [{ account_id }] = await books.search('account.move.line', [['id', '=', item]], ['account_id']);
      if (!modern) {
        const lines = [
          { id: item, balance: -taken },
          { account_id: account, balance: -rest, name: 'Reste' },
        ];
        // The answer cannot be marshalled; it is done.
        await books
          .call('account.bank.statement.line', 'reconcile', { ids: [line], lines_vals_list: lines })
          .catch(() => {});
        return;
      }
      const matched = { account_id: account_id[0], partner_id: owner, balance: -taken, name: 'À la main' };
      const line_ids = [
        [2, suspense.id, 0],
        [0, 0, { ...matched, reconciled_lines_ids: [[6, 0, [item]]] }],
        [0, 0, { account_id: account, balance: -rest, name: 'Reste' }],
      ];
      const context = { force_delete: true };
      await books.call('account.bank.statement.line', 'write', { ids: [line], vals: { line_ids }, context });
    }
    const night = async () => {
      const done = must(await runNight(it_.desk, company));
      expect(done.control.filter((each) => each.erpMinor !== each.oursMinor)).toEqual([]);
      return done;
    };
    const stateOf = async (line: number) => (await it_.see((tx) => tx.bank.line(`stl/${line}`)))?.state;

    test('the rest is proposed and never settled alone; finished, each invoice is matched once', async () => {
      const owner = await books.partner('Scierie Arnaud');
      const [first, second] = [await books.invoice(owner, [[700]]), await books.invoice(owner, [[300]])];
      const line = await books.bankLine(1000, '2026-06-15', {
        payment_ref: `VIR SCIERIE ARNAUD ${first.name} ${second.name}`,
        partner_name: 'SCIERIE ARNAUD',
      });
      await matchByHand(line, first.lines[0]!, owner, 700, 300);
      const byHand = await books.partials(first.lines[0]!);
      expect((await night()).settled).toBe(0);
      const detail = await it_.see((tx) => detailOf(tx, `stl/${line}`));
      expect([detail.line.state, detail.toAllocateMinor, detail.verdict]).toEqual(['open', 300_00, 'suggest']);
      const best = detail.candidates[0]!.candidate;
      expect(best).toMatchObject({
        allocations: [{ itemId: String(second.lines[0]), amountMinor: 300_00 }],
        restMinor: 0,
      });
      expect(best.reasons[0]?.key).toBe('partly-matched');

      const id = must(await acceptLine(it_.desk, company, `stl/${line}`, bodyOf(best, 0), request()));
      expect(await it_.see(async (tx) => (await tx.ledger.items([String(second.lines[0])]))[0]?.residualMinor)).toBe(0);
      expect(await flushOutbox(it_.desk, company)).toBe(null);
      expect(await books.partials(first.lines[0]!)).toEqual(byHand);
      await night();
      if (!modern) {
        // This host completes no line: nothing was touched, and the line waits again with the reason.
        expect(await books.residuals(first.lines[0]!, second.lines[0]!)).toEqual([0, 300]);
        expect(await stateOf(line)).toBe('open');
        const [last] = await it_.see((tx) => tx.view.history(1, `stl/${line}`));
        expect([last?.action, last?.comment?.includes('ne complète pas')]).toEqual(['undo', true]);
        return;
      }
      expect(await books.residuals(first.lines[0]!, second.lines[0]!)).toEqual([0, 0]);
      expect(await books.entryOf(line)).toEqual(['411100 -300.00', '411100 -700.00', 'BANK 1000.00']);
      expect([await stateOf(line), await it_.see((tx) => tx.decisions.undoneBy(id))]).toEqual(['settled', null]);

      // Odoo takes a line back whole: that the first part comes off too is said before.
      const said = must(await foreseeUndo(it_.desk, company, id)).map((it) => [it.code, it.params['what']]);
      expect(said).toEqual([['undo-releases', first.name]]);
      must(await undoDecision(it_.desk, company, id, request()));
      expect(await flushOutbox(it_.desk, company)).toBe(null);
      expect(await books.residuals(first.lines[0]!, second.lines[0]!)).toEqual([700, 300]);
      expect(await books.entryOf(line)).toEqual(['BANK 1000.00', 'SUSPENSE -1000.00']);
      await night();
    });

    test.runIf(modern)('a rival that was faster is said, and the part of somebody else is not taken off', async () => {
      const owner = await books.partner('Scierie Bis');
      const [first, second] = [await books.invoice(owner, [[70]]), await books.invoice(owner, [[30]])];
      const line = await books.bankLine(100);
      await matchByHand(line, first.lines[0]!, owner, 70, 30);
      await night();
      const allocations = [{ itemId: String(second.lines[0]), amountMinor: 30_00 }];
      const body = { candidate: null, partyId: null, rest: 'none' as const, adjustments: [], allocations };
      must(await acceptLine(it_.desk, company, `stl/${line}`, body, request()));
      const other = await books.bankLine(30);
      await matchByHand(other, second.lines[0]!, owner, 30, 0);
      await flushOutbox(it_.desk, company);
      expect(await books.residuals(first.lines[0]!, second.lines[0]!)).toEqual([0, 0]);
      expect(await books.entryOf(line)).toEqual(['411100 -70.00', 'BANK 100.00', 'SUSPENSE -30.00']);
      await night();
      expect(await stateOf(line)).toBe('open');
    });
  },
  ['19 json2', '14 xmlrpc'],
);
