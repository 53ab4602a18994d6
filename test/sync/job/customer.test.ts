// A customer's page holds what the ERP says of dealing with them, and only the claims that are still open on that day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerPage } from '../../../sync/job/customer.ts';
import { hasDatabase } from '../../db/harness.ts';
import { decision, ledgerLine, party } from '../../db/sample.ts';
import { type TestDesk, testDesk } from './desk.ts';

describe.skipIf(!hasDatabase())('a customer’s page', () => {
  let it_: TestDesk;
  beforeAll(async () => {
    it_ = await testDesk();
    await it_.next();
    await it_.see(async (tx) => {
      const dealing = { terms: '30 jours', creditLimitMinor: 500_00, contact: null };
      await tx.ledger.putParties([{ ...party('C1', { name: 'Dupont' }), dealing }]);
      await tx.ledger.putLines([
        ledgerLine('i1', 300_00, { partyId: 'C1', document: 'F1' }),
        ledgerLine('i2', 400_00, { partyId: 'C1', document: 'F2' }),
      ]);
      for (const [id, itemId] of [
        ['d1', 'i1'],
        ['d2', 'i2'],
      ] as const) {
        await tx.decisions.add(decision(id));
        const claim = { id, kind: 'contested', itemId, partyId: 'C1', amountMinor: 20_00, note: 'casse' } as const;
        await tx.claims.add([{ ...claim, openedOn: id === 'd1' ? '2026-03-02' : '2026-04-02', decisionId: id }]);
      }
    });
  });
  afterAll(() => it_.close());

  it('shows the limit, the terms and what is disputed by the day', async () => {
    const page = await it_.see((tx) => customerPage(tx, 'C1', '2026-03-31'));
    expect(page.party.dealing).toEqual({ terms: '30 jours', creditLimitMinor: 500_00, contact: null });
    expect(page.claims.map((claim) => [claim.document, claim.amountMinor, claim.note])).toEqual([
      ['F1', 20_00, 'casse'],
    ]);
    expect((await it_.see((tx) => customerPage(tx, 'C1', '2026-04-30'))).claims).toHaveLength(2);
  });
});
