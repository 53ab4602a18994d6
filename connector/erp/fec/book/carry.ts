// How an exercise's opening entries take up what the earlier ones left: in detail, as balances, or not at all.
import { sum } from '../../../../sync/model/money.ts';
import type { Row } from '../text/row.ts';
import { append } from './append.ts';
import { balanceOf, type Item, pairOf } from './item.ts';
import { matchedOpenings } from './repeat.ts';

export type Carried = {
  /** Opening rows that nothing earlier explains: they are items of their own. */
  fresh: Row[];
  /** Items that an opening row repeats one by one; their letters are now that row's. */
  repeated: { item: Item; row: Row }[];
  /** Items that one opening balance stands for: its letter is theirs. */
  summed: { items: Item[]; letter: string }[];
  /** Items that a detailed opening leaves out and that cancel each other: lettered between the two files. */
  closed: Item[][];
  /** Items that the opening does not take up: the newer file counts, and they are no longer in the ledger. */
  gone: Item[];
  /** What an opening on a collective account states of items that stay on their own accounts: balances move with them. */
  moved: { account: string; amountMinor: number }[];
  /** Accounts whose opening differs from what the earlier exercises left. */
  mismatches: { account: string; beforeMinor: number; afterMinor: number }[];
};

/** What carry must know of the next book. */
export type NextBook = {
  openings: readonly Row[];
  /** Accounts that it moves. */
  moving: ReadonlySet<string>;
  /** The part of an account's number that says what it is for. */
  prefixOf(account: string): string;
};

/** `open` are the items that earlier books left open. */
export function carry(open: readonly Item[], { openings, moving, prefixOf }: NextBook): Carried {
  const result: Carried = { fresh: [], repeated: [], summed: [], closed: [], gone: [], moved: [], mismatches: [] };
  const accounts = new Map<string, { items: Item[]; rows: Row[] }>();
  const accountOf = (account: string) => {
    const found = accounts.get(account) ?? { items: [], rows: [] };
    accounts.set(account, found);
    return found;
  };
  for (const item of open) accountOf(item.row.account).items.push(item);
  for (const row of openings) accountOf(row.account).rows.push(row);
  const groups = [...accounts].flatMap(([account, { items, rows }]) => groupsOf(account, items, rows));
  const detailed = detailedAccounts(groups);
  const collective = collectiveGroups(groups, moving, prefixOf);
  for (const group of groups) {
    if (collective.has(group)) move(group, result);
    else take(group, detailed(group.account), result);
  }
  result.mismatches = mismatchesOf(accounts, result);
  return result;
}

type Group = {
  account: string;
  repeated: { item: Item; row: Row }[];
  /** What no opening row repeats, and the opening rows that repeat nothing. */
  items: Item[];
  rows: Row[];
};

/** By auxiliary; the whole account where its opening names none and carries the sum of all. */
function groupsOf(account: string, items: readonly Item[], rows: readonly Row[]): Group[] {
  const collective =
    rows.length > 0 &&
    rows.every((row) => row.detail?.aux === '') &&
    items.some((item) => item.row.detail?.aux !== '') &&
    balanceOf(items) === totalOf(rows);
  if (collective) return [{ account, repeated: [], items: [...items], rows: [...rows] }];
  const pairs = new Map<string, { items: Item[]; rows: Row[] }>();
  const pair = (row: Row) => {
    const found = pairs.get(pairOf(row)) ?? { items: [], rows: [] };
    pairs.set(pairOf(row), found);
    return found;
  };
  for (const item of items) pair(item.row).items.push(item);
  for (const row of rows) pair(row).rows.push(row);
  return [...pairs.values()].map((each) => ({ account, ...matchedOpenings(each.items, each.rows) }));
}

/** An account is carried in detail when most of its opening rows repeat an item; one without such rows is as most of the file. */
function detailedAccounts(groups: readonly Group[]): (account: string) => boolean {
  const counts = new Map<string, { repeated: number; rows: number }>();
  const all = { repeated: 0, rows: 0 };
  for (const { account, repeated, rows } of groups) {
    const count = counts.get(account) ?? { repeated: 0, rows: 0 };
    counts.set(account, count);
    for (const each of [count, all]) {
      each.repeated += repeated.length;
      each.rows += repeated.length + rows.length;
    }
  }
  const isDetailed = (count: { repeated: number; rows: number }) => count.rows > 0 && count.repeated * 2 >= count.rows;
  return (account) => {
    const count = counts.get(account);
    return count !== undefined && count.rows > 0 ? isDetailed(count) : isDetailed(all);
  };
}

function take(group: Group, detailed: boolean, result: Carried): void {
  const { items, rows } = group;
  append(result.repeated, group.repeated);
  if (balanceOf(items) !== totalOf(rows)) {
    append(result.gone, items);
    append(result.fresh, rows);
    return;
  }
  const letter = rows[0]?.detail?.letter ?? '';
  if (rows.length === 0 && items.length > 0 && detailed) result.closed.push(items);
  // Several balances with several letters: which stands for which item cannot be told, so none is taken over.
  else if (letter !== '' && rows.every((row) => row.detail?.letter === letter)) result.summed.push({ items, letter });
}

/**
 * Groups that do not tie one by one, but do together (411 for itself, or all kinds of customer accounts): customers have accounts of their own, go on with them, and one sum on a
 * collective account (41100000) opens for all. The items stay where they are.
 */
function collectiveGroups(
  groups: readonly Group[],
  moving: ReadonlySet<string>,
  prefixOf: (account: string) => string,
): Set<Group> {
  const loose = groups.filter(
    ({ account, items, rows }) => prefixOf(account) !== '' && balanceOf(items) !== totalOf(rows),
  );
  const byPrefix = new Map<string, Group[]>();
  for (const group of loose) {
    const prefix = prefixOf(group.account);
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), group]);
  }
  const tied = [...byPrefix.values()].filter((all) => isOneSum(all, moving)).flat();
  const left = loose.filter((group) => !tied.includes(group));
  return new Set(isOneSum(left, moving) ? loose : tied);
}

function isOneSum(groups: readonly Group[], moving: ReadonlySet<string>): boolean {
  const [items, rows] = [groups.flatMap((group) => group.items), groups.flatMap((group) => group.rows)];
  const isSum = rows.every((row) => row.detail?.aux === '') && balanceOf(items) === totalOf(rows);
  return isSum && items.some((item) => moving.has(item.row.account));
}

function move({ account, repeated, items, rows }: Group, result: Carried): void {
  append(result.repeated, repeated);
  result.moved.push({ account, amountMinor: balanceOf(items) - totalOf(rows) });
}

function mismatchesOf(
  accounts: ReadonlyMap<string, { items: Item[]; rows: Row[] }>,
  result: Carried,
): Carried['mismatches'] {
  const replaced = new Set([...result.gone.map((item) => item.row), ...result.fresh].map((row) => row.account));
  return [...replaced].map((account) => {
    const { items, rows } = accounts.get(account)!;
    return { account, beforeMinor: balanceOf(items), afterMinor: totalOf(rows) };
  });
}

function totalOf(rows: readonly Row[]): number {
  return sum(rows.map((row) => row.amountMinor));
}
