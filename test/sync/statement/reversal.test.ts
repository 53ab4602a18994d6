// Reversals whose sign a bank turns: decided by the balances, remembered, never by the flag alone.
import { describe, expect, it } from 'vitest';
import type { BankAccount } from '../../../sync/model/company.ts';
import type { Transaction } from '../../../sync/model/statement.ts';
import { prepareSigned } from '../../../sync/statement/reversal.ts';

const ACCOUNT: BankAccount = { account: 'A', name: 'A', ledgerAccount: null, journal: null, currency: 'EUR' };

function transaction(amount: string, reversal = false): Transaction {
  const texts = {
    counterparty: null,
    counterpartyAccount: null,
    ultimateParty: null,
    endToEndId: null,
    mandateId: null,
  };
  const lists = { remittance: [], note: [], references: [], documents: [], charges: [] };
  const rest = { bankCode: null, instructed: null, returnReason: null, bankReference: null, batch: null, place: '' };
  const day = '2026-11-03' as const;
  return {
    ...texts,
    ...lists,
    ...rest,
    amount,
    currency: 'EUR',
    bookingDate: day,
    valueDate: day,
    status: 'BOOK',
    statusText: null,
    reversal,
  };
}

/** Amounts of the lines, and what was learned. `closing` null: the file has no balances. */
function signed(transactions: Transaction[], closing: string | null, known: BankAccount['reversals'] = null) {
  const balance = (amount: string) => ({ amount, date: '2026-11-03' as const });
  const opening = closing === null ? null : balance('100.00');
  const head = { id: 'S', account: 'A', currency: 'EUR', opening, closing: closing === null ? null : balance(closing) };
  const prepared = prepareSigned({ head, transactions }, { ...ACCOUNT, reversals: known }, 'camt.053', 'f');
  if ('code' in prepared) throw new Error(prepared.code);
  return [prepared.drafts.map((draft) => draft.amountMinor), prepared.reversals];
}

describe('the sign of a reversal', () => {
  const both = [transaction('50.00'), transaction('-20.00', true)];

  it.each([
    ['as booked, where the balances close so', both, '130.00', null, [[50_00, -20_00], 'as-booked']],
    ['turned, where they only close so', both, '170.00', null, [[50_00, 20_00], 'turned']],
    ['the balances count more than what is remembered', both, '130.00', 'turned', [[50_00, -20_00], 'as-booked']],
    ['without balances what is remembered counts', both, null, 'turned', [[50_00, 20_00], null]],
    ['without balances and memory it is as booked', both, null, null, [[50_00, -20_00], null]],
    ['closing neither way it stays as booked', both, '999.00', 'turned', [[50_00, -20_00], null]],
    [
      'reversals that cancel each other decide nothing',
      [transaction('5.00', true), transaction('-5.00', true)],
      '100.00',
      null,
      [[5_00, -5_00], null],
    ],
    ['without a reversal nothing is learned', [transaction('50.00')], '150.00', null, [[50_00], null]],
  ] as const)('%s', (_, transactions, closing, known, expected) => {
    expect(signed([...transactions], closing, known)).toEqual(expected);
  });
});
