// Equality with a real Odoo: the VAT that a month's receipts make due is what Odoo's own cash-basis entries of that month declare, over
// books with part payments, several rates, both regimes in one invoice, instalments, credit notes paid back, and a match undone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFault, says } from '../../../sync/fault/index.ts';
import { pullErp } from '../../../sync/job/pull-erp.ts';
import { REPORTS } from '../../../sync/job/report/reports.ts';
import type { Day } from '../../../sync/model/day.ts';
import { type Sheet, sayIn } from '../../../sync/model/sheet.ts';
import type { Receipt } from '../../../sync/port/erp.ts';
import type { Invoice } from '../../connector/erp/odoo/books.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { bank, customer, postingOf } from '../../connector/erp/odoo/posting.ts';
import { salesTax } from '../../connector/erp/odoo/tax-report.ts';
import { hasDatabase } from '../../db/harness.ts';
import { must, type TestDesk, testDesk } from './desk.ts';

type Month = '2026-05' | '2026-06' | '2026-07' | '2026-08' | '2026-09';

/** Net and VAT by hand. 94.79 at 10 % is 104.27 with 9.48 of VAT: thirds of 34.75, 34.75 and 34.77 hold 3.16 each. */
const MONTHS: readonly [Month, net: number, vat: number][] = [
  ['2026-05', 0, 0],
  // Half of 1,200.00: 500.00 + 100.00; of both regimes a third: 100.00 + 20.00; the first third: 31.59 + 3.16.
  ['2026-06', 631_59, 123_16],
  // The other half; the second third; 200.00 at 20 % and 100.00 at 10 %: 300.00 + 50.00; paid back: 200.00 + 40.00.
  ['2026-07', 631_59, 113_16],
  // The last third: 31.61 + 3.16; 50.00 + 10.00.
  ['2026-08', 81_61, 13_16],
];

await onLiveHosts(
  'vat',
  ({ books, erp }) => {
    describe.skipIf(!hasDatabase())('VAT on receipts', () => {
      let it_: TestDesk;
      let id: string;
      let taxes: { full: number; low: number; plain: number };
      let undone: Receipt;
      const { invoice, partner, bankLine } = books;

      const paid = async (owner: number, item: number, cents: number, day: Day): Promise<Receipt> => {
        const line = await bankLine(cents / 100, day);
        const posting = postingOf({ line, day, entry: [bank(cents), customer(item, -cents, owner)] });
        const receipt = await erp.post({ ...posting, accepted: ['vat-other-month'] });
        if (isFault(receipt)) throw new Error(says(receipt, 'en'));
        return receipt;
      };

      /** What Odoo declares of a month's payments: base and VAT in cents. */
      const declared = async (month: Month): Promise<[number, number]> => {
        const [own] = await books.search('res.company', [['id', '=', 1]], ['tax_cash_basis_journal_id']);
        const lines = await books.search(
          'account.move.line',
          [
            ['journal_id', '=', own.tax_cash_basis_journal_id[0]],
            ['parent_state', '=', 'posted'],
            ['tax_tag_ids', '!=', false],
            ['date', '>=', `${month}-01`],
            ['date', '<=', lastDay(month)],
          ],
          ['balance', 'tax_line_id'],
        );
        const cents = (isTax: boolean) =>
          -lines
            .filter((it) => Boolean(it.tax_line_id) === isTax)
            .reduce((total, it) => total + Math.round(it.balance * 100), 0);
        return [cents(false) || 0, cents(true) || 0];
      };

      const sheetsOf = (month: Month): Promise<Sheet[]> =>
        it_.see((tx) =>
          REPORTS.vat(tx, {
            asking: { asOf: lastDay(month), from: `${month}-01` as Day },
            ...{ company: 'S', zone: 'Europe/Paris', say: sayIn('en'), language: 'en', isAsked: true },
          }),
        );
      const totalOf = (sheet: Sheet | undefined): [number, number] => {
        const [, , , net, vat] = sheet?.rows.find(({ level }) => level === 'total')?.cells ?? [];
        return [Number(net), Number(vat)];
      };
      const rowOf = (sheet: Sheet | undefined, name: string) =>
        sheet?.rows.find(({ cells }) => cells[0] === name)?.cells.slice(1);

      beforeAll(async () => {
        it_ = await testDesk();
        id = await it_.next({ erp: 'odoo' });
        it_.link(erp);
        const full = await salesTax(books, 20, 'on_payment');
        // The old chart has none of another rate.
        const low = await books.call('account.tax', 'copy', { ids: [full], default: { name: 'TVA 10', amount: 10 } });
        taxes = { full, low: [low].flat()[0], plain: await salesTax(books, 20, 'on_invoice') };
        undone = await booked();
        must(await pullErp(it_.desk, erp, id));
      }, 240_000);
      afterAll(() => it_?.close());

      /** Every amount that is paid makes whole cents of VAT, but for those in thirds. */
      async function booked(): Promise<Receipt> {
        const { full, low, plain } = taxes;
        const owner = await partner('Encaissements SARL');
        const sold = (rows: readonly (readonly [number, number?])[], more: Parameters<typeof invoice>[2] = {}) =>
          invoice(owner, rows, more);
        const pay = (it: Invoice, cents: number, day: Day) => paid(owner, it.lines[0]!, cents, day);

        const halves = await sold([[1000, full]]);
        await pay(halves, 60_000, '2026-06-15');
        await pay(halves, 60_000, '2026-07-03');
        await pay(await sold([[500, plain]]), 60_000, '2026-06-20');
        const both = await sold([
          [300, full],
          [700, plain],
        ]);
        await pay(both, 40_000, '2026-06-21');
        const thirds = await sold([[94.79, low]]);
        for (const [i, cents] of [3_475, 3_475, 3_477].entries()) await pay(thirds, cents, `2026-0${6 + i}-22` as Day);
        await pay(
          await sold([
            [200, full],
            [100, low],
          ]),
          35_000,
          '2026-07-10',
        );
        const refund = await sold([[200, full]], { kind: 'out_refund' });
        await pay(refund, -24_000, '2026-07-15');
        await sold([[400, full]]);
        const inTwo = await sold([[10.05, full]], { invoice_payment_term_id: await halfAndHalf() });
        for (const [i, item] of inTwo.lines.entries()) await paid(owner, item, 6_03, `2026-09-1${i}` as Day);
        await paid(owner, await deposit(owner), 12_000, '2026-08-04');
        return pay(await sold([[50, full]]), 6_000, '2026-08-05');
      }

      function halfAndHalf(): Promise<number> {
        const half = { value: 'percent', value_amount: 50 };
        const days = books.modern ? 'nb_days' : 'days';
        const rest = books.modern ? half : { value: 'balance' };
        const lines = [
          { ...half, [days]: 0 },
          { ...rest, [days]: 30 },
        ];
        return books.create('account.payment.term', { name: '50/50', line_ids: lines.map((it) => [0, 0, it]) });
      }

      /** 100.00 on the account of deposits; its due line. */
      async function deposit(owner: number): Promise<number> {
        const [account] = await books.search('account.account', [['code', '=', '419100']], ['code']);
        const line = { name: 'Acompte', quantity: 1, price_unit: 100, account_id: account.id };
        const move = await books.create('account.move', {
          ...{ move_type: 'out_invoice', partner_id: owner, invoice_date: '2026-08-01', date: '2026-08-01' },
          invoice_line_ids: [[0, 0, { ...line, tax_ids: [[6, 0, [taxes.plain]]] }]],
        });
        await books.call('account.move', 'action_post', { ids: [move] });
        return (await books.dueLines(move))[0]!;
      }

      test.each(MONTHS)('of %s are what Odoo declares', async (month, net, vat) => {
        const [receipts] = await sheetsOf(month);
        expect(totalOf(receipts)).toEqual([net, vat]);
        expect(await declared(month)).toEqual([net, vat]);
      });

      test('of two instalments are the invoice’s to the cent, and so is their net, which Odoo may round by itself', async () => {
        // 10.05 with 2.01: halves of 6.03 hold 1.01 and 1.00.
        expect(totalOf((await sheetsOf('2026-09'))[0])).toEqual([10_05, 2_01]);
        expect((await declared('2026-09'))[1]).toBe(2_01);
      });

      test('of a deposit are told by nobody, for its tax is on invoice and receipt makes it due', async () => {
        expect(rowOf((await sheetsOf('2026-08'))[0], 'Regime to be determined')).toEqual([1, 120_00, 'to determine']);
      });

      test('leave out the invoice on debits, which the month of its date has, and nothing is left that does not tell', async () => {
        const [june] = await sheetsOf('2026-06');
        expect(rowOf(june, 'On debits')).toEqual([1, 60_000, 'due at the invoice']);
        expect(rowOf(june, 'Regime to be determined')).toBeUndefined();
        const billed = (await sheetsOf('2026-05')).find(({ name }) => name === 'tva-sur-debits');
        expect(totalOf(billed)).toEqual([120_000, 24_000]);
      });

      test('go with a match that is undone', async () => {
        const before = totalOf((await sheetsOf('2026-08'))[0]);
        must(await erp.undo(undone));
        must(await pullErp(it_.desk, erp, id));
        const after = totalOf((await sheetsOf('2026-08'))[0]);
        expect([before[0] - after[0], before[1] - after[1]]).toEqual([5_000, 1_000]);
        expect(after).toEqual(await declared('2026-08'));
      });

      test('an Odoo that does not use taxes on payment tells of none but those it has, and is read again when it does', async () => {
        const untold = async () => rowOf((await sheetsOf('2026-06'))[0], 'Regime to be determined');
        await books.call('res.company', 'write', { ids: [1], vals: { tax_exigibility: false } });
        try {
          must(await pullErp(it_.desk, erp, id));
          expect(await untold()).toEqual([1, 60_000, 'to determine']);
        } finally {
          await books.call('res.company', 'write', { ids: [1], vals: { tax_exigibility: true } });
        }
        must(await pullErp(it_.desk, erp, id));
        expect(await untold()).toBeUndefined();
      });
    });
  },
  ['19 json2', '14 xmlrpc'],
);

function lastDay(month: Month): Day {
  return (month === '2026-06' || month === '2026-09' ? `${month}-30` : `${month}-31`) as Day;
}
