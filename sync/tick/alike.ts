// Movements of one amount that name the same: those of the ledger that say the same are one customer's and interchangeable.
import { type Move, nearIn } from './move.ts';
import { isSameWord, nameKey, naming } from './words.ts';

export type Alike = { lines: Move[]; moves: Move[] };

/** Words are looked up by their first letters, so that one cut by the bank's field is found too. */
const STEM_LETTERS = 5;

/**
 * Groups of ledger movements with the same names, each with the near bank lines that share a name with it. A line that fits
 * two groups could be either customer's, and then neither group is safe.
 */
export function alike(lines: readonly Move[], moves: readonly Move[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const move of moves) {
    if (move.words.names.size === 0) continue;
    const known = groups.get(nameKey(move.words));
    if (known) known.moves.push(move);
    else groups.set(nameKey(move.words), { lines: [], moves: [move] });
  }
  const stems = stemsOf(groups.values());
  const doubtful = new Set<Alike>();
  for (const line of lines) {
    const fitting = [...candidatesOf(line, stems)].filter((group) => nearIn(group.moves, line, 1).length > 0);
    if (fitting.length === 1) fitting[0]!.lines.push(line);
    else for (const group of fitting) doubtful.add(group);
  }
  return [...groups.values()].filter((group) => group.lines.length > 0 && !doubtful.has(group));
}

type Stems = Map<string, { name: string; group: Alike }[]>;

function stemsOf(groups: Iterable<Alike>): Stems {
  const stems: Stems = new Map();
  for (const group of groups) {
    for (const name of group.moves[0]!.words.names) {
      const stem = name.slice(0, STEM_LETTERS);
      const known = stems.get(stem);
      if (known) known.push({ name, group });
      else stems.set(stem, [{ name, group }]);
    }
  }
  return stems;
}

function candidatesOf(line: Move, stems: Stems): Set<Alike> {
  const found = new Set<Alike>();
  for (const word of line.words.names) {
    for (const { name, group } of stems.get(word.slice(0, STEM_LETTERS)) ?? []) {
      if (isSameWord(name, word)) found.add(group);
    }
  }
  return new Set([...found].filter((group) => naming(line.words, group.moves[0]!.words) === 'same'));
}
