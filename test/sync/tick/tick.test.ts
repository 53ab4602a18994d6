// Which bank line is which movement of account 512; and when nobody can say, nothing is ticked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tickLines } from '../../../sync/tick/index.ts';
import { ACCOUNT, ledgerLine, ticks, week } from './week.ts';

describe('a bank line is ticked', () => {
  it.each([
    [
      'against the only movement of its amount, booked some days later',
      `B1 | 03-12 | 2379.04 | HOTEL DE LA CITE | VIR HOTEL DE LA CITE
       L1 | 03-14 | 2379.04 | Règlement Hôtel de la Cité`,
      'B1=L1',
    ],
    [
      'against the one that names the same customer, of two of one amount',
      `B1 | 03-12 | 500.00 | DUPONT SA | VIR DUPONT
       B2 | 03-12 | 500.00 | MARTIN | VIR MARTIN
       L1 | 03-12 | 500.00 | Règlement Martin
       L2 | 03-13 | 500.00 | Règlement Dupont`,
      'B1=L2, B2=L1',
    ],
    [
      'by the number of the cheque, weeks after it was written',
      `B1 | 04-02 | -480.00 |  | CHEQUE 7264201
       B2 | 04-02 | -480.00 |  | CHEQUE 7264202
       L1 | 03-10 | -480.00 | Chèque 7264202 loyer
       L2 | 03-11 | -480.00 | Chèque 7264201 loyer`,
      'B1=L2, B2=L1',
    ],
    [
      'by the invoice that both name, though the bank cut the name',
      `B1 | 03-12 | 119.88 | CLINIQUE VETERIN | VIR SEPA RECU /MOTIF FA240316
       L1 | 03-13 | 119.88 | Règlement Clinique FA240316
       L2 | 03-13 | 119.88 | Règlement Pharmacie FA240317`,
      'B1=L1',
    ],
    [
      'by a number whose zeros make it a document’s, of three subscriptions of one amount',
      `B1 | 03-31 | 118.80 | PRIMEURS ROQUE SARL | FAC/2026/00713 VIR SEPA RECU
       B2 | 03-31 | 118.80 | PRIMEURS HERIVAULT | FAC-2026-00896 VIR SEPA RECU
       B3 | 04-01 | 118.80 | PRIMEURS ROQUE SARL | FAC/2026/00900 VIR SEPA RECU
       L1 | 03-31 | 118.80 | VIR SEPA PRIMEURS ROQUE SARL FAC/2026/00900
       L2 | 03-31 | 118.80 | VIR SEPA PRIMEURS HERIVAULT FAC-2026-00896
       L3 | 04-01 | 118.80 | VIR SEPA PRIMEURS ROQUE SARL FAC/2026/00713`,
      'B1=L3, B2=L2, B3=L1',
    ],
    [
      'in order, where one customer pays one amount several times',
      `B1 | 03-05 | 100.00 | DUPONT | VIR DUPONT
       B2 | 03-08 | 100.00 | DUPONT | VIR DUPONT
       L1 | 03-06 | 100.00 | Règlement Dupont
       L2 | 03-08 | 100.00 | Règlement Dupont`,
      'B1=L1, B2=L2',
    ],
    [
      'against the nearer of two days, where the second payment of the same is not booked',
      `B1 | 03-12 | 6321.06 | TRANSPORTS VASSEUR | VIR
       B2 | 03-18 | 6321.06 | TRANSPORTS VASSEUR | VIR
       L1 | 03-12 | 6321.06 | Règlement Transports Vasseur & Fils`,
      'B1=L1',
    ],
    [
      'though somebody else pays for the customer, where the amount is rare',
      `B1 | 03-12 | 1933.32 | AFFACTURAGE DELTA | VIR
       L1 | 03-13 | 1933.32 | Règlement Club hippique`,
      'B1=L1',
    ],
    [
      'where neither side says who',
      `B1 | 03-12 | 85.10 |  | VIREMENT SEPA RECU
       L1 | 03-12 | 85.10 | Virement reçu`,
      'B1=L1',
    ],
    [
      'against the lines of its slip, as many as the bank counts',
      `B1 | 03-12 | 10842.25 |  | REMISE CHEQUES NB 2
       L1 | 03-13 | 9301.06 | Remise chèques Studio Kérity
       L2 | 03-13 | 1541.19 | Remise chèques Mairie
       L3 | 03-13 | 77.00 | Remise chèques Dupont`,
      'B1=L1+L2',
    ],
    [
      'on the debit side too',
      `B1 | 03-01 | -1965.63 | MARTINEAU CLAIRE | VIR SALAIRE
       B2 | 03-01 | -20.33 |  | COMMISSIONS ET FRAIS
       L1 | 03-01 | -1965.63 | Vir Salaire Martineau Claire
       L2 | 03-02 | -20.33 | Commissions Et Frais`,
      'B1=L1, B2=L2',
    ],
  ])('%s', (_, text, expected) => {
    expect(ticks(week(text))).toBe(expected);
  });
});

describe('nothing is ticked', () => {
  it.each([
    [
      'between two customers of one amount that the bank does not name',
      `B1 | 03-12 | 500.00 |  | VIREMENT SEPA RECU
       L1 | 03-12 | 500.00 | Règlement Martin
       L2 | 03-13 | 500.00 | Règlement Dupont`,
    ],
    [
      'on a round amount where the names differ: two customers met by chance',
      `B1 | 03-12 | 1000.00 | DUPONT | VIR DUPONT
       L1 | 03-13 | 1000.00 | Règlement Martin`,
    ],
    [
      'on a frequent amount where the names differ',
      `B1 | 03-12 | 119.88 | DUPONT | VIR DUPONT
       B2 | 06-12 | 119.88 | DURAND | VIR DURAND
       L1 | 03-13 | 119.88 | Règlement Martin`,
    ],
    [
      'where one word in common is not the name',
      `B1 | 03-12 | 3000.00 | MAIRIE DE LYON | VIR MAIRIE DE LYON
       B2 | 07-12 | 3000.00 | MAIRIE DE LYON | VIR MAIRIE DE LYON
       L1 | 03-13 | 3000.00 | Règlement Mairie de Nantes`,
    ],
    [
      'on another month of the same rent',
      `B1 | 01-05 | -900.00 | SCI LES TILLEULS | VIR LOYER
       L1 | 02-05 | -900.00 | Loyer Les Tilleuls`,
    ],
    [
      'on another cent, or the other sign',
      `B1 | 03-12 | 500.01 | DUPONT | VIR DUPONT
       B2 | 03-12 | -77.70 | DUPONT | REJET VIR
       L1 | 03-12 | 500.00 | Règlement Dupont
       L2 | 03-12 | 77.70 | Règlement Dupont`,
    ],
    [
      'for a slip whose parts could be chosen in two ways',
      `B1 | 03-12 | 300.00 |  | REMISE CHEQUES NB 2
       L1 | 03-13 | 100.00 | Remise chèques Dupont
       L2 | 03-13 | 200.00 | Remise chèques Martin
       L3 | 03-13 | 250.00 | Remise chèques Durand
       L4 | 03-13 | 50.00 | Remise chèques Blanc`,
    ],
    [
      'for a sum of lines that the bank does not call a slip',
      `B1 | 03-12 | 300.00 | DUPONT | VIR DUPONT
       L1 | 03-12 | 100.00 | Règlement Dupont
       L2 | 03-12 | 200.00 | Règlement Dupont`,
    ],
  ])('%s', (_, text) => {
    expect(ticks(week(text))).toBe('');
  });

  it('against an opening balance', () => {
    const { bank, ledger } = week(`B1 | 01-02 | 1450.33 |  | VIREMENT
                                   L1 | 01-01 | 1450.33 | Solde à nouveau`);
    expect(ticks({ bank, ledger: ledger.map((line) => ({ ...line, kind: 'opening' as const })) })).toBe('');
  });

  it('on the lines of an account whose ledger account is not known', () => {
    const { bank, ledger } = week(`B1 | 01-02 | 1450.33 | DUPONT | VIR
                                   L1 | 01-02 | 1450.33 | Règlement Dupont`);
    expect(tickLines(bank, ledger, [{ ...ACCOUNT, ledgerAccount: null }])).toEqual([]);
  });
});

describe('the words of the entry', () => {
  it('tell the customer where the bank’s own ledger line says only transfer', () => {
    const { bank, ledger } = week(`B1 | 03-12 | 500.00 | DUPONT SA | VIR DUPONT
                                   L1 | 03-12 | 500.00 | Virement reçu
                                   L2 | 03-12 | 500.00 | Virement reçu`);
    const around = [
      { ...ledgerLine(['C1', '03-12', '-500.00', 'Dupont']), entry: 'L2', role: 'receivable' as const },
      { ...ledgerLine(['C2', '03-12', '-500.00', 'Martin']), entry: 'L1', role: 'receivable' as const },
    ];
    expect(ticks({ bank, ledger }, around)).toBe('B1=L2');
    expect(ticks({ bank, ledger })).toBe('');
  });
});

describe('ticks', () => {
  const names = fc.constantFrom('DUPONT', 'MARTIN', 'DURAND', '');
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `03-${String(day).padStart(2, '0')}`);
  const amounts = fc.constantFrom('100.00', '120.50', '-77.70', '220.50');
  const rows = fc.array(fc.tuple(fc.constantFrom('B', 'L'), days, amounts, names), { maxLength: 24 });
  const weeks = rows.map((all) =>
    week(
      all
        .map(([side, day, amount, name], n) => `${side}${n} | ${day} | ${amount} | ${name} | REMISE ${name}`)
        .join('\n'),
    ),
  );

  it('use no line twice, and each sums to its bank line', () => {
    fc.assert(
      fc.property(weeks, ({ bank, ledger }) => {
        const found = tickLines(bank, ledger, [ACCOUNT]);
        const used = found.flatMap((tick) => tick.ledgerLineIds);
        expect(new Set(used).size).toBe(used.length);
        expect(new Set(found.map((tick) => tick.lineId)).size).toBe(found.length);
        for (const { lineId, ledgerLineIds } of found) {
          const parts = ledger.filter((line) => ledgerLineIds.includes(line.id));
          const total = parts.reduce((sum, line) => sum + line.amountMinor, 0);
          expect(total).toBe(bank.find((line) => line.id === lineId)!.amountMinor);
        }
      }),
    );
  });

  it('do not depend on the order of the lines', () => {
    fc.assert(
      fc.property(weeks, ({ bank, ledger }) => {
        const reversed = { bank: bank.toReversed(), ledger: ledger.toReversed() };
        expect(ticks(reversed)).toBe(ticks({ bank, ledger }));
      }),
    );
  });

  it('of ten thousand subscriptions of one amount are found by name, and none where nobody is named', () => {
    const count = 10_000;
    const rows = (name: (n: number) => string) =>
      Array.from({ length: count }, (_, n) => {
        const line = `03-${String((n % 20) + 1).padStart(2, '0')} | 9.99 | ${name(n)}`;
        return `B${n} | ${line} | VIR\nL${n} | ${line}`;
      });
    expect(ticks(week(rows(nameOf).join('\n'))).split(', ')).toHaveLength(count);
    expect(ticks(week(rows(() => '').join('\n')))).toBe('');
  });
});

/** A word of letters only, a different one for each number. */
function nameOf(n: number): string {
  return [...String(n).padStart(6, '0')].map((digit) => 'BCDFGHJKLM'[Number(digit)]).join('');
}
