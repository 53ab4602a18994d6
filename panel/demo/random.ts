// A small seeded generator of chance for the demo company: the same seed gives the same company on every machine.

export type Random = {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  /** True `percent` times in a hundred. */
  chance(percent: number): boolean;
  /** A generator of its own, that depends on this one's seed and the name alone: what one part draws never moves another. */
  fork(name: string): Random;
};

/**
 * The generator of a seed text. The state starts as the FNV-1a hash of the seed and moves by mulberry32
 * (Tommy Ettinger, public domain): good enough to look like life, of no use for secrets.
 */
export function randomOf(seed: string): Random {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return (x ^ (x >>> 14)) >>> 0;
  };
  const int = (min: number, max: number): number => min + (next() % (max - min + 1));
  return {
    int,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('random: nothing to pick from');
      return list[int(0, list.length - 1)] as T;
    },
    chance: (percent) => int(0, 9_999) < percent * 100,
    fork: (name) => randomOf(`${seed}/${name}`),
  };
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}
