// Whatever is edited on a line, what is sent adds up to it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as draft from '../../../../panel/ui/queue/draft.ts';
import type { Adjustment } from '../../../../sync/model/match.ts';
import type { CandidateView, ItemRow, LineDetail } from '../../../../sync/port/view.ts';

const item = (itemId: string, residualMinor: number, partyId = 'p1', currency = 'EUR') =>
  ({
    itemId,
    residualMinor,
    amountMinor: residualMinor,
    partyId,
    partyName: partyId,
    currency,
    document: itemId,
    kind: 'invoice',
    role: 'receivable',
  }) as ItemRow;

type Given = { received: number; takes?: [string, number, number][]; adjustments?: Adjustment[]; currency?: string };

/** A line of `received` whose candidate takes [item, residual, allocated]; what is left over is its rest. */
function detail({ received, takes = [], adjustments = [], currency = 'EUR' }: Given): LineDetail {
  const allocations = takes.map(([id, residual, allocatedMinor]) => ({
    ...item(id, residual, 'p1', currency),
    allocatedMinor,
  }));
  const used = [...takes.map(([, , minor]) => minor), ...adjustments.map((it) => it.amountMinor)].reduce(
    (a, b) => a + b,
    0,
  );
  const candidate = {
    partyId: 'p1',
    partyName: 'p1',
    allocations,
    adjustments,
    restMinor: received - used,
  } as unknown as CandidateView;
  return {
    line: { id: 'l', amountMinor: received, currency: 'EUR' },
    toAllocateMinor: received,
    row: { partyId: null, partyName: null },
    candidates: takes.length > 0 ? [candidate] : [],
  } as unknown as LineDetail;
}

const start = (given: Given) => draft.startDraft(detail(given), 0);

describe('a draft that ties', () => {
  it('is accepted as it stands, and names its candidate', () => {
    const own = start({
      received: 1000,
      takes: [
        ['a', 600, 600],
        ['b', 400, 400],
      ],
    });
    expect(draft.problemOf(own)).toBeNull();
    expect(draft.bodyOf(own)).toEqual({
      candidate: 0,
      partyId: 'p1',
      allocations: [
        { itemId: 'a', amountMinor: 600 },
        { itemId: 'b', amountMinor: 400 },
      ],
      adjustments: [],
      rest: 'none',
    });
  });

  it('names no candidate once an amount was touched', () => {
    const own = draft.setAmount(start({ received: 1000, takes: [['a', 1200, 1000]] }), 'a', 1000);
    expect(draft.bodyOf(own).candidate).toBeNull();
  });
});

describe('money that is missing', () => {
  const short = () =>
    start({
      received: 481_237,
      takes: [
        ['a', 294_000, 294_000],
        ['b', 188_487, 188_487],
      ],
    });

  it('must be named before it is accepted', () => {
    expect(draft.differenceOf(short())).toBe(-1250);
    expect(draft.problemOf(short())).toEqual({ kind: 'choose' });
    expect(draft.problemOf(draft.choose(short(), 'bank_fee'))).toBeNull();
  });

  it('stays named when the same key is pressed again', () => {
    expect(draft.choose(draft.choose(short(), 'bank_fee'), 'bank_fee').choice).toBe('bank_fee');
  });

  it('is an adjustment when it is a fee', () => {
    expect(draft.bodyOf(draft.choose(short(), 'bank_fee')).adjustments).toEqual([
      { kind: 'bank_fee', amountMinor: -1250 },
    ]);
  });

  it('stays due on the last item when it is left', () => {
    const body = draft.bodyOf(draft.choose(short(), 'leave'));
    expect(body.allocations).toEqual([
      { itemId: 'a', amountMinor: 294_000 },
      { itemId: 'b', amountMinor: 187_237 },
    ]);
    expect(body.adjustments).toEqual([]);
  });

  it('goes through several items when the last does not hold it', () => {
    const own = draft.choose(
      start({
        received: 100,
        takes: [
          ['a', 300, 300],
          ['b', 50, 50],
        ],
      }),
      'leave',
    );
    expect(draft.bodyOf(own).allocations).toEqual([{ itemId: 'a', amountMinor: 100 }]);
  });

  it('is never an overpayment, and a credit note never takes it', () => {
    expect(draft.choose(short(), 'overpayment').choice).toBeNull();
    const own = draft.choose(
      start({
        received: 700,
        takes: [
          ['a', 1000, 1000],
          ['n', -200, -200],
        ],
      }),
      'leave',
    );
    expect(draft.bodyOf(own).allocations).toEqual([
      { itemId: 'a', amountMinor: 900 },
      { itemId: 'n', amountMinor: -200 },
    ]);
  });

  it('comes with the fee that the engine proposes', () => {
    const own = start({
      received: 481_237,
      takes: [['a', 482_487, 482_487]],
      adjustments: [{ kind: 'bank_fee', amountMinor: -1250 }],
    });
    expect(own.choice).toBe('bank_fee');
    expect(draft.problemOf(own)).toBeNull();
  });
});

describe('money that is over', () => {
  const over = () => start({ received: 300_000, takes: [['a', 41_280, 41_280]] });

  it('asks: overpayment or deposit', () => {
    expect(draft.problemOf(over())).toEqual({ kind: 'choose' });
    expect(draft.choose(over(), 'bank_fee').choice).toBeNull();
    expect(draft.choose(over(), 'leave').choice).toBeNull();
    expect(draft.bodyOf(draft.choose(over(), 'advance'))).toMatchObject({ rest: 'advance', adjustments: [] });
  });

  it('is nobody’s until a customer is known', () => {
    const own = draft.startDraft(detail({ received: 100 }), 0);
    expect(draft.problemOf(own)).toEqual({ kind: 'empty' });
  });

  it('goes to the customer who is chosen, once it is said as what', () => {
    const own = draft.setParty(draft.startDraft(detail({ received: 100 }), 0), 'p7', 'Delmas');
    expect(draft.problemOf(own)).toEqual({ kind: 'choose' });
    expect(draft.bodyOf(draft.choose(own, 'advance'))).toEqual({
      candidate: null,
      partyId: 'p7',
      allocations: [],
      adjustments: [],
      rest: 'advance',
    });
    expect(draft.problemOf(draft.setParty(draft.choose(own, 'advance'), null, null))).toEqual({ kind: 'empty' });
  });

  it('forgets the choice when an edit turns it into a lack', () => {
    const own = draft.choose(over(), 'advance');
    const edited = draft.addItem(draft.addItem(own, item('b', 258_720)), item('c', 500));
    expect(draft.differenceOf(edited)).toBe(-500);
    expect(edited.choice).toBeNull();
  });
});

describe('amounts', () => {
  it('may not exceed what is due, nor change sides, nor be no number', () => {
    const own = start({ received: 1000, takes: [['a', 1000, 1000]] });
    expect(draft.problemOf(draft.setAmount(own, 'a', 1001))).toEqual({ kind: 'too-much', itemId: 'a', excessMinor: 1 });
    expect(draft.problemOf(draft.setAmount(own, 'a', -5))).toEqual({ kind: 'wrong-sign', itemId: 'a' });
    expect(draft.problemOf(draft.setAmount(own, 'a', null))).toEqual({ kind: 'unreadable', itemId: 'a' });
  });

  it('are filled with what is left, at most with what is due', () => {
    const own = start({
      received: 1000,
      takes: [
        ['a', 600, 600],
        ['b', 900, 0],
      ],
    });
    expect(draft.fillAmount(own, 'b').takes[1]?.minor).toBe(400);
    expect(draft.fillAmount(draft.setAmount(own, 'a', 0), 'b').takes[1]?.minor).toBe(900);
  });

  it('added from a search take what is left of the line', () => {
    const own = draft.addItem(draft.startDraft(detail({ received: 3000 }), 0), item('x', 22_940, 'p9'));
    expect(own.takes[0]?.minor).toBe(3000);
    expect(own.partyId).toBe('p9');
  });

  it('of two customers leave the line without one', () => {
    const own = draft.addItem(
      draft.addItem(draft.startDraft(detail({ received: 3000 }), 0), item('x', 100, 'p1')),
      item('y', 100, 'p2'),
    );
    expect(own.partyId).toBeNull();
  });
});

describe('another currency', () => {
  it('is taken as proposed or not at all', () => {
    const own = start({ received: 1000, takes: [['a', 900, 1000]], currency: 'USD' });
    expect(own.foreign).toBe(true);
    expect(draft.differenceOf(own)).toBe(0);
    expect(draft.problemOf(own)).toBeNull();
  });
});

describe('whatever is typed and chosen', () => {
  it('what is sent adds up to the line, or nothing can be sent', () => {
    const choice = fc.constantFrom<draft.Choice>(
      'discount',
      'bank_fee',
      'rounding',
      'withholding',
      'leave',
      'overpayment',
      'advance',
      'fx',
    );
    const take = fc.tuple(
      fc.integer({ min: -900, max: 900 }).filter((n) => n !== 0),
      fc.integer({ min: -1000, max: 1000 }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: -3000, max: 3000 }).filter((n) => n !== 0),
        fc.array(take, { maxLength: 4 }),
        choice,
        (received, takes, wanted) => {
          let own = draft.startDraft(detail({ received }), 0);
          takes.forEach(([residual, minor], i) => {
            own = draft.setAmount(draft.addItem(own, item(`i${i}`, residual)), `i${i}`, minor);
          });
          own = draft.choose(own, wanted);
          if (draft.problemOf(own)) return;
          const body = draft.bodyOf(own);
          const sent = [...body.allocations, ...body.adjustments].reduce((total, it) => total + it.amountMinor, 0);
          const rest = received - sent;
          expect(rest === 0 || (body.rest !== 'none' && Math.sign(rest) === Math.sign(received))).toBe(true);
          for (const { itemId, amountMinor } of body.allocations) {
            const residual = takes[Number(itemId.slice(1))]?.[0] ?? 0;
            expect(Math.abs(amountMinor)).toBeLessThanOrEqual(Math.abs(residual));
            expect(Math.sign(amountMinor)).toBe(Math.sign(residual));
          }
        },
      ),
      { seed: 6, numRuns: 2000 },
    );
  });
});
