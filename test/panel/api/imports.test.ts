// Bank files as the panel sends them: many days in any order and more than once, and a table that lies in an archive.
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sum } from '../../../sync/model/money.ts';
import type { DeskFile } from '../../../sync/port/files.ts';
import type { FileResult, QueuePage, TableView } from '../../../sync/port/view.ts';
import { hasDatabase } from '../../db/harness.ts';
import { camt, IBAN, type Movement } from '../../sync/job/paper.ts';
import { type TestServer, testServer } from './server.ts';

const OPENING = 1_000_00;

/** Ten days: a day without movements, equal payments of one day with and without a reference, a fee on every third day. */
const DAYS: readonly Movement[][] = Array.from({ length: 10 }, (_, at) => {
  const day = `2026-11-${String(at + 2).padStart(2, '0')}`;
  const twin = { day, amount: 80_00, payer: 'Dupont', text: 'VIR DUPONT' };
  if (at === 4) return [];
  const fee = at % 3 === 0 ? [{ day, amount: -3_50, text: 'FRAIS' }] : [];
  return [twin, twin, { day, amount: 120_00 + at, payer: 'Martin', text: `VIR ${at}`, ref: `R${at}` }, ...fee];
});
const ALL = DAYS.flat();

/** The statement of these days, from the first of them to before the last. */
function statement(from: number, to: number): DeskFile {
  const opening = OPENING + sum(DAYS.slice(0, from).flatMap((day) => day.map(({ amount }) => amount)));
  const dayOf = (at: number) => `2026-11-${String(at + 2).padStart(2, '0')}`;
  return camt(DAYS.slice(from, to).flat(), {
    id: `S${from}-${to}`,
    opening,
    from: dayOf(from - 1),
    to: dayOf(to - 1),
  });
}

describe.skipIf(!hasDatabase())('bank files over HTTP', () => {
  let at: TestServer;
  beforeAll(async () => {
    at = await testServer();
  });
  beforeEach(async () => {
    await at.next();
  });
  afterAll(() => at.close());

  const sent = async (files: readonly DeskFile[]) =>
    ((await at.upload(files)).body as { results: FileResult[] }).results;
  /** Count and money of every line that there is. */
  const held = async () => {
    const { rows, total } = (await at.ask('/api/queue?filter=to-do&limit=200')).body as QueuePage;
    return { total, minor: sum(rows.map(({ amountMinor }) => amountMinor)), amounts: rows.map((it) => it.amountMinor) };
  };

  it('of any days, overlapping, several at once, in any order and twice, give every movement once', async () => {
    const pieces = [
      [0, 1],
      [1, 2],
      [2, 4],
      [3, 7],
      [4, 5],
      [6, 10],
      [0, 10],
    ] as const;
    const order = fc.shuffledSubarray(
      pieces.map(([from, to]) => statement(from, to)),
      { minLength: pieces.length },
    );
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: pieces.length - 1 }), async (files, cut) => {
        await at.next();
        for (const drop of [files.slice(0, cut), files.slice(cut), files]) {
          for (const result of await sent(drop)) expect(result).toMatchObject({ ok: true, faults: [] });
        }
        const { total, minor, amounts } = await held();
        expect([total, minor]).toEqual([ALL.length, sum(ALL.map(({ amount }) => amount))]);
        expect(amounts.sort((a, b) => a - b)).toEqual(ALL.map(({ amount }) => amount).sort((a, b) => a - b));
      }),
      { seed: 7, numRuns: 5 },
    );
  }, 120_000);

  const TABLE =
    'Date;Libellé;Montant;Solde\n03/11/2026;VIR DUPONT;1 200,00;2 200,00\n14/11/2026;FRAIS;-3,50;2 196,50\n';
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const asked = async (path: string, bytes: Uint8Array, fields: Record<string, string>) => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(bytes)], 'banque.zip'));
    for (const [name, text] of Object.entries(fields)) form.append(name, text);
    return at.ask(path, { form });
  };

  it('a table in an archive is asked about and imported like one outside', async () => {
    const bytes = zipSync({ 'lisez-moi.txt': bytesOf('Bonjour'), 'novembre/export.csv': bytesOf(TABLE) });
    const member = 'banque.zip/novembre/export.csv';
    expect((await sent([{ name: 'banque.zip', bytes }])).at(1)).toMatchObject({
      name: member,
      faults: [{ code: 'table-mapping-needed' }],
    });
    const view = (await asked('/api/imports/table', bytes, { member })).body as TableView;
    expect(view).toMatchObject({
      headers: ['Date', 'Libellé', 'Montant', 'Solde'],
      lineCount: 2,
      closingMinor: 2_196_50,
    });
    const choice = JSON.stringify({ mapping: view.mapping, account: IBAN });
    const { body } = await asked('/api/imports/table/confirm', bytes, { member, choice });
    expect(body).toMatchObject({
      results: [{ name: member, ok: true, statements: [{ lineCount: 2, balanced: true }] }],
    });
    expect(await held()).toMatchObject({ total: 2, minor: 1_196_50 });
  });

  it.each([
    ['a member that is not there', zipSync({ 'a.csv': bytesOf(TABLE) }), 'request-invalid'],
    ['an archive that is cut off', zipSync({ 'a.csv': bytesOf(TABLE) }).slice(0, 60), 'archive-unreadable'],
    ['an archive that unpacks without end', zipSync({ 'a.csv': new Uint8Array(300 * 1024 * 1024) }), 'file-too-large'],
  ])('of %s nothing is asked', async (_, bytes, code) => {
    const { body } = await asked('/api/imports/table', bytes, { member: 'banque.zip/b.csv' });
    expect(body).toMatchObject({ fault: { code } });
  });
});
