// Bank lines that the ledger may hold already, though nothing proves it: a second entry of the same money would be one too many.
import type { BankAccount } from '../model/company.ts';
import type { LedgerLine, LedgerLineId } from '../model/ledger.ts';
import type { BankLine } from '../model/statement.ts';
import { entriesOf } from './entry.ts';
import { type Move, nearIn, sidesOf } from './move.ts';

/**
 * By bank line, a movement of its own bank account and amount in the ledger that nothing is ticked against, as near as ticking
 * looks; for a detail of an entry also one of the entry's sum. `ledgerLines` are lines that nothing is ticked against.
 */
export function maybeBooked(
  bankLines: readonly BankLine[],
  ledgerLines: readonly LedgerLine[],
  accounts: readonly BankAccount[],
): Map<string, LedgerLineId> {
  const found = new Map<string, LedgerLineId>();
  for (const { lines, moves } of sidesOf(bankLines, ledgerLines, accounts, new Map())) {
    const byAmount = new Map<number, Move[]>();
    for (const move of moves) byAmount.set(move.amountMinor, [...(byAmount.get(move.amountMinor) ?? []), move]);
    const nearOf = (line: Move) => nearIn(byAmount.get(line.amountMinor) ?? [], line, 1)[0];
    for (const line of lines) {
      const near = nearOf(line);
      if (near) found.set(line.id, near.id);
    }
    for (const { whole, parts } of entriesOf(lines)) {
      const near = nearOf(whole);
      if (near) for (const part of parts) found.set(part.id, near.id);
    }
  }
  return found;
}
