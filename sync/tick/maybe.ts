// Bank lines that the ledger may hold already, though nothing proves it: a second entry of the same money would be one too many.
import type { BankAccount } from '../model/company.ts';
import type { LedgerLine, LedgerLineId } from '../model/ledger.ts';
import type { BankLine } from '../model/statement.ts';
import { entriesOf } from './entry.ts';
import { byAmount, type Move, nearIn, sidesOf } from './move.ts';

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
    const entries = entriesOf(lines);
    const near = nearestOf([...lines, ...entries.map(({ whole }) => whole)], moves);
    const say = (id: string, move: Move | undefined) => move && found.set(id, move.id);
    for (const line of lines) say(line.id, near.get(line));
    for (const { whole, parts } of entries) for (const part of parts) say(part.id, near.get(whole));
  }
  return found;
}

function nearestOf(lines: readonly Move[], moves: readonly Move[]): Map<Move, Move> {
  const near = new Map<Move, Move>();
  for (const each of byAmount(lines, moves)) {
    for (const line of each.lines) {
      const [move] = nearIn(each.moves, line, 1);
      if (move) near.set(line, move);
    }
  }
  return near;
}
