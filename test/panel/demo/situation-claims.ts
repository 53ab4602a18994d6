// Each of the thirty situations of a bookkeeper's week is there to be seen, with its traps.
import { expect, test } from 'vitest';
import { SITUATIONS } from '../../../panel/demo/situation/index.ts';
import type { Made } from './made.ts';

/** Rows that the ledger alone shows: nothing of them is in the waiting month of the bank. */
const LEDGER_ONLY = new Set([
  'larger than what is owed, or on a paid invoice',
  'accepted, not yet due',
  'booked on the wrong customer',
  'receipt booked, not lettered',
  'cash and entries by hand',
  'credit note against its invoice',
  'old overpayment in the opening balance',
  'dollars on the dollar account, booked and lettered',
  'receipt in suspense',
]);

const bankText = ({ demo }: Made) =>
  demo.files
    .filter(({ name }) => !name.includes('FEC'))
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .join('\n');

/** The situations as a whole. */
export function situationClaims(made: Made): void {
  const { situations } = made.demo;
  const pieces = new Set(made.ledgers.flatMap(({ rows }) => rows.map((row) => row['PieceRef'])));
  const bank = bankText(made);

  test('all thirty are shown by a bank line or a document', () => {
    expect(situations.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(situations.filter(({ where }) => where.lines.length + where.documents.length === 0)).toEqual([]);
  });

  test('what they point at exists: lines in the bank files, documents in the ledger', () => {
    const lines = situations.flatMap(({ where }) => where.lines.filter(({ ref }) => !bank.includes(ref)));
    const documents = situations.flatMap(({ number, where }) =>
      where.documents.filter((document) => !pieces.has(document)).map((document) => [number, document]),
    );
    expect(lines).toEqual([]);
    expect(documents).toEqual([]);
  });

  test('every row of the table happens', () => {
    const happened = new Set(made.truth.map(({ scenario }) => scenario));
    const rows = SITUATIONS.flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
    expect(rows.filter((name) => happened.has(name) === LEDGER_ONLY.has(name))).toEqual([]);
  });
}

/** What the bank writes of them. */
export function wordingClaims(made: Made): void {
  const bank = bankText(made);
  const linesOf = (scenario: string) => made.truth.filter((line) => line.scenario === scenario);
  /** The text between an entry's reference and its end, in whichever file. */
  const entryOf = (ref: string) => {
    const from = bank.indexOf(ref);
    const ends = ['</Ntry>', '</STMTTRN>'].map((end) => bank.indexOf(end, from)).filter((at) => at > 0);
    return bank.slice(from, Math.min(...ends));
  };

  test.each([
    ['names one invoice exactly', /FAC.?\d{4}.?\d{5}/],
    ['bears the structured reference', /RF\d{2}FAC\d{9}/],
    ['number cut at 35 characters', /REGLEMENT DE VOTRE FACTURE FAC\/\d{4}(?!\/\d)/],
    ['names the order only', /VOTRE CDE 4500\d{6}/],
    ['public payer, mandate number', /MANDAT \d{4} BORD \d{3}/],
    ['one number, then tails', /FAC\/\d{4}\/\d{5},? \d{5}/],
    ['range', /FAC\/\d{4}\/\d{5} AU? \d{5}/],
    ['range but one', /FAC\/\d{4}\/\d{5} A \d{5} (SAUF|HORS) \d{5}/],
    ['balance on a day', /SOLDE AU \d{2}\/\d{2}\/\d{4}/],
    ['more than a hundred invoices, rebate and penalties deducted', /126 FACT RFA PENALITES/],
    ['netted and named', /AVOIR AVO\/\d{4}\/\d{4}/],
    ['withholding tax', /FAC/],
    ['retention released after a year', /LIBERATION RG FAC/],
    ['unpaid at maturity', /<RvslInd>|IMPAYEE/],
    ['cards, booked on 5115', /BRUT \d+,\d{2} COM \d+,\d{2}/],
    ['factor pays assigned invoices less its fee', /QUITTANCE \d+ FAC/],
    ['invoice less what we owe', /COMPENSATION/],
    ['credit of the customer repaid', /REMBOURSEMENT TROP PERCU/],
  ])('%s: the bank says so', (scenario, words) => {
    const lines = linesOf(scenario);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter(({ ref }) => !words.test(entryOf(ref)))).toEqual([]);
  });

  test('returns bear their reasons', () => {
    for (const reason of ['AM04', 'MD06', 'AC04', 'MS02'])
      expect(bank).toContain(`<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>`);
  });
}

/** The traps, and what the ledger shows. */
export function trapClaims({ truth, ledgers: ledger }: Made): void {
  const linesOf = (scenario: string) => truth.filter((line) => line.scenario === scenario);

  test('several items of that amount: the customer owes three of it', () => {
    const open = ledger.at(-1)?.rows.filter((row) => row['CompteNum'] === '411000' && row['EcritureLet'] === '') ?? [];
    for (const line of linesOf('several items of that amount')) {
      const same = open.filter((row) => row['CompAuxNum'] === line.customer && row.cents === line.pays[0]?.itemMinor);
      expect(same.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('the whole balance is every open line of the customer on that day', () => {
    const open =
      ledger.at(-1)?.rows.filter((row) => /^41/.test(row['CompteNum'] ?? '') && row['EcritureLet'] === '') ?? [];
    for (const line of linesOf('the whole balance')) {
      const until = line.day.replaceAll('-', '');
      const owed = open.filter((row) => row['CompAuxNum'] === line.customer && (row['PieceDate'] ?? '') <= until);
      expect(owed.reduce((sum, row) => sum + row.cents, 0)).toBe(line.amountMinor);
      expect(owed.length).toBeGreaterThan(1);
    }
  });

  test('paid twice: the same payer, amount and words under two references', () => {
    const pairs = linesOf('paid twice');
    const keys = pairs.map((line) => `${line.account}/${line.customer}/${line.amountMinor}`);
    expect(pairs.length).toBe(4);
    expect(new Set(keys).size).toBe(2);
    expect(new Set(pairs.map(({ ref }) => ref)).size).toBe(4);
  });

  test('a forgotten receipt lies in a locked period', () => {
    for (const line of linesOf('forgotten receipt of a locked period')) {
      const later = ledger
        .flatMap(({ rows }) => rows)
        .filter((row) => (row['EcritureDate'] ?? '') === line.day.replaceAll('-', ''));
      expect(later.length).toBeGreaterThan(0);
      expect(later.filter((row) => row['ValidDate'] === '')).toEqual([]);
    }
  });

  test('credits wait on customer accounts without a bank line', () => {
    const open =
      ledger
        .at(-1)
        ?.rows.filter((row) => row['CompteNum'] === '411000' && row['EcritureLet'] === '' && row.cents < 0) ?? [];
    expect(new Set(open.map((row) => row['CompAuxNum'])).size).toBeGreaterThan(25);
  });

  test('suspense (471), the factor (467) and a doubtful customer with its provision (416, 491) are in the balance', () => {
    const rows = ledger.at(-1)?.rows ?? [];
    const balance = (account: string) =>
      rows.filter((row) => row['CompteNum'] === account).reduce((sum, row) => sum + row.cents, 0);
    expect(balance('471000')).not.toBe(0);
    expect(balance('467100')).toBeGreaterThan(0);
    expect(balance('416000')).toBeGreaterThan(0);
    expect(balance('491000')).toBeLessThan(0);
  });
}
