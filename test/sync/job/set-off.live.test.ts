// A receipt less what we owe its customer, by agreement, in a live Odoo: proposed, accepted, read back by the accountant, undone, refused.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { addAgreement } from '../../../sync/job/agreement.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { runNight } from '../../../sync/job/night.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { must, request, type TestDesk, testDesk } from './desk.ts';

await onLiveHosts(
  'set_off',
  ({ books, erp }) => {
    let it_: TestDesk;
    let company = '';
    beforeAll(async () => {
      it_ = await testDesk();
      company = await it_.next({ erp: 'odoo', mode: 'suggest' });
      it_.link(erp);
    });
    afterAll(() => it_?.close());

    const night = async () => must(await runNight(it_.desk, company));
    const proposalOf = async (line: number) =>
      (await it_.see((tx) => tx.proposals.get(`stl/${line}`)))?.proposal ?? null;
    const lineOf = async (line: number) => (await it_.see((tx) => tx.bank.line(`stl/${line}`)))!;
    const agree = async (customer: number, supplier: number) =>
      must(
        await addAgreement(
          it_.desk,
          company,
          { customerId: String(customer), supplierId: String(supplier), since: '2026-01-01', note: 'convention' },
          request(),
        ),
      );
    /** The proposal that nets; undefined where none does. */
    const setOff = async (line: number) =>
      (await proposalOf(line))?.candidates.find(({ reasons }) => reasons.some((it) => it.key === 'offset-agreement'));
    /** Accepts it as it stands, without sending it. */
    async function accept(line: number): Promise<string> {
      const { candidates } = (await proposalOf(line))!;
      const place = candidates.indexOf(
        candidates.find(({ reasons }) => reasons.some((it) => it.key === 'offset-agreement'))!,
      );
      return must(await acceptLine(it_.desk, company, `stl/${line}`, bodyOf(candidates[place]!, place), request()));
    }
    const flush = async () => expect(await flushOutbox(it_.desk, company)).toBe(null);

    /** `customer` owes this much, is owed that much as `supplier`, and pays the difference. */
    async function netted(customer: number, supplier: number, name: string, [owes, owed]: readonly [number, number]) {
      const sold = await books.invoice(customer, [[owes]]);
      const bought = await books.invoice(supplier, [[owed]], { kind: 'in_invoice', ref: `F-${owed}` });
      const line = await books.bankLine(owes - owed, '2026-06-15', {
        payment_ref: `VIR ${name} ${sold.name}`,
        partner_name: name,
      });
      return { sold: sold.lines[0]!, bought, line };
    }
    /** What the entry of a bank line settles: [the other line, amount]. */
    async function settledBy(line: number): Promise<[number, number][]> {
      const own = (await books.linesOf(await books.moveOf(line))).map(({ id }) => id);
      const pairs = (await books.partials(...own)).map(([debit, credit, amount]): [number, number] => [
        own.includes(debit) ? credit : debit,
        amount,
      ]);
      return pairs.sort(([a], [b]) => a - b);
    }

    test('what it owes less what we owe it, paid by one transfer, closes both sides and is taken back', async () => {
      const owner = await books.partner('Durand Menuiserie');
      const { sold, bought, line } = await netted(owner, owner, 'DURAND MENUISERIE', [1000, 300]);
      await night();
      expect(await setOff(line)).toBeUndefined();
      await agree(owner, owner);
      expect(await setOff(line)).toMatchObject({ partyId: String(owner), restMinor: 0, adjustments: [] });
      expect((await proposalOf(line))?.verdict).toBe('suggest');

      const id = await accept(line);
      await flush();
      const [owed] = bought.lines;
      expect(await books.residuals(sold, owed!)).toEqual([0, 0]);
      expect(await books.entryOf(line)).toEqual(['401100 300.00', '411100 -1000.00', 'BANK 700.00']);
      expect(await settledBy(line)).toEqual([
        [sold, 1000],
        [owed, 300],
      ]);
      expect((await night()).refused).toEqual([]);
      expect([(await lineOf(line)).state, await it_.see((tx) => tx.decisions.undoneBy(id))]).toEqual(['settled', null]);

      must(await undoDecision(it_.desk, company, id, request()));
      await flush();
      expect(await books.residuals(sold, owed!)).toEqual([1000, -300]);
      expect(await books.entryOf(line)).toEqual(['BANK 700.00', 'SUSPENSE -700.00']);
      expect((await night()).refused).toEqual([]);
      expect((await lineOf(line)).state).toBe('open');
    });

    test('customer and supplier are two partners of one firm: each account keeps its own', async () => {
      const customer = await books.partner('Lenoir Bois');
      const supplier = await books.partner('Lenoir Bois Achats');
      const { sold, bought, line } = await netted(customer, supplier, 'LENOIR BOIS', [820, 145]);
      await night();
      await agree(customer, supplier);
      await accept(line);
      await flush();
      expect(await books.residuals(sold, bought.lines[0]!)).toEqual([0, 0]);
      const rows = await books.linesOf(await books.moveOf(line));
      const partners = rows.map(({ account, partner }) => [account.slice(0, 3), partner]);
      expect(partners).toContainEqual(['411', customer]);
      expect(partners).toContainEqual(['401', supplier]);
      expect((await night()).refused).toEqual([]);
      expect((await lineOf(line)).state).toBe('settled');
    });

    test('the bill that was to be netted is settled in Odoo meanwhile: refused, and nothing is written', async () => {
      const owner = await books.partner('Aubry Peinture');
      const { sold, bought, line } = await netted(owner, owner, 'AUBRY PEINTURE', [640, 110]);
      await night();
      await agree(owner, owner);
      expect(await setOff(line)).toBeDefined();
      const credit = await books.invoice(owner, [[110]], { kind: 'in_refund', ref: 'AV-110' });
      await books.call('account.move.line', 'reconcile', { ids: [...bought.lines, ...credit.lines] });
      const id = await accept(line);
      await flush();
      expect(await books.residuals(sold, bought.lines[0]!)).toEqual([640, 0]);
      expect(await books.entryOf(line)).toEqual(['BANK 530.00', 'SUSPENSE -530.00']);
      expect(await it_.see((tx) => tx.decisions.undoneBy(id))).not.toBe(null);
      expect((await lineOf(line)).state).toBe('open');
      expect(await setOff(line)).toBeUndefined();
    });
  },
  ['19 json2', '14 xmlrpc'],
);
