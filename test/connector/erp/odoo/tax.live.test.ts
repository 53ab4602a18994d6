// Taxes: discounts move Odoo's own report by just their VAT, and VAT on payments is dated and undone as it should be.
import { expect, test } from 'vitest';
import { isFault, says } from '../../../../sync/fault/index.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import { BEFORE_19, onLiveHosts, WITH_ADDON } from './live.ts';
import { bank, customer, postingOf, row } from './posting.ts';
import { cashBasis, type Figures, figuresOf, movedSince, salesTax, secondTax, zeroTax } from './tax-report.ts';

await onLiveHosts(
  'tax',
  ({ books, erp, modern }) => {
    const { partner, invoice, bankLine, residuals } = books;
    const taxes = {
      sale: (rate: number, exigibility: 'on_invoice' | 'on_payment') => salesTax(books, rate, exigibility),
      figures: () => figuresOf(books),
      moved: (before: Figures) => movedSince(books, before),
      cashBasis: (invoice: number) => cashBasis(books, invoice),
    };

    const post = async (posting: Posting): Promise<Receipt> => {
      const receipt = await erp.post(posting);
      if (isFault(receipt)) throw new Error(`${receipt.code}: ${says(receipt, 'en')}`);
      return receipt;
    };
    const undo = async (receipt: Receipt): Promise<void> => {
      const undone = await erp.undo(receipt);
      if (isFault(undone)) throw new Error(`${undone.code}: ${says(undone, 'en')}`);
    };
    const codeOf = (it: unknown): string => (isFault(it) ? it.code : 'done');

    test('a discount lowers base and VAT of each rate, and the report moves by exactly that', async () => {
      const [owner, full, low] = [
        await partner('Escompte'),
        await taxes.sale(20, 'on_invoice'),
        await taxes.sale(10, 'on_invoice'),
      ];
      const { lines } = await invoice(owner, [
        [500, full],
        [600, low],
      ]);
      const before = await taxes.figures();
      const line = await bankLine(1234.8);
      // 2 % of 1260.00: 22.00 without tax, VAT 2.00 and 1.20.
      const entry = [
        bank(123_480),
        customer(lines[0]!, -126_000, owner),
        row('discount', '665000', 2_200),
        row('discount_vat', '445710', 320),
      ];
      const receipt = await post(postingOf({ line, entry }));
      expect(await residuals(...lines)).toEqual([0]);
      expect(await taxes.moved(before)).toEqual({ base: [-10, -12], vat: [-2, -1.2] });
      await undo(receipt);
      expect(await taxes.moved(before)).toEqual({ base: [], vat: [] });
    });

    test('a line of two taxes is one base, what is withheld goes the other way, and a tax under VAT is its base too', async () => {
      const [owner, full] = [await partner('Deux taxes'), await taxes.sale(20, 'on_invoice')];
      const withheld = await secondTax(books, full, { amount: -5, amount_type: 'percent' });
      const before = await taxes.figures();
      const first = await invoice(owner, [[100, [full, withheld]]]);
      // 2 % of 115.00: 2.00 without tax, 0.40 of VAT and 0.10 that was withheld.
      const line = await bankLine(112.7);
      const entry = (item: number, paid: number, whole: number, net: number, vat: number) => [
        bank(paid),
        customer(item, -whole, owner),
        row('discount', '665000', net),
        row('discount_vat', '445710', vat),
      ];
      const receipt = await post(postingOf({ line, entry: entry(first.lines[0]!, 11_270, 11_500, 200, 30) }));
      expect(await residuals(...first.lines)).toEqual([0]);
      expect(await taxes.moved(before)).toEqual({ base: [98], vat: [19.6] });
      expect(await books.entryOf(line)).toEqual([
        '411100 -115.00',
        '445710 0.40',
        '658000 -0.10',
        '665000 2.00',
        'BANK 112.70',
      ]);
      await undo(receipt);
      expect(await taxes.moved(before)).toEqual({ base: [100], vat: [20] });

      const levy = await secondTax(books, full, {
        amount: 3,
        amount_type: 'fixed',
        include_base_amount: true,
        sequence: 0,
      });
      const later = await taxes.figures();
      const second = await invoice(owner, [[100, [levy, full]]]);
      // 2 % of 123.60: 2.00, of the levy 0.06, of VAT on both 0.41.
      await post(postingOf({ line: await bankLine(121.13), entry: entry(second.lines[0]!, 12_113, 12_360, 200, 47) }));
      expect(await residuals(...second.lines)).toEqual([0]);
      expect(await taxes.moved(later)).toEqual({ base: [100.94], vat: [20.19] });
    });

    test('a discount on a sale without VAT within the Union lowers what is declared of such sales', async () => {
      const [owner, none] = [await partner('Intra'), await zeroTax(books)];
      const { lines } = await invoice(owner, [[1000, none]]);
      const before = await taxes.figures();
      const line = await bankLine(980);
      const entry = [bank(98_000), customer(lines[0]!, -100_000, owner), row('discount', '665000', 2_000)];
      const receipt = await post(postingOf({ line, entry }));
      expect(await books.entryOf(line)).toEqual(['411100 -1000.00', '665000 20.00', 'BANK 980.00']);
      const moved = await figuresOf(books);
      const differences = [...moved].map(([tag, sum]) => sum - (before.get(tag) ?? 0)).filter((sum) => sum !== 0);
      expect(differences.length > 0 && differences.every((sum) => sum === -20)).toBe(true);
      await undo(receipt);
      const after = await figuresOf(books);
      expect([...after].filter(([tag, sum]) => sum !== (before.get(tag) ?? 0))).toEqual([]);
    });

    test('a discount without VAT moves no report', async () => {
      const [owner, full] = [await partner('Sans TVA'), await taxes.sale(20, 'on_invoice')];
      const { lines } = await invoice(owner, [[100, full]]);
      const before = await taxes.figures();
      const line = await bankLine(118);
      await post(
        postingOf({ line, entry: [bank(11_800), customer(lines[0]!, -12_000, owner), row('discount', '665000', 200)] }),
      );
      expect(await taxes.moved(before)).toEqual({ base: [], vat: [] });
    });

    test('VAT on payments is dated the receipt, in proportion, and reversed by the undo', async () => {
      const [owner, tax] = [await partner('Encaissements'), await taxes.sale(20, 'on_payment')];
      const { lines, move } = await invoice(owner, [[1000, tax]]);
      const before = await taxes.figures();
      const line = await bankLine(600, '2026-06-15');
      const receipt = await post(postingOf({ line, entry: [bank(60_000), customer(lines[0]!, -60_000, owner)] }));
      expect(await taxes.cashBasis(move)).toEqual([['2026-06-15', 500, 100]]);
      expect(await taxes.moved(before)).toEqual({ base: [500], vat: [100] });
      expect((await erp.foreseeUndo(receipt)).map((it) => it.code)).toEqual(['undo-leaves']);
      await undo(receipt);
      expect(await taxes.moved(before)).toEqual({ base: [], vat: [] });
      expect(await residuals(...lines)).toEqual([1200]);
    });

    test('VAT on payments of an invoice in dollars is due in euros of the receipt, and comes back with it', async () => {
      const [owner, tax] = [await partner('Dollars encaissés'), await taxes.sale(20, 'on_payment')];
      const [{ id: dollar }] = await books.search('res.currency', [['name', '=', 'USD']], ['name']);
      for (const [name, rate] of [
        ['2026-01-01', 1.1],
        ['2026-06-01', 1.25],
      ])
        await books.create('res.currency.rate', { currency_id: dollar, name, rate, company_id: 1 });
      const { lines, move } = await invoice(owner, [[1000, tax]], { currency_id: dollar });
      const before = await taxes.figures();
      const line = await bankLine(480, '2026-06-15');
      // Half of it: 600.00 dollars, at 1.25 dollars a euro.
      const foreign = { minor: -60_000, currency: 'USD' };
      const entry = [bank(48_000), customer(lines[0]!, -54_545, owner, foreign), row('exchange', '666000', 6_545)];
      const receipt = await post(postingOf({ line, entry }));
      expect(await taxes.cashBasis(move)).toEqual([['2026-06-15', 400, 80]]);
      expect(await taxes.moved(before)).toEqual({ base: [400], vat: [80] });
      await undo(receipt);
      expect(await taxes.moved(before)).toEqual({ base: [], vat: [] });
      expect((await books.linesWhere([['id', '=', lines[0]!]])).map((it) => it.foreign)).toEqual([1200]);
    });

    test('a discount on VAT on payments lowers what the payment declares, once', async () => {
      const [owner, tax] = [await partner('Escompte encaissé'), await taxes.sale(20, 'on_payment')];
      const { lines } = await invoice(owner, [[1000, tax]]);
      const before = await taxes.figures();
      const line = await bankLine(1176);
      const entry = [
        bank(117_600),
        customer(lines[0]!, -120_000, owner),
        row('discount', '665000', 2_000),
        row('discount_vat', '445710', 400),
      ];
      const receipt = await post(postingOf({ line, entry }));
      expect(await residuals(...lines)).toEqual([0]);
      expect(await taxes.moved(before)).toEqual({ base: [980], vat: [196] });
      await undo(receipt);
      expect(await taxes.moved(before)).toEqual({ base: [], vat: [] });
    });

    test('money that came before its invoice would date VAT in another month: it warns, and is done once accepted', async () => {
      const [owner, tax] = [await partner('Avant'), await taxes.sale(20, 'on_payment')];
      const { lines, move } = await invoice(owner, [[100, tax]], { day: '2026-07-03' });
      const line = await bankLine(120, '2026-06-20');
      const posting = postingOf({ line, entry: [bank(12_000), customer(lines[0]!, -12_000, owner)] });
      expect((await erp.foresee(posting)).map((it) => it.params)).toEqual([
        expect.objectContaining({ month: '2026-07', received: '2026-06' }),
      ]);
      expect(codeOf(await erp.post(posting))).toBe('vat-other-month');
      expect(await residuals(...lines)).toEqual([120]);
      await post({ ...posting, accepted: ['vat-other-month'] });
      expect(await taxes.cashBasis(move)).toEqual([['2026-07-03', 100, 20]]);
    });

    test('under the tax lock the VAT would slip into a later month: it warns', async () => {
      const [owner, tax] = [await partner('Verrou fiscal'), await taxes.sale(20, 'on_payment')];
      const { lines, move } = await invoice(owner, [[100, tax]], { day: '2026-02-03' });
      const line = await bankLine(120, '2026-02-20');
      const posting = postingOf({ line, entry: [bank(12_000), customer(lines[0]!, -12_000, owner)] });
      await books.call('res.company', 'write', { ids: [1], vals: { tax_lock_date: '2026-02-28' } });
      try {
        expect(codeOf(await erp.post(posting))).toBe('vat-other-month');
        if (modern) {
          await post({ ...posting, accepted: ['vat-other-month'] });
          expect(await taxes.cashBasis(move)).toEqual([['2026-03-31', 100, 20]]);
        }
      } finally {
        await books.call('res.company', 'write', { ids: [1], vals: { tax_lock_date: false } });
      }
    });

    test('a discount with VAT is refused under the tax lock', async () => {
      const [owner, full] = [await partner('Escompte verrouillé'), await taxes.sale(20, 'on_invoice')];
      const { lines } = await invoice(owner, [[100, full]], { day: '2026-02-03' });
      const line = await bankLine(117.6, '2026-02-20');
      const entry = [
        bank(11_760),
        customer(lines[0]!, -12_000, owner),
        row('discount', '665000', 200),
        row('discount_vat', '445710', 40),
      ];
      await books.call('res.company', 'write', { ids: [1], vals: { tax_lock_date: '2026-02-28' } });
      try {
        expect(codeOf(await erp.post(postingOf({ line, entry })))).toBe('period-locked');
        expect(await residuals(...lines)).toEqual([120]);
      } finally {
        await books.call('res.company', 'write', { ids: [1], vals: { tax_lock_date: false } });
      }
    });

    test('a return in a later month warns that VAT of the month of the receipt is lowered', async () => {
      const [owner, tax] = [await partner('Rejet TVA'), await taxes.sale(20, 'on_payment')];
      const { lines } = await invoice(owner, [[500, tax]]);
      const before = await taxes.figures();
      const collected = await bankLine(600, '2026-06-05');
      await post(postingOf({ line: collected, entry: [bank(60_000), customer(lines[0]!, -60_000, owner)] }));
      const received = (await books.linesOf(await books.moveOf(collected))).find((it) => it.balance === -600)!;
      const [partial] = await books.search('account.partial.reconcile', [['debit_move_id', '=', lines[0]!]], ['id']);
      const returned = await bankLine(-600, '2026-07-02');
      const releases = [
        {
          id: `partial/${partial.id}`,
          debitId: String(lines[0]),
          creditId: String(received.id),
          amountMinor: 60_000,
          day: '2026-06-05' as const,
        },
      ];
      const posting = postingOf({
        line: returned,
        entry: [bank(-60_000), customer(received.id, 60_000, owner)],
        releases,
      });
      expect(codeOf(await erp.post(posting))).toBe('vat-other-month');
      await post({ ...posting, accepted: ['vat-other-month'] });
      expect(await residuals(lines[0]!, received.id)).toEqual([600, 0]);
      expect(await taxes.moved(before)).toEqual({ base: [], vat: [] });
    });
  },
  [...WITH_ADDON, BEFORE_19],
);
