// The list of interbank operation codes.
import { describe, expect, it } from 'vitest';
import { isoCodeOf, isUnpaidCollection, OPERATIONS } from '../../../../connector/bank/cfonb120/operation-codes.ts';

describe('interbank operation codes', () => {
  it.each([
    ['05', true, 'PMNT-RCDT-ESCT'],
    ['05', false, null],
    ['10', false, 'PMNT-IDDT-UPDD'],
    ['10', true, 'PMNT-RDDT-UPDD'],
    ['C2', true, 'PMNT-RRCT-ESCT'],
    ['ZZ', true, null],
  ])('%s with money in: %s is %s', (operation, isCredit, code) => {
    expect(isoCodeOf(operation, isCredit)).toBe(code);
  });

  it('what we collected and comes back is known, what we refused to pay is not taken for it', () => {
    expect(
      ['03', '10', '26', '27', '33', '38', 'B3', 'B4'].map((it) => isUnpaidCollection(isoCodeOf(it, false))),
    ).not.toContain(false);
    expect(isUnpaidCollection(isoCodeOf('A3', true))).toBe(false);
    expect(isUnpaidCollection(null)).toBe(false);
  });

  it('every code has two characters, a label, and ISO codes of three parts', () => {
    for (const [operation, { label, credit, debit }] of Object.entries(OPERATIONS)) {
      expect(operation).toMatch(/^[0-9A-Z]{2}$/);
      expect(label).not.toBe('');
      for (const code of [credit, debit])
        if (code !== undefined) expect(code).toMatch(/^(PMNT|ACMT)-[A-Z]{4}-[A-Z]{4}$/);
    }
  });
});
