// Which accounts a decision goes to beside a live Odoo: in its French chart, and in one where the French numbers mean something else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptLine } from '../../../sync/job/accept.ts';
import { nameAccount } from '../../../sync/job/account-use.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { runNight } from '../../../sync/job/night.ts';
import { pairTransfer } from '../../../sync/job/transfer.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import type { AccountUse } from '../../../sync/model/company.ts';
import type { RestKind } from '../../../sync/model/match.ts';
import { type Books, openBooks } from '../../connector/erp/odoo/books.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { productOn } from '../../connector/erp/odoo/posting.ts';
import type { Seat } from '../../odoo/ask.ts';
import { codeOf, must, request, type TestDesk, testDesk } from './desk.ts';
import { secondCompany } from './live-night.ts';

await onLiveHosts(
  'chart',
  ({ seat, books: every, wire, modern }) => {
    let it_: TestDesk;
    beforeAll(async () => {
      it_ = await testDesk();
    });
    afterAll(() => it_?.close());

    /** A company of that Odoo beside ours, and what a person does there. */
    async function beside(number: number, books: Books) {
      const company = await it_.next({ erp: 'odoo', mode: 'suggest' });
      /** As the program opens it, by the map that the company has now. */
      const open = async () => {
        const { accounts } = await it_.see((tx) => tx.company.get());
        it_.link(productOn(seat as Seat, wire, seat.url, {}, fetch, number, accounts));
      };
      await open();
      const sent = async <T>(done: T) => {
        const id = must(done);
        expect(await flushOutbox(it_.desk, company)).toBe(null);
        return id;
      };
      const nothing = { candidate: null, partyId: null, rest: 'none' as const, adjustments: [], allocations: [] };
      const take = (line: number, body: object) =>
        acceptLine(it_.desk, company, `stl/${line}`, { ...nothing, ...body }, request());
      return {
        company,
        sent,
        take,
        /** A night after which all figures are Odoo's. */
        night: async () => {
          await open();
          const { control } = must(await runNight(it_.desk, company));
          expect(control.filter((each) => each.erpMinor !== each.oursMinor)).toEqual([]);
        },
        /** All of a line left with somebody. */
        left: (line: number, owner: number, rest: RestKind) => take(line, { partyId: String(owner), rest }),
        moved: (line: number) => pairTransfer(it_.desk, company, `stl/${line}`, { otherLineId: null }, request()),
        named: (use: AccountUse, account: string) => nameAccount(it_.desk, company, { use, account }, request()),
        undo: (decision: string) => undoDecision(it_.desk, company, decision, request()),
        /** The number of the account that Odoo itself uses for transfers. */
        transfers: async () => {
          const [own] = await books.search('res.company', [['id', '=', number]], ['transfer_account_id']);
          return String(own.transfer_account_id[1]).split(' ')[0];
        },
      };
    }

    test('in the French chart a first receipt stays with its customer, and a transfer is on Odoo’s own account', async () => {
      const at = await beside(1, every);
      const stranger = await every.partner('Nouveau client');
      const first = await every.bankLine(90, '2026-05-21');
      const moved = await every.bankLine(-70, '2026-05-22');
      const advance = await every.bankLine(40, '2026-05-23');
      await at.night();
      const decision = await at.sent(await at.left(first, stranger, 'on-account'));
      expect(await every.entryOf(first)).toEqual(['411100 -90.00', 'BANK 90.00']);
      const own = (await every.linesOf(await every.moveOf(first))).find((line) => line.account === '411100');
      expect([own?.partner, own?.residual]).toEqual([stranger, -90]);
      await at.sent(await at.moved(moved));
      expect(await every.entryOf(moved)).toEqual([`${await at.transfers()} 70.00`, 'BANK -70.00']);
      await at.sent(await at.left(advance, stranger, 'advance'));
      expect(await every.entryOf(advance)).toEqual(['419100 -40.00', 'BANK 40.00']);
      await at.night();
      await at.sent(await at.undo(decision));
      expect(await every.entryOf(first)).toEqual(['BANK 90.00', 'SUSPENSE -90.00']);
      await at.night();
    });

    describe.skipIf(!modern)('in a chart of another kind', () => {
      let books: Books;
      let number = 0;
      beforeAll(async () => {
        number = await secondCompany(seat as Seat, 'generic_coa', 'USD');
        books = await openBooks(seat as Seat, number);
        // Two accounts of its own that are something else in France, and one of deposits, which Odoo does not know as such.
        const accounts = [
          { code: '411000', name: 'VAT recoverable', account_type: 'asset_current' },
          { code: '627000', name: 'Gifts to customers', account_type: 'expense' },
          { code: '253000', name: 'Deposits of customers', account_type: 'liability_current', reconcile: true },
        ];
        for (const account of accounts) await books.create('account.account', account);
      });

      test('what the French numbers mean there is left alone: no customers on 411000, no fee on 627000', async () => {
        const [vat] = await books.search('account.account', [['code', '=', '411000']], ['code']);
        const [gifts] = await books.search('account.account', [['code', '=', '627000']], ['code']);
        const [deposits] = await books.search('account.account', [['code', '=', '253000']], ['code']);
        const owner = await books.partner('Customer of the workshop');
        const stranger = await books.partner('New customer');
        const { lines } = await books.invoice(owner, [[500]]);
        const [misc] = await books.search(
          'account.journal',
          [
            ['type', '=', 'general'],
            ['company_id', '=', number],
          ],
          ['code'],
        );
        const entry = await books.create('account.move', {
          journal_id: misc.id,
          date: '2026-05-11',
          line_ids: [
            [0, 0, { account_id: vat.id, debit: 33, credit: 0 }],
            [0, 0, { account_id: gifts.id, debit: 0, credit: 22 }],
            [0, 0, { account_id: deposits.id, partner_id: owner, debit: 0, credit: 11 }],
          ],
        });
        await books.call('account.move', 'action_post', { ids: [entry] });
        const paid = await books.bankLine(480, '2026-05-20');
        const first = await books.bankLine(90, '2026-05-21');
        const moved = await books.bankLine(-70, '2026-05-22');
        const deposit = await books.bankLine(40, '2026-05-23');
        const at = await beside(number, books);
        await at.night();
        const roles = await it_.see(async (tx) => (await tx.ledger.accounts()).map((it) => [it.number, it.role]));
        expect(roles).toContainEqual(['121000', 'receivable']);
        expect(roles).toContainEqual(['411000', 'other']);

        const allocations = [{ itemId: String(lines[0]), amountMinor: 500_00 }];
        const fee = { amountMinor: -20_00 };
        const typed = await at.take(paid, { allocations, adjustments: [{ ...fee, kind: 'bank_fee' }] });
        expect(codeOf(typed)).toBe('account-missing');
        expect(codeOf(await at.left(deposit, owner, 'advance'))).toBe('account-missing');

        // Named once; what stood on the account of deposits before becomes the customers' by the next pull.
        must(await at.named('bank_fee', '627000'));
        must(await at.named('advance', '253000'));
        await at.night();
        const decision = await at.sent(
          await at.take(paid, { allocations, adjustments: [{ ...fee, kind: 'bank_fee' }] }),
        );
        await at.sent(await at.left(deposit, owner, 'advance'));
        expect(await books.entryOf(deposit)).toEqual(['253000 -40.00', 'BANK 40.00']);
        await at.sent(await at.left(first, stranger, 'on-account'));
        await at.sent(await at.moved(moved));
        const written = ['121000 -500.00', '627000 20.00', 'BANK 480.00'];
        expect([await books.entryOf(paid), await books.residuals(...lines)]).toEqual([written, [0]]);
        expect(await books.entryOf(first)).toEqual(['121000 -90.00', 'BANK 90.00']);
        expect(await books.entryOf(moved)).toEqual([`${await at.transfers()} 70.00`, 'BANK -70.00']);
        await at.night();
        const open = await it_.see((tx) => tx.ledger.openItems());
        const held = open.filter((it) => it.account === '253000').map((it) => [it.role, it.partyId, it.residualMinor]);
        const isOwners = ['advance', String(owner)];
        expect(held.sort()).toEqual([
          [...isOwners, -11_00],
          [...isOwners, -40_00],
        ]);
        await at.sent(await at.undo(decision));
        expect(await books.entryOf(paid)).toEqual(['BANK 480.00', 'SUSPENSE -480.00']);
        await at.night();
      });

      test('a discount with its tax is on the accounts that Odoo and the tax name', async () => {
        const own = [['company_id', '=', number]];
        const [sales] = await books.search('account.tax', [['type_tax_use', '=', 'sale'], ...own], ['amount']);
        const [named] = await books.search(
          'res.company',
          [['id', '=', number]],
          ['account_journal_early_pay_discount_loss_account_id'],
        );
        const [, loss] = named.account_journal_early_pay_discount_loss_account_id;
        const owner = await books.partner('Customer with a discount');
        const { move, lines } = await books.invoice(owner, [[1_000, sales.id]]);
        const [tax] = await books.search(
          'account.move.line',
          [
            ['move_id', '=', move],
            ['tax_line_id', '!=', false],
          ],
          ['account_id'],
        );
        const gross = 1_000 + 10 * sales.amount;
        // Two per cent of the whole: 20 of the price and the tax on it.
        const discount = gross / 50;
        const paid = await books.bankLine(gross - discount, '2026-05-25');
        const at = await beside(number, books);
        await at.night();
        const allocations = [{ itemId: String(lines[0]), amountMinor: gross * 100 }];
        const adjustments = [{ kind: 'discount', amountMinor: -discount * 100 }];
        await at.sent(await at.take(paid, { allocations, adjustments }));
        const numberOf = (name: string) => name.split(' ')[0];
        expect([sales.amount > 0, await books.residuals(...lines)]).toEqual([true, [0]]);
        expect((await books.entryOf(paid)).sort()).toEqual(
          [
            `121000 -${gross.toFixed(2)}`,
            `${numberOf(loss)} 20.00`,
            `${numberOf(tax.account_id[1])} ${(discount - 20).toFixed(2)}`,
            `BANK ${(gross - discount).toFixed(2)}`,
          ].sort(),
        );
        await at.night();
      });
    });
  },
  ['19 json2', '14 xmlrpc'],
);
