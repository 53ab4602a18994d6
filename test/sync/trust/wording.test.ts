// Every class that the engine can name has words in both languages.
import { expect, test } from 'vitest';
import { SEEDED } from '../../../sync/match/counts/index.ts';
import { POINTS } from '../../../sync/match/policy.ts';
import { DOUBTS } from '../../../sync/match/words/doubt.ts';
import { CLASS_WORDS, classWords } from '../../../sync/trust/wording.ts';
import { DOUBT } from '../../../sync/trust/wording-doubt.ts';

test.each(['reference', 'amount', 'payer', 'extent'] as const)('every %s has words', (part) => {
  expect(Object.keys(POINTS[part]).filter((value) => CLASS_WORDS[part][value] === undefined)).toEqual([]);
});

test('every doubt about a bank line has words', () => {
  const ofLines = Object.keys(DOUBTS).filter((key) => key !== 'collection-part');
  expect(ofLines.filter((key) => DOUBT[key] === undefined)).toEqual([]);
});

test('a class reads as a sentence of its parts', () => {
  expect(classWords('whole exact name one #e571b905', 'fr')).toEqual({
    says: 'N° de facture entier · montant exact · nom du client · une pièce',
    doubts: '',
  });
  expect(classWords('damaged exact account one but twin-told #e571b905', 'en')).toEqual({
    says: 'Number with one slip · exact amount · known bank account · one document',
    doubts: 'document of that amount, other number',
  });
});

test('no class that ships is left with a bare value', () => {
  const tables = [CLASS_WORDS.reference, CLASS_WORDS.amount, CLASS_WORDS.payer, CLASS_WORDS.extent];
  for (const name of Object.keys(SEEDED.seeded)) {
    const [evidence = '', against = ''] = name.replace(/ #.*/, '').split(' but ');
    expect(evidence.split(' ').filter((value, i) => tables[i]?.[value.replace(/~.*/, '')] === undefined)).toEqual([]);
    expect(against.split(' ').filter((key) => key !== '' && DOUBT[key] === undefined)).toEqual([]);
  }
});
