// Which collection a batch credit is: its account, its day, its sum; and when two fit, none.
import { describe, expect, it } from 'vitest';
import { splitLines } from '../../../sync/batch/index.ts';
import type { Collection, Reject } from '../../../sync/model/collection.ts';
import { parseDay } from '../../../sync/model/day.ts';
import type { BankLine } from '../../../sync/model/statement.ts';
import { ACCOUNT, week } from '../tick/week.ts';

const OURS = 'FR7619999001000000007000096';

/** 'R1 | 11-04 | E1 120.00, E2 80.00' on our account, days of 2024. */
function collection(text: string, facts: Partial<Collection> = {}): Collection {
  const [id = '', day = '', items = ''] = text.split('|').map((cell) => cell.trim());
  return {
    id,
    message: 'MSG',
    day: day === '' ? null : parseDay(`2024-${day}`),
    account: OURS,
    items: items.split(',').map((item) => {
      const [endToEndId = '', amount = ''] = item.trim().split(' ');
      return {
        endToEndId,
        mandateId: null,
        name: endToEndId,
        account: null,
        ultimateName: null,
        amount,
        currency: 'EUR',
        remittance: [],
        references: [],
      };
    }),
    ...facts,
  };
}

/** The same as a slip of cheques: 'S1 | 11-04 | C1 120.00, C2 80.00'. */
const slip = (text: string, facts: Partial<Collection> = {}) =>
  collection(text, { message: null, cheques: true, ...facts });

function reject(collectionId: string, endToEndId: string | null): Reject {
  return { message: 'MSG', collection: collectionId, endToEndId, reason: 'AM04', text: null };
}

const lines = (text: string): BankLine[] => week(text).bank.map((line) => ({ ...line, account: OURS }));

/** 'B1=R1: E1+E2, rejected E3' of each line that is explained. */
function split(bank: BankLine[], collections: Collection[], rejects: Reject[] = []): string {
  return splitLines(bank, { collections, rejects })
    .map(({ lineId, collection: { id }, parts, rejected }) => {
      const names = (of: readonly { item: { endToEndId: string | null } }[]) =>
        of.map((it) => it.item.endToEndId).join('+');
      return `${lineId}=${id}: ${names(parts)}${rejected.length > 0 ? `, rejected ${names(rejected)}` : ''}`;
    })
    .join('; ');
}

const R1 = collection('R1 | 11-04 | E1 120.00, E2 80.00, E3 50.00');

describe('a batch credit is explained', () => {
  it('by the collection of its sum, a weekend after the day asked for', () => {
    expect(split(lines('B1 | 11-08 | 250.00 | | REMISE PRLV'), [R1])).toBe('B1=R1: E1+E2+E3');
  });

  it('net of what was rejected, each reject an event of its own', () => {
    expect(split(lines('B1 | 11-04 | 200.00 | | REMISE PRLV'), [R1], [reject('R1', 'E3')])).toBe(
      'B1=R1: E1+E2, rejected E3',
    );
  });

  it('gross where the bank takes the rejects back by another line', () => {
    expect(split(lines('B1 | 11-04 | 250.00 | | REMISE PRLV'), [R1], [reject('R1', 'E3')])).toBe('B1=R1: E1+E2+E3');
  });

  it('by the collection that it names, of two of one sum', () => {
    const twins = [collection('REM-001 | 11-04 | E1 100.00'), collection('REM-002 | 11-04 | E2 100.00')];
    expect(split(lines('B1 | 11-04 | 100.00 | | REMISE PRLV REM-002'), twins)).toBe('B1=REM-002: E2');
  });

  it('once, though the collection was exported twice', () => {
    expect(split(lines('B1 | 11-04 | 250.00 | | REMISE'), [R1, { ...R1 }])).toBe('B1=R1: E1+E2+E3');
  });
});

describe('a credit is not explained', () => {
  it.each([
    ['by another cent', 'B1 | 11-04 | 250.01 | | REMISE', [R1]],
    ['by a collection of another week', 'B1 | 11-20 | 250.00 | | REMISE', [R1]],
    [
      'by a collection on another account',
      'B1 | 11-04 | 250.00 | | REMISE',
      [{ ...R1, account: 'FR7600000000000000000000000' }],
    ],
    ['by two collections of one sum', 'B1 | 11-04 | 250.00 | | REMISE', [R1, { ...R1, id: 'R2' }]],
    ['by a collection without day or name', 'B1 | 11-04 | 250.00 | | REMISE', [{ ...R1, day: null }]],
    ['when two credits have its sum', 'B1 | 11-04 | 250.00 | | REMISE\nB2 | 11-05 | 250.00 | | REMISE', [R1]],
    ['when the bank does not call it a collection', 'B1 | 11-04 | 250.00 | DUPONT | VIR DUPONT', [R1]],
    ['when it is money out', 'B1 | 11-04 | -250.00 | | REMISE', [R1]],
    [
      'in another currency than its items',
      'B1 | 11-04 | 250.00 | | REMISE',
      [{ ...R1, items: R1.items.map((item) => ({ ...item, currency: 'CHF' })) }],
    ],
  ])('%s', (_, bank, collections) => {
    expect(split(lines(bank), collections)).toBe('');
  });

  it('when the whole collection was rejected', () => {
    expect(split(lines('B1 | 11-04 | 200.00 | | REMISE'), [R1], [reject('R1', null)])).toBe('');
  });

  it('when somebody paid it by transfer from an account of his own', () => {
    const [line] = lines('B1 | 11-04 | 250.00 | DUPONT | VIR COLLECTION');
    expect(split([{ ...line!, counterpartyAccount: ACCOUNT.account }], [R1])).toBe('');
  });
});

describe('a slip of cheques', () => {
  const S1 = slip('0012345 | 11-04 | C1 120.00, C2 80.00, C3 50.00');

  it.each([
    ['a day after it was handed in', 'B1 | 11-05 | 250.00 | | REMISE CHEQUES 3'],
    ['as French banks cut it', 'B1 | 11-04 | 250.00 | | REM CHQ 7788'],
    ['as a deposit', 'B1 | 11-04 | 250.00 | | CHEQUE DEPOSIT'],
  ])('explains the credit of its sum, %s', (_, bank) => {
    expect(split(lines(bank), [S1])).toBe('B1=0012345: C1+C2+C3');
  });

  it.each([
    ['of another cent', 'B1 | 11-04 | 249.99 | | REMISE CHEQUES', [S1]],
    ['of the day before it was handed in', 'B1 | 11-03 | 250.00 | | REMISE CHEQUES', [S1]],
    ['of another week', 'B1 | 11-14 | 250.00 | | REMISE CHEQUES', [S1]],
    [
      'of another account',
      'B1 | 11-04 | 250.00 | | REMISE CHEQUES',
      [{ ...S1, account: 'FR7630001007941234567890185' }],
    ],
    ['where nobody says the account', 'B1 | 11-04 | 250.00 | | REMISE CHEQUES', [{ ...S1, account: null }]],
    ['where another slip has its sum', 'B1 | 11-04 | 250.00 | | REMISE CHEQUES', [S1, { ...S1, id: '0012346' }]],
    ['of debits', 'B1 | 11-04 | 250.00 | | REMISE PRLV', [S1]],
    ['of cards', 'B1 | 11-04 | 250.00 | | REMISE CB', [S1]],
    ['of cash', 'B1 | 11-04 | 250.00 | | VERSEMENT ESPECES', [S1]],
    ['of a transfer', 'B1 | 11-04 | 250.00 | DUPONT | VIR DUPONT', [S1]],
    ['where two credits have its sum', 'B1 | 11-04 | 250.00 | | REM CHQ\nB2 | 11-05 | 250.00 | | REM CHQ', [S1]],
    ['where a collection of debits has its sum too', 'B1 | 11-04 | 250.00 | | REMISE', [S1, R1]],
  ])('explains no credit %s', (_, bank, collections) => {
    expect(split(lines(bank), collections)).toBe('');
  });

  it('is told from another of its sum where the bank names its whole number', () => {
    const twins = [S1, { ...S1, id: '9012345' }];
    expect(split(lines('B1 | 11-04 | 250.00 | | REMISE CHEQUES 0012345'), twins)).toBe('B1=0012345: C1+C2+C3');
    expect(split(lines('B1 | 11-04 | 250.00 | | REMISE CHEQUES 90123451'), twins)).toBe('');
  });

  it('is no collection of debits: a line that names cheques is not explained by debits', () => {
    expect(split(lines('B1 | 11-04 | 250.00 | | REMISE CHEQUES'), [R1])).toBe('');
  });

  it('is not rejected by a report on debits', () => {
    expect(split(lines('B1 | 11-04 | 250.00 | | REM CHQ'), [S1], [{ ...reject('0012345', null), message: null }])).toBe(
      'B1=0012345: C1+C2+C3',
    );
  });
});
