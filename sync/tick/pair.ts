// Pairs of equal amounts: by a reference, by the words, by being the only ones; never by chance between two customers.

import { alike } from './alike.ts';
import { type Move, nearIn, nearLinesOf } from './move.ts';
import { inOrder } from './order.ts';
import { TICK_POLICY } from './policy.ts';
import { byReference } from './reference.ts';
import { naming } from './words.ts';

export type Pair = { line: Move; move: Move };

/** The pairs among lines and moves of one amount, both in order of day, surest first. */
export function pairsOf(lines: readonly Move[], moves: readonly Move[]): Pair[] {
  let [openLines, openMoves] = [lines, moves];
  const pairs: Pair[] = [];
  const take = (found: readonly Pair[]) => {
    for (const pair of found) pairs.push(pair);
    const used = new Set(found.flatMap(({ line, move }) => [line, move]));
    openLines = openLines.filter((line) => !used.has(line));
    openMoves = openMoves.filter((move) => !used.has(move));
  };
  take(byReference(openLines, openMoves));
  take(alike(openLines, openMoves).flatMap((group) => inOrder(group.lines, group.moves)));
  // No other movement of the account has this amount at all: then even other words may be trusted (somebody pays for a customer).
  const isRare = lines.length === 1 && moves.length === 1;
  take(lastOnes(openLines, openMoves, isRare));
  return pairs;
}

/** One line and one move are left that are near. Words may be silent; they may differ only where nothing else has this amount. */
function lastOnes(lines: readonly Move[], moves: readonly Move[], isRare: boolean): Pair[] {
  return lines.flatMap((line) => {
    const near = nearIn(moves, line, 2);
    const [move] = near;
    if (near.length !== 1 || !move || nearLinesOf(lines, move, 2).length !== 1) return [];
    const words = naming(line.words, move.words);
    const isRound = line.amountMinor % TICK_POLICY.roundMinor === 0;
    const isSure = words === 'same' || (words === 'silent' ? !isRound || isRare : isRare && !isRound);
    return isSure ? [{ line, move }] : [];
  });
}
