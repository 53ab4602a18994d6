// Lines of a bank account in dollars in a company of euros: proposed and decided in dollars, written with the bank's own rate, closed
// by Odoo with its own exchange difference, read back by the accountant, taken back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { agedBalance } from '../../../sync/job/aged.ts';
import { agrees, controlFigures } from '../../../sync/job/control.ts';
import { detailOf, preview } from '../../../sync/job/detail.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { inverseOfDecision } from '../../../sync/job/foresee-undo.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import type { AcceptBody } from '../../../sync/port/view.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { codeOf, must, request, TODAY } from './desk.ts';
import { body, type DollarDesk, dollarDesk, take } from './foreign-desk.ts';

await onLiveHosts(
  'foreign_line',
  ({ books, erp, modern }) => {
    let it_: DollarDesk;
    let [company, dollar] = ['', 0];
    beforeAll(async () => {
      it_ = await dollarDesk(books, erp);
      [company, dollar] = [it_.company, it_.dollar];
    });
    afterAll(() => it_?.close());

    test('an invoice is proposed and paid whole; the difference of rates is Odoo’s; undone, all is as before', async () => {
      const owner = await books.partner('Blue Harbor');
      const sold = await it_.invoice(owner, 1250);
      const item = sold.lines[0]!;
      const line = await it_.received(1250, `WIRE BLUE HARBOR ${sold.name}`, { partner_name: 'BLUE HARBOR' });
      expect((await it_.night()).settled).toBe(0);
      const detail = await it_.see((tx) => detailOf(tx, `stl/${line}`));
      expect([detail.line.currency, detail.toAllocateMinor, detail.verdict]).toEqual(['USD', 125_000, 'suggest']);
      const proposed = detail.candidates[0]!;
      expect(proposed.candidate).toMatchObject({ allocations: [take(item, 125_000)], adjustments: [], restMinor: 0 });
      expect(proposed.allocations).toMatchObject([{ currency: 'USD', residualMinor: 125_000, amountMinor: 125_000 }]);
      const shown = proposed.entry.map((it) => [it.part, it.amountMinor, it.foreign?.minor]);
      expect(shown).toEqual([
        ['bank', 100_000, 125_000],
        ['customer', -113_636, -125_000],
        ['exchange', 13_636, undefined],
      ]);

      const id = must(await acceptLine(it_.desk, company, `stl/${line}`, bodyOf(proposed.candidate, 0), request()));
      // What is received and not booked is said in euros, and the figures agree before anything is written.
      expect(agrees(await it_.see(controlFigures))).toBe(true);
      const { control, outside } = await it_.see((tx) => agedBalance(tx, { asOf: TODAY }));
      expect([control.differenceMinor, outside.receivedNotBookedMinor]).toEqual([0, 100_000]);
      expect(await flushOutbox(it_.desk, company)).toBe(null);
      expect(await it_.left(item)).toEqual([0, 0]);
      expect(await it_.matched(item)).toEqual([[1250, 1250]]);
      const [bankAccount, ...others] = (await it_.entryOf(line)).reverse();
      expect([bankAccount?.split(' ').slice(1), others]).toEqual([
        ['1000.00', '1250.00'],
        ['411100 -1000.00 -1250.00'],
      ]);
      await it_.night();
      expect([await it_.stateOf(line), await it_.ours(item)]).toEqual(['settled', [0, 0]]);
      await it_.undone(id, line);
      expect(await it_.left(item)).toEqual([1136.36, 1250]);
      expect(await it_.ours(item)).toEqual([113_636, 125_000]);
    });

    test('a part is paid by each of two lines: the second sees what the first left, before anything is written', async () => {
      const owner = await books.partner('Green Valley');
      const item = (await it_.invoice(owner, 1250)).lines[0]!;
      const [first, second] = [
        await it_.received(500, 'GREEN VALLEY PART'),
        await it_.received(800, 'GREEN VALLEY REST'),
      ];
      await it_.night();
      must(await acceptLine(it_.desk, company, `stl/${first}`, body({ allocations: [take(item, 50_000)] }), request()));
      expect(await it_.ours(item)).toEqual([113_636 - 45_454, 75_000]);
      const over = body({ allocations: [take(item, 80_000)] });
      expect(codeOf(await acceptLine(it_.desk, company, `stl/${second}`, over, request()))).toBe('too-much');
      expect(await flushOutbox(it_.desk, company)).toBe(null);
      expect((await it_.left(item))[1]).toBe(750);
      await it_.night();
      expect((await it_.ours(item))[1]).toBe(75_000);
      // 50.00 more than is due stay on the customer's account, in dollars.
      const rest = body({ allocations: [take(item, 75_000)], rest: 'overpayment', partyId: String(owner) });
      const id = await it_.accept(second, rest);
      expect(await it_.left(item)).toEqual([0, 0]);
      const credit = (await books.linesOf(await books.moveOf(second))).find((row) => row.residual < 0)!;
      expect([credit.account, credit.partner, credit.residual, credit.foreign]).toEqual(['411100', owner, -40, -50]);
      await it_.night();
      expect([await it_.stateOf(first), await it_.stateOf(second)]).toEqual(['settled', 'settled']);
      await it_.undone(id, second);
      expect((await it_.left(item))[1]).toBe(750);
    });

    test('several invoices less a credit note and a fee, in odd cents: each is closed by its own dollars', async () => {
      const owner = await books.partner('Odd Cents');
      const sold = [await it_.invoice(owner, 100.01), await it_.invoice(owner, 33.33), await it_.invoice(owner, 7.77)];
      const back = await it_.invoice(owner, 20.02, { kind: 'out_refund' });
      const items = [...sold, back].map((it) => it.lines[0]!);
      // 100.01 + 33.33 + 7.77 - 20.02 - 1.50
      const line = await it_.received(119.59, 'ODD CENTS');
      await it_.night();
      const wanted = body({
        allocations: [take(items[0]!, 100_01), take(items[1]!, 33_33), take(items[2]!, 7_77), take(items[3]!, -20_02)],
        adjustments: [{ kind: 'bank_fee', amountMinor: -1_50 }],
      });
      const told = await it_.see((tx) => preview(tx, `stl/${line}`, wanted));
      expect([told.fault, told.entry.reduce((total, it) => total + it.amountMinor, 0)]).toEqual([null, 0]);
      expect(told.entry.reduce((total, it) => total + (it.foreign?.minor ?? 0), 0)).toBe(0);
      const id = await it_.accept(line, wanted);
      for (const item of items) expect([item, await it_.left(item)]).toEqual([item, [0, 0]]);
      const rows = await books.linesOf(await books.moveOf(line));
      expect(Math.abs(rows.reduce((total, row) => total + row.balance, 0))).toBeLessThan(0.001);
      expect(rows).toHaveLength(6);
      await it_.night();
      expect(await it_.stateOf(line)).toBe('settled');
      await it_.undone(id, line);
      for (const [i, dollars] of [100.01, 33.33, 7.77, -20.02].entries())
        expect((await it_.left(items[i]!))[1]).toBe(dollars);
    });

    test('a refund is paid out', async () => {
      const owner = await books.partner('Refunded');
      const item = (await it_.invoice(owner, 300, { kind: 'out_refund' })).lines[0]!;
      const line = await it_.received(-300, 'REFUND REFUNDED');
      await it_.night();
      const id = await it_.accept(line, body({ allocations: [take(item, -30_000)] }));
      expect(await it_.left(item)).toEqual([0, 0]);
      await it_.night();
      expect(await it_.stateOf(line)).toBe('settled');
      await it_.undone(id, line);
      expect((await it_.left(item))[1]).toBe(-300);
    });

    test('a payment that Odoo registered in dollars is what its bank line takes', async () => {
      const owner = await books.partner('Registered Ltd');
      const sold = await it_.invoice(owner, 640);
      const context = { active_model: 'account.move', active_ids: [sold.move] };
      const values = { payment_date: '2026-06-10', journal_id: it_.journal };
      const wizard = await books.call('account.payment.register', 'create', { vals_list: [values], context });
      await books.call('account.payment.register', 'action_create_payments', { ids: wizard, context });
      const line = await it_.received(640, `REGISTERED LTD ${sold.name}`, { partner_name: 'REGISTERED LTD' });
      await it_.night();
      const proposed = await it_.best(line);
      expect(proposed.candidate).toMatchObject({ signature: 'outstanding', restMinor: 0, adjustments: [] });
      const waiting = Number(proposed.candidate.allocations[0]!.itemId);
      const id = await it_.accept(line, bodyOf(proposed.candidate, 0));
      expect(await it_.left(waiting)).toEqual([0, 0]);
      await it_.night();
      expect(await it_.stateOf(line)).toBe('settled');
      await it_.undone(id, line);
      expect((await it_.left(waiting))[1]).toBe(640);
    });

    test('two lines on one invoice are written in one go, each with its own dollars', async () => {
      const owner = await books.partner('At Once');
      const item = (await it_.invoice(owner, 1250)).lines[0]!;
      const [first, second] = [await it_.received(500, 'AT ONCE 1'), await it_.received(750, 'AT ONCE 2')];
      await it_.night();
      for (const [line, minor] of [
        [first, 50_000],
        [second, 75_000],
      ] as const)
        must(await acceptLine(it_.desk, company, `stl/${line}`, body({ allocations: [take(item, minor)] }), request()));
      expect(await flushOutbox(it_.desk, company)).toBe(null);
      expect(await it_.left(item)).toEqual([0, 0]);
      await it_.night();
      expect([await it_.stateOf(first), await it_.stateOf(second)]).toEqual(['settled', 'settled']);
    });

    test.runIf(modern)('a line that somebody matched in part: what is left of its dollars is decided', async () => {
      const owner = await books.partner('Half Done');
      const [a, b] = [(await it_.invoice(owner, 500)).lines[0]!, (await it_.invoice(owner, 750)).lines[0]!];
      const line = await it_.received(1250, 'HALF DONE');
      const rows = await books.linesOf(await books.moveOf(line));
      const suspense = rows.find((row) => row.account === books.suspense)!;
      const accounts = await books.search('account.account', [['code', 'in', ['411100', books.suspense]]], ['code']);
      const account = (code: string) => accounts.find((it) => it.code === code)!.id;
      const dollars = (amount: number) => ({ currency_id: dollar, amount_currency: -amount, balance: -amount * 0.8 });
      const line_ids = [
        [2, suspense.id, 0],
        [
          0,
          0,
          { account_id: account('411100'), partner_id: owner, ...dollars(500), reconciled_lines_ids: [[6, 0, [a]]] },
        ],
        [0, 0, { account_id: account(books.suspense), name: 'Reste', ...dollars(750) }],
      ];
      const context = { force_delete: true };
      await books.call('account.bank.statement.line', 'write', { ids: [line], vals: { line_ids }, context });
      await it_.night();
      const detail = await it_.see((tx) => detailOf(tx, `stl/${line}`));
      expect([detail.toAllocateMinor, detail.verdict]).toEqual([75_000, 'suggest']);
      await it_.accept(line, body({ allocations: [take(b, 75_000)] }));
      expect([await it_.left(a), await it_.left(b)]).toEqual([
        [0, 0],
        [0, 0],
      ]);
      await it_.night();
      expect(await it_.stateOf(line)).toBe('settled');
    });

    // The other host chains its statements by their days: one of before all others would change what they open with.
    test.runIf(modern)(
      'what a lock keeps is taken back on an open day: its dollars are the customer’s credit; a fee in dollars is refused',
      async () => {
        const owner = await books.partner('Locked Ltd');
        const more = { day: '2026-01-05' };
        const [plain, charged] = [
          (await it_.invoice(owner, 100, more)).lines[0]!,
          (await it_.invoice(owner, 200, more)).lines[0]!,
        ];
        const [first, second] = [
          await it_.received(100, 'LOCKED 1', {}, '2026-01-20'),
          await it_.received(195, 'LOCKED 2', {}, '2026-01-20'),
        ];
        await it_.night();
        const id = await it_.accept(first, body({ allocations: [take(plain, 10_000)] }));
        const fee = [{ kind: 'bank_fee' as const, amountMinor: -500 }];
        const other = await it_.accept(second, body({ allocations: [take(charged, 20_000)], adjustments: fee }));
        await books.call('res.company', 'write', { ids: [1], vals: { fiscalyear_lock_date: '2026-01-31' } });
        try {
          await it_.night();
          expect(codeOf(await undoDecision(it_.desk, company, id, request()))).toBe('period-locked');
          must(await undoDecision(it_.desk, company, id, request(), '2026-02-01'));
          expect(await flushOutbox(it_.desk, company)).toBe(null);
          expect(await it_.left(plain)).toEqual([90.91, 100]);
          const credit = (await books.linesOf(await books.moveOf(first))).find((row) => row.account === '411100')!;
          expect([credit.partner, credit.residual, credit.foreign]).toEqual([owner, -90.91, -100]);
          expect(codeOf(await inverseOfDecision(it_.desk, company, other, null))).toBe('undo-no-inverse');
          expect(await it_.left(charged)).toEqual([0, 0]);
        } finally {
          await books.call('res.company', 'write', { ids: [1], vals: { fiscalyear_lock_date: false } });
        }
      },
    );

    test('what cannot be proved is refused in words, and nothing is written', async () => {
      const owner = await books.partner('Euro Client');
      const euros = (await books.invoice(owner, [[100]])).lines[0]!;
      const dollars = (await it_.invoice(owner, 125)).lines[0]!;
      const line = await it_.received(125, 'EURO CLIENT');
      await it_.night();
      const refused = async (it: Partial<AcceptBody>) =>
        codeOf(await acceptLine(it_.desk, company, `stl/${line}`, body(it), request()));
      expect(await refused({ allocations: [take(euros, 10_000)] })).toBe('item-foreign');
      const adjustments = [{ kind: 'fx' as const, amountMinor: -500 }];
      expect(await refused({ allocations: [take(dollars, 12_500)], adjustments })).toBe('difference-foreign');
      expect(await refused({ allocations: [take(dollars, 12_400)] })).toBe('sum-open');
      // Somebody pays a part meanwhile.
      must(
        await acceptLine(it_.desk, company, `stl/${line}`, body({ allocations: [take(dollars, 12_500)] }), request()),
      );
      const [{ account_id }] = await books.search('account.move.line', [['id', '=', dollars]], ['account_id']);
      const rival = await it_.received(25, 'EURO CLIENT RIVAL');
      const rows = await books.linesOf(await books.moveOf(rival));
      const suspense = rows.find((row) => row.balance < 0)!;
      if (modern) {
        const amounts = { currency_id: dollar, balance: -20, amount_currency: -25 };
        const part = { account_id: account_id[0], partner_id: owner, ...amounts };
        const line_ids = [
          [2, suspense.id, 0],
          [0, 0, { ...part, name: 'À la main', reconciled_lines_ids: [[6, 0, [dollars]]] }],
        ];
        const context = { force_delete: true };
        await books.call('account.bank.statement.line', 'write', { ids: [rival], vals: { line_ids }, context });
      } else {
        const lines = [{ id: dollars, balance: -25 }];
        await books
          .call('account.bank.statement.line', 'reconcile', { ids: [rival], lines_vals_list: lines })
          .catch(() => {});
      }
      await flushOutbox(it_.desk, company);
      expect((await it_.left(dollars))[1]).toBe(100);
      expect((await books.entryOf(line)).some((it) => it.startsWith('SUSPENSE'))).toBe(true);
      await it_.night();
      expect(await it_.stateOf(line)).toBe('open');
    });
  },
  ['19 json2', '19 json2 addon', '14 xmlrpc'],
);
