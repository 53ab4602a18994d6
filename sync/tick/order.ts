// Interchangeable movements of one amount, paired in their order so that days lie as near as they can.
import { isNear, lag, type Move } from './move.ts';
import { TICK_POLICY } from './policy.ts';

type Pair = { line: Move; move: Move };
type Best = { count: number; days: number };

/** As many pairs as possible, then as few days between them as possible; both lists in order of day. */
export function inOrder(lines: readonly Move[], moves: readonly Move[]): Pair[] {
  if (lines.length * moves.length > TICK_POLICY.orderedPairsMax ** 2) return nearest(lines, moves);
  const best = table(lines, moves);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < lines.length && j < moves.length) {
    const [line, move] = [lines[i]!, moves[j]!];
    const both = withPair(line, move, best[i + 1]![j + 1]!);
    if (both && equal(both, best[i]![j]!)) {
      pairs.push({ line, move });
      i++;
      j++;
    } else if (equal(best[i]![j + 1]!, best[i]![j]!)) j++;
    else i++;
  }
  return pairs;
}

/** best[i][j]: the best that lines from i and moves from j can reach. */
function table(lines: readonly Move[], moves: readonly Move[]): Best[][] {
  const nothing = { count: 0, days: 0 };
  const best = Array.from({ length: lines.length + 1 }, () => new Array<Best>(moves.length + 1).fill(nothing));
  for (let i = lines.length - 1; i >= 0; i--) {
    for (let j = moves.length - 1; j >= 0; j--) {
      const skip = better(best[i + 1]![j]!, best[i]![j + 1]!);
      const both = withPair(lines[i]!, moves[j]!, best[i + 1]![j + 1]!);
      best[i]![j] = both ? better(both, skip) : skip;
    }
  }
  return best;
}

function withPair(line: Move, move: Move, rest: Best): Best | null {
  return isNear(line, move) ? { count: rest.count + 1, days: rest.days + Math.abs(lag(line, move)) } : null;
}

function better(a: Best, b: Best): Best {
  return a.count > b.count || (a.count === b.count && a.days <= b.days) ? a : b;
}

function equal(a: Best, b: Best): boolean {
  return a.count === b.count && a.days === b.days;
}

/** For lists too long for a table: each line in turn takes the first free move that is near. */
function nearest(lines: readonly Move[], moves: readonly Move[]): Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const line of lines) {
    while (next < moves.length && lag(line, moves[next]!) < -TICK_POLICY.earlierDaysMax) next++;
    const move = moves[next];
    if (move && isNear(line, move)) {
      pairs.push({ line, move });
      next++;
    }
  }
  return pairs;
}
