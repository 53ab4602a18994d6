// Tables of banks as text: what they show of themselves, how they are read by a mapping, and what is refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect, openBankFile, type ReadFile } from '../../../../connector/bank/index.ts';
import { READ_LIMITS } from '../../../../connector/bank/limits.ts';
import { mappingOf, type TableChoice, type TableMapping } from '../../../../sync/model/table.ts';

const text = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;

function read(content: string | Uint8Array, choice: TableChoice | null = null): Promise<ReadFile> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return collect(openBankFile('releve.csv', bytes, READ_LIMITS, choice));
}

/** As its own guess says, confirmed by a person. */
async function confirmed(content: string, change: Partial<TableMapping> = {}): Promise<ReadFile> {
  const { table } = await read(content);
  const mapping = mappingOf({ ...table!.guess, ...change });
  return read(content, { mapping: mapping!, currency: 'EUR' });
}

/** 'day amount counterparty label' of each transaction. */
function lines(file: ReadFile): string[] {
  return file.statements.flatMap((statement) =>
    statement.transactions.map(({ bookingDate, amount, counterparty, remittance }) =>
      [bookingDate, amount, counterparty, ...remittance].filter((it) => it !== null).join(' '),
    ),
  );
}

const FRENCH = text(
  'Compte courant;FR7619999001000000007000096',
  '',
  'Date;Date de valeur;Libellé;Débit;Crédit;Solde (EUR)',
  '15/04/2026;15/04/2026;CHEQUE 123;120,50;;3 000,00',
  '05/04/2026;06/04/2026;PRLV EDF;-80,00;;3 120,50',
  '03/04/2026;03/04/2026;VIR DUPONT FA001;;1 200,50;3 200,50',
);

describe('what columns are is guessed from headings and cells', () => {
  test('French: newest first, debit with and without its minus, proved by the balance of each row', async () => {
    const file = await read(FRENCH);
    expect(file.table).toMatchObject({
      separator: ';',
      account: 'FR7619999001000000007000096',
      currency: 'EUR',
      guess: {
        columns: ['date', 'value-date', 'label', 'debit', 'credit', 'balance'],
        dateOrder: 'dmy',
        decimal: ',',
      },
    });
    expect(lines(file)).toEqual([
      '2026-04-15 -120.50 CHEQUE 123',
      '2026-04-05 -80.00 PRLV EDF',
      '2026-04-03 1200.50 VIR DUPONT FA001',
    ]);
    expect(file.statements[0]).toMatchObject({
      account: 'FR7619999001000000007000096',
      opening: { amount: '2000.00', date: '2026-04-03' },
      closing: { amount: '3000.00', date: '2026-04-15' },
      balanced: true,
    });
  });

  test('German: points for thousands, several texts, the payer and its account', async () => {
    const file = await confirmed(
      text(
        '"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Name Zahlungsbeteiligter";"IBAN Zahlungsbeteiligter";"Betrag";"Waehrung"',
        '"02.05.26";"03.05.26";"GUTSCHRIFT";"RE 12";"Muster GmbH";"DE89370400440532013000";"1.234,56";"EUR"',
        '"04.05.26";"04.05.26";"ENTGELT";"Konto";"";"";"-3,50";"EUR"',
      ),
    );
    expect(file.table?.guess.columns).toEqual([
      'date',
      'value-date',
      'label',
      'label',
      'counterparty',
      'counterparty-account',
      'amount',
      'currency',
    ]);
    expect(lines(file)).toEqual(['2026-05-02 1234.56 Muster GmbH GUTSCHRIFT RE 12', '2026-05-04 -3.50 ENTGELT Konto']);
  });

  test('English: comma-separated, quoted, month first by the thirteenth, a column of sides', async () => {
    const file = await confirmed(
      text(
        'Date,Description,D/C,Amount',
        '04/03/2026,"ACME, inv 12",C,"1,234.56"',
        '04/13/2026,"Fee ""basic""",D,10.00',
      ),
    );
    expect(lines(file)).toEqual(['2026-04-03 1234.56 ACME, inv 12', '2026-04-13 -10.00 Fee "basic"']);
  });

  test('without headings: by what the cells hold', async () => {
    const { table } = await read(
      text('03/04/2026;VIR DUPONT;;12,50;112,50', '13/04/2026;FRAIS;2,50;;110,00', '14/04/2026;VIR;;1,00;111,00'),
    );
    expect(table?.guess.columns).toEqual(['date', 'label', 'debit', 'credit', 'balance']);
    expect(table?.headers).toEqual([]);
  });

  test('a heading that the cells contradict is not believed', async () => {
    const { table } = await read(
      text('Date;Libellé;Montant;Solde', '13/04/2026;A;12,50;voir', '14/04/2026;B;1,00;annexe'),
    );
    expect(table?.guess.columns).toEqual(['date', 'label', 'amount', null]);
  });

  test('several accounts in one table are several statements', async () => {
    const file = await confirmed(
      text(
        'Numéro de compte;Date;Libellé;Montant',
        '30001000012345678901234;13/04/2026;A;12,50',
        '30001000012345678901235;13/04/2026;B;-1,00',
        '30001000012345678901234;14/04/2026;C;2,50',
        '30001000012345678901234;14/04/2026;D;2,50',
        '30001000012345678901235;14/04/2026;E;2,50',
        '30001000012345678901234;15/04/2026;F;2,50',
        '30001000012345678901234;15/04/2026;G;2,50',
        '30001000012345678901235;15/04/2026;H;2,50',
      ),
    );
    expect(file.statements.map(({ account, transactions }) => [account, transactions.length])).toEqual([
      ['30001000012345678901234', 5],
      ['30001000012345678901235', 3],
    ]);
  });
});

describe('nothing is passed over', () => {
  const table = (...rows: string[]) => text('Date;Libellé;Montant;Solde', '13/04/2026;A;10,00;110,00', ...rows);
  const codes = async (content: string) =>
    (await confirmed(content)).faults.map(({ code, place }) => [code, place.line]);

  test('the text of a row goes on in the next one', async () => {
    const file = await confirmed(table(';SUITE DU LIBELLE;;', '14/04/2026;B;5,00;115,00'));
    expect(lines(file)).toEqual(['2026-04-13 10.00 A SUITE DU LIBELLE', '2026-04-14 5.00 B']);
  });

  test('totals and balances are no movements', async () => {
    const file = await confirmed(table('14/04/2026;Nouveau solde;;110,00', 'Total;;10,00;'));
    expect(lines(file)).toEqual(['2026-04-13 10.00 A']);
    expect(file.statements[0]?.balanced).toBe(true);
  });

  test('an amount without a date', async () => {
    expect(await codes(table(';B;5,00;115,00'))).toEqual([['date-unreadable', 3]]);
  });

  test('a date without an amount', async () => {
    expect(await codes(table('14/04/2026;B;;'))).toEqual([['entry-incomplete', 3]]);
  });

  test('an amount that is none, a formula too', async () => {
    const { table: shape } = await read(table());
    const choice = { mapping: mappingOf(shape!.guess)!, currency: 'EUR' };
    for (const cell of ['=10+5', '5,00,0', 'cinq']) {
      const { faults } = await read(table(`14/04/2026;B;${cell};115,00`), choice);
      expect(faults.map(({ code }) => code)).toEqual(['amount-unreadable']);
    }
  });

  test('a row that is missing breaks the balances', async () => {
    expect(await codes(table('14/04/2026;B;5,00;125,00'))).toEqual([['table-balance-broken', 3]]);
  });

  test('a quote that never ends, and a last row that stops short', async () => {
    const { faults } = await read(table('14/04/2026;"B;5,00;115,00'));
    expect(faults).toMatchObject([{ code: 'file-truncated', place: { line: expect.any(Number) } }]);
    const cut = text('Date;Libellé;Montant;Devise', '13/04/2026;A;10,00;EUR', '14/04/2026;B;5,00;EUR').slice(0, -7);
    expect(await codes(cut)).toEqual([['file-truncated', 3]]);
  });
});

describe('without a person', () => {
  test.each([
    ['dates that could be both', text('Date;Libellé;Montant', '03/04/2026;A;12,50', '05/04/2026;B;-3,00')],
    ['amounts that could be both', text('Date;Libellé;Montant', '13/04/2026;A;1.234', '14/04/2026;B;-3')],
    ['no balance that proves the rows', text('Date;Libellé;Montant EUR', '13/04/2026;A;12,50', '14/04/2026;B;-3,00')],
    ['no currency anywhere', FRENCH.replace(' (EUR)', '').replace('FR7619999001000000007000096', '')],
  ])('%s: the columns are asked for', async (_, content) => {
    const file = await read(content);
    expect(file.faults.map(({ code }) => code)).toEqual(['table-mapping-needed']);
    expect(file.statements).toEqual([]);
    expect(file.table).toBeDefined();
  });

  test.each([
    'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\r\nVE\tVentes\t1\t20260403\t12,50\r\n',
    'nom,prenom,age\nDupont,Jean,12\nMartin,Anne,13\n',
    'a;b;c\n',
  ])('%j is no table of movements', async (content) => {
    expect((await read(content)).faults.map(({ code }) => code)).toEqual(['file-unknown']);
  });
});

test('a table written in any way reads as what was written', async () => {
  const cents = fc.integer({ min: -9_999_999_99, max: 9_999_999_99 }).filter((it) => it !== 0);
  const day = fc.integer({ min: 0, max: 364 });
  const rows = fc.array(fc.record({ day, cents, label: fc.stringMatching(/^[A-Z "';,]{3,20}[A-Z]$/) }), {
    minLength: 3,
    maxLength: 30,
  });
  const style = fc.record({
    separator: fc.constantFrom(';', '\t', '|'),
    comma: fc.boolean(),
    two: fc.boolean(),
    down: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(rows, style, async (made, { separator, comma, two, down }) => {
      const sorted = [...made, { day: 30, cents: 1, label: 'FIX' }].sort((a, b) => a.day - b.day);
      const amount = (minor: number) => {
        const digits = String(Math.abs(minor)).padStart(3, '0');
        const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, comma ? '.' : ',');
        return `${minor < 0 ? '-' : ''}${whole}${comma ? ',' : '.'}${digits.slice(-2)}`;
      };
      let balance = 1_000_00;
      const written = sorted.map(({ day: at, cents: minor, label }) => {
        balance += minor;
        const date = new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10).split('-').reverse().join('/');
        const amounts = two ? [minor < 0 ? amount(-minor) : '', minor > 0 ? amount(minor) : ''] : [amount(minor)];
        return [date, `"${label.replaceAll('"', '""')}"`, ...amounts, amount(balance)].join(separator);
      });
      const heads = ['Date', 'Libellé', ...(two ? ['Débit', 'Crédit'] : ['Montant']), 'Solde EUR'].join(separator);
      const content = text(heads, ...(down ? written.reverse() : written));
      const { table } = await read(content);
      const file = await read(content, { mapping: mappingOf({ ...table!.guess, dateOrder: 'dmy' })!, currency: 'EUR' });
      const got = file.statements[0]!.transactions.map((it) => it.amount);
      const plain = (minor: number) =>
        `${minor < 0 ? '-' : ''}${String(Math.abs(minor)).padStart(3, '0').replace(/(..)$/, '.$1')}`;
      expect(down ? got.reverse() : got).toEqual(sorted.map((it) => plain(it.cents)));
      expect(file.statements[0]).toMatchObject({ balanced: true, opening: { amount: '1000.00' } });
    }),
    { seed: 7, numRuns: 150 },
  );
});
