// How a customer pays: weighted by amount, instalments by their own days, money only.
import { describe, expect, it } from 'vitest';
import { behaviourOf, paidInvoices, paymentsOf } from '../../../sync/customer/index.ts';
import type { SettledPart } from '../../../sync/model/report.ts';

function part(facts: Partial<SettledPart>): SettledPart {
  return {
    ...{ itemId: 'F1', partyId: 'C', partyName: 'Dupont', account: '411000', document: 'F1', issueDay: '2026-01-01' },
    ...{ role: 'receivable', kind: 'invoice' },
    ...{
      dueDay: '2026-01-31',
      invoiceMinor: 100_00,
      vatMinor: null,
      vatWaitingMinor: null,
      day: '2026-02-10',
      paymentDay: '2026-02-10',
    },
    ...{ paymentKind: 'payment', paymentJournal: 'BQ', paymentEntry: '1', amountMinor: 100_00 },
    ...facts,
  };
}

describe('how a customer pays', () => {
  it('is weighted by amount', () => {
    // 100.00 ten days late and 300.00 two days early: (1000 - 600) / 400 = 1 day late.
    const parts = [part({}), part({ itemId: 'F2', paymentEntry: '2', paymentDay: '2026-01-29', amountMinor: 300_00 })];
    expect(behaviourOf(parts)).toMatchObject({ daysLate: 1, paidLateShare: 250, paidInvoices: 2 });
    // From 1 January: 40 days and 28 days, (4000 + 8400) / 400 = 31.
    expect(behaviourOf(parts).daysToPay).toBe(31);
  });

  it('may be early', () => {
    expect(behaviourOf([part({ paymentDay: '2026-01-21' })]).daysLate).toBe(-10);
  });

  it('does not count a credit note or a transfer as a payment', () => {
    const parts = [part({ paymentKind: 'credit-note' }), part({ paymentKind: 'other' })];
    expect(behaviourOf(parts)).toEqual({
      ...{ paidInvoices: 0, daysLate: null, daysToPay: null, paidLateShare: null, lastPayment: null },
    });
  });

  it('an invoice paid in two parts is one invoice, paid on the later day; one transfer for two is one payment', () => {
    const parts = [
      part({ amountMinor: 40_00 }),
      part({ amountMinor: 60_00, paymentDay: '2026-03-01', paymentEntry: '9' }),
      part({ itemId: 'F3', document: 'F3', amountMinor: 5_00, paymentDay: '2026-03-01', paymentEntry: '9' }),
    ];
    expect(paidInvoices(parts).map((it) => [it.document, it.paidDay, it.amountMinor])).toEqual([
      ['F1', '2026-03-01', 100_00],
      ['F3', '2026-03-01', 5_00],
    ]);
    expect(paymentsOf(parts)).toEqual([
      { day: '2026-03-01', reference: 'BQ 9', amountMinor: 65_00 },
      { day: '2026-02-10', reference: 'BQ 1', amountMinor: 40_00 },
    ]);
  });
});
