// A branch (a company under another, Odoo 17 and later) beside a live Odoo: its own books, on the accounts, journals and bank of the
// company above it, by a user that belongs to the branch alone.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptLine } from '../../../sync/job/accept.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { runNight } from '../../../sync/job/night.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { Erp } from '../../../sync/port/erp.ts';
import { type Books, openBooks } from '../../connector/erp/odoo/books.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { customer, postingOf, productOn, row } from '../../connector/erp/odoo/posting.ts';
import { bankLine } from '../../db/sample.ts';
import type { Seat } from '../../odoo/ask.ts';
import { codeOf, must, request, type TestDesk, testDesk } from './desk.ts';

/** Makes the branch; `lettrage` belongs to it alone, so that what is above is seen only as far as Odoo shows it to a branch. */
async function branchUnder(above: Books): Promise<number> {
  const [france] = await above.search('res.country', [['code', '=', 'FR']], ['name']);
  const named = { name: 'Atelier Démo, agence de Lyon', parent_id: 1, country_id: france.id };
  const branch = await above.create('res.company', named);
  const users = await above.search('res.users', [['login', 'in', ['lettrage', 'controle']]], ['login']);
  for (const { id, login } of users) {
    const alone = { company_ids: [[6, 0, [branch]]], company_id: branch };
    const vals = login === 'lettrage' ? alone : { company_ids: [[4, branch, 0]] };
    await above.call('res.users', 'write', { ids: [id], vals });
  }
  return branch;
}

await onLiveHosts(
  'branch',
  ({ seat, books: every, wire }) => {
    let it_: TestDesk;
    let company = '';
    let branch = 0;
    let above: Books;
    let books: Books;
    let erp: Erp;
    let owner = 0;
    beforeAll(async () => {
      branch = await branchUnder(every);
      above = await openBooks(seat as Seat, 1);
      books = await openBooks(seat as Seat, branch, above.bank);
      erp = productOn(seat, wire, seat.url, {}, fetch, branch);
      owner = await books.partner('Client de l’agence');
      it_ = await testDesk();
      company = await it_.next({ erp: 'odoo', mode: 'suggest' });
      it_.link(erp);
    });
    afterAll(() => it_?.close());

    /** A night after which all figures are Odoo's. */
    async function night(): Promise<void> {
      const { control } = must(await runNight(it_.desk, company));
      expect(control.length).toBeGreaterThan(0);
      expect(control.filter((each) => each.erpMinor !== each.oursMinor)).toEqual([]);
    }
    async function sent(done: unknown): Promise<void> {
      must(done);
      expect(await flushOutbox(it_.desk, company)).toBe(null);
    }
    /** An invoice of 500 of which the bank brought 480 and kept 20, decided so. */
    async function paidLessFee(day: Day): Promise<{ line: number; item: number; decision: string }> {
      const { lines } = await books.invoice(owner, [[500]], { day });
      const line = await books.bankLine(480, day);
      await night();
      const item = lines[0]!;
      const adjustments = [{ kind: 'bank_fee' as const, amountMinor: -20_00 }];
      const allocations = [{ itemId: String(item), amountMinor: 500_00 }];
      const body = { candidate: null, partyId: null, rest: 'none' as const, adjustments, allocations };
      const decision = must(await acceptLine(it_.desk, company, `stl/${line}`, body, request()));
      await sent(decision);
      return { line, item, decision };
    }
    const stateOf = (line: number) => it_.see(async (tx) => (await tx.bank.line(`stl/${line}`))?.state);

    test('a bank journal of the company above is read once the branch has a line in it, and that company’s own lines never', async () => {
      const theirs = await above.invoice(owner, [[900]]);
      expect((await erp.check()).find((it) => it.step === 'journals')?.ok).toBe(false);
      const ours = await books.invoice(owner, [[300]]);
      const line = await books.bankLine(300, '2026-05-20');
      // The statement of a journal is its company's, also where it holds a branch's line.
      const statement = { name: 'Relevé du siège', line_ids: [[6, 0, [line]]] };
      const context = { allowed_company_ids: [1, branch] };
      await every.call('account.bank.statement', 'create', { vals_list: [statement], context });
      const foreign = await above.bankLine(77, '2026-07-10');
      await night();
      expect((await erp.check()).find((it) => it.step === 'journals')?.ok).toBe(true);
      const items = await it_.see((tx) => tx.ledger.items([...ours.lines, ...theirs.lines].map(String)));
      expect(items.map((it) => [it.id, it.account, it.journal, it.residualMinor])).toEqual([
        [String(ours.lines[0]), '411100', 'FAC', 300_00],
      ]);
      expect([await stateOf(line), await stateOf(foreign)]).toEqual(['open', undefined]);
    });

    test('a line of a file is made once in a journal of the company above, in no statement', async () => {
      const journal = 'BNK1';
      const day = '2026-05-22';
      const line = bankLine('f1', 12_34, { bookingDay: day, valueDay: day, label: 'VIR f1' });
      const statement = { id: 's1', journal, number: '12', day: day as Day, openingMinor: 0, closingMinor: 12_34 };
      const made = () => erp.makeLines([statement], [{ line, journal, statementId: 's1' }]);
      const once = must(await made());
      expect(must(await made())).toEqual(once);
      const rows = await books.search(
        'account.bank.statement.line',
        [['payment_ref', '=', 'VIR f1']],
        ['statement_id'],
      );
      expect(rows.map((row) => [`stl/${row.id}`, row.statement_id])).toEqual([[once[0]!.erpId, false]]);
      await night();
    });

    test('a match with a fee stands on accounts of the company above, and comes off', async () => {
      const { line, item, decision } = await paidLessFee('2026-05-10');
      const written = ['411100 -500.00', '627800 20.00', 'BANK 480.00'];
      expect([await books.entryOf(line), await books.residuals(item)]).toEqual([written, [0]]);
      await night();
      await sent(await undoDecision(it_.desk, company, decision, request()));
      expect([await books.entryOf(line), await books.residuals(item)]).toEqual([
        ['BANK 480.00', 'SUSPENSE -480.00'],
        [500],
      ]);
      await night();
      expect(await stateOf(line)).toBe('open');
    });

    test('an entry of its own is the branch’s, in a journal of the company above', async () => {
      const { lines } = await books.invoice(owner, [[30]]);
      const posting = postingOf({ entry: [customer(lines[0]!, -30_00, owner), row('other', '658000', 30_00)] });
      const receipt = must(await erp.post(posting));
      const [move] = await books.search(
        'account.move',
        [['id', '=', receipt.facts['move']]],
        ['company_id', 'journal_id'],
      );
      const [journal] = await above.search(
        'account.journal',
        [['id', '=', move.journal_id[0]]],
        ['company_id', 'type'],
      );
      expect([move.company_id[0], journal.company_id[0], journal.type]).toEqual([branch, 1, 'general']);
      expect(await books.residuals(...lines)).toEqual([0]);
      must(await erp.undo(receipt));
      expect(await books.residuals(...lines)).toEqual([30]);
    });

    test('a lock of the company above holds the branch’s match, which is taken back on an open day', async () => {
      const { item, decision, line } = await paidLessFee('2026-01-20');
      await above.call('res.company', 'write', { ids: [1], vals: { fiscalyear_lock_date: '2026-01-31' } });
      await night();
      expect((await it_.see((tx) => tx.link.get())).books?.lockedUntil).toBe('2026-01-31');
      expect(codeOf(await undoDecision(it_.desk, company, decision, request()))).toBe('period-locked');
      await sent(await undoDecision(it_.desk, company, decision, request(), '2026-02-01'));
      expect([await books.residuals(item), await stateOf(line)]).toEqual([[500], 'open']);
      await night();
    });
  },
  ['19 json2', '19 json2 addon', '19 xmlrpc'],
);
