// Write-backs without a bank line of their own: joins, entries between accounts and customers, and the return of a collection.
import { expect, test } from 'vitest';
import { isFault, says } from '../../../../sync/fault/index.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import { onLiveHosts } from './live.ts';
import { bank, customer, postingOf, row } from './posting.ts';

await onLiveHosts('ledger', ({ books, erp }) => {
  const { partner, invoice, bankLine, residuals, partials, entryOf } = books;

  const post = async (posting: Posting): Promise<Receipt> => {
    const receipt = await erp.post(posting);
    if (isFault(receipt)) throw new Error(`${receipt.code}: ${says(receipt, 'en')}`);
    return receipt;
  };
  const undo = async (receipt: Receipt): Promise<void> => {
    const undone = await erp.undo(receipt);
    if (isFault(undone)) throw new Error(`${undone.code}: ${says(undone, 'en')}`);
  };
  /** A receipt that stands on the customer's account, matched with nothing. */
  const credit = async (owner: number, amountMinor: number, day?: string): Promise<number> => {
    const line = await bankLine(amountMinor / 100, day);
    await post(postingOf({ line, entry: [bank(amountMinor), row('on-account', '411100', -amountMinor, owner)] }));
    const rows = await books.linesOf(await books.moveOf(line));
    return rows.find((it) => it.account === '411100')!.id;
  };
  const codeOf = (it: unknown): string => (isFault(it) ? it.code : 'done');

  test('an invoice and a credit note are joined without a bank line', async () => {
    const owner = await partner('Compensé');
    const sold = await invoice(owner, [[300]]);
    const refund = await invoice(owner, [[100]], { kind: 'out_refund' });
    const receipt = await post(postingOf({ joins: [[sold.lines[0]!, refund.lines[0]!, 10_000]] }));
    expect(await residuals(sold.lines[0]!, refund.lines[0]!)).toEqual([200, 0]);
    expect(await partials(refund.lines[0]!)).toEqual([[sold.lines[0]!, refund.lines[0]!, 100]]);
    await undo(receipt);
    expect(await residuals(sold.lines[0]!, refund.lines[0]!)).toEqual([300, -100]);
  });

  test('a credit in the ledger pays two debits', async () => {
    const owner = await partner('Déjà reçu');
    const [a, b] = [await invoice(owner, [[100]]), await invoice(owner, [[50]])];
    const received = await credit(owner, 15_000);
    const receipt = await post(
      postingOf({
        joins: [
          [a.lines[0]!, received, 10_000],
          [b.lines[0]!, received, 5_000],
        ],
      }),
    );
    expect(await residuals(a.lines[0]!, b.lines[0]!, received)).toEqual([0, 0, 0]);
    await undo(receipt);
    expect(await residuals(a.lines[0]!, b.lines[0]!, received)).toEqual([100, 50, -150]);
  });

  test('a chosen amount of a join goes through an entry of its own', async () => {
    const owner = await partner('Choisi');
    const { lines } = await invoice(owner, [[100]]);
    const received = await credit(owner, 10_000);
    const posting = postingOf({ joins: [[lines[0]!, received, 4_000]] });
    const receipt = await post(posting);
    expect(await residuals(lines[0]!, received)).toEqual([60, -60]);
    expect(await post(posting)).toEqual(receipt);
    await undo(receipt);
    expect(await residuals(lines[0]!, received)).toEqual([100, -100]);
  });

  test('money on one customer’s account is moved to another’s invoice, by an entry that is posted before it is matched', async () => {
    const [from, to] = [await partner('De'), await partner('À')];
    const { lines } = await invoice(to, [[300]]);
    const received = await credit(from, 30_000);
    const entry = [customer(received, 30_000, from), customer(lines[0]!, -30_000, to)];
    const receipt = await post(postingOf({ entry }));
    expect(await residuals(lines[0]!, received)).toEqual([0, 0]);
    const moved = await books.linesOf(Number(receipt.facts['move']));
    expect(moved.map(({ partner: who, balance }) => [who, balance])).toEqual([
      [from, 300],
      [to, -300],
    ]);
    await undo(receipt);
    expect(await residuals(lines[0]!, received)).toEqual([300, -300]);
  });

  test('what is owed to a supplier is set off against what it owes as a customer', async () => {
    const both = await partner('Client et fournisseur');
    const sold = await invoice(both, [[500]]);
    const bill = await invoice(both, [[200]], { kind: 'in_invoice' });
    const entry = [row('customer', '401100', 20_000, both, bill.lines[0]!), customer(sold.lines[0]!, -20_000, both)];
    const receipt = await post(postingOf({ entry }));
    expect(await residuals(sold.lines[0]!, bill.lines[0]!)).toEqual([300, 0]);
    await undo(receipt);
    expect(await residuals(sold.lines[0]!, bill.lines[0]!)).toEqual([500, -200]);
  });

  test('a receipt that is booked is joined, and its difference posted', async () => {
    const owner = await partner('Écart');
    const { lines } = await invoice(owner, [[100]]);
    const received = await credit(owner, 9_950);
    const entry = [customer(lines[0]!, -50, owner), row('small', '658000', 50)];
    const receipt = await post(postingOf({ entry, joins: [[lines[0]!, received, 9_950]] }));
    expect(await residuals(lines[0]!, received)).toEqual([0, 0]);
    await undo(receipt);
    expect(await residuals(lines[0]!, received)).toEqual([100, -99.5]);
  });

  test('a returned collection: the receipt is matched with the return, the invoice is open again at its due day, the fee apart', async () => {
    const owner = await partner('Rejeté');
    const { lines, move } = await invoice(owner, [[600]]);
    const [before] = await books.search('account.move.line', [['id', '=', lines[0]!]], ['date_maturity']);
    const collected = await bankLine(600, '2026-06-05');
    await post(postingOf({ line: collected, entry: [bank(60_000), customer(lines[0]!, -60_000, owner)] }));
    const received = (await books.linesOf(await books.moveOf(collected))).find((it) => it.account === '411100')!;
    const [partial] = await books.search('account.partial.reconcile', [['debit_move_id', '=', lines[0]!]], ['id']);
    const returned = await bankLine(-615, '2026-06-20');
    const releases = [
      {
        id: `partial/${partial.id}`,
        debitId: String(lines[0]),
        creditId: String(received.id),
        amountMinor: 60_000,
        day: '2026-06-05' as const,
      },
    ];
    const entry = [bank(-61_500), customer(received.id, 60_000, owner), row('bank_fee', '627800', 1_500)];
    const posting = postingOf({ line: returned, entry, releases });
    const receipt = await post(posting);
    expect(await residuals(lines[0]!, received.id)).toEqual([600, 0]);
    expect(await entryOf(returned)).toEqual(['411100 600.00', '627800 15.00', 'BANK -615.00']);
    const [after] = await books.search('account.move.line', [['id', '=', lines[0]!]], ['date_maturity']);
    expect(after.date_maturity).toBe(before.date_maturity);
    expect(await post(posting)).toEqual(receipt);
    await undo(receipt);
    expect(await residuals(lines[0]!, received.id)).toEqual([0, 0]);
    expect(await partials(lines[0]!)).toEqual([[lines[0]!, received.id, 600]]);
    expect(move).toBeGreaterThan(0);
  });

  test('a draft, a foreign customer, a moved residual and a line that somebody matched are refused, and nothing is touched', async () => {
    const [owner, other] = [await partner('Refus'), await partner('Autre')];
    const draft = await invoice(owner, [[100]], { post: false });
    const { lines } = await invoice(owner, [[100]]);
    const line = await bankLine(100);
    const paid = (item: number, who: number) => [bank(10_000), customer(item, -10_000, who)];
    expect(codeOf(await erp.post(postingOf({ line, entry: paid(draft.lines[0]!, owner) })))).toBe('item-draft');
    await books.call('account.move', 'button_cancel', { ids: [draft.move] });
    const cancelled = await erp.post(postingOf({ line, entry: paid(draft.lines[0]!, owner) }));
    expect([codeOf(cancelled), isFault(cancelled) && cancelled.params['what']]).toEqual(['item-moved', 'cancelled']);
    expect(codeOf(await erp.post(postingOf({ line, entry: paid(lines[0]!, other) })))).toBe('item-moved');
    const moved = postingOf({ line, entry: paid(lines[0]!, owner), before: { [lines[0]!]: 12_000 } });
    expect(codeOf(await erp.post(moved))).toBe('item-moved');
    const more = postingOf({
      line,
      entry: [bank(10_000), customer(lines[0]!, -10_001, owner), row('small', '658000', 1)],
    });
    expect(codeOf(await erp.post(more))).toBe('item-settled');
    expect(await entryOf(line)).toEqual(['BANK 100.00', 'SUSPENSE -100.00']);
    await post(postingOf({ line, entry: paid(lines[0]!, owner) }));
    const again = postingOf({ line, entry: [bank(10_000), row('on-account', '411100', -10_000, owner)] });
    expect(codeOf(await erp.post(again))).toBe('line-decided');
    expect(await residuals(...lines)).toEqual([0]);
  });

  test('in a locked period nothing is written and nothing undone; an inverse entry goes to an open day of her choice', async () => {
    const owner = await partner('Clôturé');
    const { lines } = await invoice(owner, [[100]], { day: '2026-01-05' });
    const line = await bankLine(100, '2026-01-20');
    const received = await credit(owner, 5_000, '2026-01-10');
    const moved = await post(
      postingOf({
        day: '2026-01-15',
        entry: [customer(received, 5_000, owner), row('on-account', '411100', -5_000, owner)],
      }),
    );
    const posting = postingOf({ line, entry: [bank(10_000), customer(lines[0]!, -10_000, owner)] });
    const settled = await post(posting);
    await books.call('res.company', 'write', { ids: [1], vals: { fiscalyear_lock_date: '2026-01-31' } });
    try {
      expect(codeOf(await erp.undo(settled))).toBe('period-locked');
      expect((await erp.foreseeUndo(settled)).map((it) => it.code)).toEqual(['period-locked']);
      expect(codeOf(await erp.undo(moved))).toBe('period-locked');
      expect(codeOf(await erp.undo(moved, '2026-02-01'))).toBe('done');
      expect(await residuals(received)).toEqual([-50]);
      const late = postingOf({
        day: '2026-01-31',
        entry: [customer(received, 5_000, owner), row('on-account', '411100', -5_000, owner)],
      });
      expect(codeOf(await erp.post(late))).toBe('period-locked');
    } finally {
      await books.call('res.company', 'write', { ids: [1], vals: { fiscalyear_lock_date: false } });
    }
    await undo(settled);
    expect(await residuals(...lines)).toEqual([100]);
  });
});
