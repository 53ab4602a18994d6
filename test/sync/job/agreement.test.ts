// Set-off by agreement on the real database: entered, proposed, never alone, ended, and verified afterwards.
import { beforeEach, describe, expect, it } from 'vitest';
import { addAgreement, agreementViews, endAgreement } from '../../../sync/job/agreement.ts';
import { proposeFor } from '../../../sync/job/propose.ts';
import { wrongSetOffs } from '../../../sync/job/set-off.ts';
import type { Tx } from '../../../sync/port/store.ts';
import { hasDatabase } from '../../db/harness.ts';
import { bankLine, decision, ledgerLine, party, receive } from '../../db/sample.ts';
import { codeOf, deskForEach, must, request } from './desk.ts';

const DRAFT = { customerId: 'DURAND', supplierId: 'FDURAND', since: '2026-03-01', note: 'convention' } as const;
const OWED = { account: '401000', role: 'payable', kind: 'other', document: 'F77', partyId: 'FDURAND' } as const;

/** Durand owes 1,000.00, is owed 300.00 as a supplier, and pays 700.00; what we pay it goes out. */
async function books(tx: Tx): Promise<void> {
  const name = 'Durand Menuiserie';
  await tx.ledger.putParties([party('DURAND', { name }), party('FDURAND', { name: `${name} fournisseur` })]);
  await tx.ledger.putLines([
    ledgerLine('a', 1_000_00, { partyId: 'DURAND', document: 'FA2026-0451' }),
    ledgerLine('b', -300_00, OWED),
  ]);
  await receive(tx, 'S', [
    bankLine('in', 700_00, { counterparty: 'DURAND MENUISERIE', label: 'VIR FA2026-0451' }),
    bankLine('out', -300_00, { counterparty: 'DURAND MENUISERIE', label: 'VIR F77' }),
  ]);
}

describe.skipIf(!hasDatabase())('an agreement to set off', () => {
  const at = deskForEach();
  beforeEach(async () => {
    await at.see(async (tx) => {
      await books(tx);
      await tx.company.update({ ...(await tx.company.get()), erp: 'odoo', mode: 'suggest' });
      await proposeFor(tx, at.desk, null);
    });
  });
  const proposal = async (id: string) => (await at.see((tx) => tx.proposals.get(id)))!.proposal;
  const setOff = async () =>
    (await proposal('in')).candidates.find(({ reasons }) => reasons.some((it) => it.key === 'offset-agreement'));
  const add = (draft = {}) => addAgreement(at.desk, at.company, { ...DRAFT, ...draft }, request());
  const end = (id: string) => endAgreement(at.desk, at.company, id, request());

  it('is proposed by from the moment it is entered, never alone', async () => {
    expect(await setOff()).toBeUndefined();
    must(await add());
    const netted = await setOff();
    expect(netted?.allocations.map((it) => [it.itemId, it.amountMinor])).toEqual([
      ['a', 1_000_00],
      ['b', -300_00],
    ]);
    expect([netted?.partyId, netted?.restMinor, (await proposal('in')).verdict]).toEqual(['DURAND', 0, 'suggest']);
  });

  it('leaves its trace, names both sides, and is gone from the list when it has ended', async () => {
    const id = must(await add());
    expect(await at.see(agreementViews)).toMatchObject([
      { customerName: 'Durand Menuiserie', supplierName: 'Durand Menuiserie fournisseur', by: 'Claire Martin' },
    ]);
    must(await end(id));
    expect(await at.see(agreementViews)).toEqual([]);
    expect(await at.see((tx) => tx.audit.verify())).toBeNull();
  });

  it('changes nothing of money that goes out to the supplier', async () => {
    const { candidates, verdict } = await proposal('out');
    expect(candidates.map((it) => it.signature)).toEqual(['supplier']);
    must(await add());
    expect(await proposal('out')).toMatchObject({ candidates, verdict });
  });

  it('says nothing of receipts before its day, nor once it has ended', async () => {
    must(await end(must(await add({ since: '2026-03-11' }))));
    must(await add({ since: '2026-03-11', supplierId: 'DURAND' }));
    expect(await setOff()).toBeUndefined();
    const other = must(await add());
    expect(await setOff()).toBeDefined();
    must(await end(other));
    expect(await setOff()).toBeUndefined();
  });

  it('is refused of strangers and twice, and ends only once', async () => {
    expect(codeOf(await add({ customerId: 'NOBODY' }))).toBe('party-missing');
    const id = must(await add());
    expect(codeOf(await add())).toBe('agreement-twice');
    must(await end(id));
    expect(codeOf(await end(id))).toBe('agreement-unknown');
  });

  it('is looked for again by verify: a set-off decided without one is named, one decided before its end is not', async () => {
    const id = must(await add());
    const candidate = (await setOff())!;
    const now = () => at.desk.clock.now();
    await at.see(async (tx) => {
      await tx.decisions.add(decision('good', { lineId: 'in', candidate, at: now() }));
    });
    must(await end(id));
    await at.see(async (tx) => {
      await tx.decisions.add(decision('undone', { action: 'undo', undoes: 'good', at: now() }));
      await tx.decisions.add(decision('late', { lineId: 'in', candidate, at: now() }));
      expect(await wrongSetOffs(tx, 100)).toEqual(['late']);
    });
  });
});
