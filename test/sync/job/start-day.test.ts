// Choosing where matching begins: what stays open, that the aged balance still equals the ledger, and the way back.
import { describe, expect, it } from 'vitest';
import { acceptLine } from '../../../sync/job/accept.ts';
import { agedBalance } from '../../../sync/job/aged.ts';
import { letterItems } from '../../../sync/job/letter.ts';
import { startOffer, startOn, startView } from '../../../sync/job/start-day.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { verify } from '../../../sync/job/verify.ts';
import type { Day } from '../../../sync/model/day.ts';
import { formatMinor } from '../../../sync/model/money.ts';
import { hasDatabase } from '../../db/harness.ts';
import { codeOf, deskForEach, must, request, TODAY, tie } from './desk.ts';
import { camt, fec, IBAN, invoice, receipt } from './paper.ts';

const YEAR_1 = fec(
  [
    ...invoice('F1', '2025-03-01', 'DUPONT', 'Dupont SARL', 100_00),
    ...receipt('B1', '2025-04-01', 'DUPONT', 'Dupont SARL', 90_00),
    ...invoice('F2', '2025-11-20', 'MARTIN', 'Martin SA', 70_00),
  ],
  { year: 2025 },
);
const YEAR_2 = fec(
  [
    ...invoice('F4', '2026-02-01', 'DUPONT', 'Dupont SARL', 40_00),
    ...receipt('B3', '2026-02-20', 'DUPONT', 'Dupont SARL', 40_00),
    ...invoice('F5', '2026-10-05', 'MARTIN', 'Martin SA', 30_00),
  ],
  { year: 2026 },
);
const RECEIVED = camt([{ day: '2026-11-05', amount: 70_00, ref: 'R1', payer: 'MARTIN SA', text: 'VIR FACTURE F2' }]);

describe.skipIf(!hasDatabase())('the day from which one matches', () => {
  const at = deskForEach();
  const { bring, see } = at;
  const start = (day: Day | null) => startOn(at.desk, at.company, day, request());
  const open = () =>
    see(async (tx) =>
      (await tx.ledger.openItems())
        .map((item) => `${item.document ?? item.label} ${formatMinor(item.residualMinor, 'EUR')}`)
        .sort(),
    );
  const control = (asOf: Day = TODAY) =>
    see(async (tx) => {
      const { control: it, totals } = await agedBalance(tx, { asOf });
      return [totals.totalMinor, it.ledgerMinor, it.differenceMinor];
    });
  const itemNamed = (name: string) =>
    see(async (tx) => (await tx.ledger.openItems()).find((item) => (item.document ?? item.label) === name)?.id ?? '');
  const lineId = async () => (await see((tx) => tx.bank.linesBetween(IBAN, '2026-11-01', '2026-11-30')))[0]!.id;
  const accept = async (item: string, amountMinor: number) => {
    const allocations = [{ itemId: await itemNamed(item), amountMinor }];
    const body = { candidate: null, partyId: null, allocations, adjustments: [], rest: 'none' as const };
    return acceptLine(at.desk, at.company, await lineId(), body, request());
  };
  const EARLIER = 'Solde antérieur au 01/01/2026';
  const ALL = ['B1 -90.00', 'B3 -40.00', 'F1 100.00', 'F2 70.00', 'F4 40.00', 'F5 30.00'];
  const SINCE = ['B3 -40.00', 'F4 40.00', 'F5 30.00', `${EARLIER} 10.00`, `${EARLIER} 70.00`];

  it('is offered for a ledger without letters, with what it would do, before anything is done', async () => {
    await bring(YEAR_1, YEAR_2);
    expect(must(await startOffer(at.desk, at.company))).toMatchObject({
      startDay: null,
      unlettered: true,
      suggested: '2026-02-01',
      effect: { day: '2026-02-01', items: 3, earlier: { items: 3, parties: 2, amountMinor: 80_00 } },
    });
    expect(await open()).toEqual(ALL);
  });

  it('is not offered where letters are, nor without a ledger', async () => {
    expect(codeOf(await startView(at.desk, at.company))).toBe('ledger-missing');
    expect(await startOffer(at.desk, at.company)).toBe(null);
    await bring(
      fec([
        ...invoice('F1', '2026-03-01', 'DUPONT', 'Dupont SARL', 10_00, 'A'),
        ...receipt('B1', '2026-04-01', 'DUPONT', 'Dupont SARL', 10_00, 'A'),
      ]),
    );
    expect(await startOffer(at.desk, at.company)).toBe(null);
  });

  it('leaves the lines since, one balance for what came before, and an aged balance that equals the ledger', async () => {
    await bring(YEAR_1, YEAR_2);
    const before = await control();
    expect(must(await start('2026-01-01')).startDay).toBe('2026-01-01');
    expect(await open()).toEqual(SINCE);
    expect(await control()).toEqual(before);
    expect(await control('2026-01-15')).toEqual([80_00, 80_00, 0]);
    expect((await see((tx) => verify(tx, TODAY))).filter((check) => !check.ok)).toEqual([]);
  });

  it('is taken back by choosing another, or none, and every line is there again', async () => {
    await bring(YEAR_1, YEAR_2);
    must(await start('2026-01-01'));
    must(await start('2026-03-01'));
    expect(await open()).toEqual([
      'F5 30.00',
      'Solde antérieur au 01/03/2026 10.00',
      'Solde antérieur au 01/03/2026 70.00',
    ]);
    must(await start(null));
    expect(await open()).toEqual(ALL);
    expect(await control()).toEqual([110_00, 110_00, 0]);
  });

  it('holds for the next FEC too, and what it says of a letter is no longer said', async () => {
    await bring(YEAR_1);
    must(await start('2026-01-01'));
    const [read] = await bring(YEAR_2);
    expect(read?.warnings.map((it) => it.code)).not.toContain('ledger-unlettered');
    expect(await open()).toEqual(SINCE);
  });

  it('keeps the engine from what came before, and lets a person decide about it', async () => {
    await bring(YEAR_1, YEAR_2);
    must(await start('2026-01-01'));
    await bring(RECEIVED);
    const proposal = await see(async (tx) => tx.proposals.get(await lineId()));
    expect(proposal?.proposal.candidates.flatMap((it) => it.allocations)).toEqual([]);
    const balance = await see(async (tx) =>
      (await tx.ledger.openItems()).find((item) => item.kind === 'earlier' && item.partyId === 'MARTIN'),
    );
    const allocations = [{ itemId: balance?.id ?? '', amountMinor: 70_00 }];
    const body = { candidate: null, partyId: null, allocations, adjustments: [], rest: 'none' as const };
    must(await acceptLine(at.desk, at.company, await lineId(), body, request()));
    expect(await open()).toEqual(['B3 -40.00', 'F4 40.00', 'F5 30.00', `${EARLIER} 10.00`]);
  });

  it('never takes a line away that something was decided about: it is refused, and nothing changes', async () => {
    await bring(YEAR_1, YEAR_2, RECEIVED);
    const decision = must(await accept('F2', 70_00));
    const before = await open();
    expect(codeOf(await start('2026-01-01'))).toBe('start-decided');
    expect(await open()).toEqual(before);
    expect(await see(async (tx) => (await tx.company.get()).startDay)).toBe(null);
    must(await undoDecision(at.desk, at.company, decision, request()));
    expect(codeOf(await start('2026-01-01'))).toBe('done');
  });

  it('makes a balance that takes no letter', async () => {
    await bring(
      fec([...invoice('F1', '2025-03-01', 'DUPONT', 'Dupont SARL', 100_00)], { year: 2025 }),
      fec(receipt('B3', '2026-02-20', 'DUPONT', 'Dupont SARL', 100_00)),
    );
    must(await start('2026-01-01'));
    const ids = [await itemNamed(EARLIER), await itemNamed('B3')];
    expect(codeOf(await letterItems(at.desk, at.company, tie(...ids), request()))).toBe('letters-earlier');
  });
});
