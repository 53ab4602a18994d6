// Faults between connector and Odoo, and people who are faster: afterwards the books are matched exactly once, or not at all.
import { afterAll, expect, test } from 'vitest';
import { openOdoo } from '../../../../connector/erp/odoo/index.ts';
import { isFault } from '../../../../sync/fault/index.ts';
import { PLAN_COMPTABLE } from '../../../../sync/model/company.ts';
import type { Erp, Posting, Receipt } from '../../../../sync/port/erp.ts';
import { onLiveHosts } from './live.ts';
import { bank, customer, postingOf, productOn, row, world } from './posting.ts';
import { HARMS, type HarmfulProxy, openProxy } from './proxy.ts';

/** A write that takes longer counts as unanswered, whatever became of it: short enough to wait for. */
const PATIENCE_MS = 6_000;

let proxies: HarmfulProxy[] = [];
afterAll(async () => {
  for (const proxy of proxies) await proxy.close();
  proxies = [];
});

await onLiveHosts(
  'harm',
  (stage) => {
    const { books, seat, wire, modern, addon, erp } = stage;
    const { partner, invoice, bankLine, residuals, partials, entryOf } = books;
    let usd = 0;
    const word = addon ? 'post_decision' : modern ? 'reconciled_lines_ids' : 'lines_vals_list';

    async function through(): Promise<{ proxy: HarmfulProxy; shaky: Erp }> {
      const proxy = await openProxy(seat.url);
      proxies.push(proxy);
      return { proxy, shaky: productOn(seat, wire, proxy.url, { timeoutMs: PATIENCE_MS }) };
    }
    const codeOf = (it: unknown): string => (isFault(it) ? it.code : 'done');
    const oneInvoice = async (
      name: string,
    ): Promise<{ owner: number; item: number; line: number; posting: Posting }> => {
      const owner = await partner(name);
      const { lines } = await invoice(owner, [[100]]);
      const line = await bankLine(100);
      const item = lines[0]!;
      return { owner, item, line, posting: postingOf({ line, entry: [bank(10_000), customer(item, -10_000, owner)] }) };
    };

    test.each(Object.entries(HARMS))('%s: the write is found or done again, once', async (name, harm) => {
      const { item, line, posting } = await oneInvoice(name);
      const { proxy, shaky } = await through();
      proxy.strike(word, harm);
      const first = await shaky.post(posting);
      expect(proxy.struck()).toBe(true);
      const receipt = isFault(first) ? await shaky.post(posting) : first;
      expect(codeOf(receipt)).toBe('done');
      expect(await residuals(item)).toEqual([0]);
      expect((await partials(item)).map(([, , amount]) => amount)).toEqual([100]);
      expect(await entryOf(line)).toEqual(['411100 -100.00', 'BANK 100.00']);
      const named = await books.search('ir.model.data', [['name', '=', posting.decisionId]], ['module']);
      expect(named.map((it) => it.module)).toEqual(addon ? ['lettrage_decision'] : []);
    });

    test.each(['cut after the request', 'a gateway that gives up after'] as const)(
      '%s, of a line in dollars: found by its dollars, done once',
      async (harm) => {
        const [{ id: dollar }] = await books.search('res.currency', [['name', '=', 'USD']], ['name']);
        if (usd === 0) {
          for (const [name, rate] of [
            ['2026-01-01', 1.1],
            ['2026-06-01', 1.25],
          ])
            await books.create('res.currency.rate', { currency_id: dollar, name, rate, company_id: 1 });
          const named = { name: 'USD', code: 'BNKUS', type: 'bank', currency_id: dollar };
          usd = await books.create('account.journal', named);
        }
        const owner = await partner(`Dollars ${harm}`);
        const [item] = (await invoice(owner, [[250]], { currency_id: dollar })).lines as [number];
        const line = await bankLine(250, '2026-06-15', { journal_id: usd });
        const dollars = (minor: number) => ({ minor, currency: 'USD' });
        const entry = [
          { ...bank(20_000), foreign: dollars(25_000) },
          customer(item, -22_727, owner, dollars(-25_000)),
          row('exchange', '666000', 2_727),
        ];
        const posting = postingOf({ line, entry, before: { [item]: 25_000 } });
        const { proxy, shaky } = await through();
        proxy.strike(word, HARMS[harm]);
        const first = await shaky.post(posting);
        expect(proxy.struck()).toBe(true);
        expect(codeOf(isFault(first) ? await shaky.post(posting) : first)).toBe('done');
        const [left] = await books.linesWhere([['id', '=', item]]);
        expect([left?.residual, left?.foreign]).toEqual([0, 0]);
        const taken = await books.search(
          'account.partial.reconcile',
          [['debit_move_id', '=', item]],
          ['debit_amount_currency'],
        );
        expect(taken.map((it) => it.debit_amount_currency).filter((it) => it !== 0)).toEqual([250]);
        expect((await entryOf(line)).filter((it) => it.startsWith('411'))).toEqual(['411100 -200.00']);
      },
    );

    test('an undo whose answer is lost is found undone', async () => {
      const { item, posting } = await oneInvoice('Annulation perdue');
      const { proxy, shaky } = await through();
      const receipt = (await shaky.post(posting)) as Receipt;
      proxy.strike(
        modern ? 'action_undo_reconciliation' : 'button_undo_reconciliation',
        HARMS['cut after the request'],
      );
      const first = await shaky.undo(receipt);
      expect(proxy.struck()).toBe(true);
      expect(codeOf(isFault(first) ? await shaky.undo(receipt) : first)).toBe('done');
      expect(await residuals(item)).toEqual([100]);
    });

    /** Calls by their address on one wire, by their name in the body on the other. */
    const steps = addon
      ? ['lettrage.decision/post_decision']
      : modern
        ? ['account.move/create', 'account.move/action_post', 'account.move.line/reconcile']
        : ['<string>create</string>', '<string>action_post</string>', '<string>reconcile</string>'];

    test.each([...steps.keys()])(
      'an entry that was cut after its step %i is finished, not made twice',
      async (step) => {
        const [from, to] = [await partner('Coupé de'), await partner('Coupé à')];
        const { lines } = await invoice(to, [[100]]);
        const prepaid = await bankLine(100);
        await erp.post(postingOf({ line: prepaid, entry: [bank(10_000), row('on-account', '411100', -10_000, from)] }));
        const received = (await books.linesOf(await books.moveOf(prepaid))).find((it) => it.balance === -100)!;
        const { proxy, shaky } = await through();
        const posting = postingOf({ entry: [customer(received.id, 10_000, from), customer(lines[0]!, -10_000, to)] });
        proxy.strike(steps[step]!, HARMS['cut after the request']);
        const first = await shaky.post(posting);
        expect(proxy.struck()).toBe(true);
        expect(codeOf(isFault(first) ? await shaky.post(posting) : first)).toBe('done');
        expect(await residuals(received.id, lines[0]!)).toEqual([0, 0]);
        const made = await books.search('account.move', [['ref', '=', `LETTRAGE/${posting.decisionId}`]], ['state']);
        expect(made.map(({ state }) => state)).toEqual(['posted']);
        expect(await partials(received.id, lines[0]!)).toHaveLength(2);
      },
    );

    test('somebody takes a part at the same instant: Odoo says nothing, ours is taken back, theirs stays', async () => {
      const { owner, item, line, posting } = await oneInvoice('Rival en partie');
      const { proxy, shaky } = await through();
      const theirs = await bankLine(60);
      proxy.strike(word, async (forward, response) => {
        await erp.post(postingOf({ line: theirs, entry: [bank(6_000), customer(item, -6_000, owner)] }));
        const { status, body } = await forward();
        response.writeHead(status).end(body);
      });
      expect(codeOf(await shaky.post(posting))).toBe(addon ? 'item-moved' : 'match-rival');
      expect(await residuals(item)).toEqual([40]);
      expect(await entryOf(line)).toEqual(['BANK 100.00', 'SUSPENSE -100.00']);
      expect(await entryOf(theirs)).toEqual(['411100 -60.00', 'BANK 60.00']);
    });

    test('somebody takes all of it at the same instant: nothing of ours is left', async () => {
      const { owner, item, line, posting } = await oneInvoice('Rival entier');
      const { proxy, shaky } = await through();
      const theirs = await bankLine(100);
      proxy.strike(word, async (forward, response) => {
        await erp.post(postingOf({ line: theirs, entry: [bank(10_000), customer(item, -10_000, owner)] }));
        const { status, body } = await forward();
        response.writeHead(status).end(body);
      });
      expect(['erp-refused', 'match-rival', 'item-moved']).toContain(codeOf(await shaky.post(posting)));
      expect(await residuals(item)).toEqual([0]);
      expect(await entryOf(line)).toEqual(['BANK 100.00', 'SUSPENSE -100.00']);
      expect(codeOf(await shaky.post(posting))).toBe('item-settled');
    });

    test('a wrong key and a user without the right are denied, and nothing is touched', async () => {
      const { item, line, posting } = await oneInvoice('Refusé');
      const at = { url: seat.url, database: seat.database, company: 1, roles: PLAN_COMPTABLE };
      const expired = openOdoo({ ...at, user: 'lettrage', key: 'expired' }, world());
      expect(codeOf(await expired.post(posting))).toBe('erp-denied');
      const groups = modern ? 'group_ids' : 'groups_id';
      const [group] = await books.search(
        'ir.model.data',
        [
          ['module', '=', 'account'],
          ['name', '=', 'group_account_invoice'],
        ],
        ['res_id'],
      );
      const login = `facturation-${performance.now()}`;
      await books.create('res.users', { name: 'Facturation', login, password: login, [groups]: [[4, group.res_id]] });
      const hidden: typeof fetch = async (input, init) =>
        String(input).includes('/json/2/') ? new Response('', { status: 404 }) : fetch(input, init);
      const weak = openOdoo({ ...at, user: login, key: login }, { ...world(), fetch: hidden });
      expect(codeOf(await weak.post(posting))).toBe('erp-denied');
      expect(await residuals(item)).toEqual([100]);
      expect(await entryOf(line)).toEqual(['BANK 100.00', 'SUSPENSE -100.00']);
    });
  },
  ['19 json2', '19 json2 addon', '14 xmlrpc'],
);
