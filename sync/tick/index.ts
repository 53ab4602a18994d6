// Ticking (pointage): which bank line is the very movement of which line of account 512 in the ledger.
import type { BankAccount } from '../model/company.ts';
import type { LedgerLine, LedgerLineId } from '../model/ledger.ts';
import type { BankLine } from '../model/statement.ts';
import { entryKey, type Move, sidesOf } from './move.ts';
import { pairsOf } from './pair.ts';
import { slipsOf } from './slip.ts';

export { customersBehind } from './customer.ts';

export type Tick = { lineId: string; ledgerLineIds: LedgerLineId[] };

/**
 * Ticks of one or, for slips, several ledger lines. `ledgerLines` are lines of bank accounts that nothing is ticked against;
 * `around` may give other lines of their entries, whose words help. What could be two customers' movement stays unticked.
 */
export function tickLines(
  bankLines: readonly BankLine[],
  ledgerLines: readonly LedgerLine[],
  accounts: readonly BankAccount[],
  around: readonly LedgerLine[] = [],
): Tick[] {
  const entries = new Map<string, LedgerLine[]>();
  for (const line of around) {
    const known = entries.get(entryKey(line));
    if (known) known.push(line);
    else entries.set(entryKey(line), [line]);
  }
  return sidesOf(bankLines, ledgerLines, accounts, entries)
    .flatMap(({ lines, moves }) => ticksOf(lines, moves))
    .sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
}

function ticksOf(lines: readonly Move[], moves: readonly Move[]): Tick[] {
  const amounts = new Map<number, { lines: Move[]; moves: Move[] }>();
  const amountOf = (minor: number) => {
    const found = amounts.get(minor) ?? { lines: [], moves: [] };
    amounts.set(minor, found);
    return found;
  };
  for (const line of lines) amountOf(line.amountMinor).lines.push(line);
  for (const move of moves) amountOf(move.amountMinor).moves.push(move);
  const pairs = [...amounts.values()].flatMap((each) => pairsOf(each.lines, each.moves));
  const used = new Set(pairs.flatMap(({ line, move }) => [line, move]));
  const slips = slipsOf(
    lines.filter((line) => !used.has(line)),
    moves.filter((move) => !used.has(move)),
  );
  return [
    ...pairs.map(({ line, move }) => ({ lineId: line.id, ledgerLineIds: [move.id] })),
    ...slips.map(({ line, moves: parts }) => ({ lineId: line.id, ledgerLineIds: parts.map((part) => part.id) })),
  ];
}
