// Letters decided at the desk, in a live Odoo: read there afterwards by the accountant, line by line and partial by partial.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { letterItems } from '../../../sync/job/letter.ts';
import { runNight } from '../../../sync/job/night.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import type { LetterBody } from '../../../sync/port/ledger-view.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { bank, postingOf, row } from '../../connector/erp/odoo/posting.ts';
import { figuresOf, movedSince, salesTax } from '../../connector/erp/odoo/tax-report.ts';
import { BY, must, request, type TestDesk, testDesk } from './desk.ts';

await onLiveHosts(
  'letters',
  ({ books, erp }) => {
    let it_: TestDesk;
    let company = '';
    beforeAll(async () => {
      it_ = await testDesk();
      company = await it_.next({ erp: 'odoo', mode: 'suggest' });
      it_.link(erp);
    });
    afterAll(() => it_?.close());

    /** An invoice of 20 % VAT and a receipt that stands on the customer's account, joined with nothing. */
    async function account(
      name: string,
      soldNet: number,
      receivedMinor: number,
      exigibility: 'on_invoice' | 'on_payment',
    ) {
      const owner = await books.partner(name);
      const { lines, move } = await books.invoice(owner, [[soldNet, await salesTax(books, 20, exigibility)]]);
      const line = await books.bankLine(receivedMinor / 100);
      must(
        await erp.post(
          postingOf({ line, entry: [bank(receivedMinor), row('on-account', '411100', -receivedMinor, owner)] }),
        ),
      );
      const entry = await books.linesOf(await books.moveOf(line));
      const credit = entry.find((it) => it.account === '411100')!.id;
      must(await runNight(it_.desk, company));
      return { owner, move, debit: lines[0]!, credit };
    }
    const letter = async (debit: number, credit: number, more: Partial<LetterBody> = {}) =>
      must(
        await letterItems(
          it_.desk,
          company,
          { itemIds: [String(debit), String(credit)], adjustments: [], leave: false, ...more },
          request(),
        ),
      );
    const send = async () => expect(await flushOutbox(it_.desk, company)).toBe(null);
    const undo = async (id: string) => {
      must(await undoDecision(it_.desk, company, id, request()));
      await send();
    };
    const open = (...ids: number[]) =>
      it_.see(async (tx) => (await tx.ledger.items(ids.map(String))).map((item) => item.residualMinor));
    const outbox = async (id: string) =>
      (await it_.see((tx) => tx.outbox.byDecision(id))).map((it) => `${it.kind} ${it.state}`);

    test('a letter is joined in Odoo, says who decided, and is taken off by its undo', async () => {
      const { move, debit, credit } = await account('Lettrage simple', 100, 12_000, 'on_invoice');
      const id = await letter(debit, credit);
      await send();
      expect(await books.residuals(debit, credit)).toEqual([0, 0]);
      expect(await books.partials(debit)).toEqual([[debit, credit, 120]]);
      const notes = await books.search(
        'mail.message',
        [
          ['model', '=', 'account.move'],
          ['res_id', '=', move],
          ['body', 'ilike', BY.name],
        ],
        ['body'],
      );
      expect(notes).toHaveLength(1);
      expect([await open(debit, credit), await outbox(id)]).toEqual([[0, 0], ['post verified']]);
      await undo(id);
      expect(await books.residuals(debit, credit)).toEqual([120, -120]);
      expect([await open(debit, credit), await outbox(id)]).toEqual([
        [12_000, -12_000],
        ['post verified', 'undo verified'],
      ]);
    });

    test.each(['at once', 'after a pull'])(
      'sent %s, an invoice that went to another customer since is refused',
      async (when) => {
        const { move, debit, credit } = await account(`Lettrage doublé ${when}`, 100, 12_000, 'on_invoice');
        const other = await books.partner(`Autre client ${when}`);
        const id = await letter(debit, credit);
        await books.call('account.move', 'button_draft', { ids: [move] });
        // By its form Odoo 14 gives the line the customer as well, by a call it does not.
        const vals = { partner_id: other, line_ids: [[1, debit, { partner_id: other }]] };
        await books.call('account.move', 'write', { ids: [move], vals });
        await books.call('account.move', 'action_post', { ids: [move] });
        if (when === 'at once') await send();
        else must(await runNight(it_.desk, company));
        expect(await books.residuals(debit, credit)).toEqual([120, -120]);
        expect(await books.search('account.move', [['ref', '=', `LETTRAGE/${id}`]], ['state'])).toEqual([]);
        expect([await open(debit, credit), await outbox(id)]).toEqual([[12_000, -12_000], ['post refused']]);
      },
    );

    test('a letter that leaves a rest due takes the invoice in part', async () => {
      const { debit, credit } = await account('Lettrage partiel', 100, 7_000, 'on_invoice');
      const id = await letter(debit, credit, { leave: true });
      await send();
      expect(await books.residuals(debit, credit)).toEqual([50, 0]);
      expect(await open(debit, credit)).toEqual([5_000, 0]);
      await undo(id);
      expect(await books.residuals(debit, credit)).toEqual([120, -70]);
    });

    test.each(['on_invoice', 'on_payment'] as const)(
      'a discount on VAT %s closes both, and lowers the report by its base and VAT',
      async (exigibility) => {
        const { debit, credit } = await account(`Escompte ${exigibility}`, 1000, 117_600, exigibility);
        const before = await figuresOf(books);
        const id = await letter(debit, credit, { adjustments: [{ kind: 'discount', amountMinor: -2_400 }] });
        await send();
        expect(await books.residuals(debit, credit)).toEqual([0, 0]);
        // 2 % of 1200.00: 20.00 and 4.00 of VAT; VAT on payments is declared only now, less the discount.
        const moved = exigibility === 'on_invoice' ? { base: [-20], vat: [-4] } : { base: [980], vat: [196] };
        expect(await movedSince(books, before)).toEqual(moved);
        expect(await open(debit, credit)).toEqual([0, 0]);
        await undo(id);
        expect(await books.residuals(debit, credit)).toEqual([1200, -1176]);
        expect(await movedSince(books, before)).toEqual({ base: [], vat: [] });
        expect(await open(debit, credit)).toEqual([120_000, -117_600]);
      },
    );

    test('a receipt on the wrong customer goes by one entry to whose invoice it names, and comes back by its undo', async () => {
      const { credit } = await account('Compte erroné', 500, 12_600, 'on_invoice');
      const owner = await books.partner('Vrai débiteur');
      const { lines } = await books.invoice(owner, [[105, await salesTax(books, 20, 'on_invoice')]]);
      const debit = lines[0]!;
      must(await runNight(it_.desk, company));
      const id = await letter(debit, credit, { move: true });
      await send();
      expect(await books.residuals(debit, credit)).toEqual([0, 0]);
      const [[, against] = []] = await books.partials(debit);
      const rows = await books.search('account.move.line', [['id', '=', against]], ['move_id', 'partner_id']);
      const moved = await books.linesOf(rows[0]!.move_id[0]);
      expect(moved.map((it) => [it.account, it.balance]).sort()).toEqual([
        ['411100', -126],
        ['411100', 126],
      ]);
      expect(rows[0]!.partner_id[0]).toBe(owner);
      expect([await open(debit, credit), await outbox(id)]).toEqual([[0, 0], ['post verified']]);
      must(await runNight(it_.desk, company));
      expect(await open(debit, credit)).toEqual([0, 0]);
      expect((await it_.see((tx) => tx.view.history(1, null)))[0]).toMatchObject({ decisionId: id, undone: false });
      await undo(id);
      expect(await books.residuals(debit, credit)).toEqual([126, -126]);
      must(await runNight(it_.desk, company));
      expect(await open(debit, credit)).toEqual([12_600, -12_600]);
    });

    test('what somebody joined meanwhile in Odoo is not touched, and the letter is taken back here', async () => {
      const { owner, debit, credit } = await account('Plus rapide', 100, 12_000, 'on_invoice');
      const other = await books.invoice(owner, [[50]]);
      const id = await letter(debit, credit);
      await books.call('account.move.line', 'reconcile', { ids: [other.lines[0]!, credit] });
      await send();
      expect(await books.residuals(debit, credit, other.lines[0]!)).toEqual([120, -70, 0]);
      expect(await outbox(id)).toEqual(['post refused']);
      const [last] = await it_.see((tx) => tx.view.history(1, null));
      expect(last?.action).toBe('undo');
      expect(await open(debit, credit)).toEqual([12_000, -7_000]);
    });

    test('a letter that somebody takes off in Odoo does not stand here either', async () => {
      const { move, debit, credit } = await account('Délettré', 100, 12_000, 'on_invoice');
      const id = await letter(debit, credit);
      await send();
      const [partial] = await books.search('account.partial.reconcile', [['debit_move_id', '=', debit]], ['id']);
      await books.call('account.move', 'js_remove_outstanding_partial', { ids: [move], partial_id: partial.id });
      must(await runNight(it_.desk, company));
      expect(await open(debit, credit)).toEqual([12_000, -12_000]);
      expect(await it_.see((tx) => tx.decisions.undoneBy(id))).not.toBe(null);
    });
  },
  ['19 json2', '14 xmlrpc'],
);
