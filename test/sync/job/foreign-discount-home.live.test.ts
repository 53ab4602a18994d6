// A discount on invoices in dollars, received in euros: one sum is missing, and what of it is discount is told by the bank or the terms.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptLine } from '../../../sync/job/accept.ts';
import { preview } from '../../../sync/job/detail.ts';
import type { AcceptBody } from '../../../sync/port/view.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { figuresOf, movedSince, salesTax } from '../../connector/erp/odoo/tax-report.ts';
import { codeOf, request } from './desk.ts';
import { body, closedAndOpened, type DollarDesk, dollarDesk, earlyTerms, take } from './foreign-desk.ts';

await onLiveHosts(
  'foreign_home',
  ({ books, erp, modern }) => {
    let it_: DollarDesk;
    let terms: Record<string, unknown> = {};
    beforeAll(async () => {
      it_ = await dollarDesk(books, erp);
      terms = await earlyTerms(books);
    });
    afterAll(() => it_?.close());

    /** Euros on the company's own account, with the dollars that the bank says they were. */
    const received = (euros: number, words: string, dollars: number | null, day = '2026-06-15') =>
      books.bankLine(euros, day, {
        payment_ref: words,
        ...(dollars === null ? {} : { foreign_currency_id: it_.dollar, amount_currency: dollars }),
      });
    /** Pressing "discount" on all that is missing, in euros. */
    const discounted = (item: number, dueMinor: number, paidMinor: number): AcceptBody =>
      body({
        allocations: [take(item, dueMinor)],
        adjustments: [{ kind: 'discount', amountMinor: paidMinor - dueMinor }],
      });

    test('the bank says 980.00 of 1 000.00 dollars: 20.00 are discount at the rate of the sale, the rest is Odoo’s exchange', async () => {
      const owner = await books.partner('Told Ltd');
      const item = (await it_.invoice(owner, 1000)).lines[0]!;
      const line = await received(784, 'TOLD LTD', 980);
      await it_.night();
      const wanted = discounted(item, 90_909, 78_400);
      const told = await it_.see((tx) => preview(tx, `stl/${line}`, wanted));
      // 20.00 / 1.10 = 18.18; 909.09 - 784.00 - 18.18 = 106.91.
      expect(told.entry.map((it) => [it.part, it.amountMinor])).toEqual([
        ['bank', 78_400],
        ['customer', -90_909],
        ['discount', 1_818],
        ['exchange', 10_691],
      ]);
      const id = await it_.accept(line, wanted);
      expect(await it_.left(item)).toEqual([0, 0]);
      const entry = await books.entryOf(line);
      expect(entry).toEqual(['411100 -802.18', '665000 18.18', 'BANK 784.00']);
      expect(await it_.exchange(item)).toBe(-106.91);
      await closedAndOpened(it_, { id, line, item }, [909.09, 1000]);
    });

    test('with VAT of 20 % the report falls by 2 % of what was booked, not by the exchange', async () => {
      const [owner, tax] = [await books.partner('Told Vat'), await salesTax(books, 20, 'on_invoice')];
      const item = (await books.invoice(owner, [[1000, tax]], { currency_id: it_.dollar })).lines[0]!;
      const line = await received(940.8, 'TOLD VAT', 1176);
      await it_.night();
      const before = await figuresOf(books);
      const id = await it_.accept(line, discounted(item, 109_091, 94_080));
      expect(await it_.left(item)).toEqual([0, 0]);
      // 20.00 and 4.00 / 1.10; 1 090.91 - 940.80 - 21.82 = 128.29.
      expect(await books.entryOf(line)).toEqual(['411100 -962.62', '445710 3.64', '665000 18.18', 'BANK 940.80']);
      expect(await movedSince(books, before)).toEqual({ base: [-18.18], vat: [-3.64] });
      expect(await it_.exchange(item)).toBe(-128.29);
      await it_.night();
      expect(await it_.stateOf(line)).toBe('settled');
      await it_.undone(id, line);
      expect(await movedSince(books, before)).toEqual({ base: [], vat: [] });
      expect(await it_.left(item)).toEqual([1090.91, 1200]);
    });

    test.runIf(modern)('the bank says nothing: the invoice’s terms do, also where the euro fell', async () => {
      const owner = await books.partner('Terms Ltd');
      const item = (await books.invoice(owner, [[1000]], { currency_id: it_.dollar, ...terms })).lines[0]!;
      const line = await received(900, 'TERMS LTD', null);
      await it_.night();
      const id = await it_.accept(line, discounted(item, 90_909, 90_000));
      expect(await it_.left(item)).toEqual([0, 0]);
      // 909.09 - 900.00 - 18.18: a gain of 9.09.
      expect(await books.entryOf(line)).toEqual(['411100 -918.18', '665000 18.18', 'BANK 900.00']);
      // Of a gain Odoo's entry closes what the bank's own line has too much.
      const own = (await books.linesOf(await books.moveOf(line))).find((row) => row.account === '411100')!;
      expect([own.residual, await it_.exchange(own.id)]).toEqual([0, 9.09]);
      await it_.undone(id, line);
      expect(await it_.left(item)).toEqual([909.09, 1000]);
    });

    test('where neither says it, it is refused in words, and nothing is written', async () => {
      const owner = await books.partner('Untold Ltd');
      const item = (await it_.invoice(owner, 1000)).lines[0]!;
      const line = await received(784, 'UNTOLD LTD', null);
      await it_.night();
      const wanted = discounted(item, 90_909, 78_400);
      expect(codeOf(await acceptLine(it_.desk, it_.company, `stl/${line}`, wanted, request()))).toBe('discount-untold');
      expect(await it_.left(item)).toEqual([909.09, 1000]);
    });
  },
  ['19 json2', '19 json2 addon', '19 xmlrpc as before 19', '14 xmlrpc'],
);
