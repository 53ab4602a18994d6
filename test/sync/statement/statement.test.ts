// From a file's entries to bank lines: what is booked, in which words and days, and under which key it is known again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFault } from '../../../sync/fault/index.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { StatementHead, Transaction } from '../../../sync/model/statement.ts';
import { type Draft, isBalanced, type Prepared, prepare } from '../../../sync/statement/index.ts';
import { keysOf } from '../../../sync/statement/key.ts';
import { continuedDay, contradicted, repeated } from '../../../sync/statement/repeat.ts';

const ACCOUNT = { account: 'FR76', currency: 'EUR' };
const HEAD: StatementHead = { id: 'S1', account: 'FR76', currency: 'EUR', opening: null, closing: null };

function transaction(facts: Partial<Transaction> = {}): Transaction {
  return {
    amount: '100.00',
    currency: 'EUR',
    bookingDate: '2026-11-03',
    valueDate: null,
    status: 'BOOK',
    statusText: null,
    reversal: false,
    counterparty: null,
    counterpartyAccount: null,
    ultimateParty: null,
    endToEndId: null,
    mandateId: null,
    remittance: [],
    note: [],
    references: [],
    documents: [],
    bankCode: null,
    charges: [],
    instructed: null,
    returnReason: null,
    bankReference: null,
    batch: null,
    place: 'Ntry[1]',
    ...facts,
  };
}

function prepared(
  transactions: Transaction[],
  head: Partial<StatementHead> = {},
  version = 'camt.053.001.08',
): Prepared {
  const result = prepare({ head: { ...HEAD, ...head }, transactions }, ACCOUNT, version, 'f.xml');
  if (isFault(result)) throw new Error(result.code);
  return result;
}

function codeOf(facts: Partial<Transaction>, head: Partial<StatementHead> = {}): string {
  const result = prepare({ head: { ...HEAD, ...head }, transactions: [transaction(facts)] }, ACCOUNT, null, 'f.xml');
  return isFault(result) ? result.code : 'read';
}

describe('an entry of a statement', () => {
  it.each([
    ['booked', { status: 'BOOK' }, 1],
    ['without any status', { status: null }, 1],
    ['pending', { status: 'PDNG' }, 0],
    ['for information', { status: 'INFO' }, 0],
    ['of the future', { status: 'FUTR' }, 0],
    ['of a status that we do not know', { status: null, statusText: 'XYZ' }, 0],
  ] as const)('%s gives as many lines as it books', (_, facts, count) => {
    const { drafts, apart } = prepared([transaction(facts)]);
    expect([drafts.length, apart.length]).toEqual([count, 1 - count]);
  });

  it.each(['camt.052.001.08', 'camt.054.001.04', 'MT942'])(
    'of a notice (%s) is kept apart, booked or not',
    (version) => {
      const { drafts, apart } = prepared([transaction()], {}, version);
      expect([drafts.length, apart.length]).toEqual([0, 1]);
    },
  );

  it('has the day that it states, else that of its value, else that of its statement', () => {
    const dayOf = (facts: Partial<Transaction>, head: Partial<StatementHead> = {}) =>
      prepared([transaction(facts)], head).drafts[0]?.bookingDay;
    expect(dayOf({ bookingDate: '2026-11-03', valueDate: '2026-11-05' })).toBe('2026-11-03');
    expect(dayOf({ bookingDate: null, valueDate: '2026-11-05' })).toBe('2026-11-05');
    expect(dayOf({ bookingDate: null }, { closing: { amount: '0', date: '2026-11-30' } })).toBe('2026-11-30');
    expect(codeOf({ bookingDate: null })).toBe('date-missing');
  });

  it('says its words once, in order', () => {
    const said = transaction({ remittance: ['VIR  DUPONT', 'FA001'], note: ['VIR DUPONT', 'MOTIF'] });
    expect(prepared([said]).drafts[0]?.label).toBe('VIR DUPONT FA001 MOTIF');
  });

  it('has no reference where the bank writes that it has none', () => {
    for (const bankReference of ['0', '000', 'NONREF', 'NOTPROVIDED', ' ']) {
      const [draft] = prepared([transaction({ bankReference: bankReference.trim() || null })]).drafts;
      expect(draft?.entryRef).toBeNull();
    }
    expect(prepared([transaction({ bankReference: ' R1 ' })]).drafts[0]?.entryRef).toBe('R1');
  });

  it('in another currency or with more decimals than the currency refuses its statement', () => {
    expect(codeOf({ currency: 'USD' })).toBe('statement-currency');
    expect(codeOf({ amount: '10.005' })).toBe('amount-decimals');
    expect(codeOf({ amount: '10.50000' })).toBe('read');
    expect(codeOf({}, { opening: { amount: '1.001', date: null } })).toBe('amount-decimals');
  });
});

it('a statement is balanced, unbalanced, or cannot be proved', () => {
  const balances = (opening: string | null, closing: string | null) =>
    isBalanced(
      prepared([transaction({ amount: '-0.30' }), transaction({ amount: '0.10' }), transaction({ status: 'PDNG' })], {
        opening: opening === null ? null : { amount: opening, date: null },
        closing: closing === null ? null : { amount: closing, date: null },
      }).proof,
    );
  expect(balances('0.2', '0')).toBe(true);
  expect(balances('0.2', '0.01')).toBe(false);
  expect(balances(null, '0')).toBeNull();
  expect(balances('0', null)).toBeNull();
});

function draft(facts: Partial<Draft> = {}): Draft {
  return { ...prepared([transaction()]).drafts[0]!, ...facts };
}

describe('the key of a line', () => {
  it('is the same for other words behind the same reference, and for other spelling of the same words', () => {
    const same = (a: Partial<Draft>, b: Partial<Draft>) => keysOf([draft(a)])[0] === keysOf([draft(b)])[0];
    expect(same({ entryRef: 'R', label: 'VIR' }, { entryRef: 'R', label: 'VIREMENT', counterparty: 'X' })).toBe(true);
    expect(same({ label: 'Vir. Élan  FA-1' }, { label: 'VIR ELAN FA 1' })).toBe(true);
    expect(same({ label: 'FA 1' }, { label: 'FA 2' })).toBe(false);
    expect(same({ entryRef: 'R' }, { entryRef: 'S' })).toBe(false);
    expect(same({ entryRef: 'R' }, { entryRef: 'R', bookingDay: '2026-11-04' })).toBe(false);
    expect(same({ entryRef: 'R' }, { entryRef: 'R', amountMinor: 1 })).toBe(false);
  });

  const anyDraft = fc
    .record({
      day: fc.integer({ min: 1, max: 3 }),
      amount: fc.integer({ min: 1, max: 3 }),
      ref: fc.option(fc.constantFrom('A', 'B')),
    })
    .map(({ day, amount, ref }) => draft({ bookingDay: `2026-11-0${day}` as Day, amountMinor: amount, entryRef: ref }));

  it('tells every line of a file from every other', () => {
    fc.assert(
      fc.property(fc.array(anyDraft), (drafts) => {
        expect(new Set(keysOf(drafts)).size).toBe(drafts.length);
      }),
    );
  });

  it('does not depend on the order of days in which files come', () => {
    fc.assert(
      fc.property(fc.array(anyDraft), (drafts) => {
        const byDay = [1, 2, 3].map((day) => drafts.filter((each) => each.bookingDay === `2026-11-0${day}`));
        expect(new Set(byDay.flatMap((part) => keysOf(part)))).toEqual(new Set(keysOf(drafts)));
      }),
    );
  });
});

describe('lines that another format brought', () => {
  const known = (...amounts: number[]) =>
    amounts.map((amountMinor) => ({ bookingDay: '2026-11-03' as Day, amountMinor, format: 'camt' as const }));
  const again = (ours: number[], theirs: number[], isFresh = ours.map(() => true)) => [
    ...repeated(
      ours.map((amountMinor) => draft({ amountMinor })),
      isFresh,
      known(...theirs),
      'ofx',
    ),
  ];

  it.each<[number[], number[], number[], string]>([
    [[1, 2], [2, 1], [0, 1], 'the same amounts'],
    [[6], [1, 2, 3], [0], 'a batch as one sum'],
    [[1, 2, 3], [6], [0, 1, 2], 'a sum as its batch'],
    [[1, 1], [1], [0], 'one of two equal amounts'],
    [[1, 5], [1, 2], [0], 'what is there, not what is new'],
    [[5], [], [], 'nothing on that day'],
  ])('%j after %j are known at %j: %s', (ours, theirs, at) => {
    expect(again(ours, theirs)).toEqual(at);
  });

  it('are used up by a line that is known by its key', () => {
    expect(again([1, 1, 9], [1], [false, true, true])).toEqual([]);
  });
});

describe('what was proved', () => {
  const proof = {
    openingMinor: 0,
    openingDay: '2026-11-01' as Day,
    closingMinor: 9,
    closingDay: '2026-11-05' as Day,
    linesMinor: 9,
  };
  const earlier = { ...proof, format: 'camt' as const, number: '1', balanced: true, lineCount: 1 };
  const later = { ...proof, openingDay: '2026-11-04' as Day };

  it.each<[Day, boolean | null, Day | null]>([
    ['2026-11-03', true, '2026-11-03'],
    ['2026-11-01', true, null],
    ['2026-11-05', true, null],
    ['2026-11-03', false, null],
    ['2026-11-03', null, null],
  ])('leaves no room for a line of %s (proved: %s)', (bookingDay, balanced, day) => {
    expect(contradicted([draft({ bookingDay })], later, [{ ...earlier, balanced }])).toBe(day);
  });

  it('leaves room for a line that the statement after it dates back', () => {
    const after = { ...proof, openingDay: '2026-11-05' as Day };
    expect(contradicted([draft({ bookingDay: '2026-11-03' })], after, [earlier])).toBeNull();
  });

  it('goes on only from its own closing, under another number, and when it moved', () => {
    expect(continuedDay({ ...proof, openingMinor: 9 }, '2', [earlier])).toBe('2026-11-05');
    expect(continuedDay({ ...proof, openingMinor: 8 }, '2', [earlier])).toBeNull();
    expect(continuedDay({ ...proof, openingMinor: 9 }, '1', [earlier])).toBeNull();
    expect(continuedDay({ ...proof, openingMinor: 9 }, '2', [{ ...earlier, openingMinor: 9 }])).toBeNull();
    expect(continuedDay({ ...proof, openingMinor: 9 }, '2', [{ ...earlier, balanced: null }])).toBeNull();
  });
});
