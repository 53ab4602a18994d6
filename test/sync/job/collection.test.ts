// A batch credit without details, from the files of our collections to one proposal over many customers.
import { describe, expect, it } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { verify } from '../../../sync/job/verify.ts';
import { pain002, pain008 } from '../../connector/bank/pain/paper.ts';
import { hasDatabase } from '../../db/harness.ts';
import { deskForEach, must, request, TODAY } from './desk.ts';
import { camt, fec, IBAN, invoice, receipt } from './paper.ts';

const LEDGER = fec([
  ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00),
  ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 600_50),
  ...invoice('FA003', '2026-10-01', 'DURAND', 'Durand SAS', 99_90),
  ...receipt('BQ1', '2026-10-02', 'MARTIN', 'Martin SA', 10_00, 'ZZ'),
]);
const COLLECTION = pain008([
  {
    id: 'REM-1104',
    day: '2026-11-04',
    iban: IBAN,
    debits: [
      { endToEnd: 'E1', name: 'DUPONT SARL', amount: '1200.00', text: 'FA001' },
      { endToEnd: 'E2', name: 'MARTIN SA', amount: '600.50', text: 'FA002' },
      { endToEnd: 'E3', name: 'DURAND SAS', amount: '99.90', text: 'FA003' },
    ],
  },
]);
const REJECTS = pain002('REM-1104', [{ endToEnd: 'E3', reason: 'AM04' }]);
const credit = (amount: number) => camt([{ day: '2026-11-04', amount, ref: 'R', text: 'REMISE PRLV 3 OPERATIONS' }]);

describe.skipIf(!hasDatabase())('a batch credit', () => {
  const at = deskForEach();
  const { bring, see } = at;
  const proposed = () =>
    see(async (tx) => {
      const [line] = await tx.bank.openLines();
      const stored = await tx.proposals.get(line!.id);
      const [best] = stored?.proposal.candidates ?? [];
      const items = await tx.ledger.items(best?.allocations.map((each) => each.itemId) ?? []);
      return { line: line!, best: best!, documents: items.map((item) => item.document).sort() };
    });

  it('is split by the collection that was sent, customer by customer, and accepted as one entry', async () => {
    const [, kept] = await bring(LEDGER, COLLECTION, credit(1_900_40));
    expect(kept).toMatchObject({
      ok: true,
      kind: 'pain',
      version: 'pain.008.001.02',
      warnings: [{ params: { items: 3 } }],
    });
    const { line, best, documents } = await proposed();
    expect(documents).toEqual(['FA001', 'FA002', 'FA003']);
    expect(best).toMatchObject({ partyId: null, restMinor: 0, reasons: [{ key: 'collection' }], doubts: [] });
    must(await acceptLine(at.desk, at.company, line.id, bodyOf(best, 0), request()));
    const open = await see((tx) => tx.ledger.openItems());
    expect(open.map((item) => item.document)).toEqual(['BQ1']);
    expect((await see((tx) => verify(tx, TODAY))).filter((check) => !check.ok)).toEqual([]);
  });

  it('net of rejects leaves the rejected invoice due and says why, in whatever order the files come', async () => {
    await bring(credit(1_800_50));
    await bring(REJECTS);
    await bring(LEDGER);
    await bring(COLLECTION);
    const { best, documents } = await proposed();
    expect(documents).toEqual(['FA001', 'FA002']);
    expect(best.reasons).toEqual([
      { key: 'collection', params: { name: 'REM-1104', count: 2 } },
      { key: 'collection-reject', params: { name: 'DURAND SAS', code: 'AM04' } },
    ]);
  });

  it('names the part that no invoice takes, and leaves its money over', async () => {
    const short = fec([
      ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00),
      ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 600_50),
      ...receipt('BQ1', '2026-10-02', 'MARTIN', 'Martin SA', 10_00, 'ZZ'),
    ]);
    await bring(short, COLLECTION, credit(1_900_40));
    const { best } = await proposed();
    expect(best.restMinor).toBe(99_90);
    expect(best.doubts).toEqual([
      { key: 'collection-part', params: { name: 'DURAND SAS', amountMinor: 99_90, currency: 'EUR' } },
    ]);
  });

  it('is not split by a file that cannot be trusted; the same file again changes nothing', async () => {
    const cut = { name: 'cut.xml', bytes: COLLECTION.bytes.subarray(0, 700) };
    expect(await bring(cut)).toMatchObject([{ ok: false, kind: 'pain', faults: [{ code: 'file-truncated' }] }]);
    await bring(COLLECTION);
    expect(await bring(COLLECTION)).toMatchObject([{ ok: true, known: true }]);
    expect(await see(async (tx) => (await tx.files.collected()).collections.length)).toBe(1);
    expect((await see((tx) => tx.view.imports(9))).map((row) => row.kind)).toEqual(['pain']);
  });
});
