// The contract of an ERP on live hosts, over books with open and settled items, credit notes and money on account.
import { beforeAll, expect, test } from 'vitest';
import type { Erp, PullPage } from '../../../../sync/port/erp.ts';
import { erpContract } from '../contract.ts';
import { onLiveHosts } from './live.ts';
import { bank, customer, postingOf, row } from './posting.ts';
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
});

/** Where the next pull begins, and what is said to exist: kind and ids in order, each once. */
async function pulled(
  erp: Erp,
  from: string | null,
): Promise<{ cursor: string | null; standing: [string, string[]][] }> {
  const pages: PullPage[] = [];
  for await (const page of erp.pull(from)) pages.push(page);
  const end = pages.at(-1);
  if (end?.kind !== 'end') throw new Error('the pull did not end');
  const standing = pages.flatMap((page): [string, string[]][] =>
    page.kind === 'standing' ? [[page.of, [...new Set(page.ids)].sort()]] : [],
  );
  return { cursor: end.cursor, standing: standing.sort(([a], [b]) => (a < b ? -1 : 1)) };
}
