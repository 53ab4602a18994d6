// A batch that the bank states in details is one movement of the ledger, or several; never half of each.
import { describe, expect, it } from 'vitest';
import { ticks, week } from './week.ts';

describe('the details of an entry are ticked', () => {
  it.each([
    [
      'together against the sum that the ledger books',
      `B1.1 | 08-31 | 253.94 | BRASSERIE DES AUBRELLES | FA0992 REMISE PRLV
       B1.2 | 08-31 | 1107.88 | GARAGE VALDROMEY | FA0947 REMISE PRLV
       B1.3 | 08-31 | 142.25 | DOMAINE PORT-AMELIN | FA0953 REMISE PRLV
       L1 | 09-02 | 1504.07 | Remise prélèvements 3 opérations`,
      'B1.1=L1, B1.2=L1, B1.3=L1',
    ],
    [
      'together though one of them was rejected: the ledger has what was left',
      `B1.1 | 08-31 | 253.94 | BRASSERIE DES AUBRELLES | REMISE PRLV
       B1.2 | 08-31 | 1107.88 | GARAGE VALDROMEY | REMISE PRLV
       B1.3 | 08-31 | -62.88 | DUNES GRISES | REJET PRLV AM04
       L1 | 08-31 | 1298.94 | Remise prélèvements`,
      'B1.1=L1, B1.2=L1, B1.3=L1',
    ],
    [
      'each by itself where the ledger books each, though the sum meets another movement',
      `B1.1 | 08-31 | 253.94 | BRASSERIE DES AUBRELLES | REMISE PRLV
       B1.2 | 08-31 | 1107.88 | GARAGE VALDROMEY | REMISE PRLV
       L1 | 08-31 | 253.94 | Prélèvement Brasserie des Aubrelles
       L2 | 08-31 | 1107.88 | Prélèvement Garage Valdromey
       L3 | 08-31 | 1361.82 | Divers`,
      'B1.1=L1, B1.2=L2',
    ],
    [
      'together, though another movement has the amount of one of them',
      `B1.1 | 08-31 | 118.83 | LIBRAIRIE MONTAGUEL | REMISE PRLV
       B1.2 | 08-31 | 1107.88 | GARAGE VALDROMEY | REMISE PRLV
       L1 | 08-31 | 1226.71 | Remise prélèvements
       L2 | 09-02 | 118.83 | Prélèvement librairie Montaguel`,
      'B1.1=L1, B1.2=L1',
    ],
    [
      'on the debit side too',
      `B1.1 | 08-31 | -1850.40 | MARTIN CLAIRE | VIR SALAIRE
       B1.2 | 08-31 | -2010.12 | DURAND PAUL | VIR SALAIRE
       L1 | 08-31 | -3860.52 | Salaires`,
      'B1.1=L1, B1.2=L1',
    ],
  ])('%s', (_, text, expected) => {
    expect(ticks(week(text))).toBe(expected);
  });
});

describe('the details of an entry are not ticked', () => {
  it.each([
    [
      'against a sum that is a cent off',
      `B1.1 | 08-31 | 253.94 | BRASSERIE | REMISE PRLV
       B1.2 | 08-31 | 1107.88 | GARAGE | REMISE PRLV
       L1 | 08-31 | 1361.83 | Remise prélèvements`,
    ],
    [
      'weeks before or after the ledger',
      `B1.1 | 08-31 | 253.94 | BRASSERIE | REMISE PRLV
       B1.2 | 08-31 | 1107.88 | GARAGE | REMISE PRLV
       L1 | 09-20 | 1361.82 | Remise prélèvements`,
    ],
    [
      'against the sum of two batches that cannot be told apart',
      `B1.1 | 08-31 | 253.94 | BRASSERIE | REMISE PRLV
       B1.2 | 08-31 | 1107.88 | GARAGE | REMISE PRLV
       B2.1 | 08-31 | 361.82 | LIBRAIRIE | REMISE PRLV
       B2.2 | 08-31 | 1000.00 | DOMAINE | REMISE PRLV
       L1 | 08-31 | 1361.82 | Remise prélèvements`,
    ],
    [
      'against a round sum of which there are two',
      `B1.1 | 08-31 | 250.00 | BRASSERIE | REMISE PRLV
       B1.2 | 08-31 | 750.00 | GARAGE | REMISE PRLV
       B2 | 06-01 | 1000.00 | DUPONT | VIR DUPONT
       L1 | 08-31 | 1000.00 | Règlement Martin`,
    ],
  ])('%s', (_, text) => {
    expect(ticks(week(text))).toBe('');
  });

  it('where one of them is missing: a part of the sum is nobody’s sum', () => {
    const { bank, ledger } = week(`B1.1 | 08-31 | 253.94 | BRASSERIE | REMISE PRLV
                                   B1.2 | 08-31 | 1107.88 | GARAGE | REMISE PRLV
                                   B1.3 | 08-31 | 10.00 | LIBRAIRIE | REMISE PRLV
                                   L1 | 08-31 | 1361.82 | Remise prélèvements`);
    expect(ticks({ bank: bank.slice(0, 2), ledger })).toBe('');
  });
});
