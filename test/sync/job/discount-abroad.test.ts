// A discount on documents in dollars received in euros: what of the missing euros is discount, by the bank's dollars or the terms.
import { describe, expect, it } from 'vitest';
import { isFault } from '../../../sync/fault/index.ts';
import { withExchange } from '../../../sync/job/discount-abroad.ts';
import type { Discount, OpenItem } from '../../../sync/model/ledger.ts';
import type { Adjustment } from '../../../sync/model/match.ts';
import { openItem } from '../entry/decided.ts';

const TERMS: Discount = { percentBp: 200, until: '2026-11-30', discountedMinor: 89_091 };
/** 1 000 USD sold at 1.10. */
const SOLD = dollars('F', 90_909, 100_000);

function dollars(id: string, euros: number, own: number, more: Partial<OpenItem> = {}): OpenItem {
  const facts = { foreign: { minor: own, currency: 'USD' }, foreignResidualMinor: own };
  return { ...openItem({ id, residualMinor: euros }), amountMinor: euros, ...facts, ...more };
}

function said(items: readonly OpenItem[], typed: number, told: number | null, more: readonly Adjustment[] = []) {
  const adjustments = [{ kind: 'discount' as const, amountMinor: typed }, ...more];
  const instructed = told === null ? null : { amountMinor: told, currency: 'USD' };
  const allocations = items.map((item) => ({ itemId: item.id, amountMinor: item.residualMinor }));
  const found = withExchange({ instructed }, adjustments, allocations, new Map(items.map((item) => [item.id, item])));
  return isFault(found) ? found.code : found.map((each) => [each.kind, each.amountMinor]);
}

describe('a discount on documents in dollars received in euros', () => {
  it('is what the bank’s dollars are short of, at the rate of the sale; the rest is exchange', () => {
    // 784.00 received; 20.00 / 1.10 = 18.18, 909.09 - 784.00 - 18.18 = 106.91.
    expect(said([SOLD], -12_509, 98_000)).toEqual([
      ['discount', -1_818],
      ['fx', -10_691],
    ]);
  });

  it('is shared over several sales, each at its own rate', () => {
    // 20.00 / 1.10 + 10.00 / 1.25 = 26.18
    const other = dollars('G', 40_000, 50_000);
    expect(said([SOLD, other], -10_000, 147_000)).toEqual([
      ['discount', -2_618],
      ['fx', -7_382],
    ]);
  });

  it('is what the terms say where the bank says nothing; the euro may have fallen', () => {
    expect(said([{ ...SOLD, discount: TERMS }], -909, null)).toEqual([
      ['discount', -1_818],
      ['fx', 909],
    ]);
    expect(said([{ ...SOLD, discount: TERMS }], -1_818, null)).toEqual([['discount', -1_818]]);
  });

  it('is refused where nobody says it: no terms, a part, another currency, more than was due', () => {
    expect(said([SOLD], -12_509, null)).toBe('discount-untold');
    expect(said([{ ...SOLD, amountMinor: 95_000, discount: TERMS }], -12_509, null)).toBe('discount-untold');
    expect(said([{ ...SOLD, foreign: { minor: 100_000, currency: 'GBP' } }], -12_509, 98_000)).toBe('discount-untold');
    expect(said([SOLD], -12_509, 100_000)).toBe('discount-untold');
    expect(said([SOLD, openItem({ id: 'E', residualMinor: 10_000 })], -12_509, 98_000)).toBe('discount-untold');
  });

  it('stays as typed where the exchange stands beside it, and where all documents are in euros', () => {
    const beside = { kind: 'fx' as const, amountMinor: -10_000 };
    expect(said([SOLD], -2_509, null, [beside])).toEqual([
      ['discount', -2_509],
      ['fx', -10_000],
    ]);
    expect(said([openItem({ id: 'E', residualMinor: 10_000 })], -200, null)).toEqual([['discount', -200]]);
  });
});
