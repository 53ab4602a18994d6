// The reports of the month's end on a small ledger whose figures were worked out by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORTS } from '../../../sync/job/report/reports.ts';
import type { ReportAsking } from '../../../sync/job/report/setting.ts';
import { type Sheet, type SheetRow, sayIn } from '../../../sync/model/sheet.ts';
import { company, type Fresh, freshStore, hasDatabase } from '../../db/harness.ts';
import { bankLine, file, ledgerLine, party, settlement, statement } from '../../db/sample.ts';

describe.skipIf(!hasDatabase())('the reports', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
    await fresh.store.createCompany(company('c'));
    await fresh.store.within('c', async (tx) => {
      await tx.ledger.putAccounts([
        { number: '411000', name: 'Clients', role: 'receivable' },
        { number: '512100', name: 'Banque', role: 'bank' },
      ]);
      await tx.ledger.putParties([
        party('D', { name: 'Dupont', country: 'FR' }),
        party('M', { name: 'Muller GmbH', country: 'DE' }),
        party('V', {
          country: 'BE',
          dealing: {
            terms: null,
            creditLimitMinor: null,
            contact: { name: 'V', email: null, phone: null, language: 'nl_BE' },
          },
        }),
      ]);
      const own = { partyId: 'D' } as const;
      const bank = { account: '512100', role: 'bank', kind: 'payment' } as const;
      await tx.ledger.putLines([
        ledgerLine('F1', 120_00, {
          ...own,
          day: '2026-01-10',
          dueDay: '2026-02-09',
          vatMinor: 20_00,
          vatWaitingMinor: 20_00,
          letter: 'AA',
        }),
        ledgerLine('P1', -120_00, { ...own, day: '2026-02-19', letter: 'AA' }),
        ledgerLine('F2', 211_00, {
          ...own,
          day: '2026-03-01',
          dueDay: '2026-03-31',
          vatMinor: 11_00,
          vatWaitingMinor: 11_00,
        }),
        ledgerLine('P2', -100_00, { ...own, day: '2026-04-10' }),
        ledgerLine('F3', 50_00, { partyId: 'M', day: '2026-11-20', dueDay: '2026-12-20' }),
        ledgerLine('B0', 1_000_00, { ...bank, day: '2026-01-01' }),
        ledgerLine('B1', 120_00, { ...bank, day: '2026-02-19' }),
        ledgerLine('B2', -30_00, { ...bank, day: '2026-02-21' }),
      ]);
      await tx.ledger.putBalances([
        { account: '411000', balanceMinor: 161_00 },
        { account: '512100', balanceMinor: 1_090_00 },
      ]);
      await tx.ledger.addSettlements(
        [settlement('1', 'F1', 'P1', 120_00, '2026-02-19'), settlement('2', 'F2', 'P2', 100_00, '2026-04-10')],
        { from: 'ledger' },
      );
      const account = 'FR7612345';
      await tx.bank.putAccounts([{ account, name: 'Banque', ledgerAccount: '512100', journal: 'BQ', currency: 'EUR' }]);
      await tx.files.add(file('f'));
      const days = { openingDay: '2026-02-19', closingDay: '2026-02-20' } as const;
      await tx.bank.addStatement(statement('S', 'f', { ...days, openingMinor: 1_000_00, closingMinor: 1_170_00 }));
      await tx.bank.addLines('S', [
        bankLine('b1', 120_00, { bookingDay: '2026-02-19' }),
        bankLine('b2', 50_00, { bookingDay: '2026-02-20', counterparty: 'REMISE', label: 'REMISE' }),
      ]);
      await tx.bank.tick([{ lineId: 'b1', ledgerLineIds: ['B1'] }]);
    });
  });
  afterAll(() => fresh.close());

  async function sheets(name: keyof typeof REPORTS, asking: ReportAsking, id = 'c'): Promise<Sheet[]> {
    const setting = {
      asking,
      company: 'Société',
      zone: 'Europe/Paris',
      say: sayIn('fr'),
      language: 'fr',
      isAsked: false,
    } as const;
    return fresh.store.within(id, (tx) => REPORTS[name](tx, setting));
  }
  const rowNamed = (sheet: Sheet | undefined, name: string) =>
    sheet?.rows.find((row) => row.cells.includes(name))?.cells ?? [];
  const lines = (sheet: Sheet | undefined) => sheet?.rows.filter((row: SheetRow) => row.level === 'line') ?? [];

  it('subsidiary ledger: a line carries its letter only from the day on which it is settled', async () => {
    const letters = async (asOf: ReportAsking['asOf']) =>
      lines((await sheets('book', { asOf, from: '2026-01-01' }))[0])
        .filter((row) => row.cells[2] !== '' || row.cells[6] !== null || row.cells[7] !== null)
        .map((row) => [row.cells[2] || row.cells[1], row.cells[4], row.cells[9]]);
    expect(await letters('2026-02-18')).toEqual([['FAC-F1', '', 120_00]]);
    expect(await letters('2026-04-30')).toEqual([
      ['FAC-F1', 'AA', 120_00],
      ['BQ P1', 'AA', 0],
      ['FAC-F2', '* (part.)', 211_00],
      ['BQ P2', '*', 111_00],
    ]);
    // What is open adds up under the lines, as it does where a page ends: 111.00 of F2.
    const [book] = await sheets('book', { asOf: '2026-04-30', from: '2026-01-01' });
    expect(rowNamed(book, 'Total général').slice(6)).toEqual([331_00, 220_00, 111_00, 111_00]);
  });

  it('list of letters: groups with their sums and whether they balance', async () => {
    const [sheet] = await sheets('letters', { asOf: '2026-04-30' });
    expect(lines(sheet).map((row) => row.cells.slice(3))).toEqual([
      ['*', 2, '2026-03-01', '2026-04-10', 211_00, 100_00, 111_00, 'partielle'],
      ['AA', 2, '2026-01-10', '2026-02-19', 120_00, 120_00, null, 'soldée'],
    ]);
    expect(sheet?.rows.at(-1)?.cells.slice(3)).toEqual(['Total', 4, null, null, 331_00, 220_00, 111_00, '']);
  });

  it('confirmations: the largest first, with what a choice from the top covers', async () => {
    const [sheet] = await sheets('confirmations', { asOf: '2026-11-30' });
    // 111 of 161 are 68.9 %.
    expect(lines(sheet).map((row) => [row.cells[1], row.cells[7], row.cells[9]])).toEqual([
      ['Dupont', 111_00, 689],
      ['Muller GmbH', 50_00, 1000],
    ]);
    expect(sheet?.control?.ok).toBe(true);
  });

  it('payment terms: unpaid and paid late, by bracket, of the sales of the year', async () => {
    const [unpaid, late] = await sheets('payment-terms', { asOf: '2026-12-31' });
    // 111.00 open since 31 March, 50.00 since 20 December; sales 120 + 211 + 50 = 381.
    expect(rowNamed(unpaid, 'Nombre de factures concernées').slice(1)).toEqual([0, 1, 0, 0, 1, 2]);
    expect(rowNamed(unpaid, 'Montant restant dû (TTC)').slice(1)).toEqual([0, 50_00, 0, 0, 111_00, 161_00]);
    const share = rowNamed(unpaid, 'Pourcentage du chiffre d’affaires TTC de l’exercice').slice(1);
    expect(share).toEqual([0, 131, 0, 0, 291, 423]);
    // Late in the year: 120.00 and 100.00 paid after ten days, and what is still due: 50.00 for eleven days, 111.00 for 275.
    expect(rowNamed(late, 'Nombre de factures concernées').slice(1)).toEqual([0, 3, 0, 0, 1, 3]);
    const amounts = rowNamed(late, 'Montant réglé en retard ou encore dû (TTC)').slice(1);
    expect(amounts).toEqual([0, 270_00, 0, 0, 111_00, 381_00]);
    // Of three invoices that come to 381.00.
    const [ofAmount, ofNumber] = [
      'Pourcentage du montant TTC des factures émises',
      'Pourcentage du nombre des factures émises',
    ];
    expect(rowNamed(late, ofAmount).slice(1)).toEqual([0, 709, 0, 0, 291, 1000]);
    expect(rowNamed(late, ofNumber).slice(1)).toEqual([0, 1000, 0, 0, 333, 1000]);
    expect(late?.notes[0]).toBe(
      'Dont réglé en retard 220,00\u00a0EUR et encore dû en retard à la clôture 161,00\u00a0EUR.',
    );
  });

  it('figures: of the quarter that ends with the month of the day, each worked out from the ledger', async () => {
    const [sheet] = await sheets('figures', { asOf: '2026-04-30' });
    const of = (name: string) => rowNamed(sheet, name)[1];
    // February to April are 28 + 31 + 30 = 89 days, in which 211 was sold; 111 is open, all of it overdue.
    expect(sheet?.facts[1]).toBe('Période du 01/02/2026 au 30/04/2026');
    expect([of('Encours clients'), of('Non échu'), of('Échu'), of('Ventes de la période')]).toEqual([
      111_00, 0, 111_00, 211_00,
    ]);
    // 111 / 211 x 89 = 46.82.
    expect([of('DSO'), of('DSO au mieux'), of('Retard moyen (ADD)')]).toEqual([468, 0, 468]);
    // April sold nothing: 30 days; then 111 / 211 of March's 31: 16.31.
    expect(of('DSO par épuisement')).toBe(463);
    // 111 open, issued 1 March, 60 days before; March sold 211: 60 x 111 / 211 = 31.56. Thirty days late is not more than thirty.
    expect([of('DSO réel'), of('Taux d’impayés')]).toEqual([316, 0]);
    expect([of('Taux d’échus, en montant'), of('Taux d’échus, en nombre')]).toEqual([1000, 1000]);
    // In April, of 211 that was due 100 came: 47.4 %.
    expect(of('Efficacité du recouvrement (CEI), mois')).toBe(474);
    // 120 and 100, both granted 30 days and paid after 40.
    expect([of('Délai accordé'), of('Délai de paiement'), of('Retard moyen pondéré')]).toEqual([300, 400, 100]);
  });

  it('VAT on receipts: in the month of the payment, in proportion, at the rate that the invoice says', async () => {
    const [february] = await sheets('vat', { asOf: '2026-02-28', from: '2026-02-01' });
    expect(lines(february).map((row) => row.cells)).toEqual([['20\u00a0%', 1, 120_00, 100_00, 20_00]]);
    // 100.00 of 211.00 that hold 11.00: 5.21, net 94.79.
    const [april, detail] = await sheets('vat', { asOf: '2026-04-30', from: '2026-04-01' });
    expect(lines(april).map((row) => row.cells)).toEqual([['5,5\u00a0%', 1, 100_00, 94_79, 5_21]]);
    expect(lines(detail)[0]?.cells.slice(0, 2)).toEqual(['2026-04-10', 'FAC-F2']);
    expect(lines((await sheets('vat', { asOf: '2026-03-31', from: '2026-03-01' }))[0])).toEqual([]);
  });

  it('VAT on receipts: a bill is paid as the invoice that it took over, and money without an invoice is said', async () => {
    await fresh.store.createCompany(company('v'));
    await fresh.store.within('v', async (tx) => {
      await tx.ledger.putParties([party('D', { name: 'Dupont' })]);
      const transfer = { partyId: 'D', kind: 'other', journal: 'OD', day: '2026-01-31', document: 'FAC-F1' } as const;
      const opening = { partyId: 'D', kind: 'opening', day: '2026-01-01', document: null } as const;
      await tx.ledger.putLines([
        ledgerLine('F1', 1_200_00, {
          partyId: 'D',
          day: '2026-01-10',
          dueDay: '2026-02-28',
          vatMinor: 200_00,
          vatWaitingMinor: 200_00,
        }),
        ledgerLine('T1', -1_200_00, transfer),
        ledgerLine('B1', 1_200_00, { ...transfer, account: '413000', role: 'bills', dueDay: '2026-02-28' }),
        ledgerLine('P1', -600_00, { partyId: 'D', account: '413000', role: 'bills', day: '2026-03-05' }),
        ledgerLine('O1', 80_00, opening),
        ledgerLine('P2', -80_00, { partyId: 'D', day: '2026-03-06' }),
        ledgerLine('P3', -50_00, { partyId: 'D', day: '2026-03-07' }),
        ledgerLine('D1', -300_00, { partyId: 'D', account: '419100', role: 'advance', day: '2026-03-08' }),
        ledgerLine('D2', 300_00, {
          partyId: 'D',
          account: '419100',
          role: 'advance',
          kind: 'other',
          day: '2026-03-20',
        }),
        ledgerLine('P4', -70_00, { partyId: 'D', day: '2026-04-02' }),
      ]);
      await tx.ledger.addSettlements(
        [
          settlement('1', 'F1', 'T1', 1_200_00, '2026-01-31'),
          settlement('2', 'B1', 'P1', 600_00, '2026-03-05'),
          settlement('3', 'O1', 'P2', 80_00, '2026-03-06'),
          settlement('4', 'D2', 'D1', 300_00, '2026-03-20'),
        ],
        { from: 'ledger' },
      );
    });
    // In January nothing is received: the transfer is no money. In March half of the bill is: 100.00 of the invoice's 200.00.
    expect(lines((await sheets('vat', { asOf: '2026-01-31' }, 'v'))[0])).toEqual([]);
    const [march, detail, loose] = await sheets('vat', { asOf: '2026-03-31' }, 'v');
    expect(lines(march).map((row) => row.cells)).toEqual([
      ['20\u00a0%', 1, 600_00, 500_00, 100_00],
      ['TVA inconnue', 1, 80_00, 'à déterminer'],
      ['Sans facture affectée', 1, 50_00, 'à déterminer'],
      ['Acomptes reçus (4191)', 1, 300_00, 'à déterminer'],
    ]);
    expect(rowNamed(march, 'Total sur les encaissements').slice(1)).toEqual([1, 600_00, 500_00, 100_00]);
    expect(lines(detail).map((row) => row.cells.slice(0, 4))).toEqual([
      ['2026-03-05', 'FAC-F1', 'Dupont', '2026-01-10'],
      ['2026-03-06', '', 'Dupont', '2026-01-01'],
    ]);
    expect(lines(loose).map((row) => [row.cells[0], row.cells[5]])).toEqual([
      ['2026-03-07', 50_00],
      ['2026-03-08', 300_00],
    ]);
    // Paid on 5 March, due on 28 February: 5 days late, and 600.00 still due at the end of March.
    const [, late] = await sheets('payment-terms', { asOf: '2026-03-31' }, 'v');
    expect(rowNamed(late, 'Montant réglé en retard ou encore dû (TTC)').slice(1)).toEqual([
      0, 600_00, 600_00, 0, 0, 1_200_00,
    ]);
    expect(late?.notes[1]).toContain('non affectés à une facture : 1, 50,00\u00a0EUR');
  });

  it('VAT on receipts: what a credit note pays back comes off, and no bank account is a page that says so', async () => {
    await fresh.store.createCompany(company('r'));
    await fresh.store.within('r', async (tx) => {
      const vat = (vatMinor: number) => ({ vatMinor, vatWaitingMinor: vatMinor });
      const note = { kind: 'credit-note', day: '2026-02-25', ...vat(-40_00) } as const;
      await tx.ledger.putLines([
        ledgerLine('A1', -240_00, note),
        ledgerLine('R1', 240_00, { kind: 'payment', day: '2026-03-20' }),
      ]);
      await tx.ledger.addSettlements([settlement('1', 'R1', 'A1', 240_00, '2026-03-20')], { from: 'ledger' });
    });
    const [march] = await sheets('vat', { asOf: '2026-03-31' }, 'r');
    expect(lines(march).map((row) => row.cells)).toEqual([['20\u00a0%', 1, -240_00, -200_00, -40_00]]);
    const [none] = await sheets('reconciliation', { asOf: '2026-03-31' }, 'r');
    expect(none?.notes).toEqual([expect.stringContaining('Aucun compte bancaire')]);
  });

  it('bank reconciliation: both sides reach one figure, with what only one of them has', async () => {
    const [sheet] = await sheets('reconciliation', { asOf: '2026-02-28' });
    expect(sheet?.control).toEqual({ ok: true, says: 'Rapproché : 1\u00a0120,00\u00a0EUR' });
    expect(rowNamed(sheet, 'Solde comptable du 512100').at(-1)).toBe(1_090_00);
    expect(rowNamed(sheet, 'Solde du relevé').at(-1)).toBe(1_170_00);
    expect(lines(sheet).map((row) => row.cells.at(-1))).toEqual([-30_00, 50_00]);
    // A day earlier the bank had shown nothing that the ledger lacked but the fifty.
    const [earlier] = await sheets('reconciliation', { asOf: '2026-02-20' });
    expect(earlier?.control?.ok).toBe(true);
    // A bank that names the line twice is read once.
    expect(lines(earlier).map((row) => [row.cells[1], row.cells.at(-1)])).toEqual([['REMISE', 50_00]]);
  });

  it('statement of account: in the language that the ERP knows of, else of the country, unless another is asked for', async () => {
    const of = (key: string) => sheets('statement', { asOf: '2026-12-31', only: { by: 'party', key } });
    expect((await of('D'))[0]).toMatchObject({ title: 'Relevé de compte' });
    expect((await of('V'))[0]).toMatchObject({ title: 'Statement of account' });
    const [german] = await of('M');
    expect(german?.title).toBe('Statement of account');
    expect(rowNamed(german, 'Balance due')[6]).toBe(50_00);
    expect(rowNamed(german, 'of which overdue')[6]).toBe(50_00);
    // Nothing of his is in another currency.
    expect(german?.columns.map(({ head }) => head)).not.toContain('In currency');
  });

  it('a ledger that differs is said on every report that adds up to it, with the entry to look at', async () => {
    await fresh.store.within('c', (tx) => tx.ledger.putBalances([{ account: '411000', balanceMinor: 211_00 }]));
    for (const name of ['aging', 'items', 'book', 'confirmations', 'figures'] as const) {
      const [sheet] = await sheets(name, { asOf: '2026-12-31' });
      expect(sheet?.control?.ok).toBe(false);
      expect(sheet?.control?.says).toContain('50,00');
      expect(sheet?.control?.says).toContain('F3');
    }
  });
});
