// Letter groups: what the ledger itself has settled. A group is account + auxiliary + letter + exercise.
import { append } from './append.ts';
import { balanceOf, type Fact, type Item, pairOf } from './item.ts';
import { settle } from './settle.ts';

/** Lower-case letters mark a part payment in programs that letter in capitals or numbers. */
const LOWER = /^[a-z]+$/;

/** Groups of one book by account, auxiliary and letter. */
export type Groups = Map<string, Set<Item>>;

/** Adds items to the groups of the letter that is in force for them. */
export function group(items: Iterable<Item>, into: Groups = new Map()): Groups {
  for (const item of items) {
    if (item.letter === '') continue;
    const key = `${pairOf(item.row)}\t${item.letter}`;
    const found = into.get(key);
    if (found) found.add(item);
    else into.set(key, new Set([item]));
  }
  return into;
}

/** Settles what balances: alone, or together with the same letter's open rest of the exercise before. */
export function settleGroups(groups: Groups, earlier: Groups): Fact[] {
  const lowerIsPartial = lowerMeansPartial(groups);
  const facts: Fact[] = [];
  for (const [key, members] of groups) {
    const letter = key.slice(key.lastIndexOf('\t') + 1);
    if (lowerIsPartial && LOWER.test(letter)) continue;
    const open = openOf(members);
    if (open.length === 0) continue;
    const both = openOf([...(earlier.get(key) ?? []), ...members]);
    if (balanceOf(open) === 0) append(facts, settle(open));
    else if (both.length > open.length && balanceOf(both) === 0) append(facts, settle(both));
  }
  return facts;
}

/** A program that writes nothing but small letters, and mostly in balanced groups, means whole matches by them. */
function lowerMeansPartial(groups: Groups): boolean {
  const keys = [...groups.keys()].map((key) => key.slice(key.lastIndexOf('\t') + 1));
  if (keys.some((letter) => !LOWER.test(letter))) return true;
  const balanced = [...groups.values()].filter((members) => balanceOf([...members]) === 0).length;
  return balanced * 2 <= groups.size;
}

function openOf(items: Iterable<Item>): Item[] {
  return [...new Set(items)].filter((item) => item.state === 'open');
}
