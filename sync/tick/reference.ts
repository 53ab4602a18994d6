// Pairs by a number that both sides name: a document, a cheque.
import { lag, type Move } from './move.ts';
import { TICK_POLICY } from './policy.ts';

type Pair = { line: Move; move: Move };

/** Pairs in which each is the other's only candidate by reference. */
export function byReference(lines: readonly Move[], moves: readonly Move[]): Pair[] {
  const naming = new Map<string, Move[]>();
  for (const move of moves) {
    for (const reference of move.words.references) {
      const known = naming.get(reference);
      if (known) known.push(move);
      else naming.set(reference, [move]);
    }
  }
  const candidates = lines.map((line) => ({ line, moves: candidatesOf(line, naming) }));
  const wanted = new Map<Move, number>();
  for (const { moves: each } of candidates) for (const move of each) wanted.set(move, (wanted.get(move) ?? 0) + 1);
  return candidates.flatMap(({ line, moves: each }) => {
    const [move] = each;
    return each.size === 1 && wanted.get(move!) === 1 ? [{ line, move: move! }] : [];
  });
}

function candidatesOf(line: Move, naming: ReadonlyMap<string, readonly Move[]>): Set<Move> {
  const found = new Set<Move>();
  for (const reference of line.words.references) {
    const moves = naming.get(reference) ?? [];
    // A number on many movements of one amount is a contract or a year, not a document.
    if (moves.length > TICK_POLICY.referenceMovesMax) continue;
    for (const move of moves) if (Math.abs(lag(line, move)) <= TICK_POLICY.referenceDaysMax) found.add(move);
  }
  return found;
}
