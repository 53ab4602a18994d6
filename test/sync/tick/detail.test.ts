// Whose a detail is of a batch that the ledger holds as one sum against many customers.
import { describe, expect, it } from 'vitest';
import type { LedgerLine } from '../../../sync/model/ledger.ts';
import { detailCustomers } from '../../../sync/tick/index.ts';
import { ledgerLine, week } from './week.ts';

const NAMES: Readonly<Record<string, string>> = { D: 'Dupont SA', M: 'Martin', B: 'Durand' };

/** 'id | party | amount | label' of the customer lines of the batch's entry. */
function customers(text: string): LedgerLine[] {
  return text
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map(([id = '', partyId = '', amount = '', label = '']) => ({
      ...ledgerLine([id, '08-31', amount, label]),
      partyId,
      account: '411000',
      role: 'receivable' as const,
    }));
}

function own(bank: string, behind: string): string {
  const { bank: lines, ledger } = week(bank);
  const found = detailCustomers(lines[0]!, ledger, customers(behind), (id) => NAMES[id] ?? null);
  const ids = (of: readonly LedgerLine[]) => of.map((line) => line.id).join('+');
  return `${ids(found.own)} of ${ids(found.possible)}`;
}

const BATCH = `B1.1 | 08-31 | 100.00 | DUPONT SA | FA1001 REMISE PRLV
               B1.2 | 08-31 | 60.00 | MARTIN | FA1002 REMISE PRLV
               L1 | 08-31 | 160.00 | Remise prélèvements`;

describe('a detail of a batch stands for', () => {
  it('the customer line of its amount', () => {
    expect(own(BATCH, 'C1 | D | -100.00\nC2 | M | -60.00')).toBe('C1 of C1');
  });

  it('the line of the customer that the bank names, of two of one amount', () => {
    expect(own(BATCH, 'C1 | M | -100.00\nC2 | D | -100.00\nC3 | B | 40.00')).toBe('C2 of C1+C2');
  });

  it('the line with the document that the bank names', () => {
    expect(own(BATCH, 'C1 | B | -100.00 | FA1009\nC2 | M | -100.00 | FA1001')).toBe('C2 of C1+C2');
  });

  it('nobody’s where two have its amount and none its name', () => {
    expect(own(BATCH, 'C1 | B | -100.00\nC2 | M | -100.00')).toBe(' of C1+C2');
  });

  it('nobody’s where no line has its amount: it may be in any of them', () => {
    expect(own(BATCH, 'C1 | D | -130.00\nC2 | M | -30.00')).toBe(' of C1+C2');
  });

  it('all of its entry where the ledger books the detail by itself', () => {
    const alone = BATCH.replace('L1 | 08-31 | 160.00', 'L1 | 08-31 | 100.00');
    expect(own(alone, 'C1 | D | -70.00\nC2 | M | -30.00')).toBe('C1+C2 of C1+C2');
  });
});
