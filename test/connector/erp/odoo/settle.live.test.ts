// Write-backs on a bank line, read afterwards by another user: who is debited and credited, and what is matched with what.
import { expect, test } from 'vitest';
import { isFault, says } from '../../../../sync/fault/index.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import { BEFORE_19, onLiveHosts, WITH_ADDON } from './live.ts';
import { bank, customer, postingOf, row } from './posting.ts';

await onLiveHosts(
  'settle',
  ({ books, erp, modern }) => {
    const { partner, invoice, bankLine, residuals, entryOf, partials } = books;

    const post = async (posting: Posting): Promise<Receipt> => {
      const receipt = await erp.post(posting);
      if (isFault(receipt)) throw new Error(`${receipt.code}: ${says(receipt, 'en')}`);
      return receipt;
    };
    const undo = async (receipt: Receipt): Promise<void> => {
      const undone = await erp.undo(receipt);
      if (isFault(undone)) throw new Error(`${undone.code}: ${says(undone, 'en')}`);
    };
    const inSuspense = (amount: string) => [`BANK ${amount}`, `SUSPENSE -${amount}`];

    test('one invoice is paid in full, and open again after the undo', async () => {
      const owner = await partner('Un');
      const { lines } = await invoice(owner, [[100]]);
      const line = await bankLine(100);
      const receipt = await post(postingOf({ line, entry: [bank(10_000), customer(lines[0]!, -10_000, owner)] }));
      expect(await residuals(...lines)).toEqual([0]);
      expect(await entryOf(line)).toEqual(['411100 -100.00', 'BANK 100.00']);
      await undo(receipt);
      expect(await residuals(...lines)).toEqual([100]);
      expect(await entryOf(line)).toEqual(inSuspense('100.00'));
      expect(await partials(...lines)).toEqual([]);
    });

    test('several invoices with chosen amounts: each takes just its own', async () => {
      const owner = await partner('Plusieurs');
      const a = await invoice(owner, [[100]]);
      const b = await invoice(owner, [[200]]);
      const line = await bankLine(250);
      const entry = [bank(25_000), customer(a.lines[0]!, -5_000, owner), customer(b.lines[0]!, -20_000, owner)];
      const receipt = await post(postingOf({ line, entry }));
      expect(await residuals(a.lines[0]!, b.lines[0]!)).toEqual([50, 0]);
      await undo(receipt);
      expect(await residuals(a.lines[0]!, b.lines[0]!)).toEqual([100, 200]);
    });

    test('a fee and a small difference stand on their own accounts', async () => {
      const owner = await partner('Frais');
      const { lines } = await invoice(owner, [[1000]]);
      const line = await bankLine(975);
      const entry = [
        bank(97_500),
        customer(lines[0]!, -100_000, owner),
        row('bank_fee', '627800', 500),
        row('small', '658000', 2_000),
      ];
      await post(postingOf({ line, entry }));
      expect(await entryOf(line)).toEqual(['411100 -1000.00', '627800 5.00', '658000 20.00', 'BANK 975.00']);
      expect(await residuals(...lines)).toEqual([0]);
    });

    test('an overpayment stays open on the customer’s account', async () => {
      const owner = await partner('Trop-perçu');
      const { lines } = await invoice(owner, [[500]]);
      const line = await bankLine(530);
      const entry = [bank(53_000), customer(lines[0]!, -50_000, owner), row('on-account', '411100', -3_000, owner)];
      const receipt = await post(postingOf({ line, entry }));
      expect(await entryOf(line)).toEqual(['411100 -30.00', '411100 -500.00', 'BANK 530.00']);
      await undo(receipt);
      expect(await entryOf(line)).toEqual(inSuspense('530.00'));
    });

    test('money before any invoice goes to the account of advances', async () => {
      const owner = await partner('Acompte');
      const line = await bankLine(120);
      await post(postingOf({ line, entry: [bank(12_000), row('advance', '419100', -12_000, owner)] }));
      expect(await entryOf(line)).toEqual(['419100 -120.00', 'BANK 120.00']);
    });

    test('a credit note is netted within the same entry, by a chosen amount', async () => {
      const owner = await partner('Avoir');
      const sold = await invoice(owner, [[1000]]);
      const refund = await invoice(owner, [[200]], { kind: 'out_refund' });
      const line = await bankLine(850);
      const receipt = await post(
        postingOf({
          line,
          entry: [bank(85_000), customer(sold.lines[0]!, -85_000, owner)],
          joins: [[sold.lines[0]!, refund.lines[0]!, 15_000]],
        }),
      );
      expect(await residuals(sold.lines[0]!, refund.lines[0]!)).toEqual([0, -50]);
      await undo(receipt);
      expect(await residuals(sold.lines[0]!, refund.lines[0]!)).toEqual([1000, -200]);
    });

    test('a refund that is paid out closes the credit note', async () => {
      const owner = await partner('Remboursé');
      const refund = await invoice(owner, [[200]], { kind: 'out_refund' });
      const line = await bankLine(-200);
      await post(postingOf({ line, entry: [bank(-20_000), customer(refund.lines[0]!, 20_000, owner)] }));
      expect(await residuals(...refund.lines)).toEqual([0]);
    });

    test('one instalment is paid, the other stays open', async () => {
      const owner = await partner('Échéances');
      const half = modern
        ? { value: 'percent', value_amount: 50 }
        : { value: 'percent', value_amount: 50, option: 'day_after_invoice_date' };
      const rest = modern
        ? { value: 'percent', value_amount: 50, nb_days: 60 }
        : { value: 'balance', days: 60, option: 'day_after_invoice_date' };
      const term = await books.create('account.payment.term', {
        name: '50/50',
        line_ids: [
          [5, 0, 0],
          [0, 0, half],
          [0, 0, rest],
        ],
      });
      const { lines } = await invoice(owner, [[1000]], { invoice_payment_term_id: term });
      const [first, second] = lines as [number, number];
      const line = await bankLine(500);
      await post(postingOf({ line, entry: [bank(50_000), customer(first, -50_000, owner)] }));
      expect(await residuals(first, second)).toEqual([0, 500]);
    });

    test('a supplier’s bill is paid with signs reversed', async () => {
      const owner = await partner('Fournisseur');
      const bill = await invoice(owner, [[300]], { kind: 'in_invoice' });
      const line = await bankLine(-300);
      const entry = [bank(-30_000), row('customer', '401100', 30_000, owner, bill.lines[0]!)];
      const receipt = await post(postingOf({ line, entry }));
      expect(await entryOf(line)).toEqual(['401100 300.00', 'BANK -300.00']);
      expect(await residuals(...bill.lines)).toEqual([0]);
      await undo(receipt);
      expect(await residuals(...bill.lines)).toEqual([-300]);
    });

    test('a line that pays nobody goes to the account of its rule', async () => {
      const line = await bankLine(-12);
      await post(postingOf({ line, entry: [bank(-1_200), row('other', '627800', 1_200)] }));
      expect(await entryOf(line)).toEqual(['627800 12.00', 'BANK -12.00']);
    });

    test('a payment that Odoo registered before is matched by its outstanding line', async () => {
      const owner = await partner('Payé');
      const { move } = await invoice(owner, [[80]]);
      const waiting = await books.registered(move, '2026-06-10');
      const line = await bankLine(80);
      const entry = [bank(8_000), row('customer', waiting.account, -8_000, owner, waiting.id)];
      const receipt = await post(postingOf({ line, entry }));
      expect(await residuals(waiting.id)).toEqual([0]);
      await undo(receipt);
      expect(await residuals(waiting.id)).toEqual([80]);
    });

    test('a payment that Odoo registered before and an invoice in one line', async () => {
      const owner = await partner('Payé et dû');
      const [known, open] = [await invoice(owner, [[80]]), await invoice(owner, [[45]])];
      const waiting = await books.registered(known.move, '2026-06-10');
      const line = await bankLine(125);
      const entry = [
        bank(12_500),
        row('customer', waiting.account, -8_000, owner, waiting.id),
        customer(open.lines[0]!, -4_500, owner),
      ];
      const posting = postingOf({ line, entry });
      const receipt = await post(posting);
      expect(await residuals(waiting.id, ...known.lines, ...open.lines)).toEqual([0, 0, 0]);
      expect(await entryOf(line)).toEqual(['411100 -45.00', `${waiting.account} -80.00`, 'BANK 125.00'].sort());
      expect(await post(posting)).toEqual(receipt);
      await undo(receipt);
      expect(await residuals(waiting.id, ...known.lines, ...open.lines)).toEqual([80, 0, 45]);
      expect(await entryOf(line)).toEqual(inSuspense('125.00'));
    });

    test('what is not explained stays in suspense', async () => {
      const owner = await partner('Reste');
      const { lines } = await invoice(owner, [[70]]);
      const line = await bankLine(100);
      const entry = [bank(10_000), customer(lines[0]!, -7_000, owner), row('other', books.suspense, -3_000)];
      const receipt = await post(postingOf({ line, entry }));
      expect(await entryOf(line)).toEqual(['411100 -70.00', 'BANK 100.00', 'SUSPENSE -30.00']);
      await undo(receipt);
      expect(await entryOf(line)).toEqual(inSuspense('100.00'));
    });

    test('a third party pays: its money, another’s invoice, in one entry', async () => {
      const [payer, owner] = [await partner('Mère'), await partner('Fille')];
      const { lines } = await invoice(owner, [[60]]);
      const line = await bankLine(60);
      await post(postingOf({ line, entry: [bank(6_000, payer), customer(lines[0]!, -6_000, owner)] }));
      const rows = await books.linesOf(await books.moveOf(line));
      expect(rows.map(({ account, partner: who }) => [account.slice(0, 3), who]).sort()).toEqual([
        ['411', owner],
        ['512', payer],
      ]);
      expect(await residuals(...lines)).toEqual([0]);
    });

    test('asked twice, it is done once', async () => {
      const owner = await partner('Deux fois');
      const { lines } = await invoice(owner, [[100]]);
      const line = await bankLine(40);
      const posting = postingOf({
        line,
        entry: [bank(4_000), customer(lines[0]!, -4_000, owner)],
        before: { [lines[0]!]: 10_000 },
      });
      const first = await post(posting);
      expect(await post(posting)).toEqual(first);
      expect(await residuals(...lines)).toEqual([60]);
      await undo(first);
      await undo(first);
      expect(await residuals(...lines)).toEqual([100]);
    });

    test('who decided is said in the trail of the invoice', async () => {
      const owner = await partner('Note');
      const { lines, move } = await invoice(owner, [[10]]);
      const line = await bankLine(10);
      await post(postingOf({ line, by: 'Mme <Durand>', entry: [bank(1_000), customer(lines[0]!, -1_000, owner)] }));
      const notes = await books.search(
        'mail.message',
        [
          ['model', '=', 'account.move'],
          ['res_id', '=', move],
        ],
        ['body'],
      );
      expect(notes.map(({ body }) => body).join()).toContain('Mme &lt;Durand&gt;');
    });
  },
  [...WITH_ADDON, BEFORE_19],
);
