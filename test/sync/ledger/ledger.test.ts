// Lines known again in a newer ledger, and groups that a letter may join.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterable } from '../../../sync/ledger/group.ts';
import { recognise, rename } from '../../../sync/ledger/recognise.ts';
import type { LedgerLine } from '../../../sync/model/ledger.ts';
import { sum } from '../../../sync/model/money.ts';
import { openItem } from '../entry/decided.ts';

function line(id: string, facts: Partial<LedgerLine> = {}): LedgerLine {
  return openItem({ id, residualMinor: 100, entry: id, document: `D${id}`, label: id, ...facts });
}

describe('a line of a newer ledger', () => {
  const found = (known: LedgerLine[], newer: LedgerLine[]) => [...recognise(known, newer)];

  it('is itself by its id, and another entry’s number does not matter', () => {
    expect(found([line('a')], [line('a')])).toEqual([]);
    expect(found([line('P1', { document: 'FA1', label: 'x' })], [line('7', { document: 'FA1', label: 'x' })])).toEqual([
      ['7', 'P1'],
    ]);
  });

  it('is known by its document when its words changed, and by nothing when its amount did', () => {
    expect(found([line('P1', { document: 'FA1' })], [line('7', { document: 'FA1', label: 'other' })])).toEqual([
      ['7', 'P1'],
    ]);
    expect(found([line('P1', { document: 'FA1' })], [line('7', { document: 'FA1', amountMinor: 1 })])).toEqual([]);
  });

  it('that an opening entry repeats is known by its document though its day is another', () => {
    const opening = line('AN', { document: 'FA1', day: '2027-01-01', journal: 'AN', kind: 'opening' });
    expect(found([line('old', { document: 'FA1' })], [opening])).toEqual([['AN', 'old']]);
  });

  it('of equal ones is matched as often as both ledgers have it', () => {
    const twins = (ids: string[]) => ids.map((id) => line(id, { document: 'X', label: 'x', entry: '0' }));
    expect(found(twins(['a', 'b']), twins(['c', 'd', 'e']))).toEqual([
      ['c', 'a'],
      ['d', 'b'],
    ]);
  });

  it('that took over the number of another gets an id of its own', () => {
    const known = [line('5', { document: 'FA1', label: 'one' }), line('6', { document: 'FA2', label: 'two' })];
    const newer = [
      line('6', { document: 'FA1', label: 'one' }),
      line('5', { document: 'FA9', label: 'nine', amountMinor: 900 }),
    ];
    const renamed = recognise(known, newer);
    expect(rename(newer, [], renamed).lines.map((it) => [it.id, it.document])).toEqual([
      ['5', 'FA1'],
      ['5~', 'FA9'],
    ]);
  });

  it('keeps its id whatever the order, and no two lines share one', () => {
    const any = fc.array(
      fc.record({
        id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
        doc: fc.constantFrom('A', 'B'),
        amountMinor: fc.constantFrom(1, 2),
      }),
      { maxLength: 6 },
    );
    const distinct = (rows: { id: string; doc: string; amountMinor: number }[]) =>
      [...new Map(rows.map((row) => [row.id, row])).values()].map((row) =>
        line(row.id, { document: row.doc, label: 'x', amountMinor: row.amountMinor }),
      );
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [known, newer] = [distinct(a), distinct(b)];
        const ids = rename(newer, [], recognise(known, newer)).lines.map((it) => it.id);
        expect(new Set(ids).size).toBe(ids.length);
        const reversed = rename([...newer].reverse(), [], recognise([...known].reverse(), [...newer].reverse())).lines;
        expect(reversed.map((it) => it.id).reverse()).toEqual(ids);
      }),
    );
  });
});

describe('a letter', () => {
  const settle = (debitId: string, creditId: string, amountMinor = 1) => ({
    id: debitId + creditId,
    debitId,
    creditId,
    amountMinor,
    day: '2026-11-01' as const,
  });
  const ledger = [
    line('i1'),
    line('i2', { amountMinor: 50 }),
    line('p', { amountMinor: -150, day: '2026-11-09' }),
    line('q', { amountMinor: -100 }),
  ];

  it('joins all that settlements tie together when it closes to the cent, and is as late as its latest line', () => {
    expect(letterable(ledger, [settle('i1', 'p'), settle('i2', 'p')])).toEqual([
      { itemIds: ['i1', 'i2', 'p'], day: '2026-11-09' },
    ]);
  });

  it.each<[string, Partial<LedgerLine>]>([
    ['of another customer', { partyId: 'C2' }],
    ['of another account', { account: '416000' }],
    ['that is settled in part', { amountMinor: -99 }],
  ])('does not join a line %s', (_, facts) => {
    expect(letterable([line('i1'), line('q', { amountMinor: -100, ...facts })], [settle('i1', 'q')])).toEqual([]);
  });

  it('gives a new letter to what a partial match lettered before', () => {
    const lines = [line('i1', { letter: 'aa' }), line('q', { amountMinor: -100, letter: 'aa' })];
    expect(letterable(lines, [settle('i1', 'q')]).map(({ itemIds }) => itemIds)).toEqual([['i1', 'q']]);
  });

  it('does not join what the ledger has only one side of', () => {
    expect(letterable(ledger, [settle('i1', 'bank line')])).toEqual([]);
  });

  it('groups balance, whatever is settled', () => {
    const anyFacts = fc.array(fc.tuple(fc.constantFrom('i1', 'i2', 'x'), fc.constantFrom('p', 'q', 'y')));
    fc.assert(
      fc.property(anyFacts, (pairs) => {
        for (const { itemIds } of letterable(
          ledger,
          pairs.map(([a, b]) => settle(a, b)),
        )) {
          expect(sum(itemIds.map((id) => ledger.find((it) => it.id === id)!.amountMinor))).toBe(0);
        }
      }),
    );
  });
});
