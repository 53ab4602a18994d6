// Proves that a rule's words are words: whole, in their order, with a star where one stands; and that no pattern takes long.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelHolds, ruleHolds, spelled } from '../../../sync/match/rule.ts';
import { bankLine } from '../../db/sample.ts';

test.each([
  // pattern            label                                     holds
  ['EDF', 'PRLV SEPA EDF ENTREPRISES', true],
  ['EDF', 'VIR PEDFORD LTD', false],
  ['loyer', 'VIR LOYER JANVIER', true],
  ['loyer', 'VIR EMPLOYER', false],
  ['Électricité', 'PRLV ELECTRICITE DE MER', true],
  ['PRLV * EDF', 'PRLV SEPA NO 12 EDF', true],
  ['EDF * PRLV', 'PRLV SEPA NO 12 EDF', false],
  ['PRLV EDF', 'PRLV SEPA EDF', false],
  ['PRLV EDF', 'PRLV-EDF/2026', true],
  ['EDF*', 'PRLV EDFENR SOLAIRE', true],
  ['*COTIS', 'VIR URSSAFCOTIS', true],
  ['UR*AF', 'PRLV URSSAF', true],
  ['UR*S*S*F', 'PRLV URSSAF', true],
  ['AB*BA', 'ABA', false],
  ['A * A', 'A', false],
  ['*', 'VIR DUPONT', false],
  ['', 'VIR DUPONT', false],
  ['.*', 'VIR DUPONT', false],
  ['(a+)+$', 'A', true],
])('%j in %j: %s', (pattern, label, holds) => {
  expect(labelHolds(pattern, label)).toBe(holds);
});

const letters = fc.string({ unit: fc.constantFrom('A', 'B'), maxLength: 6 });

test('one word with stars holds exactly where the same pattern as a regular expression would', () => {
  const piece = fc.string({ unit: fc.constantFrom('A', 'B', '*'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(piece, letters, (part, word) => {
      fc.pre(/[AB]/.test(part) && word !== '');
      expect(labelHolds(part, word)).toBe(new RegExp(`^${part.replaceAll('*', '.*')}$`).test(word));
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

test('a hostile pattern on a long label takes a bounded number of steps', () => {
  const pattern = `${'A* '.repeat(60)}B`;
  expect(labelHolds(`${'*A'.repeat(100)}B`, 'A'.repeat(2_000))).toBe(false);
  expect(labelHolds(pattern, 'A '.repeat(1_000))).toBe(false);
});

test('a rule without a condition holds for nothing; with several, all must hold', () => {
  const line = bankLine('l', -45_00, { account: 'FR76 1', label: 'PRLV EDF', counterparty: null });
  expect(ruleHolds({}, line)).toBe(false);
  expect(ruleHolds({ label: 'EDF' }, line)).toBe(true);
  expect(ruleHolds({ label: 'EDF', account: 'FR761' }, line)).toBe(true);
  expect(ruleHolds({ label: 'EDF', account: 'FR762' }, line)).toBe(false);
  expect(ruleHolds({ label: 'EDF', amountMinorFrom: -50_00, amountMinorTo: -40_00 }, line)).toBe(true);
  expect(ruleHolds({ label: 'EDF', amountMinorFrom: -40_00 }, line)).toBe(false);
  expect(ruleHolds({ counterpartyAccount: 'FR99' }, line)).toBe(false);
});

test('the payer’s name is part of what a label says', () => {
  expect(ruleHolds({ label: 'URSSAF' }, bankLine('l', 1, { counterparty: 'URSSAF IDF', label: 'VIR' }))).toBe(true);
});

test('what a pattern spells out is counted without its stars', () => {
  expect([spelled('E*F'), spelled('* * *'), spelled('PRLV * EDF*')]).toEqual([2, 0, 7]);
});
