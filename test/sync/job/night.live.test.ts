// The unattended night beside a live Odoo: from nothing to settled invoices, two companies apart, and cut at any moment.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptLine } from '../../../sync/job/accept.ts';
import { resumeWriting } from '../../../sync/job/erp-setting.ts';
import { twinsOf } from '../../../sync/job/twins.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { Erp, PullPage } from '../../../sync/port/erp.ts';
import type { NightSummary } from '../../../sync/port/night.ts';
import { type Books, openBooks } from '../../connector/erp/odoo/books.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { productOn } from '../../connector/erp/odoo/posting.ts';
import { HARMS } from '../../connector/erp/odoo/proxy.ts';
import { figuresOf, movedSince, salesTax } from '../../connector/erp/odoo/tax-report.ts';
import { backupOf } from '../../odoo/ask.ts';
import { BY, must, request } from './desk.ts';
import { type LiveNight, openNight, secondCompany, shortKey } from './live-night.ts';
import { camt, IBAN } from './paper.ts';

async function pagesOf(erp: Erp, cursor: string | null): Promise<PullPage[]> {
  const pages: PullPage[] = [];
  for await (const page of erp.pull(cursor)) pages.push(page);
  return pages;
}

function lineIds(pages: readonly PullPage[]): string[] {
  return pages.flatMap((page) => {
    if (page.kind === 'lines') return page.rows.map((row) => row.id);
    return page.kind === 'bank-lines' ? page.rows.map((row) => row.line.id) : [];
  });
}

const ONE = 1;
const CUSTOMER = 'Menuiserie Durand';

await onLiveHosts(
  'night',
  ({ seat, modern, wire }) => {
    let at: LiveNight;
    let two = 0;
    let books: Books;
    let others: Books;
    const owners = new Map<Books, number>();
    const word = modern ? 'reconciled_lines_ids' : 'lines_vals_list';

    beforeAll(async () => {
      two = await secondCompany(seat);
      at = await openNight(seat, [ONE, two]);
      books = await openBooks(seat, ONE);
      others = await openBooks(seat, two);
      for (const each of [books, others]) owners.set(each, await each.partner(CUSTOMER, { city: 'Lyon' }));
      await books.call('account.journal', 'write', { ids: [books.bank.id], vals: { bank_acc_number: IBAN } });
    });
    afterAll(() => at?.close());

    /** An invoice, and a bank line that names it, its customer and its amount: proof enough to act alone. */
    async function paid(its: Books, amount: number): Promise<{ item: number; line: number; move: number }> {
      const { lines, move, name } = await its.invoice(owners.get(its) ?? 0, [[amount]]);
      const line = await its.bankLine(amount, '2026-06-15', {
        payment_ref: `VIR ${CUSTOMER.toUpperCase()} ${name}`,
        partner_name: CUSTOMER.toUpperCase(),
        journal_id: its.bank.id,
      });
      return { item: lines[0] ?? 0, line, move };
    }
    /** What the accountant reads: nothing is left open, by one match of the whole amount, and the bank line stands against it. */
    async function isPaidOnce(its: Books, { item, line }: { item: number; line: number }, amount: number) {
      expect(await its.residuals(item)).toEqual([0]);
      const partials = await its.partials(item);
      expect(partials.map(([, , minor]) => minor)).toEqual([amount]);
      const own = (await its.linesOf(await its.moveOf(line))).map((it) => it.id);
      expect(own).toContain(partials[0]?.[1]);
      const rows = (await its.entryOf(line)).map((row) => row.split(' ')[0]);
      expect(rows).toEqual(['411100', 'BANK']);
    }
    const counts = ({ settled, written, verified, refused }: NightSummary) => [settled, written, verified, refused];

    test('from an empty data directory: what is proved is settled, and a second company of the same Odoo is not touched', async () => {
      const [mine, theirs] = [await paid(books, 120), await paid(others, 120)];
      const open = await books.invoice(owners.get(books) ?? 0, [[77]]);
      // Odoo gives the till the banks' suspense account.
      const till = await books.create('account.journal', {
        name: 'Caisse',
        code: 'CAI',
        type: 'cash',
        company_id: ONE,
      });
      await books.bankLine(-35, '2026-06-14', { journal_id: till, payment_ref: 'Timbres' });
      const first = await at.commandDone(ONE);
      expect(first).toMatchObject({ failed: null, warnings: [], step: 'snapshot' });
      expect(counts(first)).toEqual([1, 1, 1, []]);
      expect(first.control.filter((it) => it.erpMinor !== it.oursMinor)).toEqual([]);
      expect(first.control.at(-1)).toMatchObject({ name: 'suspense', erpMinor: 3_500, besideMinor: 3_500 });
      await isPaidOnce(books, mine, 120);
      expect(await books.residuals(open.lines[0] ?? 0)).toEqual([77]);
      expect([await others.residuals(theirs.item), await others.partials(theirs.item)]).toEqual([[120], []]);

      expect(counts(await at.night(ONE))).toEqual([0, 0, 0, []]);
      expect(await at.night(two)).toMatchObject({ read: 1, settled: 1, written: 1, verified: 1 });
      await isPaidOnce(others, theirs, 120);
      expect((await books.partials(mine.item)).length).toBe(1);
    });

    test('somebody pays one by hand between the pull and the write: it is said, and nothing is done twice', async () => {
      const [raced, plain] = [await paid(books, 210), await paid(books, 220)];
      const byHand = async () => {
        const context = { active_model: 'account.move', active_ids: [raced.move], allowed_company_ids: [ONE] };
        const values = { payment_date: '2026-06-10' };
        const wizard = await books.call('account.payment.register', 'create', { vals_list: [values], context });
        await books.call('account.payment.register', 'action_create_payments', { ids: wizard, context });
      };
      const done = await at.night(ONE, {
        tell: (step) => {
          if (step !== 'post') return;
          at.proxy.strike('', async (forward, response) => {
            await byHand();
            const { status, body } = await forward();
            response.writeHead(status).end(body);
          });
        },
      });
      expect([done.settled, done.written, done.verified]).toEqual([2, 1, 1]);
      expect(done.refused.map(({ lineId, reason }) => [lineId, reason.fr.length > 0])).toEqual([
        [`stl/${raced.line}`, true],
      ]);
      await isPaidOnce(books, plain, 220);
      expect((await books.partials(raced.item)).map(([, , amount]) => amount)).toEqual([210]);
      expect(await books.entryOf(raced.line)).toEqual(['BANK 210.00', 'SUSPENSE -210.00']);
      expect(counts(await at.night(ONE))).toEqual([0, 0, 0, []]);
    });

    const moments = {
      'in the pull': (kill: () => void) =>
        at.proxy.strike('max_date', async (forward) => {
          await forward();
          kill();
        }),
      'in the proposing': (kill: () => void, child: { stderr: NodeJS.ReadableStream | null }) =>
        child.stderr?.on('data', (chunk: Buffer) => chunk.toString().includes('Proposing') && kill()),
      'before the write': (kill: () => void) => at.proxy.strike(word, async () => kill()),
      'after the write, before its answer': (kill: () => void) =>
        at.proxy.strike(word, async (forward) => {
          await forward();
          kill();
        }),
    };
    test.each(Object.entries(moments).filter(([name]) => modern || name.startsWith('after')))(
      'killed %s and run again, all is matched once',
      async (_, when) => {
        const [a, b] = [await paid(books, 310), await paid(books, 320)];
        await at.killed(ONE, when);
        const again = await at.night(ONE);
        expect([again.failed, again.refused]).toEqual([null, []]);
        await isPaidOnce(books, a, 310);
        await isPaidOnce(books, b, 320);
        const { desk } = await at.desk();
        expect(await desk.store.within(`odoo-${ONE}`, (tx) => tx.outbox.waiting())).toEqual([]);
      },
    );

    test('statements attached in Odoo and lying in the folder become its lines once; one that somebody typed is asked about', async () => {
      const typed = await books.bankLine(64.2, '2026-07-03', { payment_ref: 'saisie', journal_id: books.bank.id });
      const statement = (id: string, movements: [Day, number, string][]) =>
        camt(
          movements.map(([day, amount, ref]) => ({ day, amount, ref, text: `VIR ${ref}` })),
          { id, iban: IBAN },
        );
      const attached = statement('ATT', [
        ['2026-07-02', 41_11, 'ATT1'],
        ['2026-07-02', 42_22, 'ATT2'],
        ['2026-07-04', 64_20, 'TYPED'],
      ]);
      const lying = statement('LIE', [['2026-07-08', 43_33, 'LIE1']]);
      const named = { name: 'Relevé', journal_id: books.bank.id, ...(modern ? {} : { date: '2026-07-04' }) };
      const holder = await books.create('account.bank.statement', named);
      const datas = Buffer.from(attached.bytes).toString('base64');
      const of = { res_model: 'account.bank.statement', res_id: holder };
      await books.create('ir.attachment', { name: 'releve.xml', datas, ...of });
      await at.night(ONE);
      await writeFile(join(at.inbox, `odoo-${ONE}`, 'lie.xml'), lying.bytes);
      const second = await at.night(ONE);
      await writeFile(join(at.inbox, 'again.xml'), attached.bytes);
      const third = await at.night(ONE);
      expect([second.made, third.made, second.refused, third.refused]).toEqual([1, 0, [], []]);
      const amounts = [41.11, 42.22, 43.33, 64.2];
      const domain = [
        ['amount', 'in', amounts],
        ['journal_id', '=', books.bank.id],
      ];
      const stand = await books.search('account.bank.statement.line', domain, ['amount', 'date']);
      expect(stand.map((it) => it.amount).sort()).toEqual(amounts);
      for (const { id } of stand) expect(await books.entryOf(id)).toHaveLength(2);
      const { desk } = await at.desk();
      const twins = await desk.store.within(`odoo-${ONE}`, twinsOf);
      expect([...twins.values()].map(({ line, erp }) => [line.bookingDay, erp.erpId])).toEqual([
        ['2026-07-04', `stl/${typed}`],
      ]);
    });

    test('a discount that a person grants lowers base and VAT, and Odoo’s report by just that', async () => {
      const { desk } = await at.desk();
      const tax = await salesTax(books, 20, 'on_invoice');
      const { lines } = await books.invoice(owners.get(books) ?? 0, [[100, tax]]);
      const [item] = lines;
      const line = await books.bankLine(117.6, '2026-06-15', { journal_id: books.bank.id });
      await at.night(ONE);
      const before = await figuresOf(books);
      // 2 % of 120.00: 2.00 without tax and 0.40 of VAT.
      const body = {
        ...{ candidate: null, partyId: null, rest: 'none' as const },
        allocations: [{ itemId: String(item), amountMinor: 120_00 }],
        adjustments: [{ kind: 'discount' as const, amountMinor: -2_40 }],
      };
      must(await acceptLine(desk, `odoo-${ONE}`, `stl/${line}`, body, request()));
      expect(await at.night(ONE)).toMatchObject({ written: 1, verified: 1, refused: [] });
      expect(await books.residuals(item ?? 0)).toEqual([0]);
      expect(await books.entryOf(line)).toEqual(['411100 -120.00', '445710 0.40', '665000 2.00', 'BANK 117.60']);
      expect(await movedSince(books, before)).toEqual({ base: [-2], vat: [-0.4] });
    });

    test('a pull that was cut goes on from its mark, and all of it is there', async () => {
      const erp = productOn(seat, wire, at.proxy.url, { pageRows: 6, attemptsMax: 1 });
      const whole = await pagesOf(erp, null);
      at.proxy.strike('max_date', HARMS['cut before the request']);
      const cut = await pagesOf(erp, null);
      expect([cut.at(-1)?.kind, at.proxy.struck()]).toEqual(['refused', true]);
      const mark = cut.findLast((page) => page.kind === 'mark');
      const kept = cut.slice(0, mark === undefined ? 0 : cut.lastIndexOf(mark));
      const rest = await pagesOf(erp, mark?.cursor ?? null);
      expect(rest.at(-1)?.kind).toBe('end');
      expect(lineIds(rest).length).toBeLessThan(lineIds(whole).length);
      expect(new Set([...lineIds(kept), ...lineIds(rest)])).toEqual(new Set(lineIds(whole)));
    });

    test.runIf(modern)('a key that ends soon is said every morning', async () => {
      await shortKey(seat);
      const { warnings } = await at.night(ONE);
      expect(warnings.map((it) => it.code)).toEqual(['erp-key-ends']);
    });

    test('put back from an older backup nothing is written until a person has looked', async () => {
      const backup = await backupOf(seat, 'restored');
      const late = await paid(books, 410);
      expect((await at.night(ONE)).settled).toBe(1);
      await isPaidOnce(books, late, 410);
      await at.shut();
      const { desk } = await at.desk(backup);
      const restored = await openBooks({ ...seat, database: backup }, ONE);
      owners.set(restored, owners.get(books) ?? 0);
      const fresh = await paid(restored, 510);
      const codes = ({ warnings }: NightSummary) => warnings.map((it) => it.code);
      const stopped = await at.night(ONE);
      expect([stopped.written, codes(stopped).includes('erp-restored')]).toEqual([0, true]);
      expect([(await at.night(ONE)).written, await restored.residuals(fresh.item)]).toEqual([0, [510]]);
      await resumeWriting(desk, `odoo-${ONE}`, BY);
      const resumed = await at.night(ONE);
      expect([resumed.written, codes(resumed).includes('erp-restored')]).toEqual([1, false]);
      await isPaidOnce(restored, fresh, 510);
    });
  },
  ['19 json2', '14 xmlrpc'],
);
