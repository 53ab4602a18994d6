// Entries that the bank states in details and the ledger may hold as one sum: a batch of collections, a slip of cheques.
import { sum } from '../model/money.ts';
import type { Move } from './move.ts';
import type { Pair } from './pair.ts';

/** `whole` is the movement of the sum; `parts` are the bank lines, all of them. */
export type Entry = { whole: Move; parts: readonly Move[] };

/**
 * The entries whose lines are all here: a part that is ticked already shows that the ledger books them one by one. A whole has
 * the references of any part, but only names that all of them say: a ledger line that names one payer is not the batch.
 */
export function entriesOf(lines: readonly Move[]): Entry[] {
  const parts = new Map<string, Move[]>();
  for (const line of lines) {
    if (!line.batch) continue;
    const known = parts.get(line.batch.id);
    if (known) known.push(line);
    else parts.set(line.batch.id, [line]);
  }
  return [...parts.values()].flatMap((each) => {
    const amountMinor = sum(each.map((part) => part.amountMinor));
    return each.length === each[0]?.batch?.count && amountMinor !== 0
      ? [{ whole: wholeOf(each, amountMinor), parts: each }]
      : [];
  });
}

function wholeOf(parts: readonly Move[], amountMinor: number): Move {
  const [first] = parts;
  if (!first) throw new Error('tick: an entry without lines');
  const names = [...first.words.names].filter((name) => parts.every((part) => part.words.names.has(name)));
  const references = parts.flatMap((part) => [...part.words.references]);
  const words = { names: new Set(names), references: new Set(references) };
  return {
    id: first.id,
    day: first.day,
    amountMinor,
    words,
    text: parts.map((part) => part.text).join(' '),
    batch: null,
  };
}

/**
 * Which of the pairs are of whole entries and which of single lines. Where the ledger has every part by itself, its sum met
 * another movement by chance; else a part met one by chance.
 */
export function wholesOf(
  found: readonly Pair[],
  entryOf: ReadonlyMap<Move, Entry>,
): { wholes: { entry: Entry; move: Move }[]; pairs: Pair[] } {
  const paired = new Set(found.map(({ line }) => line));
  const wholes = found.flatMap(({ line, move }) => {
    const entry = entryOf.get(line);
    return entry && !entry.parts.every((part) => paired.has(part)) ? [{ entry, move }] : [];
  });
  const taken = new Set(wholes.flatMap(({ entry }) => entry.parts));
  return { wholes, pairs: found.filter(({ line }) => !entryOf.has(line) && !taken.has(line)) };
}
