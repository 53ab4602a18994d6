// The one credit of a slip of cheques, from the bookkeeper's table to one proposal over many customers.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { slipCredits } from '../../../sync/job/slip-credits.ts';
import { verify } from '../../../sync/job/verify.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { DeskFile } from '../../../sync/port/files.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, must, request, type TestDesk, TODAY, testDesk } from './desk.ts';
import { camt, fec, IBAN, invoice, receipt } from './paper.ts';

const OTHER = 'FR7630001007941234567890185';
const LEDGER = fec([
  ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00),
  ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 600_50),
  ...invoice('FA003', '2026-10-01', 'DURAND', 'Durand SAS', 99_90),
  ...receipt('BQ1', '2026-10-02', 'MARTIN', 'Martin SA', 10_00, 'ZZ'),
]);
const CREDIT = camt([{ day: '2026-11-05', amount: 1_900_40, ref: 'R', text: 'REMISE CHEQUES 3' }]);

function slip(rows: readonly string[], account = ''): DeskFile {
  const text = ['remise;date;montant;client;facture;compte', ...rows.map((row) => `${row};${account}`), ''].join('\n');
  return { name: 'remise.csv', bytes: new TextEncoder().encode(text) };
}
const ROWS = [
  '0012345;04/11/2026;1200,00;Dupont SARL;FA001',
  '0012345;04/11/2026;600,50;Martin SA;FA002',
  '0012345;04/11/2026;99,90;Durand SAS;FA003',
];

describe.skipIf(!hasDatabase())('the credit of a cheque slip', () => {
  let it_: TestDesk;
  let company = '';
  beforeAll(async () => {
    it_ = await testDesk();
  });
  beforeEach(async () => {
    company = await it_.next({ mode: 'auto' });
  });
  afterAll(() => it_.close());

  const bring = (...files: DeskFile[]) => importFiles(it_.desk, company, files, BY);
  const addOther = () =>
    it_.see((tx) =>
      tx.bank.putAccounts([{ account: OTHER, name: 'B', ledgerAccount: '512200', journal: 'BQ2', currency: 'EUR' }]),
    );
  const proposed = () =>
    it_.see(async (tx) => {
      const [line] = await tx.bank.openLines();
      const stored = await tx.proposals.get(line!.id);
      const [best] = stored?.proposal.candidates ?? [];
      const items = await tx.ledger.items(best?.allocations.map((each) => each.itemId) ?? []);
      const documents = items.map((item) => item.document).sort();
      return { line: line!, best, documents, verdict: stored?.proposal.verdict };
    });

  it('waits for a person also where the company acts alone, and is accepted as one entry', async () => {
    const [, , kept] = await bring(LEDGER, CREDIT, slip(ROWS));
    expect(kept).toMatchObject({ ok: true, kind: 'slip', warnings: [{ code: 'slip-kept', params: { items: 3 } }] });
    const { line, best, documents, verdict } = await proposed();
    expect([verdict, documents]).toEqual(['suggest', ['FA001', 'FA002', 'FA003']]);
    expect(best).toMatchObject({
      partyId: null,
      restMinor: 0,
      reasons: [{ key: 'slip', params: { name: '0012345', count: 3 } }],
      doubts: [],
    });
    must(await acceptLine(it_.desk, company, line.id, bodyOf(best!, 0), request()));
    expect((await it_.see((tx) => tx.ledger.openItems())).map((item) => item.document)).toEqual(['BQ1']);
    expect((await it_.see((tx) => verify(tx, TODAY))).filter((check) => !check.ok)).toEqual([]);
  });

  it('is explained in whatever order the files come; what no invoice takes is left over and named', async () => {
    await bring(slip([...ROWS.slice(0, 2), '0012345;04/11/2026;99,90;Inconnu;XX9']));
    await bring(CREDIT);
    await bring(LEDGER);
    const { best, documents } = await proposed();
    expect(documents).toEqual(['FA001', 'FA002']);
    expect(best).toMatchObject({ restMinor: 99_90, doubts: [{ key: 'collection-part', params: { name: 'Inconnu' } }] });
  });

  it('stays unexplained by a slip of another account', async () => {
    await bring(LEDGER, CREDIT);
    await addOther();
    expect(await bring(slip(ROWS, OTHER))).toMatchObject([{ ok: true }]);
    expect((await proposed()).best?.reasons.some(({ key }) => key === 'slip') ?? false).toBe(false);
  });

  it('of several accounts asks for the account, which a folder gives too', async () => {
    await bring(LEDGER, CREDIT);
    await addOther();
    expect(await bring(slip(ROWS))).toMatchObject([{ ok: false, faults: [{ code: 'slip-account-needed' }] }]);
    expect(await importFiles(it_.desk, company, [slip(ROWS, IBAN)], BY, { folder: OTHER })).toMatchObject([
      { ok: false, faults: [{ code: 'folder-other-account' }] },
    ]);
    expect(await importFiles(it_.desk, company, [slip(ROWS)], BY, { folder: IBAN })).toMatchObject([{ ok: true }]);
    expect((await proposed()).documents).toEqual(['FA001', 'FA002', 'FA003']);
  });

  it('is shown to who writes the slip: on its account, in time, and while it waits', async () => {
    await bring(LEDGER, CREDIT, camt([{ day: '2026-11-05', amount: 50_00, ref: 'V', text: 'VIREMENT MARTIN' }]));
    const shown = async (account: string, day: Day) => must(await slipCredits(it_.desk, company, { account, day }));
    expect(await shown(IBAN, '2026-11-04')).toMatchObject([
      { day: '2026-11-05', amountMinor: 1_900_40, currency: 'EUR' },
    ]);
    expect(await shown(OTHER, '2026-11-04')).toEqual([]);
    expect(await shown(IBAN, '2026-11-06')).toEqual([]);
    expect(await shown(IBAN, '2026-10-20')).toEqual([]);
    await bring(slip(ROWS));
    const { line, best } = await proposed();
    must(await acceptLine(it_.desk, company, line.id, bodyOf(best!, 0), request()));
    expect(await shown(IBAN, '2026-11-04')).toEqual([]);
  });

  it('the same table again changes nothing; one that is not clear is not kept', async () => {
    await bring(slip(ROWS));
    expect(await bring(slip(ROWS))).toMatchObject([{ ok: true, known: true }]);
    expect(await bring(slip([...ROWS, 'Total;;1900,40;;']))).toMatchObject([
      { ok: false, kind: 'slip', faults: [{ code: 'entry-incomplete', place: { line: 5 } }] },
    ]);
    expect(await it_.see(async (tx) => (await tx.files.collected()).collections.length)).toBe(1);
  });
});
