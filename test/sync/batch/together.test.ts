// One proposal over many customers: every cent is in it once, and what is doubtful is left to a person.
import { describe, expect, it } from 'vitest';
import { partLines, type Split, together } from '../../../sync/batch/index.ts';
import type { Candidate, Proposal } from '../../../sync/model/match.ts';
import { sum } from '../../../sync/model/money.ts';
import { week } from '../tick/week.ts';

const [LINE] = week('B1 | 11-04 | 250.00 | | REMISE PRLV').bank;

const item = (name: string, amount: string) => ({
  endToEndId: `E-${name}`,
  mandateId: null,
  name,
  account: 'FR76',
  ultimateName: null,
  amount,
  currency: 'EUR',
  remittance: [`FA-${name}`],
  references: [],
});
const COLLECTION = {
  id: 'R1',
  message: null,
  day: null,
  account: null,
  items: [item('A', '120.00'), item('B', '80.00'), item('C', '50.00')],
};
const SPLIT: Split = {
  lineId: 'B1',
  collection: COLLECTION,
  parts: COLLECTION.items.map((each) => ({ item: each, amountMinor: Number(each.amount) * 100 })),
  rejected: [],
};

/** What the engine says of a part: the item that takes its amount, and what differs. */
function says(part: number, itemId: string, amountMinor: number, facts: Partial<Candidate> = {}): Proposal {
  const candidate: Candidate = {
    partyId: `P-${itemId}`,
    allocations: [{ itemId, amountMinor }],
    adjustments: [],
    restMinor: 0,
    reverses: null,
    signature: 's',
    score: 1,
    reasons: [],
    doubts: [],
    ...facts,
  };
  return { lineId: `B1#${part}`, verdict: 'suggest', signature: 's', candidates: [candidate], findings: [] };
}

function best(...proposals: Proposal[]): Candidate {
  const found = together(LINE!, SPLIT, new Map(proposals.map((it) => [it.lineId, it]))).candidates[0]!;
  expect(sum(found.allocations.map((it) => it.amountMinor)) + found.restMinor).toBe(LINE!.amountMinor);
  return found;
}

const lost = (found: Candidate) => found.doubts.map((doubt) => doubt.params['name']).join('+');
const [A, B, C] = [says(0, 'i', 120_00), says(1, 'j', 80_00), says(2, 'k', 50_00)];

describe('the parts of a batch', () => {
  it('are lines of their own to the engine, with who pays, why and how much', () => {
    const parts = partLines(LINE!, SPLIT);
    expect(
      parts.map(({ id, amountMinor, counterparty, endToEndId, label }) => [
        id,
        amountMinor,
        counterparty,
        endToEndId,
        label,
      ]),
    ).toEqual([
      ['B1#0', 120_00, 'A', 'E-A', 'FA-A'],
      ['B1#1', 80_00, 'B', 'E-B', 'FA-B'],
      ['B1#2', 50_00, 'C', 'E-C', 'FA-C'],
    ]);
  });

  it('together take the whole line, each its item', () => {
    expect(best(A!, B!, C!)).toMatchObject({ restMinor: 0, partyId: null, doubts: [], score: 1 });
  });

  it.each([
    ['of which the engine says nothing', [A, B], 'C'],
    ['whose item another part takes', [A, B, says(2, 'j', 50_00)], 'C'],
    ['that pays only a part of its amount', [A, B, says(2, 'k', 40_00, { restMinor: 10_00 })], 'C'],
    [
      'with a difference',
      [A, B, says(2, 'k', 51_00, { adjustments: [{ kind: 'bank_fee', amountMinor: -1_00 }] })],
      'C',
    ],
    ['in doubt', [A, says(1, 'j', 80_00, { doubts: [{ key: 'twin', params: {} }] }), C], 'B'],
  ] as const)('one %s is left over and named', (_, proposals, expected) => {
    expect(lost(best(...proposals.map((it) => it!)))).toBe(expected);
  });

  it('of one customer name it', () => {
    expect(best(A!, says(1, 'j', 80_00, { partyId: 'P-i' })).partyId).toBe('P-i');
  });
});
