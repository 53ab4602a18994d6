// The contract of an ERP on live hosts, over books with open and settled items, credit notes and money on account.
import { beforeAll, expect, test } from 'vitest';
import type { Erp, PullPage } from '../../../../sync/port/erp.ts';
import { erpContract } from '../contract.ts';
import type { Books } from './books.ts';
import { onLiveHosts } from './live.ts';
import { bank, customer, postingOf, productOn, row } from './posting.ts';
import { recordedTo } from './tape.ts';

/** Set, the answers are kept as the fixtures of recorded.test.ts. */
const RECORD = process.env['LETTRAGE_RECORD'] === '1';

await onLiveHosts('contract', ({ books, erp, seat, wire, modern }) => {
  beforeAll(async () => {
    const [one, two] = [await books.partner('Atelier Un'), await books.partner('Boulangerie Deux', { city: 'Lyon' })];
    const paid = await books.invoice(one, [[120]]);
    const open = await books.invoice(one, [[300]]);
    await books.invoice(two, [[80]], { kind: 'out_refund' });
    await books.invoice(two, [[99]], { post: false });
    const line = await books.bankLine(170);
    await erp.post(
      postingOf({
        line,
        entry: [
          bank(17_000),
          customer(paid.lines[0]!, -12_000, one),
          customer(open.lines[0]!, -4_000, one),
          row('on-account', '411100', -1_000, one),
        ],
      }),
    );
    await books.bankLine(33);
  });

  const tape = modern ? '19-json2' : '14-xmlrpc';
  const records = RECORD && (wire === 'json2' || !modern);
  erpContract(`Odoo by ${wire}`, {
    open: () => (records ? recordedTo(tape, seat, wire === 'xmlrpc') : erp),
    complete: true,
  });

  test('what a first pull brought is what the next one is told exists', async () => {
    const first = await pulled(erp, null);
    const next = await pulled(erp, first.cursor);
    expect(first.standing.map(([of, ids]) => [of, ids.length > 0])).toEqual([
      ['bank-lines', true],
      ['lines', true],
      ['settlements', true],
    ]);
    expect(first.standing).toEqual(next.standing);
  });

  test('the accounts are read once in a pull; one that is made meanwhile comes with the next, and so do its lines', async () => {
    const before = await lineOnNewAccount(books, modern, '411810', '411100');
    let reads = 0;
    let during: number | null = null;
    const asked: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!/account\.account[</].*search_read/s.test(`${input} ${init?.body}`)) return answer;
      reads += 1;
      during ??= await lineOnNewAccount(books, modern, '411820', '411100');
      return answer;
    };
    const product = productOn(seat, wire, seat.url, {}, asked);
    const first = await pulled(product, null);
    expect(reads).toBe(1);
    expect(first.lines.filter(([number]) => number.startsWith('4118'))).toEqual([['411810', String(before)]]);
    const next = await pulled(product, first.cursor);
    expect(reads).toBe(2);
    expect(next.lines).toContainEqual(['411820', String(during)]);
  });

  test('an account that is numbered anew, or becomes a customers’ one, is read anew with the lines that it had', async () => {
    const line = await lineOnNewAccount(books, modern, '411830', '411100');
    const other = await lineOnNewAccount(books, modern, '467830', '471000');
    const cursor = nothingSince((await pulled(erp, null)).cursor);
    expect((await pulled(erp, cursor)).lines).toEqual([]);
    const codes = [['code', 'in', ['411830', '467830', '411100']]];
    const type = modern ? 'account_type' : 'user_type_id';
    const rows = await books.search('account.account', codes, ['code', type]);
    const [first, like, second] = ['411830', '411100', '467830'].map((code) => rows.find((it) => it.code === code));
    await books.call('account.account', 'write', { ids: [first.id], vals: { code: '411831' } });
    expect((await pulled(erp, cursor)).lines).toContainEqual(['411831', String(line)]);
    const again = nothingSince((await pulled(erp, null)).cursor);
    const vals = { [type]: modern ? like[type] : like[type][0], reconcile: true };
    await books.call('account.account', 'write', { ids: [second.id], vals });
    expect((await pulled(erp, again)).lines).toContainEqual(['467830', String(other)]);
  });

  test('lines that a merging of contacts gave to another partner come with him, though nothing says that they changed', async () => {
    const [stays, goes] = [await books.partner('Doublon'), await books.partner('Doublon bis')];
    const lines = [await lineOnNewAccount(books, modern, '411840', '411100', goes)];
    const { cursor } = await pulled(erp, null);
    // Odoo's times are whole seconds; the overlap of a pull hides the rest.
    await new Promise((later) => setTimeout(later, 1_100));
    const [{ write_date: before }] = await books.search('account.move.line', [['id', '=', lines[0]]], ['write_date']);
    await merge(books, stays, goes);
    const [row] = await books.search('account.move.line', [['id', '=', lines[0]]], ['write_date', 'partner_id']);
    expect([row.partner_id[0], row.write_date]).toEqual([stays, before]);
    const [{ write_date: since }] = await books.search('res.partner', [['id', '=', stays]], ['write_date']);
    const next = await pulled(erp, JSON.stringify({ ...JSON.parse(String(cursor)), since }));
    expect(next.lines).toContainEqual(['411840', String(lines[0])]);
  });

  test('an account that was taken out of use is read as before, and named to nobody who writes', async () => {
    const on416 = await lineOnNewAccount(books, modern, '416810', '416000');
    await lineOnNewAccount(books, modern, '658810', '471000');
    const codes = [['code', 'in', ['416810', '658810']]];
    const ids = (await books.search('account.account', codes, ['code'])).map(({ id }) => id);
    await books.call('account.account', 'write', { ids, vals: modern ? { active: false } : { deprecated: true } });
    const { lines, accounts } = await pulled(erp, null);
    expect(lines).toContainEqual(['416810', String(on416)]);
    expect(accounts).toContain('416810');
    expect(accounts).not.toContain('658810');
  });
});

/** A posted entry of ten euros on an account that is made for it, of the same type as another; its line there. */
async function lineOnNewAccount(
  { search, create, call }: Books,
  modern: boolean,
  code: string,
  like: string,
  owner: number | false = false,
): Promise<number> {
  const type = modern ? 'account_type' : 'user_type_id';
  const codes = [like, '471000'];
  const known = await search('account.account', [['code', 'in', codes]], ['code', 'reconcile', type]);
  const [model, suspense] = codes.map((each) => known.find((it) => it.code === each));
  const kind = modern ? model[type] : model[type][0];
  const made = await create('account.account', {
    code,
    name: `Compte ${code}`,
    reconcile: model.reconcile,
    [type]: kind,
  });
  const lines = [
    { account_id: made, partner_id: owner, debit: 10, credit: 0 },
    { account_id: suspense.id, debit: 0, credit: 10 },
  ];
  const dated = { move_type: 'entry', date: '2026-05-10' };
  const move = await create('account.move', { ...dated, line_ids: lines.map((it) => [0, 0, it]) });
  await call('account.move', 'action_post', { ids: [move] });
  const of = [
    ['move_id', '=', move],
    ['account_id', '=', made],
  ];
  return (await search('account.move.line', of, ['id']))[0].id;
}

/** As by Odoo's own dialogue. */
async function merge({ create, call }: Books, stays: number, goes: number): Promise<void> {
  const wizard = await create('base.partner.merge.automatic.wizard', {
    ...{ partner_ids: [[6, 0, [stays, goes]]], dst_partner_id: stays, state: 'selection' },
  });
  await call('base.partner.merge.automatic.wizard', 'action_merge', { ids: [wizard] });
}

/** A cursor since which no record has changed. */
function nothingSince(cursor: string | null): string {
  return JSON.stringify({ ...JSON.parse(String(cursor)), since: '2099-01-01 00:00:00' });
}

type Pulled = {
  cursor: string | null;
  standing: [of: string, ids: string[]][];
  accounts: string[];
  lines: [account: string, id: string][];
};

/** Where the next pull begins, what is said to exist (kind and ids in order, each once), accounts by number, and lines. */
async function pulled(erp: Erp, from: string | null): Promise<Pulled> {
  const pages: PullPage[] = [];
  for await (const page of erp.pull(from)) pages.push(page);
  const end = pages.at(-1);
  if (end?.kind !== 'end') throw new Error('the pull did not end');
  const standing = pages.flatMap((page): [string, string[]][] =>
    page.kind === 'standing' ? [[page.of, [...new Set(page.ids)].sort()]] : [],
  );
  return {
    cursor: end.cursor,
    standing: standing.sort(([a], [b]) => (a < b ? -1 : 1)),
    accounts: pages.flatMap((page) => (page.kind === 'accounts' ? page.rows.map(({ number }) => number) : [])),
    lines: pages.flatMap((page) =>
      page.kind === 'lines' ? page.rows.map(({ account, id }): [string, string] => [account, id]) : [],
    ),
  };
}
