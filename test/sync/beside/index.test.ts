// What stands beside customers' items: when it goes before what the engine says, and that it never acts alone.
import { describe, expect, it } from 'vitest';
import { besideCandidates, mixedOf, slipOf, withBeside } from '../../../sync/beside/index.ts';
import { findSums } from '../../../sync/match/subset.ts';
import type { OpenItem } from '../../../sync/model/ledger.ts';
import type { Candidate, Proposal } from '../../../sync/model/match.ts';
import { bankLine, ledgerLine } from '../../db/sample.ts';

function waiting(id: string, amountMinor: number, facts: Partial<OpenItem> = {}): OpenItem {
  const own = {
    role: 'collection',
    account: '512002',
    journal: 'BNK1',
    entry: `PBNK1/${id}`,
    kind: 'payment',
  } as const;
  return { ...ledgerLine(id, amountMinor, { ...own, day: '2026-03-08' }), residualMinor: amountMinor, ...facts };
}

function candidate(partyId: string, itemId: string, amountMinor: number, facts: Partial<Candidate> = {}): Candidate {
  return {
    ...{ partyId, allocations: [{ itemId, amountMinor }], adjustments: [], restMinor: 0, reverses: null },
    ...{ signature: 'x #1', score: 0.6, reasons: [], doubts: [], ...facts },
  };
}

function proposal(verdict: Proposal['verdict'], ...candidates: Candidate[]): Proposal {
  return { lineId: 'L', verdict, signature: candidates[0]?.signature ?? null, candidates, findings: [] };
}

const LINE = bankLine('L', 100_00, { bookingDay: '2026-03-10' });
const firstOf = (it: Proposal) => it.candidates[0]?.allocations[0]?.itemId;

describe('a payment that the ERP registered', () => {
  const P = candidate('A', 'p', 100_00, { signature: 'outstanding', score: 0.4 });

  it.each([
    ['nothing else is found', proposal('none'), 'p', 'suggest'],
    ['the same customer owes the amount too', proposal('suggest', candidate('A', 'i', 100_00)), 'p', 'suggest'],
    ['that is even proven', proposal('auto', candidate('A', 'i', 100_00)), 'p', 'suggest'],
    ['another customer is proven', proposal('auto', candidate('B', 'i', 100_00)), 'i', 'auto'],
    ['another customer is likelier', proposal('suggest', candidate('B', 'i', 100_00)), 'i', 'suggest'],
    [
      'another customer would pay a part',
      proposal('suggest', candidate('B', 'i', 90_00, { restMinor: 10_00 })),
      'p',
      'suggest',
    ],
  ])('when %s', (_, own, first, verdict) => {
    const it_ = withBeside(LINE, own, [P]);
    expect([firstOf(it_), it_.verdict]).toEqual([first, verdict]);
  });

  it('is no candidate for another bank account, and is said as what it is', () => {
    const items = new Map([
      ['p', waiting('p', 100_00)],
      ['s', waiting('s', -50_00, { role: 'payable', journal: 'FACTU' })],
    ]);
    const doubts = [{ key: 'money-out', params: {} }];
    const found = proposal('auto', candidate('A', 'p', 100_00), candidate('B', 's', -50_00, { doubts }));
    const keys = (journal: string | null) =>
      besideCandidates(found, items, journal).map((it) => [it.signature, it.reasons.map((one) => one.key), it.doubts]);
    expect(keys('BNK1')).toEqual([
      ['outstanding', ['outstanding'], []],
      ['supplier', ['supplier-item'], []],
    ]);
    expect(keys('BNK2')).toEqual([['supplier', ['supplier-item'], []]]);
  });
});

describe('a slip of registered payments', () => {
  const slip = (items: readonly OpenItem[], isCalled = false) =>
    slipOf(LINE, items, isCalled, findSums)?.allocations.map((it) => it.itemId) ?? null;
  const [a, b] = [waiting('a', 60_00), waiting('b', 40_00)];

  it.each<[string, readonly OpenItem[], boolean, string[] | null]>([
    ['all of one day', [a, b], false, ['a', 'b']],
    ['not those of two days, unless the bank calls it one', [a, { ...b, day: '2026-03-07' }], false, null],
    ['some of several days, called a slip', [a, { ...b, day: '2026-03-07' }, waiting('c', 7_00)], true, ['a', 'b']],
    ['none where two choices make the sum', [a, b, waiting('d', 40_00)], true, null],
    ['none registered long ago', [a, b].map((it) => ({ ...it, day: '2026-01-20' as const })), true, null],
    ['none of the other direction', [a, b].map((it) => ({ ...it, residualMinor: -it.residualMinor })), true, null],
    [
      'none of two days that both make it',
      [a, b, waiting('e', 50_00, { day: '2026-03-09' }), waiting('f', 50_00, { day: '2026-03-09' })],
      false,
      null,
    ],
  ])('takes %s', (_, items, isCalled, expected) => {
    expect(slip(items, isCalled)).toEqual(expected);
  });
});

describe('a registered payment and an invoice in one transfer', () => {
  const invoice = (id: string, amountMinor: number, facts: Partial<OpenItem> = {}): OpenItem => ({
    ...ledgerLine(id, amountMinor, { document: id, partyId: 'A' }),
    residualMinor: amountMinor,
    ...facts,
  });
  const paid = (id: string, amountMinor: number, facts: Partial<OpenItem> = {}) =>
    waiting(id, amountMinor, { partyId: 'A', ...facts });
  const mixed = (payments: readonly OpenItem[], owed: readonly OpenItem[]) =>
    mixedOf(LINE, 'A', payments, owed, findSums)?.allocations.map((it) => it.itemId) ?? null;

  it.each<[string, readonly OpenItem[], readonly OpenItem[], string[] | null]>([
    ['both, where they make the amount', [paid('p', 60_00)], [invoice('i', 40_00)], ['p', 'i']],
    ['several invoices with it', [paid('p', 60_00)], [invoice('i', 15_00), invoice('j', 25_00)], ['p', 'i', 'j']],
    ['nothing where two choices make it', [paid('p', 60_00)], [invoice('i', 40_00), invoice('j', 40_00)], null],
    [
      'nothing where two payments make it',
      [paid('p', 60_00), paid('q', 55_00)],
      [invoice('i', 40_00), invoice('j', 45_00)],
      null,
    ],
    ['nothing that leaves a cent', [paid('p', 60_00)], [invoice('i', 39_99)], null],
    ["no other customer's payment", [paid('p', 60_00, { partyId: 'B' })], [invoice('i', 40_00)], null],
    ['no payment registered long ago', [paid('p', 60_00, { day: '2026-01-20' })], [invoice('i', 40_00)], null],
    ['no credit note for the rest', [paid('p', 140_00)], [invoice('i', -40_00)], null],
    ['no invoice in another currency', [paid('p', 60_00)], [invoice('i', 40_00, { currency: 'USD' })], null],
  ])('takes %s', (_, payments, owed, expected) => {
    expect(mixed(payments, owed)).toEqual(expected);
  });

  it('says what waits, and what the rest is', () => {
    const found = mixedOf(LINE, 'A', [paid('p', 60_00)], [invoice('FAC/7', 40_00)], findSums);
    expect(found?.reasons.map((it) => [it.key, it.params['documents'] ?? it.params['number']])).toEqual([
      ['outstanding', 'PBNK1/p'],
      ['outstanding-rest', 'FAC/7'],
    ]);
  });
});
