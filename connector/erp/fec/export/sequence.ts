// Which letter comes next on an account: after the highest that any loaded exercise has, and never one that was used.
import type { Book } from '../book/exercise.ts';
import { pairOf } from '../book/item.ts';
import { programOf } from '../profile/program-table.ts';
import type { FecFile } from '../text/file.ts';
import { firstLetter, highestOf, nextLetter } from './alphabet.ts';

export type Sequence = { next(account: string): string };

/** Letters that name one customer's group each, six times in ten or more, are counted through the whole file. */
const FILE_SCOPE_SHARE = 0.6;
/** Fewer letters than this show no habit. */
const HABIT_LETTERS_MIN = 5;

export function sequenceOf(books: readonly Book[]): Sequence {
  const files = books.map(({ file }) => file);
  const newest = files.at(-1)!;
  const program = programOf(newest);
  const used = lettersByAccount(files);
  // What the file's own letters show; the new ones follow it.
  const known = new Set([...used.values()].flatMap((letters) => [...letters]));
  const first = firstLetter(known) ?? program.first;
  const scope = fileScope(newest) ?? program.scope;
  const highest = new Map([...used].map(([account, letters]) => [account, highestOf(letters)]));
  const ofFile = '';
  highest.set(ofFile, highestOf(known));
  return {
    next(account) {
      const counter = scope === 'file' ? ofFile : account;
      const last = highest.get(counter) ?? null;
      let letter = last === null ? first : nextLetter(last, known);
      while (used.get(account)?.has(letter)) letter = nextLetter(letter, known);
      highest.set(counter, letter);
      return letter;
    },
  };
}

function lettersByAccount(files: readonly FecFile[]): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const { letters } of files) {
    for (const [account, own] of letters) used.set(account, new Set([...(used.get(account) ?? []), ...own]));
  }
  return used;
}

/** By the file's own letters; null when they are too few to tell. */
function fileScope(file: FecFile): 'file' | 'account' | null {
  const letters = new Set<string>();
  const groups = new Set<string>();
  for (const row of file.rows) {
    const letter = row.detail?.letter ?? '';
    if (highestOf([letter]) === null || letter === '') continue;
    letters.add(letter);
    groups.add(`${pairOf(row)}\t${letter}`);
  }
  if (groups.size < HABIT_LETTERS_MIN) return null;
  return letters.size >= groups.size * FILE_SCOPE_SHARE ? 'file' : 'account';
}
