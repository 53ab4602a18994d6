// A collection that comes back, and a difference whose entry comes back: what is owed before and after the ledger holds them.
import { describe, expect, it } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { agedBalance, agedItems } from '../../../sync/job/aged.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { verify } from '../../../sync/job/verify.ts';
import { type EntryLine, pieceOf } from '../../../sync/model/entry.ts';
import { formatMinor } from '../../../sync/model/money.ts';
import { hasDatabase } from '../../db/harness.ts';
import { deskForEach, must, request, TODAY } from './desk.ts';
import { camt, fec, IBAN, invoice, type Row, receipt } from './paper.ts';

const PAID = [
  ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 475_20, 'A'),
  ...receipt('BQ1', '2026-10-05', 'DUPONT', 'Dupont SARL', 475_20, 'A'),
  ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 600_00),
];
const back = { amount: -475_20, payer: 'DUPONT SARL', endToEnd: 'PRLV-FA001', text: 'REJET PRLV', reason: 'AM04' };
const RETURN = camt([
  { day: '2026-11-05', amount: 1_00, ref: 'R0', text: 'DIVERS' },
  { day: '2026-11-06', amount: -475_20, ref: 'R1', details: [back] },
]);
/** The return as the accounting program books it. */
const BOOKED: Row[] = [
  {
    journal: 'BQ',
    entry: 'BQ9',
    day: '2026-11-06',
    piece: 'FA001',
    account: '411000',
    aux: 'DUPONT',
    name: 'Dupont SARL',
    label: 'Rejet FA001',
    amount: 475_20,
  },
  { journal: 'BQ', entry: 'BQ9', day: '2026-11-06', piece: 'FA001', account: '512100', amount: -475_20 },
];

describe.skipIf(!hasDatabase())('money that comes back', () => {
  const at = deskForEach();
  const { bring, see } = at;
  const lineOf = async (amountMinor: number) =>
    (await see((tx) => tx.bank.linesBetween(IBAN, '2026-11-01', '2026-11-30'))).find(
      (line) => line.amountMinor === amountMinor,
    )!;
  /** 'document amount due-day' of what a customer still owes; and of all: in the ledger, of it received, and the control. */
  const owed = (party: string) =>
    see(async (tx) => {
      const items = await agedItems(tx, { asOf: TODAY, only: { by: 'party', key: party } });
      const { totals, control } = await agedBalance(tx, { asOf: TODAY });
      const owing = items.filter((item) => item.residualMinor !== 0);
      return {
        items: owing.map(
          ({ document, residualMinor, dueDay }) => `${document} ${formatMinor(residualMinor, 'EUR')} ${dueDay}`,
        ),
        totals: [totals.totalMinor, totals.receivedMinor, control.differenceMinor],
      };
    });
  const entryOf = async (decisionId: string): Promise<EntryLine[]> =>
    (await see((tx) => tx.outbox.byDecision(decisionId)))[0]?.entry ?? [];
  const sound = async () => expect((await see((tx) => verify(tx, TODAY))).filter((check) => !check.ok)).toEqual([]);
  /** As it is proposed. */
  const acceptReturn = async () => {
    const line = await lineOf(-475_20);
    const stored = await see((tx) => tx.proposals.get(line.id));
    const best = stored!.proposal.candidates[0]!;
    expect(best).toMatchObject({ partyId: 'DUPONT', reverses: 'PRLV-FA001', allocations: [], restMinor: -475_20 });
    return must(await acceptLine(at.desk, at.company, line.id, bodyOf(best, 0), request()));
  };

  it('shows its invoice as owed again before the ledger holds the return, and no longer once it is undone', async () => {
    await bring(fec(PAID), RETURN);
    expect((await owed('DUPONT')).items).toEqual([]);
    const decision = await acceptReturn();
    expect(await owed('DUPONT')).toEqual({
      items: ['FA001 475.20 2026-10-01'],
      // The ledger does not know yet that it went out again, and the control says that nothing else differs.
      totals: [600_00, -475_20, 0],
    });
    expect((await entryOf(decision)).map(({ account, amountMinor, label }) => [account, amountMinor, label])).toEqual([
      ['512100', -475_20, expect.any(String)],
      ['411000', 475_20, 'Rejet FA001 DUPONT SARL'],
    ]);
    await sound();
    must(await undoDecision(at.desk, at.company, decision, request()));
    expect((await owed('DUPONT')).items).toEqual([]);
  });

  it('is owed once when the ledger holds the return too', async () => {
    await bring(fec(PAID), RETURN);
    await acceptReturn();
    await bring(fec([...PAID, ...BOOKED], { name: 'newer.txt' }));
    expect(await lineOf(-475_20)).toMatchObject({ state: 'settled', booked: [expect.any(String)] });
    const { items, totals } = await owed('DUPONT');
    expect(items).toHaveLength(1);
    expect(items[0]).toContain('FA001 475.20');
    expect(totals).toEqual([1_075_20, 0, 0]);
    expect(await see((tx) => tx.outbox.waiting())).toEqual([]);
    await sound();
  });

  it('is paid too much as long as the ledger lacks the receipt: shown, and in no control', async () => {
    const receipts = camt([{ day: '2026-11-05', amount: 650_00, ref: 'R2', payer: 'MARTIN SA', text: 'VIR FA002' }]);
    await bring(fec(PAID), receipts);
    const item = await see(async (tx) => (await tx.ledger.openItems()).find((each) => each.document === 'FA002'));
    const body = {
      candidate: null,
      partyId: 'MARTIN',
      allocations: [{ itemId: item?.id ?? '', amountMinor: 600_00 }],
      adjustments: [],
      rest: 'overpayment' as const,
    };
    must(await acceptLine(at.desk, at.company, (await lineOf(650_00)).id, body, request()));
    expect(await owed('MARTIN')).toEqual({ items: ['null -50.00 null'], totals: [600_00, 650_00, 0] });
  });

  it('by the entry of a difference closes what it was made for, and is no credit of its own', async () => {
    const open = [
      ...invoice('FA010', '2026-10-01', 'DUPONT', 'Dupont SARL', 100_00),
      ...receipt('BQ7', '2026-11-05', 'DUPONT', 'Dupont SARL', 98_00),
    ];
    const received = camt([{ day: '2026-11-05', amount: 98_00, ref: 'R3', payer: 'DUPONT SARL', text: 'VIR FA010' }]);
    await bring(fec(open), received);
    const item = await see(async (tx) => (await tx.ledger.openItems()).find((each) => each.document === 'FA010'));
    const body = {
      candidate: null,
      partyId: 'DUPONT',
      allocations: [{ itemId: item?.id ?? '', amountMinor: 100_00 }],
      adjustments: [{ kind: 'rounding' as const, amountMinor: -2_00 }],
      rest: 'none' as const,
    };
    const decision = must(await acceptLine(at.desk, at.company, (await lineOf(98_00)).id, body, request()));
    expect(await owed('DUPONT')).toEqual({ items: [], totals: [2_00, 2_00, 0] });
    const entry = await entryOf(decision);
    expect(entry.map(({ account, amountMinor }) => [account, amountMinor])).toEqual([
      ['411000', -2_00],
      ['658000', 2_00],
    ]);
    // A newer ledger without the entry changes nothing: it still waits.
    await bring(fec([...open, ...invoice('FA011', '2026-11-01', 'MARTIN', 'Martin SA', 10_00)], { name: 'b.txt' }));
    expect((await owed('DUPONT')).items).toEqual([]);
    expect(await see((tx) => tx.outbox.waiting())).toHaveLength(1);
    const posted = entry.map(
      ({ account, amountMinor, partyId, label }): Row => ({
        journal: 'OD',
        entry: 'OD1',
        day: '2026-11-05',
        piece: pieceOf(decision),
        account,
        ...(partyId === null ? {} : { aux: partyId, name: 'Dupont SARL' }),
        label,
        amount: amountMinor,
      }),
    );
    await bring(fec([...open, ...posted], { name: 'c.txt' }));
    expect(await owed('DUPONT')).toEqual({ items: [], totals: [0, 0, 0] });
    expect(await see((tx) => tx.outbox.waiting())).toEqual([]);
    expect(await see((tx) => tx.ledger.openItems())).toEqual([]);
    await sound();
  });

  it('of a booked receipt less a fee, or lettered in part, adds up to what its customer line holds', async () => {
    const row = { journal: 'BQ', entry: 'BQ7', day: '2026-11-05', piece: 'BQ7' };
    const ledger = fec([
      ...invoice('FA010', '2026-10-01', 'DUPONT', 'Dupont SARL', 100_00),
      { ...row, account: '512100', amount: 98_00 },
      { ...row, account: '627000', amount: 2_00 },
      { ...row, account: '411000', aux: 'DUPONT', name: 'Dupont SARL', amount: -100_00 },
    ]);
    const received = camt([{ day: '2026-11-05', amount: 98_00, ref: 'R3', payer: 'DUPONT SARL', text: 'VIR FA010' }]);
    await bring(ledger, received);
    const item = await see(async (tx) => (await tx.ledger.openItems()).find((each) => each.document === 'FA010'));
    const allocations = [{ itemId: item?.id ?? '', amountMinor: 100_00 }];
    const body = { candidate: null, partyId: 'DUPONT', allocations, adjustments: [], rest: 'none' as const };
    must(await acceptLine(at.desk, at.company, (await lineOf(98_00)).id, body, request()));
    expect((await owed('DUPONT')).items).toEqual([]);
    await sound();
  });
});
