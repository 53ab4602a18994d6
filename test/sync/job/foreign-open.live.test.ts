// What is open in the document's currency at a past day, against what a real Odoo said on that day of its own lines: rates that move,
// part payments, a receipt in euros, a credit note, dollars left where no euro is, and a match undone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agedItems } from '../../../sync/job/aged.ts';
import type { Desk } from '../../../sync/job/desk.ts';
import { pullErp } from '../../../sync/job/pull-erp.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { Books } from '../../connector/erp/odoo/books.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { hasDatabase } from '../../db/harness.ts';
import { must, type TestDesk, testDesk } from './desk.ts';

/** Minor units by line, without those of nothing. */
type Open = Map<string, number>;

/** Dollars a euro, from each day on. */
const RATES = [
  ['2026-03-01', 1.25],
  ['2026-04-01', 1],
  ['2026-05-01', 1.6],
] as const;

function dollarBooks(books: Books) {
  const { call, search, create } = books;
  let dollar = 0;
  let account = { bank: 0, customer: 0 };
  const reconcile = (...ids: number[]) => call('account.move.line', 'reconcile', { ids });

  return {
    reconcile,
    free: (...ids: number[]) => call('account.move.line', 'remove_move_reconcile', { ids }),

    async open(): Promise<void> {
      const [usd] = await search('res.currency', [['name', '=', 'USD']], ['name']);
      dollar = usd.id;
      for (const [name, rate] of RATES)
        await create('res.currency.rate', { currency_id: dollar, name, rate, company_id: 1 });
      const rows = await search('account.account', [['code', 'in', ['512001', '411100']]], ['code']);
      const of = (code: string): number => rows.find((row) => row.code === code)?.id;
      account = { bank: of('512001'), customer: of('411100') };
    },

    invoice: async (owner: number, amount: number, day: Day, kind = 'out_invoice'): Promise<number> =>
      (await books.invoice(owner, [[amount]], { day, kind, currency_id: dollar })).lines[0]!,

    /** A receipt of so many euros, and dollars where it has them; its line on the customer's account. */
    async paid(owner: number, euros: number, dollars: number | null, day: Day): Promise<number> {
      const usd = (sign: 1 | -1) => (dollars === null ? {} : { currency_id: dollar, amount_currency: sign * dollars });
      const lines = [
        { account_id: account.bank, debit: euros, credit: 0, partner_id: owner, ...usd(1) },
        { account_id: account.customer, debit: 0, credit: euros, partner_id: owner, ...usd(-1) },
      ];
      const move = await create('account.move', {
        ...{ move_type: 'entry', journal_id: books.bank.id, date: day, ref: `R ${day}` },
        line_ids: lines.map((line) => [0, 0, line]),
      });
      await call('account.move', 'action_post', { ids: [move] });
      return (await books.dueLines(move))[0]!;
    },

    /** Odoo's own amount_residual_currency of every line in dollars on the customers' account. */
    async stated(): Promise<Open> {
      const domain = [
        ['account_id', '=', account.customer],
        ['parent_state', '=', 'posted'],
        ['currency_id', '=', dollar],
      ];
      const rows = await search('account.move.line', domain, ['amount_residual_currency']);
      const minor = rows.map((row): [string, number] => [
        String(row.id),
        Math.round(row.amount_residual_currency * 100),
      ]);
      return new Map(minor.filter(([, it]) => it !== 0));
    },
  };
}

await onLiveHosts(
  'foreign_open',
  ({ books, erp }) => {
    describe.skipIf(!hasDatabase())('what is open in dollars', () => {
      let it_: TestDesk;
      let desk: Desk;
      let id: string;
      const own = dollarBooks(books);
      const told = new Map<Day, Open>();
      const kept: Record<string, number> = {};

      const ours = (asOf: Day) =>
        it_.see(async (tx) => {
          const items = (await agedItems(tx, { asOf })).flatMap((item) => (item.openForeign ? [item] : []));
          expect([asOf, items.filter((item) => !item.openForeign?.exact)]).toEqual([asOf, []]);
          const open = items.map((item): [string, number] => [item.itemId, item.openForeign?.minor ?? 0]);
          return new Map(open.filter(([, minor]) => minor !== 0));
        });

      beforeAll(async () => {
        it_ = await testDesk();
        const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms).unref());
        desk = { ...it_.desk, clock: { ...it_.desk.clock, wait } };
        id = await it_.next({ erp: 'odoo' });
        it_.link(erp);
        await own.open();
        const [a, b, c] = [await books.partner('Un'), await books.partner('Deux'), await books.partner('Trois')];
        const first = await own.invoice(a, 1000, '2026-03-10');
        const second = await own.invoice(b, 333.33, '2026-03-10');
        const third = await own.invoice(c, 500, '2026-03-10');
        told.set('2026-03-31', await own.stated());
        // Worth more than the invoice was: where a host books no difference yet, dollars stay open without a euro.
        await own.reconcile(first, await own.paid(a, 950, 950, '2026-04-10'));
        told.set('2026-04-10', await own.stated());
        await own.reconcile(third, await own.paid(c, 200, null, '2026-04-12'));
        told.set('2026-04-12', await own.stated());
        await own.reconcile(first, await own.paid(a, 31.25, 50, '2026-05-10'));
        told.set('2026-05-10', await own.stated());
        kept['part'] = await own.paid(b, 62.5, 100, '2026-05-12');
        await own.reconcile(second, kept['part']);
        told.set('2026-05-12', await own.stated());
        await own.reconcile(third, await own.invoice(c, 50, '2026-05-20', 'out_refund'));
        told.set('2026-05-20', await own.stated());
        must(await pullErp(desk, erp, id));
      }, 240_000);
      afterAll(() => it_.close());

      test('is at every past day what Odoo said on that day', async () => {
        expect(told.get('2026-05-12')?.size).toBeGreaterThan(1);
        for (const [day, open] of told) expect([day, await ours(day)]).toEqual([day, open]);
      });

      test('is open again where a match is undone', async () => {
        await own.free(kept['part']!);
        must(await pullErp(desk, erp, id));
        const open = await own.stated();
        expect(open.get(String(kept['part']))).toBe(-10_000);
        expect(await ours('2027-12-31')).toEqual(open);
      });
    });
  },
  ['19 json2', '14 xmlrpc'],
);
