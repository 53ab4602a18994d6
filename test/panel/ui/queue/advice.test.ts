// A pasted remittance advice becomes an allocation; what names nothing open is said.
import { describe, expect, it, test } from 'vitest';
import { numbersIn, readAdvice } from '../../../../panel/ui/queue/advice.ts';
import type { ItemRow } from '../../../../sync/port/view.ts';

const item = (document: string, residualMinor: number) =>
  ({ itemId: document, document, residualMinor, currency: 'EUR' }) as ItemRow;

const OPEN = [
  item('FAC/2026/00871', 294_000),
  item('FAC/2026/00903', 188_487),
  item('FAC/2026/10903', 5_000),
  item('AV/2026/00042', -20_000),
];

const paid = (text: string) => {
  const { takes, unknown } = readAdvice(text, OPEN, 'EUR');
  return { takes: takes.map((it) => [it.item.document, it.minor]), unknown: unknown.map((it) => it.text) };
};

describe('a remittance advice', () => {
  it('copied from a spreadsheet, with credit note and total', () => {
    const text =
      'Facture\tDate\tMontant\nFAC/2026/00871\t17/09/2026\t2 940,00\nFAC/2026/00903\t30/09/2026\t1 884,87\nAV/2026/00042\t01/10/2026\t-200,00\nTotal\t\t4 624,87';
    expect(paid(text)).toEqual({
      takes: [
        ['FAC/2026/00871', 294_000],
        ['FAC/2026/00903', 188_487],
        ['AV/2026/00042', -20_000],
      ],
      unknown: [],
    });
  });

  it('names what is not open', () => {
    expect(paid('FAC/2026/00871;2940,00\nFAC/2025/99999;120,00\nRistourne 3%;-45,10')).toEqual({
      takes: [['FAC/2026/00871', 294_000]],
      unknown: ['FAC/2025/99999;120,00', 'Ristourne 3%;-45,10'],
    });
  });

  test.each([
    ['without its punctuation', 'FAC202600871 2940.00', [['FAC/2026/00871', 294_000]]],
    ['by its last digits, where one item ends so', '00871 2940,00', [['FAC/2026/00871', 294_000]]],
    ['not by digits that two items end with', '0903 100,00', []],
    ['in part', 'FAC/2026/00871  1 000,00 €', [['FAC/2026/00871', 100_000]]],
    [
      'with gross, discount and net: the one that is due',
      'FAC/2026/00871 3000,00 60,00 2940,00',
      [['FAC/2026/00871', 294_000]],
    ],
    ['never more than is due', 'FAC/2026/00871 9 999,00', [['FAC/2026/00871', 294_000]]],
    ['with a credit note written without minus', 'AV/2026/00042 200,00', [['AV/2026/00042', -20_000]]],
    ['twice, in two parts', 'FAC/2026/00871 1000,00\nFAC/2026/00871 1940,00', [['FAC/2026/00871', 294_000]]],
    ['without any amount: all of it', 'FAC/2026/00903', [['FAC/2026/00903', 188_487]]],
  ])('names an item %s', (_, text, takes) => {
    expect(paid(text).takes).toEqual(takes);
  });

  it('finds what may name a document, and leaves days and amounts aside', () => {
    expect(numbersIn('Avis du 20/11/2026\nFAC/2026/00871 2940,00\n871234')).toEqual(['FAC/2026/00871', '871234']);
  });
});
