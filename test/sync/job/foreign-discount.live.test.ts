// A discount on invoices in dollars, paid into an account in dollars: base and VAT fall at the rate at which the sale was booked, Odoo
// closes the invoice in both currencies, and what is left is its own difference of exchange.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import type { AcceptBody } from '../../../sync/port/view.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { figuresOf, movedSince, salesTax } from '../../connector/erp/odoo/tax-report.ts';
import { codeOf, must, request } from './desk.ts';
import { body, closedAndOpened, type DollarDesk, dollarDesk, earlyTerms, take } from './foreign-desk.ts';

const NOTHING_MOVED = { base: [], vat: [] };

await onLiveHosts(
  'foreign_discount',
  ({ books, erp, modern }) => {
    let it_: DollarDesk;
    let terms: Record<string, unknown> = {};
    beforeAll(async () => {
      it_ = await dollarDesk(books, erp);
      terms = await earlyTerms(books);
    });
    afterAll(() => it_?.close());

    const sold = (owner: number, rows: readonly (readonly [number, number?])[], more: Record<string, unknown> = {}) =>
      books.invoice(owner, rows, { currency_id: it_.dollar, ...terms, ...more });
    /** What Odoo proposes no terms for is typed. */
    const typed = (item: number, minor: number, offMinor: number): AcceptBody =>
      body({
        allocations: [take(item, minor)],
        adjustments: [{ kind: 'discount', amountMinor: -offMinor }],
      });
    test('an export of 1 000.00 dollars less 2 %, paid in time: one key closes it, and the undo opens it again', async () => {
      const owner = await books.partner('Export Ltd');
      const { lines, name } = await sold(owner, [[1000]]);
      const item = lines[0]!;
      const line = await it_.received(980, `WIRE EXPORT LTD ${name}`, { partner_name: 'EXPORT LTD' });
      await it_.night();
      let wanted = typed(item, 100_000, 2_000);
      if (modern) {
        const { candidate } = await it_.best(line);
        expect(candidate).toMatchObject({
          allocations: [take(item, 100_000)],
          adjustments: [{ kind: 'discount', amountMinor: -2_000 }],
          restMinor: 0,
        });
        wanted = bodyOf(candidate, 0);
      }
      const id = await it_.accept(line, wanted);
      expect(await it_.left(item)).toEqual([0, 0]);
      // 980.00 / 1.25 = 784.00 received; 20.00 / 1.10 = 18.18 off the sale; 1 000.00 / 1.10 = 909.09 was due.
      expect((await it_.entryOf(line)).map((it) => it.split(' ').slice(1).join(' '))).toEqual([
        '-802.18 -1000.00',
        '784.00 980.00',
        '18.18 20.00',
      ]);
      expect(await it_.entryOf(line)).toContain('665000 18.18 20.00');
      // 909.09 - 784.00 - 18.18
      expect(await it_.exchange(item)).toBe(-106.91);
      await closedAndOpened(it_, { id, line, item }, [909.09, 1000]);
    });

    test('with VAT of 20 %: base and VAT fall by 2 % of what was booked, and the report by exactly that', async () => {
      const [owner, tax] = [await books.partner('Vat Ltd'), await salesTax(books, 20, 'on_invoice')];
      const item = (await sold(owner, [[1000, tax]])).lines[0]!;
      const line = await it_.received(1176, 'VAT LTD');
      await it_.night();
      const before = await figuresOf(books);
      const id = await it_.accept(line, typed(item, 120_000, 2_400));
      expect(await it_.left(item)).toEqual([0, 0]);
      // 1 176.00 / 1.25 = 940.80; 20.00 and 4.00 / 1.10 = 18.18 and 3.64.
      expect(await it_.entryOf(line)).toEqual(
        expect.arrayContaining(['411100 -962.62 -1200.00', '445710 3.64 4.00', '665000 18.18 20.00']),
      );
      expect(await movedSince(books, before)).toEqual({ base: [-18.18], vat: [-3.64] });
      // 1 090.91 - 940.80 - 21.82
      expect(await it_.exchange(item)).toBe(-128.29);
      await it_.night();
      expect(await it_.stateOf(line)).toBe('settled');
      await it_.undone(id, line);
      expect(await movedSince(books, before)).toEqual(NOTHING_MOVED);
      expect(await it_.left(item)).toEqual([1090.91, 1200]);
    });

    test('of two rates of VAT each falls by its own', async () => {
      const owner = await books.partner('Two Rates');
      const [full, low] = [await salesTax(books, 20, 'on_invoice'), await salesTax(books, 10, 'on_invoice')];
      const rows = [
        [500, full],
        [600, low],
      ] as const;
      const item = (await sold(owner, rows)).lines[0]!;
      const open = await it_.left(item);
      const line = await it_.received(1234.8, 'TWO RATES');
      await it_.night();
      const before = await figuresOf(books);
      const id = await it_.accept(line, typed(item, 126_000, 2_520));
      expect(await it_.left(item)).toEqual([0, 0]);
      // 10.00, 12.00, 2.00 and 1.20 dollars at 1.10.
      expect(await it_.entryOf(line)).toEqual(
        expect.arrayContaining(['665000 9.09 10.00', '665000 10.91 12.00', '445710 1.82 2.00', '445710 1.09 1.20']),
      );
      expect(await movedSince(books, before)).toEqual({ base: [-9.09, -10.91], vat: [-1.82, -1.09] });
      await it_.undone(id, line);
      expect(await movedSince(books, before)).toEqual(NOTHING_MOVED);
      expect(await it_.left(item)).toEqual(open);
    });

    test('two invoices of two rates of exchange, both with 2 %: each discount is worth what its sale was', async () => {
      const owner = await books.partner('Two Days');
      const [early, late] = [await sold(owner, [[1000]]), await sold(owner, [[500]], { day: '2026-06-05' })];
      const [a, b] = [early.lines[0]!, late.lines[0]!];
      const line = await it_.received(1470, 'TWO DAYS');
      await it_.night();
      const wanted = body({
        allocations: [take(a, 100_000), take(b, 50_000)],
        adjustments: [{ kind: 'discount', amountMinor: -3_000 }],
      });
      const id = await it_.accept(line, wanted);
      expect([await it_.left(a), await it_.left(b)]).toEqual([
        [0, 0],
        [0, 0],
      ]);
      // 20.00 / 1.10 + 10.00 / 1.25 = 18.18 + 8.00; received 1 176.00, of which 784.00 and 392.00.
      expect(await it_.entryOf(line)).toEqual(
        expect.arrayContaining(['665000 26.18 30.00', '411100 -802.18 -1000.00', '411100 -400.00 -500.00']),
      );
      expect(await it_.exchange(a)).toBe(-106.91);
      expect(await it_.exchange(b)).toBe(0);
      await it_.night();
      expect(await it_.stateOf(line)).toBe('settled');
      await it_.undone(id, line);
      expect([await it_.left(a), await it_.left(b)]).toEqual([
        [909.09, 1000],
        [400, 500],
      ]);
    });

    test.runIf(modern)('of two invoices of two rates of VAT only the one with terms is lowered', async () => {
      const owner = await books.partner('One Of Two');
      const [full, low] = [await salesTax(books, 20, 'on_invoice'), await salesTax(books, 10, 'on_invoice')];
      const a = (await sold(owner, [[1000, full]])).lines[0]!;
      const b = (await books.invoice(owner, [[500, low]], { currency_id: it_.dollar })).lines[0]!;
      const line = await it_.received(1726, 'ONE OF TWO');
      await it_.night();
      const before = await figuresOf(books);
      const wanted = body({
        allocations: [take(a, 120_000), take(b, 55_000)],
        adjustments: [{ kind: 'discount', amountMinor: -2_400 }],
      });
      const id = await it_.accept(line, wanted);
      // 20.00 and 4.00 / 1.10, of the first invoice; the second is worth 550.00 / 1.25 in the bank's entry.
      expect(await movedSince(books, before)).toEqual({ base: [-18.18], vat: [-3.64] });
      expect(await it_.entryOf(line)).toEqual(expect.arrayContaining(['411100 -440.00 -550.00', '665000 18.18 20.00']));
      expect([await it_.left(a), await it_.left(b)]).toEqual([
        [0, 0],
        [0, 0],
      ]);
      await it_.undone(id, line);
      expect(await movedSince(books, before)).toEqual(NOTHING_MOVED);
    });

    test.runIf(modern)('VAT on payments: what is declared is what was received', async () => {
      const [owner, tax] = [await books.partner('Paid Vat'), await salesTax(books, 20, 'on_payment')];
      const item = (await sold(owner, [[1000, tax]])).lines[0]!;
      const line = await it_.received(1176, 'PAID VAT');
      await it_.night();
      const before = await figuresOf(books);
      const id = await it_.accept(line, typed(item, 120_000, 2_400));
      expect(await it_.left(item)).toEqual([0, 0]);
      // 980.00 and 196.00 / 1.25
      expect(await movedSince(books, before)).toEqual({ base: [784], vat: [156.8] });
      await it_.night();
      expect(await it_.stateOf(line)).toBe('settled');
      await it_.undone(id, line);
      expect(await movedSince(books, before)).toEqual(NOTHING_MOVED);
      expect(await it_.left(item)).toEqual([1090.91, 1200]);
    });

    test.runIf(!modern)('VAT on payments would be declared twice: it is refused, and nothing is written', async () => {
      const [owner, tax] = [await books.partner('Paid Vat'), await salesTax(books, 20, 'on_payment')];
      const item = (await sold(owner, [[1000, tax]])).lines[0]!;
      const line = await it_.received(1176, 'PAID VAT');
      await it_.night();
      const before = await figuresOf(books);
      must(await acceptLine(it_.desk, it_.company, `stl/${line}`, typed(item, 120_000, 2_400), request()));
      await flushOutbox(it_.desk, it_.company);
      expect(await it_.left(item)).toEqual([1090.91, 1200]);
      expect(await movedSince(books, before)).toEqual(NOTHING_MOVED);
      await it_.night();
      expect(await it_.stateOf(line)).toBe('open');
    });

    test('a discount that is claimed back stays due in dollars; the claim is kept in euros of the sale', async () => {
      const owner = await books.partner('Too Late Ltd');
      const item = (await it_.invoice(owner, 1000)).lines[0]!;
      const line = await it_.received(980, 'TOO LATE LTD');
      await it_.night();
      const claims = [{ kind: 'undue-discount' as const, itemId: String(item), amountMinor: 2_000 }];
      const id = await it_.accept(line, body({ allocations: [take(item, 98_000)], claims }));
      expect((await it_.left(item))[1]).toBe(20);
      await it_.night();
      const kept = async () => {
        const rows = await it_.see((tx) => tx.view.claims(9, String(owner)));
        return rows.map((it) => [it.state, it.amountMinor]);
      };
      // 20.00 / 1.10
      expect(await kept()).toEqual([['open', 1_818]]);
      await it_.undone(id, line);
      expect(await kept()).toEqual([['gone', 1_818]]);
      expect(await it_.left(item)).toEqual([909.09, 1000]);
    });

    test('a discount that no invoice bears has no rate: it is refused in words', async () => {
      const owner = await books.partner('Nothing Sold');
      const item = (await it_.invoice(owner, 100, { kind: 'out_refund' })).lines[0]!;
      const line = await it_.received(-98, 'NOTHING SOLD');
      await it_.night();
      const wanted = body({
        allocations: [take(item, -10_000)],
        adjustments: [{ kind: 'discount', amountMinor: 200 }],
      });
      expect(codeOf(await acceptLine(it_.desk, it_.company, `stl/${line}`, wanted, request()))).toBe(
        'difference-foreign',
      );
    });
  },
  ['19 json2', '19 json2 addon', '19 xmlrpc as before 19', '14 xmlrpc'],
);
