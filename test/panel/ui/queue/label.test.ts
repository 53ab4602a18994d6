// The label keeps every character of the bank.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../../panel/ui/queue/label.tsx';
import type { Finding } from '../../../../sync/model/match.ts';

const finding = (text: string, at: number | null, type: Finding['type'] = 'invoice-number'): Finding => ({
  text,
  at,
  type,
  itemId: null,
});

describe('the bank’s words with what was read in them', () => {
  it('cuts at the findings', () => {
    const pieces = piecesOf('VIR FAC 00871 00903 SHA', [finding('00903', 14), finding('00871', 8)]);
    expect(pieces.map((it) => (it.finding ? `[${it.text}]` : it.text)).join('')).toBe('VIR FAC [00871] [00903] SHA');
  });

  it('keeps the longer of two that overlap', () => {
    const pieces = piecesOf('RF18539007547034', [finding('539007', 4), finding('RF18539007547034', 0, 'rf')]);
    expect(pieces).toEqual([{ text: 'RF18539007547034', finding: finding('RF18539007547034', 0, 'rf') }]);
  });

  it('does not trust a place where the text is another', () => {
    expect(piecesOf('ABC', [finding('XYZ', 0), finding('C', 40), finding('', 1)])).toEqual([
      { text: 'ABC', finding: null },
    ]);
  });

  it('never loses or doubles a character', () => {
    const found = fc.record({ at: fc.nat(30), length: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: 'binary' }), fc.array(found, { maxLength: 6 }), (label, places) => {
        const findings = places.map(({ at, length }) => finding(label.slice(at, at + length), at));
        expect(
          piecesOf(label, findings)
            .map((it) => it.text)
            .join(''),
        ).toBe(label);
      }),
      { seed: 4 },
    );
  });
});
