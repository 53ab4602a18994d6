// The entries of a file: which lines belong together, since EcritureNum may be empty, zero, or shared by several entries.

import { sum } from '../../../../sync/model/money.ts';
import type { Row } from '../text/row.ts';
import { append } from './append.ts';

export type Entries = {
  /** Lines that sum to zero and cannot be told apart further, in the file's order. */
  balanced: Row[][];
  /** Lines that no reading brings to zero. */
  unbalanced: Row[][];
};

type Key = (row: Row) => string | null;

/** In turn, each on the lines that those before could not bring to zero. */
const BY_NUMBER: readonly Key[] = [
  (row) => (row.number === '' ? null : `${row.journal}\t${row.number}`),
  // One number over several journals.
  (row) => (row.number === '' ? null : row.number),
];
const BY_DAY: Key = (row) => `${row.journal}\t${row.day}`;

/** Entries without a number were never longer than 456 lines in real files; beyond, a fault hides among good entries. */
const RUN_LINES_MAX = 1_000;
/** An entry's lines stand together, but for an empty line between them. */
const LINES_APART_MAX = 2;

/**
 * Entries by journal and number, else by number, else as consecutive lines down to zero, else by journal and day. Each is then
 * cut as finely as its own sums allow: by day, and where consecutive lines reach zero. Linear in the number of lines.
 */
export function entriesOf(rows: readonly Row[]): Entries {
  const balanced: Row[][] = [];
  let loose: readonly Row[] = rows;
  for (const key of BY_NUMBER) loose = takeBalanced(loose, key, balanced);
  loose = takeRuns(loose, balanced);
  loose = takeBalanced(loose, BY_DAY, balanced);
  const unbalanced = [...grouped(loose, (row) => BY_NUMBER[0]!(row) ?? BY_DAY(row)).values()];
  return { balanced: balanced.flatMap(refined), unbalanced };
}

function takeBalanced(rows: readonly Row[], key: Key, balanced: Row[][]): Row[] {
  const left = new Set<Row>();
  for (const group of grouped(rows, key).values()) {
    if (total(group) === 0) balanced.push(group);
    else for (const row of group) left.add(row);
  }
  return rows.filter((row) => left.has(row) || key(row) === null);
}

function grouped(rows: readonly Row[], key: Key): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = key(row);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

/** Consecutive lines down to zero. Returns the lines that belong to no such run. */
function takeRuns(rows: readonly Row[], balanced: Row[][]): Row[] {
  const left: Row[] = [];
  let start = 0;
  for (let i = 1; i <= rows.length; i++) {
    const apart = i === rows.length || rows[i]!.line - rows[i - 1]!.line > LINES_APART_MAX;
    if (!apart) continue;
    takeRunsOf(rows.slice(start, i), balanced, left);
    start = i;
  }
  return left;
}

function takeRunsOf(rows: readonly Row[], balanced: Row[][], left: Row[]): void {
  const { before, nextSame } = runningSums(rows);
  const ends = blockEnds(rows);
  let start = 0;
  while (start < rows.length) {
    const block = ends[start]!;
    const end = nextSame[start]!;
    // A run into a block that balances by itself would join an unbalanced entry to a later one with the opposite error.
    const hidesFault = end > block && before[ends[block]!] === before[block];
    if (end < 0 || end - start > RUN_LINES_MAX || hidesFault) {
      for (let i = start; i < block; i++) left.push(rows[i]!);
      start = block;
    } else {
      balanced.push(rows.slice(start, end));
      start = end;
    }
  }
}

/** Sum of all lines before each position, and the next position where that sum comes again (-1 when never). */
function runningSums(rows: readonly Row[]): { before: number[]; nextSame: number[] } {
  const before = [0];
  for (const row of rows) before.push(before.at(-1)! + row.amountMinor);
  const seen = new Map<number, number>();
  const nextSame = new Array<number>(before.length).fill(-1);
  for (let i = before.length - 1; i >= 0; i--) {
    nextSame[i] = seen.get(before[i]!) ?? -1;
    seen.set(before[i]!, i);
  }
  return { before, nextSame };
}

/** For each line, where the lines of its journal and day end that stand together. */
function blockEnds(rows: readonly Row[]): number[] {
  const ends = new Array<number>(rows.length);
  for (let i = rows.length - 1; i >= 0; i--) {
    const next = rows[i + 1];
    ends[i] = next !== undefined && BY_DAY(next) === BY_DAY(rows[i]!) ? ends[i + 1]! : i + 1;
  }
  return ends;
}

function refined(entry: Row[]): Row[][] {
  const days = [...grouped(entry, (row) => row.day).values()];
  const parts = days.length > 1 && days.every((day) => total(day) === 0) ? days : [entry];
  return parts.flatMap(cutAtZero);
}

function cutAtZero(entry: Row[]): Row[][] {
  const parts: Row[][] = [];
  let part: Row[] = [];
  let balance = 0;
  for (const row of entry) {
    part.push(row);
    balance += row.amountMinor;
    if (balance === 0 && part.some((each) => each.amountMinor !== 0)) {
      parts.push(part);
      part = [];
    }
  }
  // Lines of zero at the end belong to what they follow.
  if (part.length > 0 && parts.length > 0) append(parts.at(-1)!, part);
  else if (part.length > 0) parts.push(part);
  return parts;
}

function total(rows: readonly Row[]): number {
  return sum(rows.map((row) => row.amountMinor));
}
