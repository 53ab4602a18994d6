// The entry of a decision: what an accountant would post for each case, and properties of any case.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decided, entryOf, settlementsOf, toAllocate } from '../../../sync/entry/index.ts';
import { formatMinor, sum } from '../../../sync/model/money.ts';
import { anyDecided, bankLine, company, decided, openItem } from './decided.ts';

/** 'D 512100 80.00' for each line of the entry, in order. */
function posted(it: Decided): string[] {
  return entryOf(it).map(({ account, partyId, amountMinor }) => {
    const side = amountMinor > 0 ? 'D' : 'C';
    return [side, account, partyId, formatMinor(Math.abs(amountMinor), 'EUR')]
      .filter((word) => word !== null)
      .join(' ');
  });
}

function facts(it: Decided): string[] {
  return settlementsOf(it, 'd1').map(
    ({ debitId, creditId, amountMinor }) => `${debitId} × ${creditId} ${formatMinor(amountMinor, 'EUR')}`,
  );
}

const invoice = openItem({ id: 'FA1', document: 'FA1', residualMinor: 120_00 });

describe('a receipt that is not yet booked', () => {
  it('paying one invoice is bank against customer', () => {
    const it = decided({
      amountMinor: 120_00,
      items: [invoice],
      allocations: [{ itemId: 'FA1', amountMinor: 120_00 }],
    });
    expect(posted(it)).toEqual(['D 512100 120.00', 'C 411000 C1 120.00']);
    expect(facts(it)).toEqual(['FA1 × line 120.00']);
    expect(entryOf(it)[1]).toMatchObject({ settles: 'FA1', part: 'customer', label: 'Règlement FA1 SARL DUPONT' });
  });

  it('netting a credit note posts what came: the note stands in the ledger already', () => {
    const note = openItem({ id: 'AV1', residualMinor: -20_00 });
    const it = decided({
      amountMinor: 100_00,
      items: [invoice, note],
      allocations: [
        { itemId: 'FA1', amountMinor: 120_00 },
        { itemId: 'AV1', amountMinor: -20_00 },
      ],
    });
    expect(posted(it)).toEqual(['D 512100 100.00', 'C 411000 C1 100.00']);
    expect(facts(it)).toEqual(['FA1 × AV1 20.00', 'FA1 × line 100.00']);
  });

  it('a credit note of another customer is moved by a line of its own', () => {
    const note = openItem({ id: 'AV1', partyId: 'C2', residualMinor: -20_00 });
    const it = decided({
      amountMinor: 100_00,
      items: [invoice, note],
      allocations: [
        { itemId: 'FA1', amountMinor: 120_00 },
        { itemId: 'AV1', amountMinor: -20_00 },
      ],
    });
    expect(posted(it)).toEqual(['D 512100 100.00', 'C 411000 C1 120.00', 'D 411000 C2 20.00']);
    expect(facts(it)).toEqual(['FA1 × line 120.00', 'line × AV1 20.00']);
  });

  it('each typed difference goes to its account', () => {
    const short = (kind: 'bank_fee' | 'rounding' | 'withholding' | 'fx', amountMinor: number) =>
      posted(
        decided({
          amountMinor: 120_00 + amountMinor,
          items: [invoice],
          allocations: [{ itemId: 'FA1', amountMinor: 120_00 }],
          adjustments: [{ kind, amountMinor }],
        }),
      );
    expect(short('bank_fee', -12_50)).toEqual(['D 512100 107.50', 'C 411000 C1 120.00', 'D 627000 12.50']);
    expect(short('rounding', -2)).toEqual(['D 512100 119.98', 'C 411000 C1 120.00', 'D 658000 0.02']);
    expect(short('rounding', 3)).toEqual(['D 512100 120.03', 'C 411000 C1 120.00', 'C 758000 0.03']);
    expect(short('withholding', -18_00)).toEqual(['D 512100 102.00', 'C 411000 C1 120.00', 'D 467000 18.00']);
    expect(short('fx', 1_00)).toEqual(['D 512100 121.00', 'C 411000 C1 120.00', 'C 756000 1.00']);
  });

  it('a discount takes back its part of the VAT where the invoice tells it', () => {
    const discounted = (vatMinor: number | null) =>
      posted(
        decided({
          amountMinor: 117_60,
          items: [openItem({ id: 'FA1', residualMinor: 120_00, vatMinor })],
          allocations: [{ itemId: 'FA1', amountMinor: 120_00 }],
          adjustments: [{ kind: 'discount', amountMinor: -2_40 }],
        }),
      );
    // 2 % of 100.00 net and of 20.00 VAT.
    const bank = ['D 512100 117.60', 'C 411000 C1 120.00'];
    expect(discounted(20_00)).toEqual([...bank, 'D 665000 2.00', 'D 445710 0.40']);
    expect(discounted(null)).toEqual([...bank, 'D 665000 2.40']);
    expect(discounted(0)).toEqual([...bank, 'D 665000 2.40']);
  });

  it('a discount on two invoices takes VAT back from the one that grants it', () => {
    const granting = openItem({
      id: 'FA2',
      residualMinor: 240_00,
      vatMinor: 40_00,
      discount: { percentBp: 200, until: '2026-12-31', discountedMinor: 235_20 },
    });
    const it = decided({
      amountMinor: 355_20,
      items: [openItem({ id: 'FA1', residualMinor: 120_00, vatMinor: 6_26 }), granting],
      allocations: [
        { itemId: 'FA1', amountMinor: 120_00 },
        { itemId: 'FA2', amountMinor: 240_00 },
      ],
      adjustments: [{ kind: 'discount', amountMinor: -4_80 }],
    });
    expect(posted(it).slice(-2)).toEqual(['D 665000 4.00', 'D 445710 0.80']);
  });

  it('an overpayment stays on the customer, an advance goes to the account of advances', () => {
    const rest = (kind: 'overpayment' | 'advance') =>
      posted(
        decided({
          amountMinor: 150_00,
          items: [invoice],
          allocations: [{ itemId: 'FA1', amountMinor: 120_00 }],
          restMinor: 30_00,
          rest: kind,
          restAccount: kind === 'advance' ? '419100' : '411000',
        }),
      );
    expect(rest('overpayment')).toEqual(['D 512100 150.00', 'C 411000 C1 120.00', 'C 411000 C1 30.00']);
    expect(rest('advance')).toEqual(['D 512100 150.00', 'C 411000 C1 120.00', 'C 419100 C1 30.00']);
  });

  it('a refund is the same with the sides exchanged', () => {
    const it = decided({
      amountMinor: -20_00,
      items: [openItem({ id: 'AV1', residualMinor: -20_00 })],
      allocations: [{ itemId: 'AV1', amountMinor: -20_00 }],
    });
    expect(posted(it)).toEqual(['C 512100 20.00', 'D 411000 C1 20.00']);
    expect(facts(it)).toEqual(['line × AV1 20.00']);
  });
});

describe('a receipt that the ledger holds already', () => {
  const credit = openItem({ id: 'RG1', residualMinor: -120_00, day: '2026-11-03' });
  const joined = (facts: Parameters<typeof decided>[0]) => decided({ isBooked: true, booked: [credit], ...facts });

  it('joins its customer line with the invoice and posts nothing', () => {
    const it = joined({ amountMinor: 120_00, items: [invoice], allocations: [{ itemId: 'FA1', amountMinor: 120_00 }] });
    expect(posted(it)).toEqual([]);
    expect(facts(it)).toEqual(['FA1 × RG1 120.00']);
  });

  it('posts the difference alone', () => {
    const it = joined({
      amountMinor: 120_00,
      items: [openItem({ id: 'FA2', residualMinor: 132_50 })],
      allocations: [{ itemId: 'FA2', amountMinor: 132_50 }],
      adjustments: [{ kind: 'bank_fee', amountMinor: -12_50 }],
    });
    expect(posted(it)).toEqual(['C 411000 C1 12.50', 'D 627000 12.50']);
    expect(facts(it)).toEqual(['FA2 × RG1 120.00', 'FA2 × line 12.50']);
  });

  it('leaves a rest open where it is, and moves an advance', () => {
    const rest = (kind: 'on-account' | 'advance') =>
      joined({
        amountMinor: 120_00,
        items: [openItem({ id: 'FA3', residualMinor: 100_00 })],
        allocations: [{ itemId: 'FA3', amountMinor: 100_00 }],
        restMinor: 20_00,
        rest: kind,
        restAccount: kind === 'advance' ? '419100' : '411000',
      });
    expect(posted(rest('on-account'))).toEqual([]);
    expect(facts(rest('on-account'))).toEqual(['FA3 × RG1 100.00']);
    expect(posted(rest('advance'))).toEqual(['D 411000 C1 20.00', 'C 419100 C1 20.00']);
    expect(facts(rest('advance'))).toEqual(['FA3 × RG1 100.00', 'line × RG1 20.00']);
  });

  it('paying for another customer posts the entry between the two accounts', () => {
    const it = joined({
      amountMinor: 120_00,
      items: [openItem({ id: 'FA9', partyId: 'C9', residualMinor: 120_00 })],
      allocations: [{ itemId: 'FA9', amountMinor: 120_00 }],
    });
    expect(posted(it)).toEqual(['C 411000 C9 120.00', 'D 411000 C1 120.00']);
    expect(facts(it)).toEqual(['FA9 × line 120.00', 'line × RG1 120.00']);
  });

  it('has to allocate what its customer lines still hold, not what the bank paid in net of its fee', () => {
    expect(toAllocate(bankLine(97_00), true, [openItem({ id: 'RG2', residualMinor: -100_00 })])).toBe(100_00);
    expect(toAllocate(bankLine(97_00), false, [])).toBe(97_00);
  });
});

describe('whatever is decided', () => {
  it('the entry sums to zero and its customer lines settle exactly what the facts say is not in the ledger', () => {
    fc.assert(
      fc.property(anyDecided, (it) => {
        const lines = entryOf(it);
        expect(sum(lines.map((line) => line.amountMinor))).toBe(0);
        const waiting = settlementsOf(it, 'd');
        const pending = sum(
          waiting.map((s) => (s.creditId === 'line' ? s.amountMinor : s.debitId === 'line' ? -s.amountMinor : 0)),
        );
        const customers = sum(lines.filter((line) => line.part === 'customer').map((line) => line.amountMinor));
        expect(customers + pending).toBe(0);
      }),
    );
  });

  it('each item falls by what was allocated to it', () => {
    fc.assert(
      fc.property(anyDecided, (it) => {
        const settled = settlementsOf(it, 'd');
        for (const { itemId, amountMinor } of it.allocations) {
          const fall = sum(
            settled.map((s) => (s.debitId === itemId ? s.amountMinor : s.creditId === itemId ? -s.amountMinor : 0)),
          );
          expect(fall).toBe(amountMinor);
        }
      }),
    );
  });

  it('the company has an account for every difference', () => {
    expect(Object.values(company.differenceAccounts).every((account) => /^\d{6}$/.test(account))).toBe(true);
  });
});

describe('money that goes elsewhere', () => {
  it('a retention stays the customer’s debt, on 4117 and with its own due day', () => {
    const it = decided({
      amountMinor: 114_00,
      items: [invoice],
      allocations: [{ itemId: 'FA1', amountMinor: 120_00 }],
      adjustments: [{ kind: 'retention', amountMinor: -6_00, dueDay: '2027-11-10' }],
    });
    expect(posted(it)).toEqual(['D 512100 114.00', 'C 411000 C1 120.00', 'D 411700 C1 6.00']);
    expect(entryOf(it)[2]).toMatchObject({ part: 'retention', dueDay: '2027-11-10' });
  });

  it('another account takes the difference with the VAT that it contains', () => {
    const it = decided({
      amountMinor: 108_00,
      items: [invoice],
      allocations: [{ itemId: 'FA1', amountMinor: 120_00 }],
      adjustments: [
        { kind: 'other', amountMinor: -12_00, account: '709000', vat: { rateBp: 2000, account: '445710' } },
      ],
    });
    expect(posted(it)).toEqual(['D 512100 108.00', 'C 411000 C1 120.00', 'D 709000 10.00', 'D 445710 2.00']);
  });

  it('a line of a supplier goes whole to an account, VAT apart and to the cent', () => {
    const paid = (amountMinor: number, rateBp: number) =>
      posted(
        decided({
          amountMinor,
          items: [],
          partyId: null,
          adjustments: [{ kind: 'other', amountMinor, account: '613500', vat: { rateBp, account: '445660' } }],
        }),
      );
    expect(paid(-120_00, 2000)).toEqual(['C 512100 120.00', 'D 613500 100.00', 'D 445660 20.00']);
    // 99.99 × 5.5 ÷ 105.5 = 5.2128
    expect(paid(-99_99, 550)).toEqual(['C 512100 99.99', 'D 613500 94.78', 'D 445660 5.21']);
    expect(paid(50_00, 0)).toEqual(['D 512100 50.00', 'C 613500 50.00']);
  });

  it('what is owed back stays with the customer and says so', () => {
    const it = decided({
      amountMinor: 150_00,
      items: [invoice],
      allocations: [{ itemId: 'FA1', amountMinor: 120_00 }],
      restMinor: 30_00,
      rest: 'refund',
    });
    expect(posted(it)).toEqual(['D 512100 150.00', 'C 411000 C1 120.00', 'C 411000 C1 30.00']);
    expect(entryOf(it)[2]?.label).toBe('À rembourser SARL DUPONT');
  });
});
