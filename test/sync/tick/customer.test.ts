// Whose money a ticked movement is: the customer lines of its entry, through 5112 where a cheque waited there.
import { describe, expect, it } from 'vitest';
import type { LedgerLine } from '../../../sync/model/ledger.ts';
import { customersBehind } from '../../../sync/tick/index.ts';
import { ledgerLine } from './week.ts';

/** 'id | account | entry | day | amount | label | document'; the account's first digits tell its role. */
function ledger(text: string): LedgerLine[] {
  return text
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map(([id = '', account = '', entry = '', day = '', amount = '', label = '', document = '']) => ({
      ...ledgerLine([id, day, amount, label, document]),
      account,
      entry,
      role: account.startsWith('512')
        ? 'bank'
        : account.startsWith('511')
          ? 'collection'
          : account.startsWith('41')
            ? 'receivable'
            : 'other',
    }));
}

function behind(text: string, ...ids: string[]): string[] {
  const lines = ledger(text);
  return customersBehind(lines)(lines.filter((line) => ids.includes(line.id)));
}

describe('behind a movement of the bank stand', () => {
  it('the customer lines of its entry', () => {
    const text = `L1 | 512000 | 7 | 03-12 | 100.00 | Règlement
                  C1 | 411000 | 7 | 03-12 | -60.00 | Règlement Dupont
                  C2 | 411000 | 7 | 03-12 | -40.00 | Règlement Martin
                  C9 | 411000 | 8 | 03-12 | -40.00 | autre écriture`;
    expect(behind(text, 'L1')).toEqual(['C1', 'C2']);
  });

  it('the customer of the cheque that waited on 5112, known by its document', () => {
    const text = `C1 | 411000 | 5 | 03-10 | -100.00 | Chèque Dupont | RG1
                  P1 | 511200 | 5 | 03-10 | 100.00 | Chèque Dupont | RG1
                  C2 | 411000 | 6 | 03-10 | -100.00 | Chèque Martin | RG2
                  P2 | 511200 | 6 | 03-10 | 100.00 | Chèque Martin | RG2
                  P3 | 511200 | 7 | 03-12 | -100.00 | Remise | RG2
                  L1 | 512000 | 7 | 03-12 | 100.00 | Remise | RG2`;
    expect(behind(text, 'L1')).toEqual(['C2']);
  });

  it('the customers of all cheques of a slip', () => {
    const text = `C1 | 411000 | 5 | 03-10 | -60.00 | Chèque Dupont | RG1
                  P1 | 511200 | 5 | 03-10 | 60.00 | Chèque Dupont | RG1
                  C2 | 411000 | 6 | 03-10 | -40.00 | Chèque Martin | RG2
                  P2 | 511200 | 6 | 03-10 | 40.00 | Chèque Martin | RG2
                  P3 | 511200 | 7 | 03-12 | -60.00 | Remise | RG1
                  P4 | 511200 | 7 | 03-12 | -40.00 | Remise | RG2
                  L1 | 512000 | 7 | 03-12 | 100.00 | Remise`;
    expect(behind(text, 'L1')).toEqual(['C1', 'C2']);
  });

  it('nobody, where two cheques of one amount cannot be told apart', () => {
    const text = `C1 | 411000 | 5 | 03-10 | -100.00 | Chèque Dupont | A
                  P1 | 511200 | 5 | 03-10 | 100.00 | Chèque Dupont | A
                  C2 | 411000 | 6 | 03-10 | -100.00 | Chèque Martin | B
                  P2 | 511200 | 6 | 03-10 | 100.00 | Chèque Martin | B
                  P3 | 511200 | 7 | 03-12 | -100.00 | Remise
                  L1 | 512000 | 7 | 03-12 | 100.00 | Remise`;
    expect(behind(text, 'L1')).toEqual([]);
  });

  it('in an entry of a whole month the line of the opposite amount, and nobody where two have it', () => {
    const text = `L1 | 512000 | 1 | 03-31 | 100.00 | Règlement Dupont
                  C1 | 411000 | 1 | 03-31 | -100.00 | Règlement Dupont
                  L2 | 512000 | 1 | 03-31 | 70.00 | Virement
                  C2 | 411000 | 1 | 03-31 | -70.00 | Règlement Martin
                  C3 | 411000 | 1 | 03-31 | -70.00 | Règlement Durand
                  L3 | 512000 | 1 | 03-31 | 70.00 | Virement`;
    expect(behind(text, 'L1')).toEqual(['C1']);
    expect(behind(text, 'L2')).toEqual([]);
  });

  it('nobody behind wages', () => {
    const text = `L1 | 512000 | 1 | 03-31 | -1900.00 | Salaire
                  O1 | 421000 | 1 | 03-31 | 1900.00 | Salaire`;
    expect(behind(text, 'L1')).toEqual([]);
  });
});
