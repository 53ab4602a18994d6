// Foreign currency both ways: the bank's own amount counts, Odoo posts the difference of exchange.
import { expect, test } from 'vitest';
import { isFault, says } from '../../../../sync/fault/index.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import { BEFORE_19, onLiveHosts, WITH_ADDON } from './live.ts';
import { bank, customer, postingOf, row } from './posting.ts';

await onLiveHosts(
  'foreign',
  ({ books, erp }) => {
    const post = async (posting: Posting): Promise<Receipt> => {
      const receipt = await erp.post(posting);
      if (isFault(receipt)) throw new Error(`${receipt.code}: ${says(receipt, 'en')}`);
      return receipt;
    };
    let dollar = 0;

    /** An invoice in dollars, at 1.10 dollars a euro. */
    async function dollars(owner: number, amount: number): Promise<number> {
      if (dollar === 0) {
        dollar = (await books.search('res.currency', [['name', '=', 'USD']], ['name']))[0].id;
        await books.create('res.currency.rate', { currency_id: dollar, name: '2026-01-01', rate: 1.1, company_id: 1 });
        await books.create('res.currency.rate', { currency_id: dollar, name: '2026-06-01', rate: 1.25, company_id: 1 });
      }
      return (await books.invoice(owner, [[amount]], { currency_id: dollar })).lines[0]!;
    }
    const left = async (id: number): Promise<[number, number]> => {
      const [line] = await books.linesWhere([['id', '=', id]]);
      return [line!.residual, line!.foreign];
    };

    test('an invoice in dollars is paid whole by euros, the exchange difference is Odoo’s', async () => {
      const owner = await books.partner('Dollar');
      const item = await dollars(owner, 1250);
      expect(await left(item)).toEqual([1136.36, 1250]);
      const line = await books.bankLine(1000);
      const foreign = { minor: -125_000, currency: 'USD' };
      const entry = [bank(100_000), customer(item, -113_636, owner, foreign), row('exchange', '666000', 13_636)];
      const receipt = await post(postingOf({ line, entry }));
      expect(await left(item)).toEqual([0, 0]);
      expect(await books.entryOf(line)).toEqual(['411100 -1000.00', 'BANK 1000.00']);
      expect(isFault(await erp.undo(receipt))).toBe(false);
      expect(await left(item)).toEqual([1136.36, 1250]);
    });

    test('a part of it is paid: what is left is counted in dollars', async () => {
      const owner = await books.partner('Dollar en partie');
      const item = await dollars(owner, 1250);
      const line = await books.bankLine(402);
      await post(
        postingOf({ line, entry: [bank(40_200), customer(item, -40_200, owner, { minor: -50_000, currency: 'USD' })] }),
      );
      expect((await left(item))[1]).toBe(750);
    });

    test('unsaid, an amount in dollars is not guessed', async () => {
      const owner = await books.partner('Dollar tu');
      const item = await dollars(owner, 1250);
      const line = await books.bankLine(500);
      const refused = await erp.post(postingOf({ line, entry: [bank(50_000), customer(item, -50_000, owner)] }));
      expect(isFault(refused) && refused.code).toBe('erp-refused');
      expect(await left(item)).toEqual([1136.36, 1250]);
    });

    test('an account in dollars receives what an invoice in dollars is due', async () => {
      const owner = await books.partner('Compte en dollars');
      const item = await dollars(owner, 1250);
      const journal = await books.create('account.journal', {
        name: 'USD',
        code: 'BNKUS',
        type: 'bank',
        currency_id: dollar,
      });
      const line = await books.bankLine(1250, '2026-06-15', { journal_id: journal });
      const rows = await books.linesOf(await books.moveOf(line));
      const received = Math.round(Math.max(...rows.map((it) => it.balance)) * 100);
      expect(received).toBe(100_000);
      const entry = [bank(received), customer(item, -received, owner, { minor: -125_000, currency: 'USD' })];
      await post(postingOf({ line, entry }));
      expect(await left(item)).toEqual([0, 0]);
    });
  },
  [...WITH_ADDON, BEFORE_19],
);
