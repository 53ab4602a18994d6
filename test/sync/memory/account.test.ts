// Which bank accounts a company takes for a customer's, and which identify nobody.
import { describe, expect, it } from 'vitest';
import { manyDebtors } from '../../../sync/memory/account.ts';
import type { SeenAlias } from '../../../sync/model/memory.ts';
import type { Party } from '../../../sync/model/party.ts';

const ACCOUNT = 'FR76 1234 5678 9012 3456 7890 123';

function paidFor(partyId: string, facts: Partial<SeenAlias> = {}): SeenAlias {
  return {
    kind: 'account',
    text: ACCOUNT,
    partyId,
    confirmed: 1,
    undone: 0,
    firstSeq: 1,
    lastDay: '2026-02-10',
    ...facts,
  };
}

function party(id: string, parentId: string | null = null): Party {
  return { id, name: id, city: null, country: 'FR', ibans: [], parentId, shared: false };
}

describe('an account from which people accepted payments for several customers', () => {
  const parties = ['A', 'B', 'C'].map((id) => party(id));

  it('identifies nobody from the third on, however it is written', () => {
    const spaced = paidFor('C', { text: ACCOUNT.replaceAll(' ', '') });
    expect(manyDebtors([paidFor('A'), paidFor('B')], parties)).toEqual([]);
    expect(manyDebtors([paidFor('A'), paidFor('B'), spaced], parties)).toEqual([ACCOUNT.replaceAll(' ', '')]);
  });

  it('still is one payer where they are of one group', () => {
    const group = [party('A'), party('B', 'A'), party('C', 'A')];
    expect(manyDebtors([paidFor('A'), paidFor('B'), paidFor('C')], group)).toEqual([]);
  });

  it('is not judged by what was undone, nor by names', () => {
    const undone = paidFor('C', { confirmed: 0, undone: 1 });
    const name = paidFor('C', { kind: 'name' });
    expect(manyDebtors([paidFor('A'), paidFor('B'), undone, name], parties)).toEqual([]);
  });
});
