// A batch of collections that the bank details and the ledger books as one sum: each customer's part lives by itself.
import { describe, expect, it } from 'vitest';
import { postponeLine } from '../../../sync/job/put-aside.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { hasDatabase } from '../../db/harness.ts';
import { deskForEach, must, request, TODAY } from './desk.ts';
import { camt, fec, IBAN, invoice, type Row } from './paper.ts';

const INVOICES = [
  ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00, 'AA'),
  ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 600_50),
];
const COLLECTED = camt([
  {
    day: '2026-11-05',
    amount: 1_800_50,
    ref: 'R2',
    details: [
      { amount: 1_200_00, payer: 'DUPONT SARL', text: 'FA001 PRLV' },
      { amount: 600_50, payer: 'MARTIN SA', text: 'FA002 PRLV' },
    ],
  },
]);

/** The batch as the ledger has it: the bank's sum against both customers. */
function booked(dupont = '', martin = ''): Row[] {
  const row = { journal: 'BQ', entry: 'BQ7', day: '2026-11-06', label: 'REMISE PRLV 2 OPERATIONS' };
  return [
    { ...row, account: '512100', amount: 1_800_50 },
    { ...row, account: '411000', aux: 'DUPONT', name: 'Dupont SARL', amount: -1_200_00, letter: dupont },
    { ...row, account: '411000', aux: 'MARTIN', name: 'Martin SA', amount: -600_50, letter: martin },
  ];
}

/** The invoices with Martin's lettered too, as a newer ledger has them. */
const LETTERED = [
  ...INVOICES.slice(0, 3),
  ...INVOICES.slice(3).map((row) => (row.aux ? { ...row, letter: 'AB' } : row)),
];

describe.skipIf(!hasDatabase())('a batch of collections', () => {
  const at = deskForEach();
  const { bring, see } = at;
  /** 'payer state booked' of every line. */
  const standing = () =>
    see(async (tx) => {
      const lines = await tx.bank.linesBetween(IBAN, '2026-11-01', '2026-11-30');
      return lines.map((line) => `${line.counterparty} ${line.state} ${line.booked.length}`).sort();
    });
  const newer = (rows: readonly Row[]) => fec(rows, { name: '999000019FEC20261231-newer.txt' });

  it('is ticked whole; the part that the ledger lettered is settled, the other waits', async () => {
    await bring(fec([...INVOICES, ...booked('AA')]), COLLECTED);
    expect(await standing()).toEqual(['DUPONT SARL settled 1', 'MARTIN SA open 1']);
    const { rows } = await see((tx) => tx.view.queue('settled', TODAY, { offset: 0, limit: 9, bank: null }));
    expect(rows).toMatchObject([{ payer: 'DUPONT SARL', settledBy: 'ledger', booked: true }]);
  });

  it('proposes for a part that waits its own customer’s invoice, to the cent', async () => {
    await bring(fec([...INVOICES, ...booked('AA')]), COLLECTED);
    const found = await see(async (tx) => {
      const [line] = (await tx.bank.openLines()).filter((each) => each.counterparty === 'MARTIN SA');
      const stored = await tx.proposals.get(line!.id);
      const [best] = stored?.proposal.candidates ?? [];
      const items = await tx.ledger.items(best?.allocations.map((each) => each.itemId) ?? []);
      return { partyName: items[0]?.label, amounts: best?.allocations.map((each) => each.amountMinor) };
    });
    expect(found).toEqual({ partyName: 'Martin SA FA002', amounts: [600_50] });
  });

  it('is settled whole when a newer ledger letters the rest', async () => {
    await bring(fec([...INVOICES, ...booked('AA')]), COLLECTED);
    await bring(newer([...LETTERED, ...booked('AA', 'AB')]));
    expect(await standing()).toEqual(['DUPONT SARL settled 1', 'MARTIN SA settled 1']);
  });

  it('waits until the ledger comes', async () => {
    await bring(COLLECTED);
    expect(await standing()).toEqual(['DUPONT SARL open 0', 'MARTIN SA open 0']);
    await bring(fec([...LETTERED, ...booked('AA', 'AB')]));
    expect(await standing()).toEqual(['DUPONT SARL settled 1', 'MARTIN SA settled 1']);
  });

  it('delivered again is known line by line', async () => {
    await bring(fec([...INVOICES, ...booked('AA')]), COLLECTED);
    expect(await bring({ ...COLLECTED, name: 'again.xml' })).toMatchObject([{ ok: true, known: true }]);
    expect(await standing()).toHaveLength(2);
  });
});

describe.skipIf(!hasDatabase())('a line that somebody put off', () => {
  const at = deskForEach();
  const { bring, see } = at;
  const martin = async () => (await see((tx) => tx.bank.linesBetween(IBAN, '2026-11-01', '2026-11-30')))[1]!;
  const postpone = async () =>
    must(
      await postponeLine(at.desk, at.company, (await martin()).id, { until: '2026-12-20', comment: null }, request()),
    );

  it('is settled when the ledger settles it, and no longer comes back', async () => {
    await bring(fec([...INVOICES, ...booked('AA')]), COLLECTED);
    await postpone();
    expect(await martin()).toMatchObject({ state: 'later', until: '2026-12-20' });
    await bring(fec([...LETTERED, ...booked('AA', 'AB')], { name: '999000019FEC20261231-newer.txt' }));
    expect(await martin()).toMatchObject({ state: 'settled', until: null, decisionId: null });
  });

  it('stays put off while the ledger leaves it open, and waits again when that is undone', async () => {
    await bring(fec([...INVOICES, ...booked('AA')]), COLLECTED);
    const decision = await postpone();
    await bring(fec([...INVOICES, ...booked('AA')], { name: '999000019FEC20261231-same.txt' }));
    expect(await martin()).toMatchObject({ state: 'later', until: '2026-12-20' });
    must(await undoDecision(at.desk, at.company, decision, request()));
    expect(await martin()).toMatchObject({ state: 'open', until: null });
  });
});
