// Agreements to set off over HTTP: only a manager writes and ends them, everybody who may read sees them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgreementView } from '../../../sync/port/trust-view.ts';
import { hasDatabase } from '../../db/harness.ts';
import { fec, invoice } from '../../sync/job/paper.ts';
import { type TestServer, testServer } from './server.ts';

const LEDGER = fec(invoice('FA2026-0451', '2026-10-01', 'DUPONT', 'Menuiserie Dupont SARL', 500_00));
const BODY = { customerId: 'DUPONT', supplierId: 'DUPONT', since: '2026-10-01', note: 'signée le 12 mars' };

describe.skipIf(!hasDatabase())('agreements over HTTP', () => {
  let at: TestServer;
  beforeAll(async () => {
    at = await testServer();
  });
  afterAll(() => at.close());
  const list = async () => (await at.ask('/api/agreements')).body as AgreementView[];

  it('are written and ended by a manager, and read by others', async () => {
    await at.next({ mode: 'suggest' });
    await at.upload([LEDGER]);
    expect((await at.ask('/api/agreements', { body: BODY, role: 'bookkeeper' })).status).toBe(403);
    expect((await at.ask('/api/agreements', { body: BODY, role: 'manager' })).status).toBe(200);
    const [only] = await list();
    expect(only).toMatchObject({ ...BODY, customerName: 'Menuiserie Dupont SARL' });
    expect((await at.ask('/api/agreements', { body: BODY, role: 'manager' })).status).toBe(409);
    expect((await at.ask(`/api/agreements/${only!.id}/end`, { body: {}, role: 'bookkeeper' })).status).toBe(403);
    expect((await at.ask(`/api/agreements/${only!.id}/end`, { body: {}, role: 'manager' })).status).toBe(200);
    expect(await list()).toEqual([]);
  });

  it('are refused without a day of the calendar, and of a customer whom nobody knows', async () => {
    await at.next({ mode: 'suggest' });
    await at.upload([LEDGER]);
    const status = async (body: object) => (await at.ask('/api/agreements', { body, role: 'manager' })).status;
    expect(await status({ ...BODY, since: '2026-02-30' })).toBe(400);
    expect(await status({ ...BODY, customerId: 'NOBODY' })).toBeGreaterThanOrEqual(400);
    expect(await list()).toEqual([]);
  });
});
