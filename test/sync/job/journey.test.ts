// The main path on the real database: a ledger and a statement in, a match accepted, undone, accepted again, exported.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { agedBalance } from '../../../sync/job/aged.ts';
import { exportFiles } from '../../../sync/job/export.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, must, request, type TestDesk, TODAY, testDesk } from './desk.ts';
import { camt, fec, invoice, receipt } from './paper.ts';

const LEDGER = [
  ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00),
  ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 600_00),
  ...receipt('BQ1', '2026-11-03', 'MARTIN', 'Martin SA', 240_00),
];

const STATEMENT = camt([
  { day: '2026-11-03', amount: 240_00, ref: 'R1', payer: 'MARTIN SA', text: 'VIR MARTIN ACOMPTE' },
  { day: '2026-11-05', amount: 1_200_00, ref: 'R2', payer: 'DUPONT SARL', text: 'VIR DUPONT FA001' },
]);

describe.skipIf(!hasDatabase())('a ledger, a statement, a decision', () => {
  let it_: TestDesk;
  let company = '';
  beforeAll(async () => {
    it_ = await testDesk();
    company = await it_.next();
  });
  afterAll(() => it_.close());

  it('goes from two files to an accepted match and back', async () => {
    const { desk, see } = it_;
    const [ledger, statement] = await importFiles(desk, company, [STATEMENT, fec(LEDGER)].reverse(), BY);
    expect(ledger).toMatchObject({ ok: true, kind: 'fec', faults: [] });
    expect(statement).toMatchObject({ ok: true, kind: 'camt', faults: [] });
    expect(statement?.warnings.map((each) => each.code)).toEqual(['statement-account-linked']);

    const aged = () => see((tx) => agedBalance(tx, { asOf: TODAY }));
    expect((await aged()).totals.totalMinor).toBe(1_560_00);
    expect((await aged()).control.differenceMinor).toBe(0);

    const queue = await see((tx) => tx.view.queue('to-do', TODAY, { offset: 0, limit: 10, bank: null }));
    expect(queue.rows.map(({ payer, booked }) => [payer, booked])).toEqual([
      ['MARTIN SA', true],
      ['DUPONT SARL', false],
    ]);
    const line = queue.rows[1]!;
    const stored = await see((tx) => tx.proposals.get(line.lineId));
    const [best] = stored?.proposal.candidates ?? [];
    expect(best?.allocations).toHaveLength(1);

    const decision = must(await acceptLine(desk, company, line.lineId, bodyOf(best!, 0), request('k1')));
    expect((await aged()).totals).toMatchObject({ totalMinor: 1_560_00, receivedMinor: 1_200_00 });
    expect((await aged()).control).toMatchObject({ ledgerMinor: 1_560_00, differenceMinor: 0 });
    expect((await aged()).outside).toMatchObject({ receivedNotBookedMinor: 1_200_00, receivedNotBookedLines: 1 });

    must(await undoDecision(desk, company, decision, request('k2')));
    expect((await aged()).totals.totalMinor).toBe(1_560_00);
    expect((await aged()).outside.receivedNotBookedMinor).toBe(0);

    must(await acceptLine(desk, company, line.lineId, bodyOf(best!, 0), request('k3')));
    const [entries] = must(await exportFiles(desk, company, 'entries', BY));
    expect(new TextDecoder().decode(entries?.bytes)).toContain('512100');
    expect(await see((tx) => tx.audit.verify())).toBeNull();
  });
});
