// Wages over HTTP: a bookkeeper sees that there is one, a manager sees whose.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkBankAccount } from '../../../sync/job/link-account.ts';
import { hasDatabase } from '../../db/harness.ts';
import { must, request } from '../../sync/job/desk.ts';
import { camt, fec, IBAN, invoice } from '../../sync/job/paper.ts';
import { type TestServer, testServer } from './server.ts';

describe.skipIf(!hasDatabase())('a wage', () => {
  let at: TestServer;
  beforeAll(async () => {
    at = await testServer();
    const company = await at.next();
    const link = { account: IBAN, ledgerAccount: '512100', journal: 'BQ' };
    must(await linkBankAccount(at.desk, company, link, request()));
    await at.upload([
      fec(invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00)),
      camt([
        { day: '2026-11-03', amount: -2_100_00, ref: 'W', text: 'VIR SALAIRE OCTOBRE PAULE MERCIER' },
        { day: '2026-11-04', amount: -50_00, ref: 'P', text: 'VIR PAYERNE IMPRIMERIE' },
        { day: '2026-11-05', amount: 1_200_00, ref: 'R', text: 'DUPONT SALAIRE FA001' },
      ]),
    ]);
  });
  afterAll(() => at.close());

  const labels = async (role: 'bookkeeper' | 'manager') => {
    const { body } = await at.ask('/api/queue?filter=to-do', { role });
    return (body as { rows: { label: string }[] }).rows.map((row) => row.label);
  };

  it('keeps its words from a bookkeeper; like words and money that comes in are none', async () => {
    expect(await labels('bookkeeper')).toEqual(['', 'VIR PAYERNE IMPRIMERIE', 'DUPONT SALAIRE FA001']);
    expect((await labels('manager'))[0]).toBe('VIR SALAIRE OCTOBRE PAULE MERCIER');
  });

  it('is masked on its statement, whose balances stay whole', async () => {
    type Rows = { lines: { label: string; balanceMinor: number | null }[] };
    const { body } = await at.ask('/api/imports');
    const [imported] = (body as { statements: { statementId: string }[] }[]).flatMap((it) => it.statements);
    const path = `/api/statements/${imported?.statementId}/lines`;
    const asked = await Promise.all((['bookkeeper', 'manager'] as const).map((role) => at.ask(path, { role })));
    const [masked, whole] = asked.map((it) => (it.body as Rows).lines);
    expect(masked?.map((it) => it.label)).toEqual(['', 'VIR PAYERNE IMPRIMERIE', 'DUPONT SALAIRE FA001']);
    expect(whole?.[0]?.label).toBe('VIR SALAIRE OCTOBRE PAULE MERCIER');
    expect(masked?.map((it) => it.balanceMinor)).toEqual(whole?.map((it) => it.balanceMinor));
    expect((await at.ask('/api/statements/nothing')).status).toBe(404);
  });

  it('is masked in its detail and in the history of its decision too', async () => {
    const { body } = await at.ask('/api/queue?filter=to-do');
    const [wage] = (body as { rows: { lineId: string }[] }).rows;
    const path = `/api/lines/${wage?.lineId}`;
    await at.ask(`${path}/set-aside`, { body: { reason: 'tax' } });
    expect((await at.ask(path, { role: 'bookkeeper' })).text).not.toContain('MERCIER');
    expect((await at.ask('/api/decisions', { role: 'bookkeeper' })).text).not.toContain('MERCIER');
    expect((await at.ask(path, { role: 'manager' })).text).toContain('MERCIER');
  });
});
