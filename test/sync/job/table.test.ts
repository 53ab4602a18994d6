// Tables of banks: asked for once, then read alone; never on a wrong account, never twice.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '../../../sync/job/import.ts';
import { importStatements } from '../../../sync/job/import-statement.ts';
import { previewTable } from '../../../sync/job/preview-table.ts';
import { mappingOf, type TableMapping } from '../../../sync/model/table.ts';
import type { DeskFile } from '../../../sync/port/files.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, must, type TestDesk, testDesk } from './desk.ts';
import { camt, IBAN } from './paper.ts';

const OTHER = 'FR7630001007941234567890185';

type Move = { day: string; label: string; cents: number };

/** A French export with a balance column, oldest first. */
function table(opening: number, moves: readonly Move[], { name = 'export.csv', above = '' } = {}): DeskFile {
  let balance = opening;
  const comma = (cents: number) => (cents / 100).toFixed(2).replace('.', ',');
  const rows = moves.map(({ day, label, cents }) => {
    balance += cents;
    return `${day};${label};${comma(cents)};${comma(balance)}`;
  });
  const text = [...(above ? [above] : []), 'Date;Libellé;Montant;Solde', ...rows, ''].join('\n');
  return { name, bytes: new TextEncoder().encode(text) };
}

const APRIL: Move[] = [
  { day: '01/04/2026', label: 'VIR DUPONT', cents: 100_00 },
  { day: '02/04/2026', label: 'VIR MARTIN', cents: 250_00 },
  { day: '14/04/2026', label: 'FRAIS', cents: -3_50 },
  { day: '15/04/2026', label: 'VIR DUPONT', cents: 100_00 },
  { day: '15/04/2026', label: 'VIR DUPONT', cents: 100_00 },
];

describe.skipIf(!hasDatabase())('tables of banks', () => {
  let at: TestDesk;
  let company = '';
  beforeAll(async () => {
    at = await testDesk();
  });
  beforeEach(async () => {
    company = await at.next();
  });
  afterAll(() => at.close());

  const bring = async (file: DeskFile) => (await importFiles(at.desk, company, [file], BY))[0]!;
  const guess = async (file: DeskFile): Promise<TableMapping> =>
    mappingOf(must(await previewTable(at.desk, company, file, null)).mapping)!;
  const confirm = async (file: DeskFile, account: string, change: Partial<TableMapping> = {}) =>
    importStatements(at.desk, company, file, BY, { mapping: { ...(await guess(file)), ...change }, account });
  const lines = (account: string) =>
    at.see(async (tx) =>
      (await tx.bank.linesBetween(account, '2026-01-01', '2026-12-31')).map(
        (it) => `${it.bookingDay} ${it.amountMinor}`,
      ),
    );
  const ALL = ['2026-04-01 10000', '2026-04-02 25000', '2026-04-14 -350', '2026-04-15 10000', '2026-04-15 10000'];

  it('a first table waits for its columns, however sure the guess is', async () => {
    const file = table(0, APRIL);
    expect(await bring(file)).toMatchObject({ ok: false, faults: [{ code: 'table-mapping-needed' }] });
    expect(must(await previewTable(at.desk, company, file, null))).toMatchObject({
      questions: [],
      account: null,
      lineCount: 5,
      openingMinor: 0,
      closingMinor: 546_50,
      rows: [{ day: '2026-04-01', label: 'VIR DUPONT', amountMinor: 100_00 }, {}, {}, {}, {}],
    });
    expect(await lines(IBAN)).toEqual([]);
  });

  it('confirmed once, the next ones pass alone and add only what is new', async () => {
    expect(await confirm(table(0, APRIL.slice(0, 3)), IBAN)).toMatchObject({
      ok: true,
      kind: 'csv',
      statements: [{ account: IBAN, balanced: true, lineCount: 3, duplicateCount: 0 }],
    });
    expect(await bring(table(0, APRIL.slice(0, 3)))).toMatchObject({ ok: true, known: true });
    const overlapping = table(100_00, APRIL.slice(1));
    expect(await bring(overlapping)).toMatchObject({ ok: true, statements: [{ lineCount: 4, duplicateCount: 2 }] });
    expect(await lines(IBAN)).toEqual(ALL);
  });

  it('the same rows read with other columns for the label are known', async () => {
    await confirm(table(0, APRIL), IBAN);
    const other: DeskFile = { ...table(0, APRIL, { above: 'Relevé' }), name: 'again.csv' };
    const mapping = await guess(other);
    const columns = mapping.columns.map((role) => (role === 'label' ? null : role));
    expect(await confirm(other, IBAN, { columns })).toMatchObject({ ok: true, statements: [{ duplicateCount: 5 }] });
    expect(await lines(IBAN)).toEqual(ALL);
  });

  it('what CAMT brought before is known, and the other way round', async () => {
    const movements = [
      { day: '2026-04-01', amount: 100_00, ref: 'A', payer: 'Dupont', text: 'VIREMENT' },
      { day: '2026-04-02', amount: 250_00, ref: 'B', payer: 'Martin', text: 'VIREMENT' },
    ];
    await bring(camt(movements, { opening: 0 }));
    expect(await confirm(table(0, APRIL), IBAN)).toMatchObject({ statements: [{ lineCount: 5, duplicateCount: 2 }] });
    expect(await lines(IBAN)).toEqual(ALL);
  });

  describe('with two accounts at one bank', () => {
    beforeEach(async () => {
      await at.see((tx) =>
        tx.bank.putAccounts([
          { account: IBAN, name: 'A', ledgerAccount: null, journal: null, currency: 'EUR' },
          { account: OTHER, name: 'B', ledgerAccount: null, journal: null, currency: 'EUR' },
        ]),
      );
      await confirm(table(0, APRIL.slice(0, 3)), IBAN);
    });

    it('a table that names no account and goes on from none is asked for', async () => {
      const stranger = table(9_999_00, [{ day: '16/04/2026', label: 'VIR X', cents: 5_00 }], { name: 'b.csv' });
      expect(await bring(stranger)).toMatchObject({ ok: false, faults: [{ code: 'table-account-needed' }] });
      expect(await confirm(stranger, OTHER)).toMatchObject({ ok: true, statements: [{ account: OTHER }] });
    });

    it('one that goes on from the last balance passes alone', async () => {
      expect(await bring(table(346_50, APRIL.slice(3)))).toMatchObject({ ok: true, statements: [{ account: IBAN }] });
      expect(await lines(IBAN)).toEqual(ALL);
    });

    it('one that names its account goes there', async () => {
      const named = table(0, APRIL, { above: `Compte;${OTHER}` });
      expect(await bring(named)).toMatchObject({ ok: true, statements: [{ account: OTHER, lineCount: 5 }] });
      expect(await lines(IBAN)).toHaveLength(3);
    });
  });

  it('a remembered order of dates is not guessed again, and a date that it cannot read is refused', async () => {
    await confirm(table(0, APRIL), IBAN);
    const two = table(546_50, [
      { day: '03/05/2026', label: 'VIR A', cents: 1_00 },
      { day: '04/05/2026', label: 'VIR B', cents: 2_00 },
    ]);
    expect(await bring(two)).toMatchObject({ ok: true });
    expect((await lines(IBAN)).slice(5)).toEqual(['2026-05-03 100', '2026-05-04 200']);
    const american = table(549_50, [{ day: '05/13/2026', label: 'VIR C', cents: 1_00 }]);
    expect(await bring(american)).toMatchObject({ ok: false, faults: [{ code: 'date-unreadable' }] });
  });

  it('a row that is missing refuses the table', async () => {
    await confirm(table(0, APRIL), IBAN);
    const text = new TextDecoder().decode(table(0, APRIL).bytes).split('\n');
    const cut = { name: 'cut.csv', bytes: new TextEncoder().encode(text.filter((_, i) => i !== 3).join('\n')) };
    expect(await bring(cut)).toMatchObject({ ok: false, faults: [{ code: 'table-balance-broken' }] });
  });
});
