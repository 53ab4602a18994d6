// Properties of the engine on made-up worlds and on small random ledgers, with a fixed seed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../sync/match/explain.ts';
import { match, matchLines, openIndex } from '../../../sync/match/index.ts';
import type { OpenItem } from '../../../sync/model/ledger.ts';
import type { BankLine } from '../../../sync/model/statement.ts';
import { TRUST_ALL } from '../../measure/match-worlds.ts';
import { buildWorld } from '../../measure/world/index.ts';

const FIXED = { seed: 20_260_101, numRuns: 150 };
const world = buildWorld(77, { parties: 60, background: 300, events: 250 });
const open = world.items.filter((item) => item.residualMinor !== 0);
const paid = world.items.filter((item) => item.residualMinor === 0);
const whole = { items: open, paid, parties: world.parties, lines: world.lines, counts: TRUST_ALL };

describe('on a made-up month', () => {
  const proposals = match(whole);

  test('every line gets one proposal', () => {
    expect(proposals.map((one) => one.lineId)).toEqual(world.lines.map((line) => line.id).sort());
  });

  test('what was seen before speaks for a proposal where most of it was right, and against it where it was undone', () => {
    const seen = (tally: { seen: number; right: number }) =>
      match({ ...whole, counts: { ...TRUST_ALL, seeded: {}, company: new Proxy({}, { get: () => tally }) } })
        .flatMap((one) => one.candidates[0] ?? [])
        .map((best) => [best.reasons, best.doubts].map((list) => list.some((it) => it.key === 'seen')));
    expect(new Set(seen({ seen: 40, right: 39 }).map(String))).toContain('true,false');
    expect(new Set(seen({ seen: 40, right: 39 }).map(String))).not.toContain('false,true');
    expect(new Set(seen({ seen: 2, right: 0 }).map(String))).toContain('false,true');
    expect(new Set(seen({ seen: 2, right: 0 }).map(String))).not.toContain('true,false');
  });

  test('the order of lines, items and customers changes nothing', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(world.lines, { minLength: world.lines.length }),
        fc.shuffledSubarray(open, { minLength: open.length }),
        fc.shuffledSubarray(world.parties, { minLength: world.parties.length }),
        (lines, items, parties) => {
          expect(match({ ...whole, lines, items, parties })).toEqual(proposals);
        },
      ),
      { ...FIXED, numRuns: 4 },
    );
  });

  test('an index kept up to date gives the same as one built anew', () => {
    const index = openIndex(open, world.parties, paid);
    const half = open.slice(0, open.length / 2);
    for (const item of half) index.items.remove(item.id);
    for (const item of half) index.items.add(item);
    expect(matchLines(index, world.lines, { counts: TRUST_ALL })).toEqual(proposals);
  });

  test('what is settled alone never takes more of an item than is open', () => {
    const taken = new Map<string, number>();
    for (const one of proposals.filter((other) => other.verdict === 'auto')) {
      for (const allocation of one.candidates[0]!.allocations)
        taken.set(allocation.itemId, (taken.get(allocation.itemId) ?? 0) + allocation.amountMinor);
    }
    for (const [id, amount] of taken) {
      const residual = open.find((item) => item.id === id)!.residualMinor;
      expect(Math.abs(amount)).toBeLessThanOrEqual(Math.abs(residual));
      expect(Math.sign(amount)).toBe(Math.sign(residual));
    }
  });

  test('allocations, adjustments and rest make the line, for every candidate', () => {
    for (const one of proposals) {
      const line = world.lines.find((other) => other.id === one.lineId)!;
      for (const candidate of one.candidates) {
        const parts = [
          ...candidate.allocations.map((a) => a.lineMinor ?? a.amountMinor),
          ...candidate.adjustments.map((a) => a.amountMinor),
          candidate.restMinor,
        ];
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(line.amountMinor);
      }
    }
  });

  test('every reason and doubt has words in both languages, and never speaks of scores or percentages', () => {
    for (const reason of proposals.flatMap((one) =>
      one.candidates.flatMap((candidate) => [...candidate.reasons, ...candidate.doubts]),
    )) {
      for (const language of ['fr', 'en'] as const) {
        const text = explain(reason, language);
        expect(text).not.toMatch(/%|score|confiance|confidence|undefined|NaN/i);
      }
    }
  });

  test('what is highlighted stands in the raw label where it says', () => {
    for (const one of proposals) {
      const line = world.lines.find((other) => other.id === one.lineId)!;
      for (const finding of one.findings)
        if (finding.at !== null)
          expect(line.label.slice(finding.at, finding.at + finding.text.length)).toBe(finding.text);
    }
  });
});

describe('on small random ledgers', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 7 });

  test('a line without reference is never settled alone when two choices of items make it', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 120 }), (list, target) => {
        const items = list.map((amount, i) => invoice(`F-2026-${String(i + 1).padStart(5, '0')}`, amount * 101));
        const [one] = match({ items, parties: [PAYER], lines: [receipt(target * 101)], counts: TRUST_ALL });
        if (one!.verdict === 'auto') expect(waysToMake(target, list)).toBe(1);
      }),
      FIXED,
    );
  });

  test('a number with another amount than is due is never settled alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 90_000 }), (due, paidMinor) => {
        fc.pre(due !== paidMinor);
        const items = [invoice('F-2026-00001', due)];
        const [one] = match({
          items,
          parties: [PAYER],
          lines: [{ ...receipt(paidMinor), label: 'F-2026-00001' }],
          counts: TRUST_ALL,
        });
        expect(one!.verdict).not.toBe('auto');
      }),
      FIXED,
    );
  });
});

const PAYER = {
  id: 'D',
  name: 'Durand Menuiserie',
  city: null,
  country: 'FR',
  ibans: ['FR7612345678901234567890123'],
  parentId: null,
  shared: false,
};

function invoice(document: string, amountMinor: number): OpenItem {
  return {
    id: document,
    account: '411000',
    role: 'receivable',
    partyId: PAYER.id,
    journal: 'VE',
    entry: document,
    document,
    label: '',
    day: '2026-01-15',
    documentDay: '2026-01-15',
    dueDay: '2026-02-15',
    dueComputed: false,
    amountMinor,
    currency: 'EUR',
    foreign: null,
    kind: 'invoice',
    letter: null,
    paymentReference: null,
    clientReference: null,
    discount: null,
    residualMinor: amountMinor,
  };
}

function receipt(amountMinor: number): BankLine {
  return {
    id: 'L',
    account: 'FR7630004000031234567890143',
    entryRef: null,
    bookingDay: '2026-03-01',
    valueDay: '2026-03-01',
    amountMinor,
    currency: 'EUR',
    counterparty: PAYER.name,
    counterpartyAccount: PAYER.ibans[0]!,
    ultimateParty: null,
    endToEndId: null,
    mandateId: null,
    label: 'VIREMENT',
    references: [],
    bankCode: null,
    instructed: null,
    returnReason: null,
  };
}

/** Every choice of items, by counting. */
function waysToMake(target: number, list: readonly number[]): number {
  let ways = 0;
  for (let mask = 1; mask < 1 << list.length; mask += 1) {
    let sum = 0;
    list.forEach((amount, i) => {
      if (mask & (1 << i)) sum += amount;
    });
    if (sum === target) ways += 1;
  }
  return ways;
}
