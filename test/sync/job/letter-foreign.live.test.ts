// Letters of dollars in a live Odoo of euros: joined by the dollars, the difference of rates is Odoo's, and all of it comes off.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { letterItems } from '../../../sync/job/letter.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import type { LetterBody } from '../../../sync/port/ledger-view.ts';
import { BEFORE_19, onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { bank, postingOf, row } from '../../connector/erp/odoo/posting.ts';
import { must, request, tie } from './desk.ts';
import { type DollarDesk, dollarDesk } from './foreign-desk.ts';

await onLiveHosts(
  'letter_foreign',
  ({ books, erp }) => {
    let it_: DollarDesk;
    beforeAll(async () => {
      it_ = await dollarDesk(books, erp);
    });
    afterAll(() => it_?.close());

    /** So many dollars on the customer's account, at 1.25 a euro; joined with nothing. */
    async function credit(owner: number, dollars: number): Promise<number> {
      const line = await it_.received(dollars, 'ON ACCOUNT');
      const minor = Math.round(dollars * 100);
      const worth = Math.round(dollars * 80);
      const foreign = (amount: number) => ({ foreign: { minor: amount, currency: 'USD' } });
      const entry = [
        { ...bank(worth), ...foreign(minor) },
        { ...row('on-account', '411100', -worth, owner), ...foreign(-minor) },
      ];
      must(await erp.post(postingOf({ line, entry })));
      return (await books.linesOf(await books.moveOf(line))).find((it) => it.account === '411100')!.id;
    }
    const letter = async (body: LetterBody) => {
      const id = must(await letterItems(it_.desk, it_.company, body, request()));
      expect(await flushOutbox(it_.desk, it_.company)).toBe(null);
      return id;
    };
    const undo = async (id: string) => {
      must(await undoDecision(it_.desk, it_.company, id, request()));
      expect(await flushOutbox(it_.desk, it_.company)).toBe(null);
    };
    const states = async (id: string) => (await it_.see((tx) => tx.outbox.byDecision(id))).map((it) => it.state);

    test('an invoice and a receipt of as many dollars are closed, whatever each is worth; undone, both are open', async () => {
      const owner = await books.partner('Even Dollars');
      const item = (await it_.invoice(owner, 1250)).lines[0]!;
      const paid = await credit(owner, 1250);
      await it_.night();
      const id = await letter(tie(String(item), String(paid)));
      expect([await it_.left(item), await it_.left(paid)]).toEqual([
        [0, 0],
        [0, 0],
      ]);
      expect(await it_.matched(item)).toEqual([[1250, 1250]]);
      await it_.night();
      expect([await states(id), await it_.ours(item), await it_.ours(paid)]).toEqual([['verified'], [0, 0], [0, 0]]);
      await undo(id);
      await it_.night();
      expect([await it_.left(item), await it_.left(paid)]).toEqual([
        [1136.36, 1250],
        [-1000, -1250],
      ]);
      expect([await it_.ours(item), await it_.ours(paid)]).toEqual([
        [113_636, 125_000],
        [-100_000, -125_000],
      ]);
    });

    test('a receipt of fewer dollars takes its part: what is left is counted in dollars', async () => {
      const owner = await books.partner('Fewer Dollars');
      const item = (await it_.invoice(owner, 1250)).lines[0]!;
      const paid = await credit(owner, 500);
      await it_.night();
      const id = await letter({ ...tie(String(item), String(paid)), leave: true });
      expect([(await it_.left(item))[1], await it_.left(paid)]).toEqual([750, [0, 0]]);
      await it_.night();
      expect([await states(id), (await it_.ours(item))[1]]).toEqual([['verified'], 75_000]);
      await undo(id);
      await it_.night();
      expect([await it_.left(item), await it_.left(paid)]).toEqual([
        [1136.36, 1250],
        [-400, -500],
      ]);
    });

    test('somebody takes a part of the receipt meanwhile: theirs stays, ours is taken back with the reason', async () => {
      const owner = await books.partner('Faster Dollars');
      const [item, other] = [(await it_.invoice(owner, 1250)).lines[0]!, (await it_.invoice(owner, 300)).lines[0]!];
      const paid = await credit(owner, 1250);
      await it_.night();
      const id = must(await letterItems(it_.desk, it_.company, tie(String(item), String(paid)), request()));
      await books.call('account.move.line', 'reconcile', { ids: [other, paid] });
      expect(await flushOutbox(it_.desk, it_.company)).toBe(null);
      expect([(await it_.left(item))[1], (await it_.left(paid))[1], (await it_.left(other))[1]]).toEqual([
        1250, -950, 0,
      ]);
      await it_.night();
      expect([await states(id), await it_.ours(item)]).toEqual([['refused'], [113_636, 125_000]]);
      expect(await it_.see((tx) => tx.decisions.undoneBy(id))).not.toBe(null);
    });
  },
  ['19 json2', '19 json2 addon', BEFORE_19, '14 xmlrpc'],
);
