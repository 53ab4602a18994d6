// Exports of banks as they come, with made-up rows: what each column is taken for, and what the rows then say.
import { describe, expect, test } from 'vitest';
import { collect, openBankFile, type ReadFile } from '../../../../connector/bank/index.ts';
import { READ_LIMITS } from '../../../../connector/bank/limits.ts';
import { mappingOf, type TableChoice } from '../../../../sync/model/table.ts';

const read = (lines: readonly string[], choice: TableChoice | null = null): Promise<ReadFile> =>
  collect(openBankFile('releve.csv', new TextEncoder().encode(`${lines.join('\n')}\n`), READ_LIMITS, choice));

/** What the guess reads, once a person has confirmed it: 'status day amount counterparty account reference text' of each row. */
async function saidBy(...lines: string[]): Promise<string[]> {
  const { table } = await read(lines);
  const mapping = mappingOf(table!.guess);
  expect(mapping, 'the guess leaves no question').not.toBeNull();
  const file = await read(lines, { mapping: mapping!, currency: 'EUR' });
  expect(file.faults).toEqual([]);
  return file.statements.flatMap(({ transactions }) =>
    transactions.map((it) =>
      [
        it.status === 'BOOK' ? null : it.status,
        it.bookingDate,
        it.amount,
        it.counterparty,
        it.counterpartyAccount,
        it.bankReference,
        ...it.remittance,
      ]
        .filter((word) => word !== null)
        .join(' '),
    ),
  );
}

describe('of several amounts the one that moved on the account is read', () => {
  test('not the one in the other currency', async () => {
    expect(
      await saidBy(
        '"Belegdatum";"Buchungsdatum";"Originalbetrag";"Originalwährung";"Buchungsbetrag";"Buchungswährung";"Transaktionsbeschreibung"',
        '"18.02.26";"20.02.26";"-6,00";"USD";"-5,00";"EUR";"HOTEL"',
        '"19.02.26";"21.02.26";"-7,00";"EUR";"-7,00";"EUR";"BAHN"',
      ),
    ).toEqual(['2026-02-20 -5.00 HOTEL', '2026-02-21 -7.00 BAHN']);
  });

  test('what is left after the commission, not the delivery or the tax', async () => {
    expect(
      await saidBy(
        '"Date","Description","Devise","Avant commission","Commission","Net","Solde","Numéro de transaction","Nom","Montant des frais de livraison","TVA"',
        '"13/09/2026","Paiement","EUR","120,00","-3,83","116,17","116,17","1AB23456CD","Jean Dupont","5,00","20,00"',
        '"14/09/2026","Paiement","EUR","1 200,00","-38,30","1 161,70","1 277,87","1AB23456CE","Marie Martin","0,00","200,00"',
      ),
    ).toEqual([
      '2026-09-13 116.17 Jean Dupont 1AB23456CD Paiement',
      '2026-09-14 1161.70 Marie Martin 1AB23456CE Paiement',
    ]);
  });

  test('with the fee on top where the balances show it', async () => {
    const lines = [
      'Type,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance',
      'TOPUP,2026-02-20 17:00:00,2026-02-20 18:00:00,From Muster,100.00,0.00,EUR,COMPLETED,100.00',
      'TRANSFER,2026-02-21 10:00:00,2026-02-21 10:05:00,To Shop,-20.00,0.50,EUR,COMPLETED,79.50',
      'CARD,2026-02-23 10:00:00,2026-02-24 10:00:00,Shop,-9.50,0.00,EUR,COMPLETED,70.00',
    ];
    expect(await saidBy(...lines)).toEqual([
      '2026-02-20 100.00 From Muster',
      '2026-02-21 -20.50 To Shop',
      '2026-02-24 -9.50 Shop',
    ]);
    const { statements } = await read(lines);
    expect(statements[0]).toMatchObject({ balanced: true, closing: { amount: '70.00' } });
    expect(statements[0]?.transactions[1]?.charges).toEqual([{ amount: '0.50', currency: 'EUR' }]);
  });

  test('a fee that may be within the amount is left out', async () => {
    const { table } = await read([
      'Date,Description,Amount,Fee',
      '13/02/2026,A,-20.00,0.50',
      '14/02/2026,B,-5.00,0.00',
    ]);
    expect(table?.guess.columns).toEqual(['date', 'label', 'amount', null]);
  });

  test('a fee below zero could mean either way and is refused', async () => {
    const lines = [
      'Date;Libellé;Montant;Frais;Solde',
      '13/02/2026;A;20,00;-0,50;20,00',
      '14/02/2026;B;5,00;0,00;25,00',
    ];
    const { table } = await read(lines);
    const { faults } = await read(lines, { mapping: mappingOf(table!.guess)!, currency: 'EUR' });
    expect(faults).toMatchObject([{ code: 'amount-unreadable', place: { line: 2 } }]);
  });
});

describe('what is not booked is shown as such', () => {
  test('declined, pending and reverted, with or without a day', async () => {
    expect(
      await saidBy(
        'Statut;Date de la valeur (UTC);Date de l’opération (UTC);Montant total (TTC);Devise;Nom de la contrepartie;Référence',
        'executed;15-10-2026 10:00:00;15-10-2026 09:00:00;1200,00;EUR;ACME SAS;F12',
        'declined;;14-10-2026 09:00:00;-50,00;EUR;SHOP;',
        'pending;;;-7,00;EUR;SHOP;',
        'executed;14-10-2026 10:00:00;14-10-2026 08:00:00;-12,34;EUR;SHOP;',
      ),
    ).toEqual([
      '2026-10-15 1200.00 ACME SAS F12',
      'INFO 2026-10-14 -50.00 SHOP',
      'PDNG -7.00 SHOP',
      '2026-10-14 -12.34 SHOP',
    ]);
  });

  test('a state that we do not know', async () => {
    const lines = ['Date;Libellé;Montant;État', '13/02/2026;A;20,00;Terminé', '14/02/2026;B;5,00;Terminé'];
    const { table } = await read(lines);
    const choice = { mapping: mappingOf(table!.guess)!, currency: 'EUR' };
    const { statements } = await read([...lines, '15/02/2026;C;1,00;Gelé'], choice);
    expect(statements[0]?.transactions.map(({ status, statusText }) => [status, statusText])).toEqual([
      ['BOOK', null],
      ['BOOK', null],
      ['PDNG', 'Gelé'],
    ]);
  });

  test('the word in the place of the day', async () => {
    expect(
      await saidBy(
        'Date,Description,Amount',
        'Pending,SHOP,£67.40',
        '12-Dec-2026,HOTEL,"£1,183.23"',
        '02-Dec-2026,PAID,"+ £1,100.00"',
      ),
    ).toEqual(['PDNG 67.40 SHOP', '2026-12-12 1183.23 HOTEL', '2026-12-02 1100.00 PAID']);
  });
});

describe('columns that look like another', () => {
  test('today’s balance on every row is none after each', async () => {
    const { table } = await read([
      'dateOp;dateVal;label;amount;accountNum;accountbalance',
      '2026-10-15;2026-10-15;"VIR ACME";"1 200,00";"00040123456";1234.56',
      '2026-10-14;2026-10-14;"CARTE";-12,34;"00040123456";1234.56',
      '2026-10-11;2026-10-11;"PRLV";-80,00;"00040123456";1234.56',
    ]);
    expect(table?.guess).toEqual({
      columns: ['date', 'value-date', 'label', 'amount', 'account', null],
      dateOrder: 'dmy',
      decimal: ',',
    });
  });

  test('what the payer wrote as his reference is text; the number of an extract is nothing', async () => {
    expect(
      await saidBy(
        'Date,Counter Party,Reference,Amount (EUR),Number',
        '15/10/2026,ACME,F12,1200.00,12',
        '16/10/2026,ACME,F12,1200.00,13',
        '17/10/2026,EDF,,-80.00,14',
      ),
    ).toEqual(['2026-10-15 1200.00 ACME F12', '2026-10-16 1200.00 ACME F12', '2026-10-17 -80.00 EDF']);
  });

  test('our own name is not the payer’s, and an account under “Contrepartie” is an account', async () => {
    expect(
      await saidBy(
        'Datum;Naam;Bedrag;Naam tegenpartij;Contrepartie',
        '15/10/2026;WIJ BV;1200,00;ACME SAS;FR7630006000011234567890189',
        '16/10/2026;WIJ BV;-12,34;SHOP;',
      ),
    ).toEqual(['2026-10-15 1200.00 ACME SAS FR7630006000011234567890189', '2026-10-16 -12.34 SHOP']);
  });

  test('amounts under “Value”', async () => {
    expect(
      await saidBy(
        'Date,Type,Description,Value,Balance',
        '15/10/2026,BAC,ACME,1200.00,1222.22',
        '14/10/2026,POS,SHOP,-12.34,22.22',
      ),
    ).toEqual(['2026-10-15 1200.00 ACME', '2026-10-14 -12.34 SHOP']);
  });
});

describe('headings in other languages', () => {
  test.each([
    [
      'Dutch',
      'Datum;Rentedatum;Omschrijving;Bedrag;Saldo na trn;Munt',
      ['date', 'value-date', 'label', 'amount', 'balance', 'currency'],
    ],
    [
      'Spanish',
      'Fecha;Fecha valor;Movimiento;Importe;Saldo;Divisa',
      ['date', 'value-date', 'label', 'amount', 'balance', 'currency'],
    ],
    [
      'Italian',
      'Data operazione;Data valuta;Descrizione;Importo;Saldo;Divisa',
      ['date', 'value-date', 'label', 'amount', 'balance', 'currency'],
    ],
  ])('%s', async (_, headings, columns) => {
    const { table } = await read([
      headings,
      '15/10/2026;15/10/2026;ACME;12,00;112,00;EUR',
      '16/10/2026;16/10/2026;SHOP;-2,00;110,00;EUR',
    ]);
    expect(table?.guess.columns).toEqual(columns);
  });
});
