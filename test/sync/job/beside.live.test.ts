// Bank lines that take what is no customer's item in a live Odoo: payments registered there before, and suppliers' bills.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { runNight } from '../../../sync/job/night.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { must, request, type TestDesk, testDesk } from './desk.ts';

await onLiveHosts(
  'beside',
  ({ books, erp }) => {
    let it_: TestDesk;
    let company = '';
    beforeAll(async () => {
      it_ = await testDesk();
      company = await it_.next({ erp: 'odoo', mode: 'auto' });
      it_.link(erp);
    });
    afterAll(() => it_?.close());

    const night = async () => must(await runNight(it_.desk, company));
    const proposalOf = async (line: number) =>
      (await it_.see((tx) => tx.proposals.get(`stl/${line}`)))?.proposal ?? null;
    const stateOf = async (line: number) => (await it_.see((tx) => tx.bank.line(`stl/${line}`)))?.state;
    /** Accepts the best proposal as it stands, and sends it. */
    async function accept(line: number): Promise<string> {
      const best = (await proposalOf(line))?.candidates[0];
      const id = must(await acceptLine(it_.desk, company, `stl/${line}`, bodyOf(best!, 0), request()));
      expect(await flushOutbox(it_.desk, company)).toBe(null);
      return id;
    }
    async function undo(id: string): Promise<void> {
      must(await undoDecision(it_.desk, company, id, request()));
      expect(await flushOutbox(it_.desk, company)).toBe(null);
    }

    test('the money of a payment that is registered already is that payment’s, never the invoice’s a second time', async () => {
      const owner = await books.partner('Serrurerie Bonnet');
      const { move, lines, name } = await books.invoice(owner, [[480]]);
      const open = await books.invoice(owner, [[480]]);
      const waiting = await books.registered(move, '2026-06-10');
      const line = await books.bankLine(480, '2026-06-15', {
        payment_ref: `VIR SERRURERIE BONNET ${name}`,
        partner_name: 'SERRURERIE BONNET',
      });
      expect((await night()).settled).toBe(0);
      const proposal = await proposalOf(line);
      expect([proposal?.verdict, proposal?.signature]).toEqual(['suggest', 'outstanding']);
      expect(proposal?.candidates[0]).toMatchObject({
        partyId: String(owner),
        allocations: [{ itemId: String(waiting.id), amountMinor: 480_00 }],
        restMinor: 0,
      });
      expect(proposal?.candidates[0]?.reasons.map((it) => it.key)).toContain('outstanding');
      const named = proposal?.candidates.flatMap((it) => it.allocations.map((one) => one.itemId));
      expect(named).not.toContain(String(lines[0]));

      const id = await accept(line);
      expect(await books.residuals(waiting.id, lines[0]!, open.lines[0]!)).toEqual([0, 0, 480]);
      expect(await books.entryOf(line)).toEqual([`${waiting.account} -480.00`, 'BANK 480.00']);
      expect((await night()).refused).toEqual([]);
      expect(await stateOf(line)).toBe('settled');
      expect(await it_.see((tx) => tx.decisions.undoneBy(id))).toBe(null);

      await undo(id);
      expect(await books.residuals(waiting.id, lines[0]!)).toEqual([480, 0]);
      expect(await books.entryOf(line)).toEqual(['BANK 480.00', 'SUSPENSE -480.00']);
      await night();
      expect(await stateOf(line)).toBe('open');
      expect((await proposalOf(line))?.candidates[0]?.allocations[0]?.itemId).toBe(String(waiting.id));
      expect((await night()).control.every((each) => each.erpMinor === each.oursMinor)).toBe(true);
    });

    test('several payments registered on one day are the slip that the bank brings as one sum', async () => {
      const owners = [await books.partner('Chèque Un'), await books.partner('Chèque Deux')];
      const waiting = [];
      for (const [i, owner] of owners.entries()) {
        const { move } = await books.invoice(owner, [[111.5 + i * 50]]);
        waiting.push(await books.registered(move, '2026-06-17'));
      }
      const line = await books.bankLine(273, '2026-06-19', { payment_ref: 'REMISE CHEQUES 2' });
      await night();
      const best = (await proposalOf(line))?.candidates[0];
      expect(best?.reasons.map((it) => it.key)).toEqual(['outstanding-slip']);
      expect(best?.allocations.map((it) => it.itemId).sort()).toEqual(waiting.map((it) => String(it.id)).sort());
      const id = await accept(line);
      expect(await books.residuals(...waiting.map((it) => it.id))).toEqual([0, 0]);
      await night();
      expect(await stateOf(line)).toBe('settled');
      await undo(id);
      expect(await books.residuals(...waiting.map((it) => it.id))).toEqual([111.5, 161.5]);
    });

    test('a payment that is registered and an invoice that is not, paid by one transfer, are proposed together', async () => {
      const owner = await books.partner('Ferronnerie Aubry');
      const known = await books.invoice(owner, [[312.4]]);
      const waiting = await books.registered(known.move, '2026-06-17');
      const open = await books.invoice(owner, [[87.15]]);
      await books.invoice(owner, [[640]]);
      const line = await books.bankLine(399.55, '2026-06-19', {
        payment_ref: 'VIR FERRONNERIE AUBRY',
        partner_name: 'FERRONNERIE AUBRY',
      });
      expect((await night()).settled).toBe(0);
      const best = (await proposalOf(line))?.candidates[0];
      expect(best?.reasons.map((it) => it.key)).toEqual(['outstanding', 'outstanding-rest']);
      expect(best?.allocations).toEqual([
        { itemId: String(waiting.id), amountMinor: 312_40 },
        { itemId: String(open.lines[0]), amountMinor: 87_15 },
      ]);
      const id = await accept(line);
      expect(await books.residuals(waiting.id, ...known.lines, ...open.lines)).toEqual([0, 0, 0]);
      expect((await night()).refused).toEqual([]);
      expect([await stateOf(line), await it_.see((tx) => tx.decisions.undoneBy(id))]).toEqual(['settled', null]);
      await undo(id);
      expect(await books.residuals(waiting.id, ...known.lines, ...open.lines)).toEqual([312.4, 0, 87.15]);
      expect(await books.entryOf(line)).toEqual(['BANK 399.55', 'SUSPENSE -399.55']);
      await night();
      expect(await stateOf(line)).toBe('open');
    });

    test('a payment to a supplier settles its bill, is found by a search, and is taken back', async () => {
      const owner = await books.partner('Fournitures Lenoir');
      const { lines } = await books.invoice(owner, [[250]], { kind: 'in_invoice', ref: 'F-88412' });
      const line = await books.bankLine(-250, '2026-06-20', {
        payment_ref: 'VIR EMIS FOURNITURES LENOIR F-88412',
        partner_name: 'FOURNITURES LENOIR',
      });
      expect((await night()).settled).toBe(0);
      const proposal = await proposalOf(line);
      expect([proposal?.verdict, proposal?.signature]).toEqual(['suggest', 'supplier']);
      expect(proposal?.candidates[0]).toMatchObject({
        partyId: String(owner),
        allocations: [{ itemId: String(lines[0]), amountMinor: -250_00 }],
      });
      const found = (beside: boolean) => it_.see((tx) => tx.view.searchItems('lenoir', 20, { beside }));
      expect((await found(true)).map((it) => [it.itemId, it.role])).toEqual([[String(lines[0]), 'payable']]);
      expect(await found(false)).toEqual([]);

      const id = await accept(line);
      expect(await books.residuals(lines[0]!)).toEqual([0]);
      expect(await books.partials(lines[0]!)).toHaveLength(1);
      await night();
      expect([await stateOf(line), await it_.see((tx) => tx.decisions.undoneBy(id))]).toEqual(['settled', null]);
      await undo(id);
      expect(await books.residuals(lines[0]!)).toEqual([-250]);
      await night();
      expect(await stateOf(line)).toBe('open');
    });
  },
  ['19 json2', '14 xmlrpc'],
);
