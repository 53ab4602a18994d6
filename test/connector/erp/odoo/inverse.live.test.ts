// What a lock keeps is taken back on an open day: by the entry that was shown before, against the customer whose money it is.
import { expect, test } from 'vitest';
import { isFault, says } from '../../../../sync/fault/index.ts';
import type { EntryLine } from '../../../../sync/model/entry.ts';
import type { Inverse, Posting, Receipt } from '../../../../sync/port/erp.ts';
import { BEFORE_19, onLiveHosts, WITH_ADDON } from './live.ts';
import { bank, customer, postingOf, productOn, row } from './posting.ts';
import { HARMS, type Harm, openProxy } from './proxy.ts';
import { figuresOf, movedSince, salesTax } from './tax-report.ts';

/** Odoo says no, on the newer wire. */
const REFUSED: Harm = async (_, response) =>
  void response.writeHead(422).end(JSON.stringify({ name: 'odoo.exceptions.UserError', message: 'no' }));

await onLiveHosts(
  'inverse',
  ({ books, erp, seat, wire, addon, modern }) => {
    const { partner, invoice, bankLine, residuals, entryOf, moveOf, linesOf } = books;
    const OPEN = '2026-02-01';

    const must = <T>(it: T): Exclude<T, { code: string; retry: boolean }> => {
      if (isFault(it)) throw new Error(`${it.code}: ${says(it, 'en')}`);
      return it as Exclude<T, { code: string; retry: boolean }>;
    };
    const post = async (posting: Posting): Promise<Receipt> => must(await erp.post(posting));
    const codeOf = (it: unknown): string => (isFault(it) ? it.code : 'done');
    const shown = (it: Inverse | null) => it?.entry.map((line) => `${line.account} ${line.amountMinor}`);
    /** The customer's own line on a bank line's entry. */
    const receivedOn = async (line: number): Promise<number> =>
      (await linesOf(await moveOf(line))).find((it) => it.account === '411100')!.id;

    /** In January's books, which are closed while `work` runs. */
    async function locked(work: () => Promise<void>): Promise<void> {
      await books.call('res.company', 'write', { ids: [1], vals: { fiscalyear_lock_date: '2026-01-31' } });
      try {
        await work();
      } finally {
        await books.call('res.company', 'write', { ids: [1], vals: { fiscalyear_lock_date: false } });
      }
    }
    /** An invoice of 100 of which the bank brought 99, and kept 1. */
    async function paidLessFee(name: string): Promise<{ lines: number[]; line: number; receipt: Receipt }> {
      const owner = await partner(name);
      const { lines } = await invoice(owner, [[100]], { day: '2026-01-05' });
      const line = await bankLine(99, '2026-01-20');
      const entry = [bank(9_900), customer(lines[0]!, -10_000, owner), row('bank_fee', '627800', 100)];
      return { lines, line, receipt: await post(postingOf({ line, entry })) };
    }
    /** Entries of a day in the miscellaneous journal, as 'account amount'. */
    async function postedOn(day: string): Promise<string[][]> {
      const moves = await books.search(
        'account.move',
        [
          ['date', '=', day],
          ['move_type', '=', 'entry'],
          ['state', '=', 'posted'],
          ['statement_line_id', '=', false],
        ],
        ['name'],
      );
      const lines = await Promise.all(moves.map(({ id }) => linesOf(id)));
      return lines.map((its) => its.map((it) => `${it.account} ${Math.round(it.balance * 100)}`));
    }

    test.skipIf(!modern)(
      'an entry that Odoo has sealed stays as it is: what it matched and wrote off is taken back a day later',
      async () => {
        const journal = await books.create('account.journal', { name: 'Scellée', type: 'bank', code: 'SCEL' });
        // A journal that is made while the program runs is known by the next pull.
        const fresh = addon || wire === 'json2' ? productOn(seat) : productOn(seat, 'xmlrpc');
        const owner = await partner('Scellé');
        const { lines } = await invoice(owner, [[100]], { day: '2026-03-05' });
        const line = await bankLine(99, '2026-03-20', { journal_id: journal });
        const entry = [bank(9_900), customer(lines[0]!, -10_000, owner), row('bank_fee', '627800', 100)];
        const receipt = must(await fresh.post(postingOf({ line, entry })));
        const wizard = await books.create('account.secure.entries.wizard', { hash_date: '2026-03-31' });
        await books.call('account.secure.entries.wizard', 'action_secure_entries', { ids: [wizard] });
        const sealed = await linesOf(await moveOf(line));
        expect((await fresh.foreseeUndo(receipt)).map((it) => [it.code, it.params['lock']])).toEqual([
          ['period-locked', 'sealed'],
        ]);
        expect([codeOf(await fresh.undo(receipt)), await residuals(...lines)]).toEqual(['period-locked', [0]]);
        const inverse = must(await fresh.inverse(receipt));
        expect([inverse?.day, shown(inverse)]).toEqual(['2026-03-21', ['411100 100', '627800 -100']]);
        for (const _ of ['once', 'and again']) must(await fresh.undo(receipt, '2026-03-21'));
        expect(await residuals(...lines)).toEqual([100]);
        const after = await linesOf(await moveOf(line));
        expect(after.map(({ id, balance }) => [id, balance])).toEqual(sealed.map(({ id, balance }) => [id, balance]));
        expect(after.find((it) => it.account === '411100')?.residual).toBe(-99);
      },
    );

    test('the match comes off, and the money is the customer’s credit again; no entry is needed', async () => {
      const owner = await partner('Clôturé');
      const [wrong, right] = [
        await invoice(owner, [[100]], { day: '2026-01-05' }),
        await invoice(owner, [[100]], { day: '2026-01-06' }),
      ];
      const line = await bankLine(100, '2026-01-20');
      const receipt = await post(postingOf({ line, entry: [bank(10_000), customer(wrong.lines[0]!, -10_000, owner)] }));
      expect(must(await erp.inverse(receipt))).toBe(null);
      await locked(async () => {
        expect(must(await erp.inverse(receipt))).toEqual({ day: OPEN, firstDay: OPEN, entry: [] });
        expect(codeOf(await erp.inverse(receipt, '2026-01-31'))).toBe('period-locked');
        expect(codeOf(await erp.undo(receipt, '2026-01-31'))).toBe('period-locked');
        for (const _ of ['once', 'and again']) must(await erp.undo(receipt, OPEN));
        expect(await residuals(...wrong.lines, await receivedOn(line))).toEqual([100, -100]);
        expect(await entryOf(line)).toEqual(['411100 -100.00', 'BANK 100.00']);
        await post(postingOf({ day: OPEN, joins: [[right.lines[0]!, await receivedOn(line), 10_000]] }));
        expect(await residuals(...wrong.lines, ...right.lines)).toEqual([100, 0]);
      });
    });

    test('also where the answer of the write was lost, and only its bank line is known', async () => {
      const owner = await partner('Réponse perdue');
      const { lines } = await invoice(owner, [[60]], { day: '2026-01-05' });
      const line = await bankLine(60, '2026-01-20');
      const { decisionId } = await post(postingOf({ line, entry: [bank(6_000), customer(lines[0]!, -6_000, owner)] }));
      await locked(async () => {
        must(await erp.undo({ decisionId, facts: { statementLine: line } }, OPEN));
        expect(await residuals(...lines, await receivedOn(line))).toEqual([60, -60]);
      });
    });

    test('what was posted besides goes back by the entry that was shown', async () => {
      const owner = await partner('Frais');
      const { lines } = await invoice(owner, [[1000]], { day: '2026-01-05' });
      const line = await bankLine(975, '2026-01-20');
      const entry = [
        bank(97_500),
        customer(lines[0]!, -100_000, owner),
        row('discount', '665000', 2_000),
        row('bank_fee', '627800', 500),
      ];
      const receipt = await post(postingOf({ line, entry }));
      await locked(async () => {
        const said = must(await erp.foreseeUndo(receipt));
        expect(said.map((it) => [it.code, says(it, 'en')])).toEqual([
          ['period-locked', 'The period is locked until 31 Jan 2026 (global lock). Nothing was changed.'],
        ]);
        const inverse = must(await erp.inverse(receipt, '2026-02-03'));
        expect(shown(inverse)).toEqual(['411100 2500', '665000 -2000', '627800 -500']);
        expect(inverse).toMatchObject({ day: '2026-02-03', firstDay: OPEN });
        for (const _ of ['once', 'and again']) must(await erp.undo(receipt, '2026-02-03'));
        expect(await postedOn('2026-02-03')).toEqual([shown(inverse)]);
        // The bank brought 975.00: so much is hers now.
        expect(await residuals(...lines, await receivedOn(line))).toEqual([1000, -975]);
      });
    });

    test('somebody takes the credit while it comes off: the fee goes back all the same, and is the customer’s debt', async () => {
      const owner = await partner('Plus rapide');
      const [paid, other] = [
        await invoice(owner, [[1000]], { day: '2026-01-05' }),
        await invoice(owner, [[1000]], { day: '2026-01-06' }),
      ];
      const line = await bankLine(995, '2026-01-20');
      const entry = [bank(99_500), customer(paid.lines[0]!, -100_000, owner), row('bank_fee', '627800', 500)];
      const receipt = await post(postingOf({ line, entry }));
      const proxy = await openProxy(seat.url);
      try {
        await locked(async () => {
          const shaky = productOn(seat, wire, proxy.url);
          proxy.strike('js_remove_outstanding_partial', async (forward, response) => {
            const { status, body } = await forward();
            // An answer that cannot be marshalled is done all the same.
            const lines = [other.lines[0]!, await receivedOn(line)];
            await books.call('account.move.line', 'reconcile', { ids: lines }).catch(() => {});
            response.writeHead(status).end(body);
          });
          for (const _ of ['once', 'and again']) must(await shaky.undo(receipt, '2026-02-05'));
          expect(proxy.struck()).toBe(true);
          expect(await postedOn('2026-02-05')).toEqual([['411100 500', '627800 -500']]);
          expect(await residuals(...paid.lines, ...other.lines, await receivedOn(line))).toEqual([1000, 0, 0]);
        });
      } finally {
        await proxy.close();
      }
    });

    test('an entry that does not arrive leaves the match as it stands', async () => {
      const { lines, receipt } = await paidLessFee('Refusé');
      const proxy = await openProxy(seat.url);
      try {
        await locked(async () => {
          const shaky = productOn(seat, wire, proxy.url);
          const word = addon ? 'post_decision' : wire === 'json2' ? 'account.move/create' : '<string>create</string>';
          proxy.strike(word, HARMS['cut before the request']);
          expect(codeOf(await shaky.undo(receipt, '2026-02-06'))).not.toBe('done');
          expect(proxy.struck()).toBe(true);
          expect(await postedOn('2026-02-06')).toEqual([]);
          expect(await residuals(...lines)).toEqual([0]);
        });
      } finally {
        await proxy.close();
      }
    });

    test.runIf(wire === 'json2')(
      'a match that is kept after all keeps what was posted beside it: the entry gets its mirror',
      async () => {
        const { lines, line, receipt } = await paidLessFee('Gardé');
        const proxy = await openProxy(seat.url);
        try {
          await locked(async () => {
            const shaky = productOn(seat, wire, proxy.url);
            proxy.strike('js_remove_outstanding_partial', REFUSED);
            expect(codeOf(await shaky.undo(receipt, '2026-02-07'))).toBe('erp-refused');
            expect(proxy.struck()).toBe(true);
            const posted = (await postedOn('2026-02-07')).map((it) => it.sort()).sort();
            expect(posted).toEqual([
              ['411100 -100', '627800 100'],
              ['411100 100', '627800 -100'],
            ]);
            expect(await residuals(...lines, await receivedOn(line))).toEqual([0, 0]);
          });
        } finally {
          await proxy.close();
        }
      },
    );

    test('VAT that a discount lowered is owed again, in the report of the open month', async () => {
      const [owner, full] = [await partner('TVA'), await salesTax(books, 20, 'on_invoice')];
      const { lines } = await invoice(owner, [[500, full]], { day: '2026-01-05' });
      const before = await figuresOf(books);
      const line = await bankLine(588, '2026-01-20');
      const entry = [
        bank(58_800),
        customer(lines[0]!, -60_000, owner),
        row('discount', '665000', 1_000),
        row('discount_vat', '445710', 200),
      ];
      const receipt = await post(postingOf({ line, entry }));
      expect(await movedSince(books, before)).toEqual({ base: [-10], vat: [-2] });
      await locked(async () => {
        const inverse = must(await erp.inverse(receipt, '2026-02-04'));
        expect(shown(inverse)?.sort()).toEqual(['411100 1200', '445710 -200', '665000 -1000']);
        must(await erp.undo(receipt, '2026-02-04'));
        expect((await postedOn('2026-02-04')).map((it) => it.sort())).toEqual([shown(inverse)?.sort()]);
        expect(await movedSince(books, before)).toEqual({ base: [], vat: [] });
        expect(await residuals(...lines, await receivedOn(line))).toEqual([600, -588]);
      });
    });

    test('an entry of its own gets the mirror that was shown', async () => {
      const [a, b] = [await partner('De'), await partner('Vers')];
      const paid = await bankLine(50, '2026-01-10');
      await post(postingOf({ line: paid, entry: [bank(5_000), row('on-account', '411100', -5_000, a)] }));
      const received = await receivedOn(paid);
      const transfer = [customer(received, 5_000, a), row('on-account', '411100', -5_000, b)];
      const receipt = await post(postingOf({ day: '2026-01-15', entry: transfer }));
      await locked(async () => {
        const inverse = must(await erp.inverse(receipt));
        expect(shown(inverse)?.sort()).toEqual(['411100 -5000', '411100 5000']);
        expect(inverse?.entry.map((it: EntryLine) => it.partyId).sort()).toEqual([String(a), String(b)].sort());
        must(await erp.undo(receipt, OPEN));
        expect(await residuals(received)).toEqual([-50]);
        expect((await postedOn(OPEN)).map((it) => it.sort())).toEqual([['411100 -5000', '411100 5000']]);
      });
    });

    test('money that is no customer’s is not taken back so, and the refusal says why', async () => {
      const line = await bankLine(-15, '2026-01-20');
      const receipt = await post(postingOf({ line, entry: [bank(-1_500), row('other', '627800', 1_500)] }));
      await locked(async () => {
        expect(codeOf(await erp.inverse(receipt))).toBe('undo-no-inverse');
        expect(codeOf(await erp.undo(receipt, OPEN))).toBe('undo-no-inverse');
        expect(await entryOf(line)).toEqual(['627800 15.00', 'BANK -15.00']);
      });
    });
  },
  [...WITH_ADDON, BEFORE_19],
);
