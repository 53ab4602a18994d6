// Where the table of an export begins and ends: what stands above, below and among its movements.
import { describe, expect, test } from 'vitest';
import { tableOf } from '../../../../connector/bank/csv/index.ts';
import { layoutOf } from '../../../../connector/bank/table/layout.ts';
import { isFault } from '../../../../sync/fault/index.ts';

function layout(...lines: string[]) {
  const table = tableOf(`${lines.join('\n')}\n`, 'releve.csv');
  if (isFault(table)) throw new Error(table.code);
  return layoutOf(table)!;
}

const labels = (...lines: string[]) => layout(...lines).body.map(({ cells }) => cells.join(' ').trim());

describe('without headings', () => {
  test('a first row that names the account and its balance is none of the movements', () => {
    const { body, shape } = layout(
      'Compte de chèques;Compte de chèques;****1234;15/10/2026;;1 234,56',
      '15/10/2026;Virement reçu;Virement reçu;VIR SEPA RECU ACME;1 200,00',
      '14/10/2026;Carte;Alimentation;FACTURE CARTE;-12,34',
    );
    expect(body).toHaveLength(2);
    expect(shape.guess.columns).toEqual(['date', 'label', 'label', 'label', 'amount']);
  });

  test('a last row of a day and the balance is none either', () => {
    const rows = ['15/10/2026;1200,00;Virement;;VIR ACME;;0;Divers', '14/10/2026;-12,34;Carte;;CB SHOP;;0;Achats'];
    expect(layout(...rows, '15/10/2026;5234,56;;00123 123456A').body).toHaveLength(2);
  });

  test('a last row with a word, or as wide as the others, is a movement', () => {
    const rows = ['15/10/2026;1200,00;Virement;ACME;0', '14/10/2026;-12,34;Carte;SHOP;0'];
    expect(layout(...rows, '13/10/2026;-5,00;Frais').body).toHaveLength(3);
    expect(layout(...rows, '13/10/2026;-5,00;;;0').body).toHaveLength(3);
  });
});

describe('with headings', () => {
  const TABLE = ['Date;Libellé;Débit;Crédit', '15/10/2026;VIR ACME;;1 200,00', '14/10/2026;CB SHOP;12,34;'];

  test('notes after an empty line end the table', () => {
    expect(labels(...TABLE, '', 'Disclaimer:', '"Sans garantie; sous réserve d’erreurs"')).toHaveLength(2);
  });

  test('a note right under the rows, and an amount after the gap, stay for the reader to judge', () => {
    expect(labels(...TABLE, 'Disclaimer:')).toHaveLength(3);
    expect(labels(...TABLE, '', '1x/10/2026;PRLV EDF;80,00;')).toHaveLength(3);
  });

  test('the account above the table in any words', () => {
    expect(layout('Numéro de compte : 04012345678;Devise : EUR', '', ...TABLE).shape).toMatchObject({
      account: '04012345678',
      currency: 'EUR',
    });
  });
});
