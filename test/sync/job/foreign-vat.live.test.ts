// VAT on payments of an invoice in dollars, received on an account in dollars: due by day and amount of each receipt, back with it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { cashBasis, figuresOf, movedSince, salesTax } from '../../connector/erp/odoo/tax-report.ts';
import { body, type DollarDesk, dollarDesk, take } from './foreign-desk.ts';

await onLiveHosts(
  'foreign_vat',
  ({ books, erp }) => {
    let it_: DollarDesk;
    beforeAll(async () => {
      it_ = await dollarDesk(books, erp);
    });
    afterAll(() => it_?.close());

    test('each receipt makes its own VAT due, at its own day and rate; undone one by one, all of it is gone', async () => {
      const tax = await salesTax(books, 20, 'on_payment');
      const named = { currency_id: it_.dollar, name: '2026-07-01', rate: 1.2, company_id: 1 };
      await books.create('res.currency.rate', named);
      const owner = await books.partner('Vat On Payment');
      const sold = await books.invoice(owner, [[1000, tax]], { currency_id: it_.dollar });
      const item = sold.lines[0]!;
      const [first, second] = [
        await it_.received(600, 'VAT ON PAYMENT 1'),
        await it_.received(600, 'VAT ON PAYMENT 2', {}, '2026-07-10'),
      ];
      await it_.night();
      const before = await figuresOf(books);
      const one = await it_.accept(first, body({ allocations: [take(item, 60_000)] }));
      await it_.night();
      const two = await it_.accept(second, body({ allocations: [take(item, 60_000)] }));
      expect(await it_.left(item)).toEqual([0, 0]);
      // 500.00 and 100.00 dollars each, at 1.25 and at 1.20 a euro.
      expect(await cashBasis(books, sold.move)).toEqual([
        ['2026-06-15', 400, 80],
        ['2026-07-10', 416.67, 83.33],
      ]);
      expect(await movedSince(books, before)).toEqual({ base: [816.67], vat: [163.33] });
      await it_.night();
      expect([await it_.stateOf(first), await it_.stateOf(second)]).toEqual(['settled', 'settled']);
      await it_.undone(one, first);
      expect(await movedSince(books, before)).toEqual({ base: [416.67], vat: [83.33] });
      expect((await it_.left(item))[1]).toBe(600);
      await it_.undone(two, second);
      expect(await movedSince(books, before)).toEqual({ base: [], vat: [] });
      expect(await it_.left(item)).toEqual([1090.91, 1200]);
    });
  },
  ['19 json2', '19 json2 addon', '19 xmlrpc as before 19'],
);
