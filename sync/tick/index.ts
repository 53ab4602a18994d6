// Ticking (pointage): which bank line is the very movement of which line of account 512 in the ledger.
import type { BankAccount } from '../model/company.ts';
import type { LedgerLine, LedgerLineId } from '../model/ledger.ts';
import type { BankLine } from '../model/statement.ts';
import { entriesOf, wholesOf } from './entry.ts';
import { byAmount, byDay, entryKey, type Move, sidesOf } from './move.ts';
import { pairsOf } from './pair.ts';
import { slipsOf } from './slip.ts';

export { customersBehind } from './customer.ts';
export { detailCustomers } from './detail.ts';
export { maybeBooked } from './maybe.ts';

export type Tick = { lineId: string; ledgerLineIds: LedgerLineId[] };

/**
 * Ticks of one or, for slips, several ledger lines; the lines of one statement entry may share one, the ledger's sum of them.
 * `ledgerLines` are lines of bank accounts that nothing is ticked against;
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
  const entries = entriesOf(lines);
  const wholeOf = new Map(entries.map((entry) => [entry.whole, entry]));
  const found = byAmount([...lines, ...wholeOf.keys()].sort(byDay), moves).flatMap((each) =>
    pairsOf(each.lines, each.moves),
  );
  const { wholes, pairs } = wholesOf(found, wholeOf);
  const used = new Set([
    ...pairs.flatMap(({ line, move }) => [line, move]),
    ...wholes.flatMap(({ entry, move }) => [...entry.parts, move]),
  ]);
  const slips = slipsOf(
    lines.filter((line) => !used.has(line)),
    moves.filter((move) => !used.has(move)),
  );
  return [
    ...wholes.flatMap(({ entry, move }) => entry.parts.map((part) => ({ lineId: part.id, ledgerLineIds: [move.id] }))),
    ...pairs.map(({ line, move }) => ({ lineId: line.id, ledgerLineIds: [move.id] })),
    ...slips.map(({ line, moves: parts }) => ({ lineId: line.id, ledgerLineIds: parts.map((part) => part.id) })),
  ];
}
