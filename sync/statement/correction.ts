// Entries that correct one of an earlier file (OFX): what was imported stays, and the correction is shown to a person.
import type { BankLine, Transaction } from '../model/statement.ts';
import type { ReadStatement } from './index.ts';

export type Correction = { line: BankLine; transaction: Transaction };

/**
 * The reader keeps an entry apart that replaces one which its file does not hold. Where no earlier file brought that one either,
 * it is an entry like any other; else it stays apart and is one of `corrections`, as is the deletion of a known line.
 */
export function withCorrections(
  { head, transactions }: ReadStatement,
  known: readonly BankLine[],
): { statement: ReadStatement; corrections: Correction[] } {
  const byReference = new Map(
    known.flatMap((line) => (line.entryRef === null ? [] : [[line.entryRef, line] as const])),
  );
  const corrections: Correction[] = [];
  const placed = transactions.map((transaction): Transaction => {
    const { corrects, status } = transaction;
    if (!corrects || status !== 'INFO') return transaction;
    const line = byReference.get(corrects.bankReference);
    if (line) corrections.push({ line, transaction });
    else if (corrects.action === 'replace') return { ...transaction, status: 'BOOK', statusText: null };
    return transaction;
  });
  return { statement: { head, transactions: placed }, corrections };
}
