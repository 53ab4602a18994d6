// What a live Odoo says before an undo and before a letter, as the desk asks it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fault } from '../../../sync/fault/index.ts';
import { acceptLine } from '../../../sync/job/accept.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { foreseeLetter } from '../../../sync/job/foresee.ts';
import { foreseeUndo } from '../../../sync/job/foresee-undo.ts';
import { letterItems } from '../../../sync/job/letter.ts';
import { runNight } from '../../../sync/job/night.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { Adjustment } from '../../../sync/model/match.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { bank, postingOf, row } from '../../connector/erp/odoo/posting.ts';
import { salesTax } from '../../connector/erp/odoo/tax-report.ts';
import { must, request, type TestDesk, testDesk } from './desk.ts';

await onLiveHosts(
  'foresight',
  ({ books, erp, modern }) => {
    let it_: TestDesk;
    let company = '';
    beforeAll(async () => {
      it_ = await testDesk();
      company = await it_.next({ erp: 'odoo', mode: 'suggest' });
      it_.link(erp);
    });
    afterAll(() => it_?.close());

    /** Accepts so much of the line for the item, the rest left on account, and sends it. */
    async function pay(
      line: number,
      item: number,
      minor: number,
      rest: 'none' | 'overpayment' = 'none',
      adjustments: Adjustment[] = [],
    ) {
      const allocations = [{ itemId: String(item), amountMinor: minor }];
      const body = { candidate: null, partyId: null, rest, adjustments, allocations };
      const id = must(await acceptLine(it_.desk, company, `stl/${line}`, body, request()));
      expect(await flushOutbox(it_.desk, company)).toBe(null);
      return id;
    }
    const said = async (id: string) => told(must(await foreseeUndo(it_.desk, company, id)));
    const told = (faults: Fault[]) => faults.map((it) => [it.code, String(it.params['what'] ?? '')]);
    const night = async () => must(await runNight(it_.desk, company));

    test('the VAT entries of this receipt are named, those of another receipt of the invoice are not', async () => {
      const owner = await books.partner('Encaissé');
      const tax = await salesTax(books, 20, 'on_payment');
      const { lines } = await books.invoice(owner, [[1000, tax]]);
      const [first, second] = [await books.bankLine(700), await books.bankLine(500, '2026-06-18')];
      await night();
      const ids = [await pay(first, lines[0]!, 700_00), await pay(second, lines[0]!, 500_00)];
      const names = await books.search('account.move', [['tax_cash_basis_rec_id', '!=', false]], ['name']);
      expect(names).toHaveLength(2);
      expect(await said(ids[0]!)).toEqual([['undo-leaves', names[0].name]]);
      expect(await said(ids[1]!)).toEqual([['undo-leaves', names[1].name]]);
    });

    test('what Odoo matched by itself for a discount on this VAT is not called somebody else’s', async () => {
      const owner = await books.partner('Escompte encaissé');
      const tax = await salesTax(books, 20, 'on_payment');
      const { lines } = await books.invoice(owner, [[500, tax]]);
      const line = await books.bankLine(588);
      await night();
      const id = await pay(line, lines[0]!, 600_00, 'none', [{ kind: 'discount', amountMinor: -12_00 }]);
      expect((await said(id)).map(([code]) => code)).toEqual(['undo-leaves']);
    });

    test.runIf(modern)('an exchange difference that stays is named as the ledger names it', async () => {
      const owner = await books.partner('Écart de change');
      const [{ id: dollar }] = await books.search('res.currency', [['name', '=', 'USD']], ['name']);
      for (const [name, rate] of [
        ['2026-01-01', 1.1],
        ['2026-06-01', 1.25],
      ])
        await books.create('res.currency.rate', { currency_id: dollar, name, rate, company_id: 1 });
      const { lines } = await books.invoice(owner, [[1250]], { currency_id: dollar });
      const line = await books.bankLine(1000);
      await night();
      const id = await pay(line, lines[0]!, 1136_36, 'none', [{ kind: 'fx', amountMinor: -136_36 }]);
      const domain = [['debit_move_id', '=', lines[0]]];
      const partials = await books.search('account.partial.reconcile', domain, ['exchange_move_id']);
      const ids = partials.flatMap((it) => (it.exchange_move_id ? [it.exchange_move_id[0]] : []));
      const [entry] = await books.search('account.move', [['id', 'in', ids]], ['name']);
      expect(await said(id)).toEqual([['undo-leaves', entry.name]]);
    });

    test('a match that somebody made since with what was left on account is said to come off too, and does', async () => {
      const owner = await books.partner('Trop versé');
      const paid = await books.invoice(owner, [[100]]);
      const later = await books.invoice(owner, [[30]]);
      const line = await books.bankLine(130);
      await night();
      const id = await pay(line, paid.lines[0]!, 100_00, 'overpayment');
      expect(await said(id)).toEqual([]);
      const left = (await books.linesOf(await books.moveOf(line))).find((it) => it.residual === -30)!;
      await books.call('account.move.line', 'reconcile', { ids: [left.id, later.lines[0]!] });
      expect(await said(id)).toEqual([['undo-releases', later.name]]);
      // A write whose answer is still on its way: what is matched may all be its own.
      expect(told(await erp.foreseeUndo({ decisionId: id, facts: { statementLine: line } }))).toEqual([]);
      must(await undoDecision(it_.desk, company, id, request()));
      expect(await flushOutbox(it_.desk, company)).toBe(null);
      expect(await books.residuals(paid.lines[0]!, later.lines[0]!)).toEqual([100, 30]);
    });

    test('a letter that dates VAT in another month says so, is refused unread, and joined once it was read', async () => {
      const owner = await books.partner('Facturé après');
      const tax = await salesTax(books, 20, 'on_payment');
      const day: Day = '2026-07-05';
      const { lines } = await books.invoice(owner, [[50, tax]], { day });
      const line = await books.bankLine(60);
      must(await erp.post(postingOf({ line, entry: [bank(6_000), row('on-account', '411100', -6_000, owner)] })));
      const credit = (await books.linesOf(await books.moveOf(line))).find((it) => it.account === '411100')!;
      await night();
      const body = { itemIds: [String(lines[0]), String(credit.id)], adjustments: [], leave: false };
      expect(must(await foreseeLetter(it_.desk, company, body)).map((it) => it.code)).toEqual(['vat-other-month']);
      const unread = must(await letterItems(it_.desk, company, body, request()));
      await flushOutbox(it_.desk, company);
      expect(await it_.see((tx) => tx.decisions.undoneBy(unread))).not.toBe(null);
      expect(await books.residuals(lines[0]!, credit.id)).toEqual([60, -60]);
      const read = must(await letterItems(it_.desk, company, { ...body, accepted: ['vat-other-month'] }, request()));
      await flushOutbox(it_.desk, company);
      expect(await books.residuals(lines[0]!, credit.id)).toEqual([0, 0]);
      expect((await said(read)).map(([code]) => code)).toEqual(['undo-leaves']);
    });
  },
  ['19 json2', '14 xmlrpc'],
);
