// The demo company's own book while it is being written: entries that balance, and which lines settle each other.
import type { Day } from '../../sync/model/day.ts';
import type { Money } from '../../sync/model/money.ts';

export type Journal = 'AN' | 'VE' | 'AC' | 'BQ1' | 'BQ2' | 'BQ3' | 'BQ4' | 'CH' | 'EF' | 'OD' | 'PA';

/** A customer or supplier as the ledger knows it: code and name. */
export type Auxiliary = { readonly code: string; readonly name: string };

export type Line = {
  readonly account: string;
  readonly auxiliary: Auxiliary | null;
  /** Debit positive, credit negative, in euro cents. */
  readonly minor: number;
  readonly foreign: Money | null;
  /** Replaces the entry's label on this line. */
  label: string | null;
  readonly entry: Entry;
  /** The line through which this one is joined with others; itself while it stands alone. */
  joined: Line;
};

export type Entry = {
  readonly journal: Journal;
  readonly day: Day;
  /** Documents get their number once all are known, in the order of their days. */
  piece: string;
  label: string;
  readonly lines: Line[];
};

export type LineSpec = {
  account: string;
  minor: number;
  auxiliary?: Auxiliary | null;
  foreign?: Money | null;
  label?: string | null;
};

export type Ledger = { readonly entries: Entry[] };

/** Adds an entry; one that does not balance is our error and throws. Lines of nil are left out. */
export function post(
  ledger: Ledger,
  head: { journal: Journal; day: Day; piece: string; label: string },
  specs: readonly LineSpec[],
): Entry {
  const off = specs.reduce((total, spec) => total + spec.minor, 0);
  if (off !== 0) throw new Error(`entry ${head.journal} ${head.day} ${head.label} is off by ${off} cents`);
  const entry: Entry = { ...head, lines: [] };
  for (const spec of specs) if (spec.minor !== 0) entry.lines.push(lineOf(entry, spec));
  ledger.entries.push(entry);
  return entry;
}

/** Says that two lines of one account and auxiliary settle each other, wholly or in part. */
export function join(a: Line, b: Line): void {
  const rootA = rootOf(a);
  const rootB = rootOf(b);
  if (rootA !== rootB) rootB.joined = rootA;
}

/** The line that stands for all that are joined with this one. */
export function rootOf(line: Line): Line {
  let root = line;
  while (root.joined !== root) root = root.joined;
  line.joined = root;
  return root;
}

/** The lines of an entry on accounts that begin with a prefix. */
export function linesOn(entry: Entry, prefix: string): Line[] {
  return entry.lines.filter((line) => line.account.startsWith(prefix));
}

function lineOf(entry: Entry, spec: LineSpec): Line {
  const line: Omit<Line, 'joined'> & { joined: Line | null } = {
    account: spec.account,
    auxiliary: spec.auxiliary ?? null,
    minor: spec.minor,
    foreign: spec.foreign ?? null,
    label: spec.label ?? null,
    entry,
    joined: null,
  };
  return selfJoined(line);
}

function selfJoined(line: Omit<Line, 'joined'> & { joined: Line | null }): Line {
  line.joined = line as Line;
  return line as Line;
}
