// All exercises as one ledger: each opening is laid over what the earlier books left, and each letter settles what it balances.
import type { Row } from '../text/row.ts';
import { append } from './append.ts';
import { carry } from './carry.ts';
import type { Book } from './exercise.ts';
import { balanceOf, type Fact, type Item, itemOf } from './item.ts';
import type { EntryFacts } from './kind.ts';
import { type Groups, group, settleGroups } from './letter.ts';
import { settle } from './settle.ts';

export type Chain = {
  /** Every kept line that is still of the ledger, open or settled, in order of books and lines. */
  items: Item[];
  facts: Fact[];
  mismatches: { book: number; account: string; beforeMinor: number; afterMinor: number }[];
  /** What openings on collective accounts state of items that stay on their own. */
  moved: { book: number; account: string; amountMinor: number }[];
};

/** `factsOf` gives what a row's entry says of it, `prefixOf` the part of an account's number that says what it is for. */
export function chained(
  books: readonly Book[],
  factsOf: (row: Row) => EntryFacts | null,
  prefixOf: (account: string) => string,
): Chain {
  const items: Item[] = [];
  const facts: Fact[] = [];
  const mismatches: Chain['mismatches'] = [];
  const moved: Chain['moved'] = [];
  let earlier: Groups = new Map();
  books.forEach((book, index) => {
    const kept = book.file.rows.filter((row) => row.detail !== null);
    const groups: Groups = new Map();
    const openings = kept.filter((row) => book.openings.has(row));
    const moves = kept.filter((row) => !book.openings.has(row));
    // A part of an exercise, or a draft, may come without openings: then nothing is carried and all stands as it was.
    if (index > 0 && book.openings.size > 0) {
      const open = items.filter((item) => item.state === 'open');
      const carried = carry(open, { openings, moving: new Set(moves.map((row) => row.account)), prefixOf });
      apply(carried, index, groups, facts);
      append(
        mismatches,
        carried.mismatches.map((each) => ({ book: index, ...each })),
      );
      append(
        moved,
        carried.moved.map((each) => ({ book: index, ...each })),
      );
      addItems(items, carried.fresh, index, true, factsOf, groups);
    } else addItems(items, openings, index, true, factsOf, groups);
    addItems(items, moves, index, false, factsOf, groups);
    append(facts, settleGroups(groups, earlier));
    earlier = groups;
  });
  return { items: items.filter((item) => item.state !== 'gone'), facts, mismatches, moved };
}

function apply(carried: ReturnType<typeof carry>, book: number, groups: Groups, facts: Fact[]): void {
  for (const { item, row } of carried.repeated) {
    item.now = { book, row };
    item.letter = row.detail?.letter ?? '';
  }
  group(
    carried.repeated.map(({ item }) => item),
    groups,
  );
  for (const { items, letter } of carried.summed) {
    for (const item of items) item.letter = letter;
    group(items, groups);
  }
  for (const items of carried.closed) {
    if (balanceOf(items) === 0) append(facts, settle(items));
  }
  for (const item of carried.gone) item.state = 'gone';
}

function addItems(
  items: Item[],
  rows: readonly Row[],
  book: number,
  opening: boolean,
  factsOf: (row: Row) => EntryFacts | null,
  groups: Groups,
): void {
  const added = rows.map((row) => itemOf(book, row, factsOf(row), opening));
  append(items, added);
  group(added, groups);
}
