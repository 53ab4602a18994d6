// The entry of a bank line in dollars, in a company of euros: each item leaves at what the ledger holds it for, the bank's money at its
// own rate, and the difference is a gain or loss of exchange.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decided, entryOf, settlementsOf } from '../../../sync/entry/index.ts';
import { inCurrency } from '../../../sync/model/foreign.ts';
import type { OpenItem } from '../../../sync/model/ledger.ts';
import { sum } from '../../../sync/model/money.ts';
import { bankLine, decided, openItem } from './decided.ts';

/** An item of so many euros and dollars, of both of which so much is open. */
function dollars(id: string, euros: number, own: number, open = { euros, own }): OpenItem {
  const foreign = { minor: own, currency: 'USD' };
  const facts = { amountMinor: euros, foreign, foreignResidualMinor: open.own };
  return { ...openItem({ id, residualMinor: open.euros }), ...facts };
}

function onDollars(
  kept: readonly OpenItem[],
  worth: { own: number; euros: number },
  taken: Readonly<Record<string, number>>,
  more: Partial<Omit<Decided, 'items'>> = {},
): Decided {
  const items = inCurrency(kept, 'USD');
  const allocations = Object.entries(taken).map(([itemId, amountMinor]) => ({ itemId, amountMinor }));
  return {
    ...decided({ amountMinor: worth.own, items, allocations, line: bankLine(worth.own), ...more }),
    foreign: {
      worth: { currency: 'USD', ownMinor: worth.own, valueMinor: worth.euros },
      items: new Map(kept.map((item) => [item.id, item])),
    },
  };
}

const rows = (it: Decided) => entryOf(it).map((line) => [line.part, line.amountMinor, line.foreign?.minor ?? null]);

describe('the entry of a line in dollars', () => {
  it('an invoice of 1 136.36 EUR, 1 250 USD, paid by 1 250 USD worth 1 000 EUR: a loss of 136.36', () => {
    const it = onDollars([dollars('F', 113_636, 125_000)], { own: 125_000, euros: 100_000 }, { F: 125_000 });
    expect(rows(it)).toEqual([
      ['bank', 100_000, 125_000],
      ['customer', -113_636, -125_000],
      ['exchange', 13_636, null],
    ]);
    expect(entryOf(it)[2]?.account).toBe(it.company.differenceAccounts.exchange);
    expect(settlementsOf(it, 'd')).toEqual([
      {
        ...{ id: 'd/F/line', debitId: 'F', creditId: 'line', amountMinor: 113_636, debitForeignMinor: 125_000 },
        day: '2026-11-10',
      },
    ]);
  });

  it('gains and losses of several invoices stand apart', () => {
    const kept = [dollars('dear', 10_000, 10_000), dollars('cheap', 8_000, 10_000)];
    const it = onDollars(kept, { own: 20_000, euros: 18_000 }, { dear: 10_000, cheap: 10_000 });
    expect(rows(it)).toEqual([
      ['bank', 18_000, 20_000],
      ['customer', -10_000, -10_000],
      ['customer', -8_000, -10_000],
      ['exchange', 1_000, null],
      ['exchange', -1_000, null],
    ]);
    const accounts = entryOf(it).map((line) => line.account);
    const { exchange, exchange_gain } = it.company.differenceAccounts;
    expect(accounts.slice(3)).toEqual([exchange, exchange_gain]);
  });

  it('of a part the ledger gives up the same part of its euros; what is too much stays at the bank’s rate', () => {
    const half = dollars('F', 10_000, 12_000, { euros: 5_000, own: 6_000 });
    const part = onDollars([half], { own: 1_500, euros: 1_200 }, { F: 1_500 });
    expect(rows(part)).toEqual([
      ['bank', 1_200, 1_500],
      ['customer', -1_250, -1_500],
      ['exchange', 50, null],
    ]);
    const over = onDollars(
      [half],
      { own: 7_000, euros: 5_600 },
      { F: 6_000 },
      { restMinor: 1_000, rest: 'overpayment' },
    );
    expect(rows(over)).toEqual([
      ['bank', 5_600, 7_000],
      ['customer', -5_000, -6_000],
      ['on-account', -800, -1_000],
      ['exchange', 200, null],
    ]);
  });

  it('a discount is worth what it took off the sale; only the rest is a difference of exchange', () => {
    // 1 200 USD incl. 200 of VAT sold at 1.10, 1 176 received at 1.25: 20 and 4 USD at 1.10 are 18.18 and 3.64 EUR.
    const sold = { ...dollars('F', 109_091, 120_000), vatMinor: 18_182 };
    const adjustments = [{ kind: 'discount' as const, amountMinor: -2_400 }];
    const it = onDollars([sold], { own: 117_600, euros: 94_080 }, { F: 120_000 }, { adjustments });
    expect(rows(it)).toEqual([
      ['bank', 94_080, 117_600],
      ['customer', -109_091, -120_000],
      ['discount', 1_818, 2_000],
      ['discount_vat', 364, 400],
      // 1 090.91 - 940.80 - 21.82
      ['exchange', 12_829, null],
    ]);
  });

  it('of two sales at two rates each bears its own discount: what was sold at the bank’s rate leaves no exchange', () => {
    const kept = [dollars('dear', 90_909, 100_000), dollars('same', 40_000, 50_000)];
    const adjustments = [{ kind: 'discount' as const, amountMinor: -3_000 }];
    const taken = { dear: 100_000, same: 50_000 };
    const it = onDollars(kept, { own: 147_000, euros: 117_600 }, taken, { adjustments });
    expect(rows(it)).toEqual([
      ['bank', 117_600, 147_000],
      ['customer', -90_909, -100_000],
      ['customer', -40_000, -50_000],
      ['discount', 2_618, 3_000],
      ['exchange', 10_691, null],
    ]);
    expect(entryOf(it)[3]?.granted).toEqual([
      { itemId: 'dear', amountMinor: 1_818, foreignMinor: 2_000 },
      { itemId: 'same', amountMinor: 800, foreignMinor: 1_000 },
    ]);
  });

  it('a credit note is no part of the invoice: each has its own line and its own fact', () => {
    const kept = [dollars('F', 90_000, 100_000), dollars('A', -19_000, -20_000)];
    const it = onDollars(kept, { own: 80_000, euros: 70_000 }, { F: 100_000, A: -20_000 });
    expect(rows(it)).toEqual([
      ['bank', 70_000, 80_000],
      ['customer', -90_000, -100_000],
      ['customer', 19_000, 20_000],
      ['exchange', 2_500, null],
      ['exchange', -1_500, null],
    ]);
    const facts = settlementsOf(it, 'd').map((fact) => [fact.debitId, fact.creditId, fact.amountMinor]);
    expect(facts).toEqual([
      ['F', 'line', 90_000],
      ['line', 'A', 19_000],
    ]);
  });

  it('sums to nothing in both currencies, whatever the rates, and no fact takes more than is open', () => {
    const item = fc.record({
      own: fc.integer({ min: 1, max: 5_000_000 }),
      euros: fc.integer({ min: 1, max: 5_000_000 }),
      share: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 9_999 }),
        fc.integer({ min: 0, max: 99 }),
        (drawn, rate, restMinor, offPercent) => {
          const kept = drawn.map(({ own, euros }, i) => dollars(`i${i}`, euros, own));
          const shares = drawn.map(({ own, share }) => Math.max(1, Math.floor((own * share) / 100)));
          const offMinor = Math.floor((sum(shares) * offPercent) / 100);
          const own = Math.max(1, sum([...shares, restMinor, -offMinor]));
          const adjustments = [{ kind: 'discount' as const, amountMinor: own - sum([...shares, restMinor]) }];
          const worth = { own, euros: Math.max(1, Math.floor((own * rate) / 100)) };
          const taken = Object.fromEntries(shares.map((minor, i) => [`i${i}`, minor]));
          const rest = restMinor === 0 ? {} : { restMinor, rest: 'overpayment' as const };
          const off = adjustments[0]?.amountMinor === 0 ? {} : { adjustments };
          const it = onDollars(kept, worth, taken, { ...rest, ...off });
          const lines = entryOf(it);
          expect(sum(lines.map((line) => line.amountMinor))).toBe(0);
          expect(sum(lines.map((line) => line.foreign?.minor ?? 0))).toBe(0);
          for (const [i, fact] of settlementsOf(it, 'd').entries())
            expect(fact.amountMinor).toBeLessThanOrEqual(drawn[i]?.euros ?? 0);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('items as a line in dollars takes them', () => {
  it('are those in dollars alone, in dollars, with their share of VAT and without terms that are told in euros only', () => {
    const terms = { percentBp: 200, until: '2026-11-30' as const, discountedMinor: 9_800 };
    const kept = [
      { ...dollars('usd', 10_000, 12_000, { euros: 5_000, own: 6_000 }), discount: terms, vatMinor: 1_000 },
      { ...dollars('unsure', 10_000, 12_000), foreignResidualMinor: null },
      dollars('euros left alone', 10_000, 12_000, { euros: 100, own: 0 }),
      openItem({ id: 'eur', residualMinor: 10_000 }),
    ];
    expect(inCurrency(kept, 'USD')).toEqual([
      {
        ...kept[0],
        ...{ amountMinor: 12_000, residualMinor: 6_000, currency: 'USD', foreign: null, foreignResidualMinor: null },
        ...{ discount: null, vatMinor: 1_200, vatWaitingMinor: null },
      },
    ]);
    expect(inCurrency(kept, 'GBP')).toEqual([]);
  });

  it('keep terms that are told in dollars', () => {
    const until = '2026-11-30' as const;
    const discount = { percentBp: 200, until, discountedMinor: 9_800, discountedForeignMinor: 11_760 };
    const [item] = inCurrency([{ ...dollars('usd', 10_000, 12_000), discount }], 'USD');
    expect(item?.discount).toEqual({ percentBp: 200, until, discountedMinor: 11_760 });
  });
});
