// What the company declares of VAT whose due day its ledger does not tell, from an import to the report.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sheet } from '../../../sync/model/sheet.ts';
import { hasDatabase } from '../../db/harness.ts';
import { fec, invoice, receipt } from '../../sync/job/paper.ts';
import { type TestServer, testServer } from './server.ts';

/** Services (706) with their VAT on 44571; 1 200.00 with 200.00 of VAT paid whole in March. */
const LEDGER = fec([
  ...invoice('FA001', '2026-02-01', 'DUPONT', 'Dupont SARL', 1_200_00, 'A'),
  ...receipt('BQ1', '2026-03-03', 'DUPONT', 'Dupont SARL', 1_200_00, 'A'),
]);

const MARCH = '/api/reports/vat?from=2026-03-01&asOf=2026-03-31';

describe.skipIf(!hasDatabase())('the declared regime of VAT over HTTP', () => {
  let at: TestServer;
  beforeAll(async () => {
    at = await testServer();
  });
  beforeEach(async () => {
    await at.next();
    await at.upload([LEDGER]);
  });
  afterAll(() => at.close());

  const rows = async (path = MARCH) => {
    const [sheet] = (await at.ask(path)).body as Sheet[];
    return sheet?.rows.map((row) => row.cells);
  };

  it('is nobody’s at first, moves the report when declared, and can be taken back', async () => {
    expect((await at.ask('/api/reports/vat-due')).body).toEqual({ vatDue: null });
    const untold = [
      ['Total sur les encaissements', 0, 0, null, null],
      ['Régime à déterminer', 1, 1_200_00, 'à déterminer'],
    ];
    expect(await rows()).toEqual(untold);
    const declared = await at.ask('/api/reports/vat-due', { body: { vatDue: 'receipts' } });
    expect(declared).toMatchObject({ status: 200, body: { vatDue: 'receipts' } });
    expect(await rows()).toEqual([
      ['20\u00a0%', 1, 1_200_00, 1_000_00, 200_00],
      ['Total sur les encaissements', 1, 1_200_00, 1_000_00, 200_00],
    ]);
    await at.ask('/api/reports/vat-due', { body: { vatDue: null } });
    expect(await rows()).toEqual(untold);
  });

  it('is taken for once where the question names it', async () => {
    expect(await rows(`${MARCH}&vatDue=debits`)).toEqual([
      ['Total sur les encaissements', 0, 0, null, null],
      ['Sur les débits', 1, 1_200_00, 'due à la facture'],
    ]);
    expect((await at.ask('/api/reports/vat-due')).body).toEqual({ vatDue: null });
    expect((await at.ask(`${MARCH}&vatDue=always`)).status).toBe(400);
  });

  it('is for a manager to declare, and one of two words', async () => {
    const wrong = { body: { vatDue: 'debits' }, role: 'bookkeeper' } as const;
    expect((await at.ask('/api/reports/vat-due', wrong)).status).toBe(403);
    expect((await at.ask('/api/reports/vat-due', { body: { vatDue: 'later' } })).status).toBe(400);
  });
});
