// The offer to start from a day, as the panel asks for it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportAnswer } from '../../../panel/api/imports.ts';
import type { AgingView } from '../../../sync/model/aging.ts';
import type { FaultView, StartView } from '../../../sync/port/view.ts';
import { hasDatabase } from '../../db/harness.ts';
import { fec, invoice, receipt } from '../../sync/job/paper.ts';
import { type TestServer, testServer } from './server.ts';

const LEDGER = fec([
  ...invoice('FA001', '2026-02-01', 'DUPONT', 'Dupont SARL', 1_200_00),
  ...receipt('BQ1', '2026-03-03', 'DUPONT', 'Dupont SARL', 240_00),
  ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 600_00),
]);

describe.skipIf(!hasDatabase())('the start day over HTTP', () => {
  let at: TestServer;
  beforeAll(async () => {
    at = await testServer();
  });
  beforeEach(async () => {
    await at.next();
  });
  afterAll(() => at.close());

  it('is offered by the upload of a ledger without letters, looked at, chosen, and taken back', async () => {
    expect((await at.ask('/api/start-day')).body).toBe(null);
    const { start } = (await at.upload([LEDGER])).body as ImportAnswer;
    expect(start).toMatchObject({ startDay: null, unlettered: true, suggested: '2026-02-01', effect: { items: 3 } });
    const looked = (await at.ask('/api/start-day?day=2026-09-01')).body as StartView;
    expect(looked.effect).toEqual({
      day: '2026-09-01',
      items: 1,
      earlier: { items: 2, parties: 1, amountMinor: 960_00 },
    });
    const chosen = await at.ask('/api/start-day', { body: { day: '2026-09-01' } });
    expect(chosen).toMatchObject({ status: 200, body: { startDay: '2026-09-01' } });
    const { totals, control } = (await at.ask('/api/aging')).body as AgingView;
    expect([totals.totalMinor, control.differenceMinor]).toEqual([1_560_00, 0]);
    const back = await at.ask('/api/start-day', { body: { day: null } });
    expect(back).toMatchObject({ status: 200, body: { startDay: null } });
  });

  it('is for a manager to choose, and must be a day', async () => {
    await at.upload([LEDGER]);
    expect((await at.ask('/api/start-day', { body: { day: null }, role: 'bookkeeper' })).status).toBe(403);
    expect((await at.ask('/api/start-day', { body: { day: '2026-02-30' } })).status).toBe(400);
    const none = await at.ask('/api/start-day?day=2026-02-30');
    expect(none.status).toBe(400);
    await at.next();
    const empty = await at.ask('/api/start-day', { body: { day: '2026-02-01' } });
    expect((empty.body as { fault: FaultView }).fault.code).toBe('ledger-missing');
  });
});
