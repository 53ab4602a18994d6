// The 95 % lower bound of "was right": how good a class of evidence is at least, given how often it was seen.
import type { Tally } from '../model/memory.ts';

/** One-sided: in 5 % of cases the true share lies below the bound. */
const ALPHA = 0.05;
const STEPS = 60;

/**
 * Clopper-Pearson lower bound of right/seen: the share at which seeing `right` or more would have probability 5 %.
 * With no error it is 0.05^(1/seen): 149 cases prove 0.98, 299 prove 0.99. Nothing seen proves nothing: 0.
 */
export function lowerBound({ seen, right }: Tally): number {
  if (seen <= 0 || right <= 0) return 0;
  if (right >= seen) return ALPHA ** (1 / seen);
  const key = seen * 2 ** 24 + right;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const bound = search(seen, right);
  if (KNOWN.size > KNOWN_MAX) KNOWN.clear();
  KNOWN.set(key, bound);
  return bound;
}

/** The same few tallies are asked for with every line. */
const KNOWN = new Map<number, number>();
const KNOWN_MAX = 10_000;

function search(seen: number, right: number): number {
  let low = 0;
  let high = right / seen;
  for (let i = 0; i < STEPS; i += 1) {
    const middle = (low + high) / 2;
    if (atLeast(seen, right, middle) > ALPHA) high = middle;
    else low = middle;
  }
  return low;
}

/** Probability of at least `right` successes in `seen` draws of probability p; the few failures are summed. */
function atLeast(seen: number, right: number, p: number): number {
  const wrongMax = seen - right;
  const logOdds = Math.log1p(-p) - Math.log(p);
  let term = seen * Math.log(p);
  let total = Math.exp(term);
  for (let wrong = 1; wrong <= wrongMax; wrong += 1) {
    term += Math.log((seen - wrong + 1) / wrong) + logOdds;
    total += Math.exp(term);
  }
  return total;
}

/** Two tallies together. */
export function together(a: Tally | undefined, b: Tally | undefined): Tally {
  return { seen: (a?.seen ?? 0) + (b?.seen ?? 0), right: (a?.right ?? 0) + (b?.right ?? 0) };
}
